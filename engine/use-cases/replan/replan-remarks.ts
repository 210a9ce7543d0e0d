import type { NameBook } from '../../explain/name-book.js';
import { stateChange } from '../../explain/sentences/state-change.js';
import type { Plan } from '../../model/plan.js';
import type { Reason } from '../../model/reason.js';
import type { CurvePoint } from '../../model/replanning.js';
import type { Rule } from '../../model/rule.js';

/** The fewest moves that bring four fifths of what those made bring beyond the fewest, where that is fewer. */
export function fewerMoves(curve: readonly CurvePoint[], made: number, names: NameBook): Reason[] {
  const whole = curve.at(-1)?.gain ?? 0;
  if (whole <= 0) return [];
  const point = curve.find(({ gain }) => gain >= 0.8 * whole);
  if (!point || point.made >= made) return [];
  const facts = { moves: point.made, percent: Math.round((100 * point.gain) / whole) };
  return [stateChange('fewer-moves-do', facts, names)];
}

/** A workshop left as it is though it has fewer members than the smallest size, or more than the largest. */
export function frozenOutOfBounds(
  { workshopId, size, seated = false }: { workshopId: string; size: number; seated?: boolean },
  { minSize, maxSize }: { readonly minSize: number; readonly maxSize: number },
  names: NameBook,
): Reason[] {
  if (size >= minSize && size <= maxSize) return [];
  const limit = size < minSize ? minSize : maxSize;
  const facts = { workshopId, size, limit, ...(seated && { seats: true }) };
  return [stateChange('frozen-out-of-bounds', facts, names)];
}

/** The rules of the plan that went with those who left. */
export function rulesDropped(plan: Plan, rules: readonly Rule[], names: NameBook): Reason[] {
  const kept = new Set(rules.map(({ id }) => id));
  const ruleIds = plan.assembly.rules.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
  return ruleIds.length > 0 ? [stateChange('rules-dropped', { ruleIds }, names)] : [];
}
