import pc from 'picocolors';
import type { Explanation, Language, Plan, Reason, WhyHere } from '../../engine/index.js';
import { saying } from '../../exchange/locale/saying.js';
import { isAlternative } from '../../exchange/plan/tables/reason-codes.js';
import { plainText } from './render-plain.js';
import { wrapped } from './render-wrapped.js';

/**
 * Why territories are where they are, workshop by workshop: what holds each there, what it shares with each member,
 * where else it could go; then those who sit nowhere. At most 100 columns.
 */
export function renderExplanations(
  explanations: readonly Explanation[],
  plan: Plan,
  language: Language,
  colour: boolean,
): string {
  const paint = pc.createColors(colour);
  const say = saying(language);
  const names = new Map(plan.assembly.territories.map(({ id, name }) => [id, plainText(name)]));
  const nameLines = (territoryId: string, seatId?: string): string[] =>
    wrapped(
      '  • ',
      `${names.get(territoryId) ?? territoryId}${seatId === undefined ? '' : ` (${say('siège', 'seat')} ${plainText(seatId)})`}`,
      paint.bold,
    );
  const sentences = (reasons: readonly Reason[], prefix = '    '): string[] =>
    reasons.flatMap(({ text }) => wrapped(prefix, plainText(text[language])));
  const placeLines = (territoryId: string, { seatId, reasons, members }: WhyHere): string[] => [
    ...nameLines(territoryId, seatId),
    ...sentences(reasons.filter((reason) => !isAlternative(reason))),
    ...sentences(reasons.filter(isAlternative)),
    ...(members.length > 0
      ? [`    ${say('Ce qu’il partage avec chacun :', 'What it shares with each:')}`]
      : []),
    ...sentences(members, '      – '),
  ];
  const workshops = plan.workshops.flatMap(({ id, title }, place) => {
    const lines = explanations.flatMap(({ territoryId, placements }) =>
      placements.flatMap((why) => (why.workshopId === id ? placeLines(territoryId, why) : [])),
    );
    if (lines.length === 0) return [];
    const heading = `${say('Atelier', 'Workshop')} ${place + 1} · `;
    return [...wrapped(heading, plainText(title[language]), paint.bold), ...lines, ''];
  });
  const unplaced = explanations.flatMap((each) => each.unplaced);
  const nowhere =
    unplaced.length === 0
      ? []
      : [
          paint.bold(say('Sans atelier', 'Without a workshop')),
          ...unplaced.flatMap(({ territoryId, reason }) => [
            ...nameLines(territoryId),
            ...sentences([reason]),
          ]),
          '',
        ];
  return `${[...workshops, ...nowhere].join('\n').trimEnd()}\n`;
}
