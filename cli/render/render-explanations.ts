import pc from 'picocolors';
import type { Language, Plan } from '../../engine/index.js';
import { saying } from '../../exchange/locale/saying.js';
import { plainText } from './render-plain.js';
import { wrapped } from './render-wrapped.js';

/**
 * The reasons of a plan as sentences, workshop by workshop, or for the territories named alone, with those
 * who sit nowhere and how the plan came about. At most 100 columns.
 */
export function renderExplanations(
  plan: Plan,
  only: ReadonlySet<string> | null,
  language: Language,
  colour: boolean,
): string {
  const paint = pc.createColors(colour);
  const say = saying(language);
  const names = new Map(plan.assembly.territories.map(({ id, name }) => [id, plainText(name)]));
  const told = (territoryId: string): boolean => only === null || only.has(territoryId);
  const reasonLines = (territoryId: string, sentences: readonly string[]): string[] => [
    ...wrapped('  • ', names.get(territoryId) ?? territoryId, paint.bold),
    ...sentences.flatMap((sentence) => wrapped('    ', plainText(sentence))),
  ];
  const workshops = plan.workshops.flatMap(({ id, title }, place) => {
    const placements = plan.placements.filter(
      ({ workshopId, territoryId }) => workshopId === id && told(territoryId),
    );
    if (placements.length === 0) return [];
    return [
      ...wrapped(`${say('Atelier', 'Workshop')} ${place + 1} · `, plainText(title[language]), paint.bold),
      ...placements.flatMap(({ territoryId, reasons }) =>
        reasonLines(
          territoryId,
          reasons.map(({ text }) => text[language]),
        ),
      ),
      '',
    ];
  });
  const unplaced = plan.unplaced.filter(({ territoryId }) => told(territoryId));
  const nowhere =
    unplaced.length === 0
      ? []
      : [
          paint.bold(say('Sans atelier', 'Without a workshop')),
          ...unplaced.flatMap(({ territoryId, reason }) => reasonLines(territoryId, [reason.text[language]])),
          '',
        ];
  return `${[...workshops, ...nowhere].join('\n').trimEnd()}\n`;
}
