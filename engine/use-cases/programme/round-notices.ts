import type { ProgrammeNotice } from '../../model/programme-notice.js';
import type { Options } from '../../options.js';
import type { ComposedRounds } from '../../workshop/rounds/compose-rounds.js';
import type { RoundUnits } from './round-units.js';

/** What the rounds could not give: workshops, places, ever new company. */
export function roundNotices(
  { frames, groupOf, repeats, fewestPossible, byRule }: ComposedRounds,
  { rounds: { whole, sizes } }: RoundUnits,
  { workshop: { workshopCount } }: Pick<Options, 'workshop'>,
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
  ];
}
