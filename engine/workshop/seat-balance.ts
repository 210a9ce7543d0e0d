import { targetShareCriterion } from '../criteria/target-share.js';
import type { Criterion } from '../model/criterion.js';
import type { Rule } from '../model/rule.js';
import type { OccupiedSeat } from './seats-in-office.js';

/**
 * Each workshop as the whole day is: the share of women, of men and of each college there aims at their share
 * among all the seats placed. Soft, each with the given weight; none for weight 0, nor for what a rule of the
 * organiser already asks shares of.
 */
export function seatBalance(
  seats: readonly OccupiedSeat[],
  rules: readonly Rule[],
  weight: number,
): Criterion[] {
  if (weight === 0) return [];
  const asked = new Set(rules.flatMap((rule) => (rule.kind === 'target-share' ? [rule.attribute] : [])));
  return [
    ...(asked.has('civility')
      ? []
      : sharesOf(seats, 'parity', ({ civility }) => (civility === 'unspecified' ? undefined : civility))),
    ...(asked.has('college') ? [] : sharesOf(seats, 'college', ({ college }) => college)),
  ].map(({ ruleId, units, share }) => targetShareCriterion({ ruleId, level: 'soft', weight, units, share }));
}

/** One share a value, by value; when two values cover every seat, the second says nothing more than the first. */
function sharesOf(
  seats: readonly OccupiedSeat[],
  name: string,
  statedBy: (seat: OccupiedSeat) => string | undefined,
): { readonly ruleId: string; readonly units: number[]; readonly share: number }[] {
  const unitsOf = new Map<string, number[]>();
  for (const [i, seat] of seats.entries()) {
    const value = statedBy(seat);
    if (value !== undefined) unitsOf.set(value, [...(unitsOf.get(value) ?? []), i]);
  }
  const values = [...unitsOf.keys()].sort();
  const stated = [...unitsOf.values()].reduce((sum, { length }) => sum + length, 0);
  const told = values.length === 2 && stated === seats.length ? values.slice(0, 1) : values;
  return told.flatMap((value) => {
    const units = unitsOf.get(value) ?? [];
    const share = units.length / seats.length;
    return share < 1 ? [{ ruleId: `${name}:${value}`, units, share }] : [];
  });
}
