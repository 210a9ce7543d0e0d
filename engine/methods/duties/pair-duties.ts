import { addCosts, compareCosts, type DutyCost, type DutyProblem } from './duty-problem.js';
import { DutySheet } from './duty-sheet.js';
import { shareDuties } from './share-duties.js';

/** Two people a place, one of each side; place k is seat k of both sides. */
export interface PairedDuties {
  readonly sides: readonly [DutyProblem, DutyProblem];
  /** by side and person: the house they come from; the two of a place may not come from one house */
  readonly houses: readonly [ArrayLike<number>, ArrayLike<number>];
}

export interface SharedPairs {
  /** by side, then by place: who holds it, −1 nobody */
  readonly holderOf: readonly [Int32Array, Int32Array];
  /** no other choice fills more seats, needs fewer of the higher levels, or is more even */
  readonly proven: boolean;
}

interface Branch {
  readonly sides: readonly [DutyProblem, DutyProblem];
  readonly sheets: readonly [DutySheet, DutySheet];
  readonly cost: DutyCost;
}

/** Turns taken between the sides before branching. */
const turns = 6;

/**
 * Two people for each place, from two houses, duties shared as evenly as can be on both sides.
 *
 * Without houses each side is exact by itself (`shareDuties`): a bound. The sides then take turns, each exact
 * given the other; if the bound is not met, branch and bound on a place whose two people share a house: one
 * side or the other gives that house up there. At most `maxBranches` are opened, and `proven` says whether the
 * search ended before. Places that lack one side or the other are then brought together, where it costs
 * nothing, so that there are as many whole pairs as such steps can make.
 */
export function pairDuties(problem: PairedDuties, maxBranches = 300): SharedPairs {
  const root = branchOf(problem.sides, [shareDuties(problem.sides[0]), shareDuties(problem.sides[1])]);
  let best = takeTurns(problem, root, 0);
  const other = takeTurns(problem, root, 1);
  if (compareCosts(other.cost, best.cost) < 0) best = other;

  const open = compareCosts(root.cost, best.cost) < 0 ? [root] : [];
  let opened = 0;
  while (open.length > 0 && opened < maxBranches) {
    const branch = open.pop()!;
    opened++;
    if (compareCosts(branch.cost, best.cost) >= 0) continue;
    const place = sharedHouse(problem, branch.sheets);
    if (place === -1) {
      best = branch;
      continue;
    }
    const house = problem.houses[0][branch.sheets[0].holderOf[place]!]!;
    const children = ([0, 1] as const).map((side) => without(problem, branch, side, place, house));
    children.sort((a, b) => compareCosts(b.cost, a.cost));
    open.push(...children);
  }
  const proven = open.every(({ cost }) => compareCosts(cost, best.cost) >= 0);
  return { holderOf: bringTogether(problem, best.sheets), proven };
}

function branchOf(
  sides: readonly [DutyProblem, DutyProblem],
  sheets: readonly [DutySheet, DutySheet],
): Branch {
  return { sides, sheets, cost: addCosts(sheets[0].cost(), sheets[1].cost()) };
}

/** One side as the branch has it, the other exact given it, and so on in turn: never two of one house. */
function takeTurns(problem: PairedDuties, root: Branch, first: 0 | 1): Branch {
  let sheets = root.sheets;
  let best: Branch | null = null;
  for (let turn = 0; turn < turns; turn++) {
    const side = (first + turn) % 2 === 0 ? 1 : 0;
    const sheet = shareDuties(apartFrom(problem, side, sheets[1 - side]!.holderOf));
    sheets = side === 0 ? [sheet, sheets[1]] : [sheets[0], sheet];
    const reached = branchOf(problem.sides, sheets);
    if (best && compareCosts(reached.cost, best.cost) >= 0) break;
    best = reached;
    if (compareCosts(best.cost, root.cost) === 0) break;
  }
  return best ?? root;
}

/** A side without those who share a house with who holds the other seat of the place. */
function apartFrom(problem: PairedDuties, side: 0 | 1, others: Int32Array): DutyProblem {
  const mine = problem.houses[side];
  const theirs = problem.houses[1 - side]!;
  const { candidates } = problem.sides[side];
  return {
    ...problem.sides[side],
    candidates: candidates.map((persons, place) => {
      const other = others[place]!;
      return other === -1 ? persons : persons.filter((p) => mine[p] !== theirs[other]);
    }),
  };
}

function sharedHouse({ houses }: PairedDuties, [first, second]: readonly [DutySheet, DutySheet]): number {
  return first.holderOf.findIndex((p, place) => {
    const q = second.holderOf[place]!;
    return p !== -1 && q !== -1 && houses[0][p] === houses[1][q];
  });
}

/** The branch in which a house is given up by one side of a place. */
function without(problem: PairedDuties, branch: Branch, side: 0 | 1, place: number, house: number): Branch {
  const kept = branch.sides[side];
  const narrowed: DutyProblem = {
    ...kept,
    candidates: kept.candidates.map((persons, k) =>
      k === place ? persons.filter((p) => problem.houses[side][p] !== house) : persons,
    ),
  };
  const sheet = shareDuties(narrowed);
  return side === 0
    ? branchOf([narrowed, branch.sides[1]], [sheet, branch.sheets[1]])
    : branchOf([branch.sides[0], narrowed], [branch.sheets[0], sheet]);
}

/** A place that lacks the second side takes it from one that lacks the first, or gives it its own. */
function bringTogether(
  problem: PairedDuties,
  sheets: readonly [DutySheet, DutySheet],
): [Int32Array, Int32Array] {
  const held: [Int32Array, Int32Array] = [sheets[0].holderOf.slice(), sheets[1].holderOf.slice()];
  const lacking = (side: 0 | 1): number[] =>
    [...held[side].keys()].filter((place) => held[side][place] === -1 && held[1 - side]![place] !== -1);
  const shifted = (side: 0 | 1, from: number, to: number): boolean => {
    const sheet = new DutySheet(apartFrom(problem, side, held[1 - side]!), held[side]);
    if (!sheet.shift(from, to)) return false;
    held[side].set(sheet.holderOf);
    return true;
  };
  for (const place of lacking(1)) {
    for (const from of lacking(0)) {
      if (shifted(1, from, place) || shifted(0, place, from)) break;
    }
  }
  return held;
}
