import { describe, expect, test } from 'vitest';
import { planSchema } from '../../../engine/index.js';
import { planToJson } from '../../../exchange/plan/plan-to-json.js';
import { fixturePlan } from '../fixtures/plan.js';

describe('planToJson', () => {
  test('gives back the plan when read again', () => {
    expect(planSchema.parse(JSON.parse(planToJson(fixturePlan())))).toEqual(fixturePlan());
  });

  test('writes the same bytes whatever the order of the keys that made the plan', () => {
    const plan = fixturePlan();
    expect(planToJson(reversedKeys(plan))).toBe(planToJson(plan));
  });

  test('is indented by two spaces, begins with the format and ends with a newline', () => {
    const json = planToJson(fixturePlan());
    expect(json.startsWith('{\n  "format": "decroise-plan/1",\n')).toBe(true);
    expect(json.endsWith('}\n')).toBe(true);
  });

  test('refuses a number that JSON cannot hold rather than writing null', () => {
    const plan = fixturePlan();
    plan.measures.coherence = Number.NaN;
    expect(() => planToJson(plan)).toThrow(/coherence/);
  });
});

function reversedKeys<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(reversedKeys) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversedKeys(inner)]),
  ) as Value;
}
