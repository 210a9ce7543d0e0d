import pc from 'picocolors';
import type { Language, Plan, Replanning } from '../../engine/index.js';
import { numberText, percentText } from '../../exchange/locale/number-text.js';
import { saying } from '../../exchange/locale/saying.js';
import { plainText } from './render-plain.js';
import { wrapped } from './render-wrapped.js';

/** rows of the curve that are shown; all are in the table */
const shownMost = 12;

/**
 * A replanning for a terminal: what happened in a sentence or two, who changes workshop and why, who joins
 * and leaves, then what each number of moves would give. At most 100 columns.
 */
export function renderReplanning(
  replanning: Replanning,
  published: Plan,
  language: Language,
  colour: boolean,
): string {
  const paint = pc.createColors(colour);
  const { plan, revision } = replanning;
  const say = saying(language);
  const places = new Map(
    [...published.workshops, ...plan.workshops].map(({ id, title }) => [id, title[language]]),
  );
  const numbers = new Map(plan.workshops.map(({ id }, place) => [id, place + 1]));
  const workshop = (id: string | null): string => {
    const number = numbers.get(id ?? '');
    const title = plainText(places.get(id ?? '') ?? '');
    return number === undefined ? title : `${number} · ${title}`;
  };
  const seat = (id: string | undefined): string =>
    id === undefined ? '' : ` (${say('siège', 'seat')} ${plainText(id)})`;
  const territory = (id: string, seatId?: string): string =>
    plainText(plan.assembly.territories.find((each) => each.id === id)?.name ?? id) + seat(seatId);
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length > 0 ? [paint.bold(title), ...lines, ''] : [];
  // a place gained or lost has one end, a change of workshop two
  const [from, to] = [say('    de    ', '    from  '), say('    vers  ', '    to    ')];
  const [leaves, joins] = [say('    quitte   ', '    leaves  '), say('    rejoint  ', '    joins   ')];
  const nowhere = say('aucun atelier', 'no workshop');
  const lines = [
    ...replanning.remarks.flatMap(({ text }) => wrapped('', plainText(text[language]))),
    '',
    ...section(
      say('Qui change d’atelier, et pourquoi', 'Who changes workshop, and why'),
      revision.moves.flatMap(({ territoryId, seatId, fromWorkshopId, toWorkshopId, reasons }) => [
        ...wrapped('  • ', territory(territoryId, seatId), paint.bold),
        ...(fromWorkshopId === null
          ? []
          : wrapped(toWorkshopId === null ? leaves : from, workshop(fromWorkshopId), paint.dim)),
        ...(toWorkshopId === null
          ? []
          : wrapped(fromWorkshopId === null ? joins : to, workshop(toWorkshopId))),
        ...reasons.flatMap(({ text }) => wrapped('    ', plainText(text[language]))),
      ]),
    ),
    ...section(
      say('Qui arrive', 'Who joins'),
      revision.joined.flatMap(({ territoryId, seatId, workshopId }) =>
        wrapped(
          '  • ',
          `${territory(territoryId, seatId)} → ${workshopId === null ? nowhere : workshop(workshopId)}`,
        ),
      ),
    ),
    ...section(
      say('Qui part', 'Who leaves'),
      revision.left.flatMap(({ name, seatId, workshopId }) =>
        wrapped(
          '  • ',
          plainText(name) + seat(seatId) + (workshopId === null ? '' : ` (${workshop(workshopId)})`),
        ),
      ),
    ),
    ...section(
      say('Ce que donne chaque déplacement', 'What each move gives'),
      curveLines(replanning, language),
    ),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function curveLines({ curve, free }: Replanning, language: Language): string[] {
  const say = saying(language);
  const step = Math.max(1, Math.ceil(curve.length / shownMost));
  const shown = curve.filter((_, k) => k % step === 0 || k === curve.length - 1);
  const row = (label: string, { gain, coherence, decoupling, spreadKm }: Replanning['curve'][number]) => [
    label,
    percentText(gain, language),
    numberText(100 * coherence, 1, language),
    numberText(100 * decoupling, 1, language),
    numberText(spreadKm, 0, language),
  ];
  const table = [
    [
      say('déplacements', 'moves'),
      say('part du gain', 'share of gain'),
      say('ressemblance', 'likeness'),
      'décroisement',
      'km',
    ],
    ...shown.map((point) => row(String(point.moves), point)),
    ...(free ? [row(say(`sans limite (${free.made})`, `no limit (${free.made})`), free)] : []),
  ];
  const widths = [0, 1, 2, 3, 4].map((c) => Math.max(...table.map((cells) => (cells[c] ?? '').length)));
  return table.map((cells) => `  ${cells.map((text, c) => text.padStart(widths[c] ?? 0)).join('   ')}`);
}
