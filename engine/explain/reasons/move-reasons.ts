import type { Reason } from '../../model/reason.js';
import type { PairLedger } from '../measures/pair-ledger.js';
import type { NameBook } from '../name-book.js';
import { stateChange } from '../sentences/state-change.js';
import { tenths } from './change-remarks.js';
import type { RuleTerms } from './rule-terms.js';

/** A grouping before and after territories were placed anew; workshops by place, −1: none. */
export interface Regrouped {
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly workshopIds: readonly string[];
  /** the bounds each workshop has to keep */
  readonly bounds: readonly { readonly min: number; readonly max: number }[];
  /** of each unit: its own, or that of the seat */
  readonly territoryIds: readonly string[];
  /** units are seats */
  readonly seated?: boolean;
  /** the rules that `before`, filled with the newcomers where it suits best, would break, and `after` keeps */
  readonly mended: readonly RuleTerms[];
}

/**
 * Why unit i, a territory or a seat, changes workshop: sizes that would not hold, a rule, a better place for it, or a place left
 * to another. The likeness of both places is always told, with the members as they are afterwards.
 */
export function moveReasons(i: number, regrouped: Regrouped, ledger: PairLedger, names: NameBook): Reason[] {
  const { before, after, workshopIds, territoryIds, mended } = regrouped;
  const from = before[i] ?? -1;
  const to = after[i] ?? -1;
  const likeness = {
    fromWorkshopId: workshopIds[from] ?? '',
    toWorkshopId: workshopIds[to] ?? '',
    pointsFrom: tenths(ledger.pointsWith(i, membersIn(after, from))),
    pointsTo: tenths(ledger.pointsWith(i, membersIn(after, to))),
  };
  const rules = mended.filter((terms) => terms.territoryIds.includes(territoryIds[i] ?? ''));
  const needed = [
    ...sizeReasons(regrouped, from, to, names),
    ...rules.map((terms) => stateChange('moved-for-rule', terms, names)),
  ];
  if (needed.length > 0) return [...needed, stateChange('moved-likeness', likeness, names)];
  const arrivals = arrivalsIn(regrouped, from).filter((j) => j !== i);
  if (likeness.pointsTo > likeness.pointsFrom) {
    return [stateChange('moved-for-likeness', likeness, names)];
  }
  // who comes in its place has more in common with those who stay
  const better = arrivals.filter((j) => ledger.pointsWith(j, membersIn(after, from)) > likeness.pointsFrom);
  if (better.length > 0) {
    const otherIds = better.map((j) => territoryIds[j] ?? '');
    return [stateChange('moved-in-exchange', { ...likeness, otherIds }, names)];
  }
  return [stateChange('moved-for-balance', likeness, names)];
}

/** What sizes would be if nobody who had a workshop moved: too few where it goes, too many where it was. */
function sizeReasons(regrouped: Regrouped, from: number, to: number, names: NameBook): Reason[] {
  const { before, after, bounds, workshopIds, seated } = regrouped;
  const stayed = (g: number): number =>
    before.reduce((count, home, i) => count + Number((home === -1 ? after[i] : home) === g), 0);
  const reasons: Reason[] = [];
  const target = bounds[to];
  const source = bounds[from];
  const facts = (g: number, limit: number) => ({
    workshopId: workshopIds[g] ?? '',
    size: stayed(g),
    limit,
    ...(seated && { seats: true }),
  });
  if (source?.max === 0) {
    reasons.push(stateChange('moved-from-closed', { workshopId: workshopIds[from] ?? '' }, names));
  } else if (source && stayed(from) > source.max) {
    reasons.push(stateChange('moved-to-make-room', facts(from, source.max), names));
  }
  if (target && !before.includes(to)) {
    reasons.push(stateChange('moved-to-new', { workshopId: workshopIds[to] ?? '' }, names));
  } else if (target && stayed(to) < target.min) {
    reasons.push(stateChange('moved-to-fill', facts(to, target.min), names));
  }
  return reasons;
}

function arrivalsIn({ before, after }: Regrouped, g: number): number[] {
  return [...after.keys()].filter((i) => after[i] === g && before[i] !== g);
}

function membersIn(groupOf: Int32Array, g: number): number[] {
  return [...groupOf.keys()].filter((i) => groupOf[i] === g);
}
