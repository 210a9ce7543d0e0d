import pc from 'picocolors';
import type { Language, Sweep, SweepPoint } from '../../engine/index.js';
import { baselineLabel, baselineOrder } from '../../exchange/locale/labels.js';
import { timesChance } from '../../exchange/locale/measures-reading.js';
import { saying } from '../../exchange/locale/saying.js';
import { measureText } from '../../exchange/plan/tables/measure-lines.js';
import { settingText } from '../../exchange/sweep/sweep-labels.js';
import { headingLines } from './render-heading.js';
import { wrapped } from './render-wrapped.js';

/** A sweep for a terminal: what it says in two sentences, then every setting beside the other methods. */
export function renderSweep(sweep: Sweep, language: Language, colour: boolean): string {
  const paint = pc.createColors(colour);
  const { assemblyName: name, fictive, reading } = sweep;
  const lines = [
    ...headingLines({ name, fictive }, language, paint),
    ...reading.flatMap(({ text }) => wrapped('', text[language])),
    ...(reading.length > 0 ? [''] : []),
    ...table(rowsOf(sweep, language), paint.bold),
  ];
  return `${lines.join('\n')}\n`;
}

interface Row {
  readonly cells: readonly string[];
  readonly isKnee: boolean;
}

function rowsOf(sweep: Sweep, language: Language): Row[] {
  const say = saying(language);
  const header = [
    say('Façon de grouper', 'Way of grouping'),
    say('Ressemblance', 'Likeness'),
    say('Éloignement', 'Distance'),
    say('Même département', 'One département'),
    '',
  ];
  const severalSpreads =
    new Set(sweep.points.filter(({ kind }) => kind === 'dial').map(({ spread }) => spread)).size > 1;
  const measured = ({ measures }: Pick<SweepPoint, 'measures'>): string[] => [
    measureText(timesChance(measures), 'times', language),
    measureText(measures.spreadKm, 'km', language),
    measureText(measures.sameDepartmentShare, 'percent', language),
  ];
  return [
    { cells: header, isKnee: false },
    ...sweep.points.map((point, k) => ({
      cells: [
        nameOf(point, severalSpreads, language),
        ...measured(point),
        k === sweep.knee ? say('← point d’équilibre', '← balance') : '',
      ],
      isKnee: k === sweep.knee,
    })),
    ...baselineOrder.flatMap((method) =>
      sweep.baselines
        .filter((baseline) => baseline.method === method)
        .map((baseline) => ({
          cells: [baselineLabel(method, language), ...measured(baseline), ''],
          isKnee: false,
        })),
    ),
  ];
}

function nameOf(
  { kind, decoupling, spread }: SweepPoint,
  severalSpreads: boolean,
  language: Language,
): string {
  const say = saying(language);
  if (kind === 'nearness')
    return `${say('Voisinage favorisé', 'Nearness favoured')} ${settingText(-spread, language)}`;
  const name = `Décroisement ${settingText(decoupling, language)}`;
  return severalSpreads
    ? `${name}, ${say('éloignement', 'distance')} ${settingText(spread, language)}`
    : name;
}

function table(rows: readonly Row[], emphasise: (text: string) => string): string[] {
  const widths = (rows[0]?.cells ?? []).map((_, column) =>
    Math.max(...rows.map(({ cells }) => (cells[column] ?? '').length)),
  );
  const lines = rows.map(({ cells, isKnee }) => {
    const line = cells
      .map((text, column) => {
        const width = widths[column] ?? 0;
        return column === 0 || column === cells.length - 1 ? text.padEnd(width) : text.padStart(width);
      })
      .join('  ')
      .trimEnd();
    return `  ${isKnee ? emphasise(line) : line}`;
  });
  const ruler = `  ${widths
    .slice(0, -1)
    .map((width) => '─'.repeat(width))
    .join('  ')}`;
  return [lines[0] ?? '', ruler, ...lines.slice(1)];
}
