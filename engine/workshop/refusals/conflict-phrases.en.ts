import type { GroupBounds } from '../../methods/grouping/problem/grouping-problem.js';
import type { ConflictPhrases } from './conflict-phrases.js';

/** The phrases, for a grouping of territories or of seats. */
export function conflictPhrases(unit: 'territory' | 'seat'): ConflictPhrases {
  const units = unit === 'seat' ? delegates : territories;
  return {
    ...phrases,
    unfitSizes: (order, count, bounds) => sayUnfitSizes(units(order), order, count, bounds),
    unfitTotals: (order, smallest, largest) => sayUnfitTotals(units, order, smallest, largest),
  };
}

const phrases: Omit<ConflictPhrases, 'unfitSizes' | 'unfitTotals'> = {
  names: (names) => {
    if (names.length > 6) return `${names.slice(0, 5).join(', ')} and ${names.length - 5} others`;
    return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join('');
  },
  withSizes: (count, bounds) => {
    const sizes = bounds ? ` ${range(bounds)}` : '';
    return count === null ? `workshops${sizes}` : `${workshops(count)}${sizes}`;
  },
  together: (names) => `${names} in the same workshop`,
  apart: (names) => `${names} in different workshops`,
  pinned: (names, workshop) => `${names} in workshop ${workshop}`,
  cannotHold: (rules, sizes) => {
    const start = sizes ? `With ${sizes}, ` : '';
    const [only] = rules;
    const sentence =
      rules.length === 1
        ? `this request cannot be met: ${only}.`
        : `these requests cannot be met together: ${rules.join('; ')}.`;
    return start + (start ? sentence : sentence[0]?.toUpperCase() + sentence.slice(1));
  },
  bounds: (bounds, workshop) =>
    workshop === undefined ? `workshops ${range(bounds)}` : `workshop ${workshop} ${range(bounds)}`,
  count: (count) => workshops(count),
  lowerMinima: (places) => `lowering the smallest sizes by ${seats(places)} in all`,
  raiseMaxima: (places) => `raising the largest sizes by ${seats(places)} in all`,
  dropTogether: (names) => `no longer bringing ${names} together`,
  dropApart: (names) => `no longer keeping ${names} apart`,
  dropPinned: (name, workshop) => `no longer placing ${name} in workshop ${workshop}`,
  dropPinnedSome: (names, workshop, others) =>
    `no longer placing ${names} in workshop ${workshop}${others > 0 ? ` (or ${others} others of those pinned there)` : ''}`,
  waysOut: (changes, enough) =>
    enough
      ? `Possible: ${phrases.or(changes)}.`
      : `To begin with: ${phrases.or(changes)}; another disagreement will remain.`,
  crowded: (name, seatCount, most) =>
    `${name} has ${seatCount} seats, each to be in a different workshop, and there are ${workshops(most)} at most.`,
  fewConcerned: (concerned, required, bounds) => {
    if (required > bounds.max)
      return `Rules bring ${territories(required)} into a workshop ${range(bounds)}.`;
    if (concerned >= bounds.min)
      return `The rules leave no workshop ${range(bounds)} among the ${territories(concerned)} that the referral concerns.`;
    return concerned === 0
      ? 'No territory declared a need or an experience of the problems of the referral: add neighbouring problems.'
      : `${territories(concerned)} declared a need or an experience of the problems of the referral; ${bounds.min} are needed.`;
  },
  or: (changes) => changes.join(', or '),
};

function sayUnfitSizes(units: string, order: number, count: number | null, bounds: GroupBounds): string {
  if (count === null) return `${units} cannot be divided into workshops ${range(bounds)}.`;
  const needed =
    order < count * bounds.min
      ? `they need at least ${count * bounds.min}`
      : `they hold no more than ${count * bounds.max}`;
  return `${units} cannot be divided into ${workshops(count)} ${range(bounds)}: ${needed}.`;
}

function sayUnfitTotals(
  units: (count: number) => string,
  order: number,
  smallest: number,
  largest: number,
): string {
  return order < smallest
    ? `The workshops need at least ${units(smallest)} in all; there are ${order}.`
    : `The workshops hold at most ${units(largest)} in all; there are ${order}.`;
}

function range({ min, max }: GroupBounds): string {
  return min === max ? `of ${max}` : `of ${min} to ${max}`;
}

function territories(count: number): string {
  return `${count} ${count === 1 ? 'territory' : 'territories'}`;
}

function delegates(count: number): string {
  return `${count} ${count === 1 ? 'seat' : 'seats'}`;
}

function workshops(count: number): string {
  return `${count} ${count === 1 ? 'workshop' : 'workshops'}`;
}

function seats(count: number): string {
  return `${count} ${count === 1 ? 'place' : 'places'}`;
}
