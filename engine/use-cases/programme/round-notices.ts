import type { ProgrammeNotice } from '../../model/programme-notice.js';
import type { Options } from '../../options.js';
import type { ComposedRounds } from '../../workshop/rounds/compose-rounds.js';
import type { RoundUnits } from './round-units.js';

/** below this share of a single round's likeness, an organiser may rather meet the same people again */
const muchGivenUp = 0.8;

/** What the rounds could not give: workshops, places, ever new company. */
export function roundNotices(
  { frames, groupOf, repeats, fewestPossible, byRule }: ComposedRounds,
  kept: number,
  { rounds: { whole, sizes } }: RoundUnits,
  { workshop: { workshopCount }, programme: { repeatCost } }: Pick<Options, 'workshop' | 'programme'>,
): ProgrammeNotice[] {
  return [
    ...frames.flatMap(({ present, count, made }, r): ProgrammeNotice[] => {
      const round = r + 1;
      const there = present.length;
      const out = present.filter((unit) => groupOf[r]?.[unit] === -1);
      return [
        ...(made === 'small'
          ? [{ code: 'small-round' as const, facts: { round, present: there, minSize: sizes[r]?.min ?? 0 } }]
          : []),
        ...(made === 'fewer'
          ? [
              {
                code: 'fewer-workshops' as const,
                facts: { round, asked: workshopCount ?? 0, held: count, present: there },
              },
            ]
          : []),
        ...(out.length > 0 && count > 0
          ? [
              {
                code: 'sits-out' as const,
                facts: { round, participantIds: out.map((unit) => whole.territoryIds[unit] ?? '') },
              },
            ]
          : []),
      ];
    }),
    ...(repeats > 0
      ? [
          {
            code: 'meets-again' as const,
            facts: { rounds: groupOf.length, repeats, fewestPossible, byRule },
          },
        ]
      : []),
    ...(repeatCost === null && kept < muchGivenUp
      ? [{ code: 'likeness-given-up' as const, facts: { kept: Math.round(1000 * kept) / 1000 } }]
      : []),
  ];
}
