import type { Taxonomy } from '../model/taxonomy.js';
import { plainText } from './cells/plain-text.js';

/**
 * The theme that a text means, accents and case apart: its id, a label of it, or the start of the labels of one theme
 * alone; undefined when none is meant, or several.
 */
export function readThemeName(text: string, { themes }: Taxonomy): string | undefined {
  const meant = plainText(text);
  if (meant === '') return undefined;
  const namesOf = ({ id, fr, en }: Taxonomy['themes'][number]) => [id, fr, en].map(plainText);
  const whole = themes.find((theme) => namesOf(theme).includes(meant));
  if (whole) return whole.id;
  const [start, ...others] = themes.filter((theme) => namesOf(theme).some((name) => name.startsWith(meant)));
  return others.length === 0 ? start?.id : undefined;
}
