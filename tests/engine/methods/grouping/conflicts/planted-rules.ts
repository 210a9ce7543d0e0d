import type {
  Allowed,
  GroupingRules,
  Quota,
} from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { createRng, type Rng } from '../../../../../engine/random/rng.js';

/** Rules of every kind that a drawn grouping of some twenty units keeps, tight on what it holds. */
export function plantedRules(seed: number): GroupingRules {
  const rng = createRng(seed);
  const groupCount = 3 + rng.integer(2);
  const order = 6 * groupCount;
  const groupOf = Array.from({ length: order }, (_, i) =>
    i < 5 * groupCount ? i % groupCount : rng.integer(groupCount),
  );
  const sizes = groupOf.reduce((held, g) => held.with(g, held[g]! + 1), Array<number>(groupCount).fill(0));
  const some = (share: number): number[] => [...groupOf.keys()].filter(() => rng.next() < share);
  const quotas = [some(0.3), some(0.4)].map((units): Quota => {
    const held = heldBy(units, groupOf, groupCount);
    return { units, min: Math.min(...held), max: Math.max(...held) };
  });
  const units = some(0.2);
  const held = heldBy(units, groupOf, groupCount).filter((count) => count > 0);
  if (held.length > 0) quotas.push({ units, min: Math.min(...held), orNone: true });
  const kinds = [some(0.2), some(0.2), some(0.2), some(0.2)];
  const kindsIn = sizes.map((_, g) => kinds.filter((kind) => kind.some((i) => groupOf[i] === g)).length);
  return {
    order,
    groups: sizes.map((size) => ({ min: Math.max(1, size - 1), max: size + 1 })),
    together: [0, 1, 2].map((g) => groupOf.flatMap((h, i) => (h === g ? [i] : [])).slice(0, 2 + (g % 2))),
    apart: pairsApart(groupOf, rng),
    allowed: some(0.15).map((i): Allowed => [i, [groupOf[i]!, rng.integer(groupCount)]]),
    quotas,
    varieties: [{ kinds, min: Math.min(...kindsIn) }].filter(({ min }) => min > 0),
  };
}

function heldBy(units: readonly number[], groupOf: readonly number[], groupCount: number): number[] {
  return Array.from({ length: groupCount }, (_, g) => units.filter((i) => groupOf[i] === g).length);
}

function pairsApart(groupOf: readonly number[], rng: Rng): [number, number][] {
  const pairs = Array.from({ length: 8 }, (): [number, number] => [
    rng.integer(groupOf.length),
    rng.integer(groupOf.length),
  ]);
  return pairs.filter(([i, j]) => groupOf[i] !== groupOf[j]);
}
