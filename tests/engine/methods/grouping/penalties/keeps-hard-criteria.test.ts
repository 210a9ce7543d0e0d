import { describe, expect, it } from 'vitest';
import { apartCriterion } from '../../../../../engine/criteria/apart.js';
import { keepsHardCriteria } from '../../../../../engine/methods/grouping/penalties/keeps-hard-criteria.js';

const apart = (level: 'hard' | 'soft') => apartCriterion({ ruleId: 'r', level, units: [0, 2] });

describe('keepsHardCriteria', () => {
  it('says whether units alone in one group break a rule that must hold', () => {
    const problem = { order: 4, criteria: [apart('hard')] };
    expect(keepsHardCriteria(problem, [0, 1, 3])).toBe(true);
    expect(keepsHardCriteria(problem, [0, 1, 2])).toBe(false);
  });

  it('asks nothing of wishes', () => {
    expect(keepsHardCriteria({ order: 4, criteria: [apart('soft')] }, [0, 2])).toBe(true);
    expect(keepsHardCriteria({ order: 4 }, [0, 2])).toBe(true);
  });
});
