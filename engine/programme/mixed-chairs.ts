import type { DutyProblem } from '../methods/duties/duty-problem.js';
import { pairDuties } from '../methods/duties/pair-duties.js';
import type { Rng } from '../random/rng.js';
import { shuffle } from '../random/shuffle.js';
import type { ChairGround } from './chair-people.js';

export interface MixedChairs {
  /** by place: the woman who chairs, −1 none */
  readonly womanOf: Int32Array;
  readonly manOf: Int32Array;
  /** no other choice has fewer empty chairs, fewer deputies, or is more even */
  readonly proven: boolean;
}

/**
 * A woman and a man of two territories for each place, as far as there are; deputies where holders do not
 * suffice; duties as even as can be, past ones included (see pairDuties). Whom luck favours among equals
 * comes from the rng.
 */
export function mixedChairs(ground: ChairGround, rng: Rng): MixedChairs {
  const { people, places, rounds, houseOf } = ground;
  const order = Uint32Array.from(people.keys());
  shuffle(order, rng);
  const rankOf = new Uint32Array(people.length);
  order.forEach((p, rank) => {
    rankOf[p] = rank;
  });
  const sideOf = (civility: 'F' | 'M'): DutyProblem => ({
    people: people.length,
    rounds,
    roundOf: places.map(({ round }) => round),
    candidates: places.map(({ present }) =>
      present.filter((p) => people[p]?.civility === civility).map((p) => rankOf[p] ?? 0),
    ),
    past: Array.from(order, (p) => people[p]?.pastDuties ?? 0),
    level: Array.from(order, (p) => (people[p]?.role === 'deputy' ? 1 : 0)),
  });
  const houses = Array.from(order, (p) => houseOf[p] ?? 0);
  const { holderOf, proven } = pairDuties({ sides: [sideOf('F'), sideOf('M')], houses: [houses, houses] });
  const [womanOf, manOf] = holderOf.map((held) =>
    held.map((rank) => (rank === -1 ? -1 : (order[rank] ?? -1))),
  );
  return { womanOf: womanOf ?? new Int32Array(0), manOf: manOf ?? new Int32Array(0), proven };
}
