import type { Reason } from '../../model/reason.js';
import type { Territory } from '../../model/territory.js';
import type { NameBook } from '../name-book.js';
import { statePlace } from './place-reasons.js';

/** One replacement in the workshop of a referral; territories by index. */
export interface Rivalry {
  readonly leavers: readonly number[];
  readonly joiners: readonly number[];
  /** share of what the workshop is worth that would be lost; below 0 it gains */
  readonly loss: number;
}

/** The best replacement of each member, and by each territory that was not chosen. */
export interface Rivals {
  readonly ofMember: ReadonlyMap<number, Rivalry>;
  readonly ofOutsider: ReadonlyMap<number, Rivalry>;
  /** why nobody can replace a member, for those whom nobody can */
  readonly irreplaceable: ReadonlyMap<number, 'required' | 'nobody' | 'rules'>;
}

/** as many as an organiser may want to think of */
const mostNearest = 3;

/** Who was nearest to being chosen instead of member i, or why nobody can replace it. */
export function rivalReason(
  { ofMember, irreplaceable }: Rivals,
  i: number,
  territories: readonly Territory[],
  names: NameBook,
): Reason[] {
  const best = ofMember.get(i);
  const why = irreplaceable.get(i);
  if (!best) return why ? [statePlace('no-replacement', { why }, names)] : [];
  const facts = { territoryIds: idsOf(best.joiners, territories), lossPercent: tenth(100 * best.loss) };
  return [statePlace('next-best-replacement', facts, names)];
}

/** Those who were nearest to being chosen, the nearest first. */
export function nearestReason(
  { ofOutsider }: Rivals,
  territories: readonly Territory[],
  names: NameBook,
): Reason[] {
  const nearest = [...ofOutsider].sort(([i, a], [j, b]) => a.loss - b.loss || i - j).slice(0, mostNearest);
  if (nearest.length === 0) return [];
  const facts = {
    territoryIds: nearest.map(([j]) => territories[j]?.id ?? ''),
    insteadOfIds: nearest.map(([, { leavers }]) => territories[leavers[0] ?? -1]?.id ?? ''),
    lossPercents: nearest.map(([, { loss }]) => String(tenth(100 * loss))),
  };
  return [statePlace('nearest-to-referral', facts, names)];
}

function idsOf(indices: readonly number[], territories: readonly Territory[]): string[] {
  return indices.map((i) => territories[i]?.id ?? '');
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
