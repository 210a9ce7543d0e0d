import type pc from 'picocolors';
import type { Language } from '../../engine/index.js';
import { fictiveNotice } from '../../exchange/locale/notices.js';
import { plainText } from './render-plain.js';
import { wrapped } from './render-wrapped.js';

export type Paint = ReturnType<typeof pc.createColors>;

/** Whose assembly it is, and whether its answers are invented, then a blank line; nothing where there is neither. */
export function headingLines(
  { name, fictive }: { readonly name?: string | undefined; readonly fictive?: boolean | undefined },
  language: Language,
  paint: Paint,
): string[] {
  const lines = [
    ...(name === undefined ? [] : wrapped('', plainText(name), paint.bold)),
    ...(fictive ? wrapped('', fictiveNotice(language), paint.yellow) : []),
  ];
  return lines.length > 0 ? [...lines, ''] : [];
}
