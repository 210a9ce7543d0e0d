import type { Reason } from '../../model/reason.js';
import type { PairLedger } from '../measures/pair-ledger.js';
import type { NameBook } from '../name-book.js';
import { stateChange } from '../sentences/state-change.js';
import { stateMembership } from '../sentences/state-membership.js';
import { tenths } from './change-remarks.js';
import type { RuleTerms } from './rule-terms.js';

/** Workshops before and after places were given anew; a workshop without members is closed. Territories by index. */
export interface ReplacedMembers {
  /** by place, new workshops last; those who left the assembly are in none */
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
  /** the size each workshop has to reach, and how many workshops a territory may sit in */
  readonly minSizes: readonly number[];
  readonly perTerritory: number;
  readonly workshopIds: readonly string[];
  /** by workshop; '' in a referral */
  readonly problemIds: readonly string[];
  readonly territoryIds: readonly string[];
  /** 1: the plan knew it */
  readonly known: Uint8Array;
  /** the rules that places as they were would break, and those of now keep */
  readonly mended: readonly RuleTerms[];
  /** how many declare the problem of the workshop */
  declaring(workshop: number): number;
  /** the need of the territory that the workshop answers, in whole percent; −1: none */
  needPercent(territory: number, workshop: number): number;
}

/** One place gained or lost; forced: nothing could keep, or refuse, it. */
export interface PlaceMove {
  readonly territory: number;
  readonly workshop: number;
  readonly gained: boolean;
  readonly forced: boolean;
}

/** Why a territory has a place it did not have, or no longer has one it had; what the place is worth to it is told last. */
export function membershipReasons(
  move: PlaceMove,
  replaced: ReplacedMembers,
  ledger: PairLedger,
  names: NameBook,
): Reason[] {
  const { territory: i, workshop: g } = move;
  const { after, mended, territoryIds } = replaced;
  const rules = mended
    .filter((terms) => terms.territoryIds.includes(territoryIds[i] ?? ''))
    .map((terms) => stateChange('moved-for-rule', terms, names));
  const needPercent = replaced.needPercent(i, g);
  const others = (after[g] ?? []).filter((j) => j !== i);
  const points = tenths(ledger.pointsWith(i, others));
  if (move.gained) {
    return [
      ...(move.forced
        ? [stateMembership('referral-now-demands', { territoryId: territoryIds[i] ?? '' }, names)]
        : []),
      ...rules,
      ...gainReasons(move, replaced, names),
      stateMembership('place-gained', { needPercent, points }, names),
    ];
  }
  const closing = others.length === 0;
  const elsewhere = after.filter((each) => each.includes(i)).length;
  return [
    ...(move.forced ? forcedLoss(move, replaced, names) : [...rules, ...lossReasons(move, replaced, names)]),
    ...(closing || (move.forced && elsewhere > 0)
      ? []
      : [stateMembership('place-lost', { points, needPercent, elsewhere }, names)]),
  ];
}

function gainReasons({ workshop: g }: PlaceMove, replaced: ReplacedMembers, names: NameBook): Reason[] {
  const { before, after, minSizes, workshopIds, problemIds, known } = replaced;
  if ((before[g] ?? []).length === 0) {
    return [stateMembership('place-in-new-workshop', { problemId: problemIds[g] ?? '' }, names)];
  }
  const stayed = (before[g] ?? []).filter((j) => (after[g] ?? []).includes(j)).length;
  const came = (after[g] ?? []).filter((j) => known[j] === 0).length;
  const limit = minSizes[g] ?? 0;
  const leavers = leaversOf(replaced, g);
  if (stayed + came < limit && leavers.length === 0) {
    const facts = { workshopId: workshopIds[g] ?? '', size: stayed + came, limit };
    return [stateChange('moved-to-fill', facts, names)];
  }
  return leavers.length > 0
    ? [stateMembership('place-of-others', { otherIds: idsOf(replaced, leavers) }, names)]
    : [];
}

function forcedLoss(
  { territory, workshop: g }: PlaceMove,
  replaced: ReplacedMembers,
  names: NameBook,
): Reason[] {
  const { after, problemIds, territoryIds } = replaced;
  const problemId = problemIds[g] ?? '';
  if (problemId === '') {
    return [
      stateMembership('referral-no-longer-asks', { territoryId: territoryIds[territory] ?? '' }, names),
    ];
  }
  if (replaced.needPercent(territory, g) < 0) {
    return [stateMembership('problem-no-longer-declared', { problemId }, names)];
  }
  return (after[g] ?? []).length === 0 ? [closedWith(replaced, g, names)] : [];
}

function lossReasons(
  { territory: i, workshop: g }: PlaceMove,
  replaced: ReplacedMembers,
  names: NameBook,
): Reason[] {
  const { before, after, workshopIds, perTerritory } = replaced;
  if ((after[g] ?? []).length === 0) return [closedWith(replaced, g, names)];
  const joined = after.flatMap((each, h) => (each.includes(i) && !(before[h] ?? []).includes(i) ? [h] : []));
  const places = after.filter((each) => each.includes(i)).length;
  const arrivals = (after[g] ?? []).filter((j) => !(before[g] ?? []).includes(j));
  return [
    ...(joined.length > 0 && places >= perTerritory
      ? [
          stateMembership(
            'place-left-for-others',
            { workshopIds: joined.map((h) => workshopIds[h] ?? ''), most: perTerritory },
            names,
          ),
        ]
      : []),
    ...(arrivals.length > 0
      ? [stateMembership('place-left-to', { otherIds: idsOf(replaced, arrivals) }, names)]
      : []),
  ];
}

function closedWith(replaced: ReplacedMembers, g: number, names: NameBook): Reason {
  const { problemIds, minSizes } = replaced;
  const facts = {
    problemId: problemIds[g] ?? '',
    declaring: replaced.declaring(g),
    minSize: minSizes[g] ?? 0,
  };
  return stateMembership('place-lost-with-workshop', facts, names);
}

function leaversOf({ before, after }: ReplacedMembers, g: number): number[] {
  return (before[g] ?? []).filter((j) => !(after[g] ?? []).includes(j));
}

function idsOf({ territoryIds }: ReplacedMembers, territories: readonly number[]): string[] {
  return territories.map((j) => territoryIds[j] ?? '');
}
