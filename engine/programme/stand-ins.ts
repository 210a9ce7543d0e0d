import type { DutyProblem } from '../methods/duties/duty-problem.js';
import { shareDuties } from '../methods/duties/share-duties.js';
import type { ChairGround } from './chair-people.js';
import type { MixedChairs } from './mixed-chairs.js';

/**
 * By place: who chairs where a woman or a man is missing (none, one or two people).
 *
 * Someone present who chairs nothing else in the round and comes from another territory than the other chair:
 * first whose civility is not stated, then any holder, then a deputy; fewest duties first.
 */
export function standIns(ground: ChairGround, { womanOf, manOf }: MixedChairs): number[][] {
  const { places, houseOf } = ground;
  const named = places.map((_, k) => [womanOf[k] ?? -1, manOf[k] ?? -1].filter((p) => p !== -1));
  const called: number[][] = places.map(() => []);
  for (let pass = 0; pass < 2; pass++) {
    const chairs = places.map((_, k) => [...(named[k] ?? []), ...(called[k] ?? [])]);
    const busy = new Set(places.flatMap(({ round }, k) => (chairs[k] ?? []).map((p) => `${round} ${p}`)));
    const free = places.map(({ round, present }, k) => {
      const there = chairs[k] ?? [];
      if (there.length >= 2) return [];
      return present.filter(
        (p) => !busy.has(`${round} ${p}`) && there.every((q) => houseOf[q] !== houseOf[p]),
      );
    });
    shareDuties(standInProblem(ground, chairs, free)).holderOf.forEach((p, k) => {
      if (p !== -1) called[k]?.push(p);
    });
  }
  return called;
}

function standInProblem(
  { people, places, rounds }: ChairGround,
  chairs: readonly (readonly number[])[],
  free: readonly (readonly number[])[],
): DutyProblem {
  const past = people.map(({ pastDuties = 0 }) => pastDuties);
  for (const p of chairs.flat()) past[p] = (past[p] ?? 0) + 1;
  return {
    people: people.length,
    rounds,
    roundOf: places.map(({ round }) => round),
    candidates: free,
    past,
    level: people.map(
      ({ role, civility }) => (role === 'deputy' ? 2 : 0) + (civility === 'unspecified' ? 0 : 1),
    ),
  };
}
