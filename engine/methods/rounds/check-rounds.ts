import { EngineError } from '../../engine-error.js';
import { checkGrouping } from '../grouping/problem/check-grouping.js';
import type { RoundsProblem } from './rounds-problem.js';

/**
 * Refuses rounds whose numbers cannot be used, or whose groups cannot be filled by those who are there.
 * More units than places is no error: those left over sit out.
 *
 * @throws EngineError `bad-order`, `bad-weights`, `bad-bounds`, `bad-unit`, `bad-round`, `bad-history`,
 * `bad-repeat-cost`, `too-few-units`
 */
export function checkRounds(problem: RoundsProblem): void {
  const { order, rounds, repeatCost } = problem;
  checkGrouping({ order, weights: problem.weights ?? new Float64Array(order * order || 0), groups: [] });
  if (repeatCost !== undefined && !(repeatCost >= 0)) {
    throw new EngineError(
      'bad-repeat-cost',
      `repeatCost is ${repeatCost}.`,
      'give a number, zero or more, or leave it out to avoid repeats above all.',
      repeatCost,
    );
  }
  rounds.forEach((groups, r) => {
    groups.forEach(({ min, max }, g) => {
      checkBounds(min, max, g, r);
    });
  });
  checkAbsent(problem);
  checkHistory(problem);
  checkSizes(problem);
}

/** here[r × order + i] = 1 if unit i is there in round r. */
export function presence({ order, rounds, absent }: RoundsProblem): Uint8Array {
  const here = new Uint8Array(rounds.length * order).fill(1);
  for (const [r, i] of absent ?? []) here[r * order + i] = 0;
  return here;
}

function checkBounds(min: number, max: number, g: number, r: number): void {
  const whole = Number.isInteger(min) && Number.isInteger(max) && min >= 0;
  if (whole && min <= max) return;
  throw new EngineError(
    'bad-bounds',
    `Group ${g} of round ${r} has bounds ${min}..${max}.`,
    whole ? `they are crossed: ${max}..${min}.` : 'give whole numbers, 0 or more.',
    [min, max],
  );
}

function checkAbsent({ order, rounds, absent }: RoundsProblem): void {
  for (const [r, i] of absent ?? []) {
    if (!isIndex(r, rounds.length)) {
      throw new EngineError(
        'bad-round',
        `absent names round ${r}, but rounds go from 0 to ${rounds.length - 1}.`,
        'rounds are counted from 0; absent holds [round, unit], in that order.',
        [r, i],
      );
    }
    checkUnit(i, order, 'absent', [r, i]);
  }
}

function checkHistory({ order, history }: RoundsProblem): void {
  for (const entry of history ?? []) {
    const [i, j, times] = entry;
    checkUnit(i, order, 'history', entry);
    checkUnit(j, order, 'history', entry);
    if (i !== j && Number.isInteger(times) && times >= 0 && times <= mostMeetings) continue;
    throw new EngineError(
      'bad-history',
      `history says that units ${i} and ${j} met ${times} times.`,
      `name two different units and a whole number from 0 to ${mostMeetings}.`,
      entry,
    );
  }
}

/** so that sums of counts stay within 16 bits */
const mostMeetings = 999;

function checkSizes(problem: RoundsProblem): void {
  const { order, rounds } = problem;
  const here = presence(problem);
  rounds.forEach((groups, r) => {
    let present = 0;
    for (let i = 0; i < order; i++) present += here[r * order + i] ?? 0;
    const least = groups.reduce((sum, { min }) => sum + min, 0);
    if (present >= least) return;
    const fitting = groupsFilled(
      groups.map(({ min }) => min),
      present,
    );
    throw new EngineError(
      'too-few-units',
      `Round ${r} has ${present} units for groups that need ${least} at least.`,
      `hold ${fitting} ${fitting === 1 ? 'group' : 'groups'} in that round, or lower the smallest sizes by ${least - present} in all.`,
      { round: r, present, needed: least, groupCount: fitting },
    );
  });
}

/** How many groups can be filled if those that need most are given up. */
function groupsFilled(smallest: readonly number[], present: number): number {
  let left = present;
  const filled = [...smallest]
    .sort((a, b) => a - b)
    .filter((min) => {
      left -= min;
      return left >= 0;
    });
  return filled.length;
}

function isIndex(k: number, count: number): boolean {
  return Number.isInteger(k) && k >= 0 && k < count;
}

function checkUnit(i: number, order: number, where: string, entry: unknown): void {
  if (isIndex(i, order)) return;
  throw new EngineError(
    'bad-unit',
    `${where} names unit ${i}, but units go from 0 to ${order - 1}.`,
    'the index was taken from another list.',
    entry,
  );
}
