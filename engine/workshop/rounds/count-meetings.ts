import { groundOfRules } from '../rules/ground-of-rules.js';
import { unitGround } from '../unit-ground.js';
import type { RoundsInput } from './rounds-input.js';

export interface MeetingCounts {
  /** meetings beyond the first, the history counting as earlier ones, summed over pairs */
  readonly repeats: number;
  /** of these, between units that a hard rule keeps together */
  readonly byRule: number;
  /** pairs that meet in some round, and pairs that may */
  readonly pairsMet: number;
  readonly pairs: number;
}

/** Who meets whom in the rounds; units that are always apart are no pair. */
export function countMeetings(
  { whole, history }: Pick<RoundsInput, 'whole' | 'history'>,
  groupOf: readonly Int32Array[],
): MeetingCounts {
  const order = whole.territoryIds.length;
  const key = (i: number, j: number): number => Math.max(i, j) * order + Math.min(i, j);
  const before = new Map<number, number>();
  for (const [i, j, times] of history) before.set(key(i, j), (before.get(key(i, j)) ?? 0) + times);
  const bound = pairsTogether(whole, key);
  const counts = { repeats: 0, byRule: 0, pairsMet: 0 };
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < i; j++) {
      const now = groupOf.filter((round) => round[i] !== -1 && round[i] === round[j]).length;
      if (now === 0) continue;
      counts.pairsMet++;
      const again = (before.get(key(i, j)) ?? 0) > 0 ? now : now - 1;
      counts.repeats += again;
      if (bound.has(key(i, j))) counts.byRule += again;
    }
  }
  return { ...counts, pairs: (order * (order - 1)) / 2 - (whole.apart?.length ?? 0) };
}

function pairsTogether(whole: RoundsInput['whole'], key: (i: number, j: number) => number): Set<number> {
  const { units, facts } = groundOfRules(whole);
  const ground = unitGround(units, facts);
  const bound = new Set<number>();
  for (const rule of whole.rules) {
    if (rule.kind !== 'together' || rule.level !== 'hard') continue;
    for (const block of ground.delegationsOf(rule)) {
      for (const i of block) for (const j of block) if (i !== j) bound.add(key(i, j));
    }
  }
  return bound;
}
