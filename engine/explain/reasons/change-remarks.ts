import type { ChangeEffect } from '../../model/change-effect.js';
import type { Reason } from '../../model/reason.js';
import type { Rule } from '../../model/rule.js';
import type { PairMeans } from '../measures/pair-ledger.js';
import type { NameBook } from '../name-book.js';
import { stateChange } from '../sentences/state-change.js';
import { ruleTerms } from './rule-terms.js';

/** A rule that the change breaks, or mends. */
export function ruleRemark(rule: Rule, isBroken: boolean, names: NameBook): Reason {
  return stateChange(isBroken ? 'rule-broken-by-change' : 'rule-mended-by-change', ruleTerms(rule), names);
}

/** What becomes of a workshop. */
export function workshopRemark(
  { workshopId, size, coherence, spreadKm }: ChangeEffect['workshops'][number],
  names: NameBook,
  seated = false,
): Reason {
  const facts = {
    workshopId,
    sizeBefore: size.before,
    sizeAfter: size.after,
    pointsBefore: tenths(100 * coherence.before),
    pointsAfter: tenths(100 * coherence.after),
    kmBefore: Math.round(spreadKm.before),
    kmAfter: Math.round(spreadKm.after),
    ...(seated && { seats: true }),
  };
  return stateChange('change-on-workshop', facts, names);
}

/** What becomes of the whole. */
export function planRemark(before: PairMeans, after: PairMeans, names: NameBook): Reason {
  const facts = {
    pointsBefore: tenths(100 * before.coherence),
    pointsAfter: tenths(100 * after.coherence),
    decouplingBefore: tenths(100 * before.decoupling),
    decouplingAfter: tenths(100 * after.decoupling),
    kmBefore: Math.round(before.spreadKm),
    kmAfter: Math.round(after.spreadKm),
  };
  return stateChange('change-on-plan', facts, names);
}

/** As many decimals as an organiser reads. */
export function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

/** How far the workshops are from the shares of women, men or a college in the whole; `ruleId` as `seatBalance` has it. */
export function balanceRemark(ruleId: string, before: number, after: number, names: NameBook): Reason {
  const [balance = '', ...rest] = ruleId.split(':');
  const facts = {
    balance: balance === 'college' ? ('college' as const) : ('parity' as const),
    value: rest.join(':'),
    before: tenths(before),
    after: tenths(after),
  };
  return stateChange('balance-by-change', facts, names);
}
