import { pairingReasons, unpairedReason } from '../explain/reasons/pairing-reasons.js';
import type { Assembly } from '../model/assembly.js';
import type { Pairing, Pairings } from '../model/pairings.js';
import type { ComposedPairings } from '../pairing/compose-pairings.js';
import type { PairingInput } from '../pairing/pairing-value.js';

export type DescribedPairings = Pick<Pairings, 'pairings' | 'unpaired' | 'pairingTotals'>;

/** Turns the indices of pairings back into ids, with their reasons. */
export function describePairings(
  { territories, taxonomy }: Pick<Assembly, 'territories' | 'taxonomy'>,
  input: PairingInput,
  { pairs, unpaired, totals }: ComposedPairings,
): DescribedPairings {
  const idOf = (i: number): string => territories[i]?.id ?? '';
  const { km, located } = input.distances;
  const reasons = pairingReasons(pairs, { ...input, territories, taxonomy });
  return {
    pairings: pairs.map(({ i, j, value, forth, back, reciprocal, imposed, third }, k): Pairing => {
      const distance = located[i] && located[j] ? { distanceKm: km.values[i * km.columns + j] ?? 0 } : {};
      return {
        territoryIds: [idOf(i), idOf(j)],
        value,
        shows: [forth, back],
        reciprocal,
        ...(imposed && { imposed }),
        ...(third && { third: { territoryId: idOf(third.k), value: third.value } }),
        ...distance,
        reasons: reasons[k] ?? [],
      };
    }),
    unpaired: unpaired.flatMap(({ i, code }) => {
      const territory = territories[i];
      return territory
        ? [{ territoryId: territory.id, reason: unpairedReason(code, territory, taxonomy) }]
        : [];
    }),
    pairingTotals: totals,
  };
}
