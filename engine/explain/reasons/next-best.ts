import type { Criterion } from '../../model/criterion.js';
import { groupOfEach } from '../../numeric/group-members.js';

/** A grouping in which each unit sits in one workshop at most, and what holds it. */
export interface StandingGrouping {
  /** order × order, symmetric: what two units in one workshop are worth */
  readonly weights: Float64Array;
  readonly order: number;
  /** the members of each workshop */
  readonly workshops: readonly (readonly number[])[];
  readonly minSize: number;
  readonly maxSize: number;
  /** every rule, those that must hold included; a rule may be several criteria */
  readonly rules: readonly { readonly level: 'hard' | 'soft'; readonly criterion: Criterion }[];
}

/** A change that takes one unit elsewhere. */
export interface Alternative {
  readonly workshop: number;
  /** who comes in exchange; −1: nobody, it moves alone */
  readonly exchangedWith: number;
  /** which seat of it, where seats are placed */
  readonly exchangedSeatId?: string;
  /** where a territory may sit in several workshops: who would take the place it leaves, or leave the workshop it goes to */
  readonly succeededBy?: readonly number[];
  /** the workshop these would leave for it; −1: none */
  readonly succeededFrom?: number;
  readonly insteadOf?: readonly number[];
  /** share of the mean worth of a pair that the whole plan loses, soft rules counted; below 0 it gains */
  readonly loss: number;
}

export interface Alternatives {
  /** the best change within sizes and hard rules; null if there is none */
  readonly best: Alternative | null;
  /** the best change within sizes alone, rules forgotten, where it gains and rules are what forbids or outweighs it */
  readonly held: (Alternative & { readonly ruleIds: readonly string[] }) | null;
  /** where a territory may sit in several workshops: who would best take its place, and the loss */
  readonly successor?: { readonly units: readonly number[]; readonly loss: number };
  /** why there is no other workshop, where that is known; the workshops on its other problems */
  readonly obstacle?: {
    readonly kind: 'no-topic' | 'in-all' | 'at-minimum' | 'rules';
    readonly workshops: readonly number[];
  };
}

/** a gain that would be told as 0.0 % is none */
const leastGain = 5e-4;
const rounding = 1e-9;

/**
 * For each unit the best other workshop, by a move or an exchange, and what it costs exactly: the mean worth of a pair,
 * (Σ w − soft costs) / pairs, before and after. Of equal changes the first workshop, then the move, then the first
 * partner. Nothing for a unit that sits nowhere. O(order²) changes; rules are asked only of those that could win.
 */
export function alternativesOf(standing: StandingGrouping): Alternatives[] {
  const { order, weights, workshops, rules } = standing;
  const groupOf = groupOfEach(workshops, order);
  const sums = workshops.map((members) => sumsTo(members, weights, order));
  const pairs = workshops.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  const worth = sumWithin(workshops, sums);
  const softCost = rules.reduce(
    (sum, { level, criterion }) =>
      sum + (level === 'soft' ? criterion.weight * criterion.evaluate(groupOf) : 0),
    0,
  );
  const board = { ...standing, groupOf, sums, pairs, worth, softCost };
  return Array.from({ length: order }, (_, i) =>
    (groupOf[i] ?? -1) < 0 ? { best: null, held: null } : alternativesFor(board, i),
  );
}

interface Board extends StandingGrouping {
  readonly groupOf: Int32Array;
  /** by workshop: Σ of weights from each unit to its members */
  readonly sums: readonly Float64Array[];
  readonly pairs: number;
  readonly worth: number;
  readonly softCost: number;
}

interface Change {
  readonly workshop: number;
  readonly exchangedWith: number;
}

function alternativesFor(board: Board, i: number): Alternatives {
  const { worth, pairs, softCost } = board;
  const base = pairs > 0 ? (worth - softCost) / pairs : 0;
  let best: Alternative | null = null;
  let bestMean = Number.NEGATIVE_INFINITY;
  let free: Change | null = null;
  let freeMean = pairs > 0 ? worth / pairs : 0;
  forEachChange(board, i, (workshop, exchangedWith, worthAfter, pairsAfter) => {
    const plain = pairsAfter > 0 ? worthAfter / pairsAfter : 0;
    if (plain > freeMean * (1 + rounding)) {
      freeMean = plain;
      free = { workshop, exchangedWith };
    }
    // soft rules can give back no more than they cost now
    if (pairsAfter > 0 && plain + softCost / pairsAfter <= bestMean) return;
    const added = costOf(board, i, { workshop, exchangedWith });
    if (added === null) return;
    const mean = pairsAfter > 0 ? (worthAfter - softCost - added) / pairsAfter : 0;
    if (mean <= bestMean) return;
    bestMean = mean;
    best = { workshop, exchangedWith, loss: base > 0 ? 1 - mean / base : 0 };
  });
  return { best, held: free && heldFrom(board, i, free, freeMean) };
}

/**
 * Every move and exchange of unit i that keeps the sizes, workshop by workshop, with Σ of weights and number of pairs
 * after it: as numbers, for a country has more than a million of them.
 */
function forEachChange(
  board: Board,
  i: number,
  offer: (workshop: number, exchangedWith: number, worth: number, pairs: number) => void,
): void {
  const { workshops, groupOf, sums, worth, pairs, weights, order, minSize, maxSize } = board;
  const here = groupOf[i] ?? -1;
  const home = sums[here];
  const homeSize = workshops[here]?.length ?? 0;
  const leaving = home?.[i] ?? 0;
  for (const [h, members] of workshops.entries()) {
    if (h === here) continue;
    const there = sums[h];
    const joining = there?.[i] ?? 0;
    // a workshop already outside its sizes by hand may stay there, not go farther
    if (homeSize > minSize && members.length < maxSize) {
      offer(h, -1, worth - leaving + joining, pairs - (homeSize - 1) + members.length);
    }
    for (const j of members) {
      const between = weights[i * order + j] ?? 0;
      const other = (home?.[j] ?? 0) - (there?.[j] ?? 0);
      offer(h, j, worth - leaving + joining + other - 2 * between, pairs);
    }
  }
}

/** What soft rules cost more; null where a hard rule would be broken further. */
function costOf({ rules, groupOf }: Board, i: number, { workshop, exchangedWith }: Change): number | null {
  let cost = 0;
  for (const { level, criterion } of rules) {
    const delta =
      exchangedWith < 0
        ? criterion.deltaOfMove(groupOf, i, workshop)
        : criterion.deltaOfSwap(groupOf, i, exchangedWith);
    if (level === 'soft') cost += criterion.weight * delta;
    else if (delta > rounding) return null;
  }
  return cost;
}

function heldFrom(board: Board, i: number, change: Change, mean: number): Alternatives['held'] {
  const { rules, groupOf, worth, pairs } = board;
  const { workshop, exchangedWith } = change;
  const loss = 1 - mean / (worth / pairs);
  if (!(loss < -leastGain)) return null;
  const broken = rules.filter(({ criterion }) => {
    const delta =
      exchangedWith < 0
        ? criterion.deltaOfMove(groupOf, i, workshop)
        : criterion.deltaOfSwap(groupOf, i, exchangedWith);
    return delta > rounding;
  });
  const ruleIds = [...new Set(broken.map(({ criterion }) => criterion.ruleId))];
  return ruleIds.length > 0 ? { workshop, exchangedWith, loss, ruleIds } : null;
}

function sumsTo(members: readonly number[], weights: Float64Array, order: number): Float64Array {
  const sums = new Float64Array(order);
  for (const j of members) {
    for (let i = 0; i < order; i++) if (i !== j) sums[i] = (sums[i] ?? 0) + (weights[j * order + i] ?? 0);
  }
  return sums;
}

function sumWithin(workshops: readonly (readonly number[])[], sums: readonly Float64Array[]): number {
  let twice = 0;
  for (const [g, members] of workshops.entries()) for (const i of members) twice += sums[g]?.[i] ?? 0;
  return twice / 2;
}
