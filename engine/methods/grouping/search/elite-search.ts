import type { Rng } from '../../../random/rng.js';
import type { AnnealingRun, SearchControl } from './annealing-run.js';
import { frozen, melting, scattering } from './cooling-window.js';
import { ElitePool } from './elite-pool.js';
import { feasibleGrouping } from './feasible-grouping.js';
import type { GroupingState } from './grouping-state.js';
import { recombine } from './recombination.js';
import { repair } from './repair.js';

/** Sweeps × blocks that pay for a pool of elites and many children: with fewer, one long cycle reaches more. */
export const enoughForElites = 24_000_000;

/**
 * Memetic search (Moscato 1989, Caltech C3P report 826): coolings from scratch fill a pool, then what two of it agree on
 * is completed and cooled from a lower temperature, again and again. A pool that has settled gives way to another as long
 * as the time left is what it took to find its best; the better halves of both then become one, as islands do that were
 * bred apart (Whitley, Rana, Heckendorn 1999, hrcak.srce.hr/en/clanak/221148). Ends with the run. `loss`: the unit of temperatures;
 * `affordable`: the sweeps there is time for.
 */
export function recombineElites(
  run: AnnealingRun,
  state: GroupingState,
  rng: Rng,
  loss: number,
  { restart, shouldStop, remaining = untold }: SearchControl,
  affordable: number,
): void {
  const { rules } = state;
  const schedule = poolOf(slow, affordable, rules.blockCount) >= mostElites ? slow : quick;
  const eliteCount = Math.max(2, Math.min(mostElites, poolOf(schedule, affordable, rules.blockCount)));
  const cool = (pool: ElitePool, groupOf: Int32Array, length: number, hot: number): boolean => {
    state.adopt(groupOf);
    repair(state, rng, shouldStop);
    run.anneal(length * rules.blockCount, hot * loss, frozen * loss);
    return pool.add(state.objective, state.groupOf);
  };
  const coolAfresh = (pool: ElitePool): boolean => cool(pool, restart(), schedule.fresh, schedule.hot);
  const coolChild = (pool: ElitePool): boolean => {
    const parents = pool.draw(rng);
    // few optima: all coolings end in the same one
    if (!parents) return coolAfresh(pool);
    const preferred = recombine(...parents, rules.groupCount, rng);
    const child = feasibleGrouping(rules, rng, { preferred });
    return cool(pool, child.outcome === 'found' ? child.groupOf : parents[0], schedule.child, mixing);
  };
  const hasSettled = (idle: number): boolean => idle >= patience * eliteCount;
  let former: ElitePool | undefined;
  while (!run.isOver()) {
    const pool = new ElitePool(eliteCount, state.weights.tolerance);
    const atFirst = remaining();
    // twice as many coolings at most, where some end in the same grouping
    for (let k = 0; k < 2 * eliteCount && !pool.isFull && !run.isOver(); k++) coolAfresh(pool);
    let atBest = remaining();
    const breed = (isEnough: (idle: number) => boolean): void => {
      let idle = 0;
      while (!run.isOver() && !isEnough(idle)) {
        idle++;
        if (!coolChild(pool)) continue;
        idle = 0;
        atBest = remaining();
      }
    };
    if (former) {
      breed((idle) => hasSettled(idle) || remaining() <= unionShare * atFirst);
      pool.unite(former);
    }
    breed((idle) => hasSettled(idle) && remaining() > atFirst - atBest);
    former = pool;
  }
}

/** Where nobody says how much time is left, there is always enough. */
const untold = (): number => 1;

/** Children without a better one, for each elite, after which a pool is taken to have settled. */
const patience = 4;

/** What is left of the time of a later pool when it is united with the one before, settled or not. */
const unionShare = 0.4;

const mostElites = 24;

/** Where the child of two elites starts: hotter forgets its parents, colder ends in one of them again. */
const mixing = 0.2;

interface Schedule {
  /** where a cooling from scratch starts, in typical losses */
  readonly hot: number;
  /** sweeps for each block of a cooling from scratch, and of one that starts from what two elites agree on */
  readonly fresh: number;
  readonly child: number;
  /** the share of the sweeps that goes to the pool */
  readonly poolShare: number;
}

const slow: Schedule = { hot: scattering, fresh: 25, child: 20, poolShare: 0.25 };

/** Where the time does not pay for a full pool of slow coolings, which cost most while they are hot. */
const quick: Schedule = { hot: melting, fresh: 18, child: 15, poolShare: 0.15 };

/** The coolings from scratch that the sweeps pay for. */
function poolOf({ fresh, poolShare }: Schedule, affordable: number, blockCount: number): number {
  return Math.ceil((poolShare * affordable) / (fresh * blockCount));
}
