import type { Plan } from '../../engine/index.js';
import { planSchema } from '../../engine/planning.js';

/**
 * A plan as JSON text: two spaces, a final newline, keys in one order whatever made the plan
 * (that of the schema; options and facts by name). Reading it back gives the plan.
 *
 * @throws ZodError when the plan is not one, a number that is not finite included
 */
export function planToJson(plan: Plan): string {
  return `${JSON.stringify(planSchema.parse(plan), inOneOrder, 2)}\n`;
}

/** The free records of a plan have no schema to order them: the options by stage, the facts of a reason. */
function inOneOrder(key: string, value: unknown): unknown {
  return key === 'options' || key === 'facts' ? sorted(value) : value;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}
