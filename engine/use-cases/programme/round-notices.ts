import type { ProgrammeNotice } from '../../model/programme-notice.js';
import type { Options } from '../../options.js';
import { muchGivenUp } from '../../workshop/rounds/accept-repeats.js';
import type { ComposedRounds } from '../../workshop/rounds/compose-rounds.js';
import type { RoundUnits } from './round-units.js';

/** What the rounds could not give: workshops, places, ever new company. */
export function roundNotices(
  composed: ComposedRounds,
  { rounds: { whole, sizes } }: RoundUnits,
  { workshop: { workshopCount }, programme: { repeatCost } }: Pick<Options, 'workshop' | 'programme'>,
): ProgrammeNotice[] {
  const { frames, groupOf, repeats, fewestPossible, byRule } = composed;
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
    ...(repeatCost === null && composed.coherence.kept < muchGivenUp ? [likenessGivenUp(composed)] : []),
  ];
}

function likenessGivenUp({ groupOf, repeats, coherence, accepted }: ComposedRounds): ProgrammeNotice {
  const thousandths = (share: number): number => Math.round(1000 * share) / 1000;
  return {
    code: 'likeness-given-up',
    facts: {
      kept: thousandths(coherence.kept),
      repeats,
      meetings: groupOf.reduce((sum, round) => sum + pairsWithin(round), 0),
      ...(accepted && {
        repeatCost: accepted.repeatCost,
        repeatsThen: accepted.repeats,
        keptThen: thousandths(accepted.kept),
      }),
    },
  };
}

/** Pairs of units in one workshop. */
function pairsWithin(groupOf: Int32Array): number {
  const sizes = new Map<number, number>();
  for (const g of groupOf) if (g !== -1) sizes.set(g, (sizes.get(g) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}
