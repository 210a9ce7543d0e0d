import fc from 'fast-check';
import type { HandChange } from '../../engine/model/hand-change.js';
import type { Plan } from '../../engine/model/plan.js';
import type { Rule } from '../../engine/model/rule.js';
import { composePlan } from '../../engine/pipeline.js';
import { seatedAssembly } from './workshop/seated-assembly.js';

const rules: Rule[] = [
  { id: 'r1', kind: 'together', territoryIds: ['t000', 't001'], level: 'soft', weight: 0.4 },
  { id: 'r2', kind: 'apart', territoryIds: ['t002', 't003'], level: 'hard' },
  { id: 'r3', kind: 'pinned', territoryIds: ['t004'], workshop: 2, level: 'hard' },
  { id: 'r4', kind: 'at-most', attribute: 'department', count: 2, level: 'soft', weight: 0.2 },
  { id: 'r5', kind: 'not-alone', attribute: 'civility', value: 'F', level: 'soft' },
  { id: 'r6', kind: 'past-meetings', level: 'soft', weight: 0.3 },
];

/** Plans of 18 to 24 seats of ten territories in workshops of 4 to 6, rules and a history included. */
export const madeSeatPlans: fc.Arbitrary<Plan> = fc
  .record({
    seed: fc.integer({ min: 1, max: 1000 }),
    seatCount: fc.integer({ min: 18, max: 24 }),
    asked: fc.subarray(rules),
  })
  .map(({ seed, seatCount, asked }) =>
    composePlan(
      {
        ...seatedAssembly({ territoryCount: 10, seatCount, seed }),
        history: [{ kind: 'workshop', territoryIds: ['t005', 't006', 't007'], date: '2025-06-01' }],
        rules: asked,
      },
      {
        workshop: { entry: 'seats', minSize: 4, maxSize: 6, effort: 0 },
        community: { resolution: 1 },
        explain: { robustness: 0 },
      },
    ),
  );

/** One to three changes by hand of seats, whatever they break. */
export function madeSeatChanges(plan: Plan): fc.Arbitrary<HandChange[]> {
  const seatId = fc.constantFrom(...plan.workshops.flatMap(({ seatIds = [] }) => seatIds));
  const workshopId = fc.constantFrom(...plan.workshops.map(({ id }) => id));
  return fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('move-seat' as const), seatId, workshopId }),
      fc.record({ kind: fc.constant('swap-seats' as const), seatIds: fc.tuple(seatId, seatId) }),
      fc.record({ kind: fc.constant('pin-seat' as const), seatId }),
    ),
    { minLength: 1, maxLength: 3 },
  );
}
