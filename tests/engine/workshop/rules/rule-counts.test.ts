import { describe, expect, test } from 'vitest';
import { EngineError } from '../../../../engine/engine-error.js';
import type { Rule } from '../../../../engine/model/rule.js';
import { noRuleFacts } from '../../../../engine/model/rule-facts.js';
import { territoryUnit } from '../../../../engine/model/rule-unit.js';
import { createRng } from '../../../../engine/random/rng.js';
import { resolveOptions } from '../../../../engine/resolve-options.js';
import { groupTerritories } from '../../../../engine/workshop/by-territory.js';
import { describeConflict } from '../../../../engine/workshop/refusals/describe-conflict.js';

const order = 24;
const territoryIds = Array.from({ length: order }, (_, i) => `t${String(i).padStart(2, '0')}`);

/** 24 territories, 9 of them in the Aveyron, 3 in the mountains, 2 with a woman; 3 workshops of 6 to 10. */
function refusalOf(rule: Omit<Rule, 'id' | 'level'>): EngineError {
  const facts = {
    ...noRuleFacts(territoryIds),
    departments: territoryIds.map((_, i) => (i < 9 ? '12' : `${40 + (i % 5)}`)),
    traits: territoryIds.map((_, i) => (i < 1 ? ['MONTAGNE'] : [])),
  };
  const units = territoryIds.map((_, i) => ({
    ...territoryUnit(i, []),
    woman: i === 3 || i === 20,
    man: i > 5,
  }));
  const rules = [{ ...rule, id: 'r', level: 'hard' } as Rule];
  const affinity = { rows: order, columns: order, values: new Float64Array(order * order).fill(0.5) };
  const distances = {
    km: { rows: order, columns: order, values: new Float64Array(order * order) },
    located: new Uint8Array(order),
    meanKm: 0,
  };
  const options = { ...resolveOptions().workshop, workshopCount: 3 };
  try {
    // given in another order than their ids, which the words must not show
    const sequence = [...territoryIds.keys()].reverse();
    const reversed = <T>(list: readonly T[]): T[] => sequence.map((i) => list[i]!);
    const input = {
      territoryIds: reversed(territoryIds),
      affinity,
      distances,
      rules,
      facts: {
        ...facts,
        territoryIds: reversed(facts.territoryIds),
        departments: reversed(facts.departments),
        traits: reversed(facts.traits),
      },
      units: reversed(units).map((unit, territory) => ({ ...unit, territory })),
    };
    groupTerritories(input, options, createRng(1));
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a hard rule that cannot be kept is refused before any search', () => {
  test('more of a département than workshops may take', () => {
    const error = refusalOf({ kind: 'at-most', attribute: 'department', count: 2 } as never);
    expect(error.code).toBe('infeasible');
    expect(error.value).toMatchObject({ ruleIds: ['r'] });
    expect(describeConflict(error, 'fr')).toBe(
      'Avec 3 ateliers de 6 à 10, cette demande ne peut pas être tenue : ' +
        'au plus 2 par atelier parmi les 9 du département 12. ' +
        'Possible : ne plus demander au plus 2 par atelier parmi les 9 du département 12, ' +
        'ou accepter jusqu’à 3 par atelier parmi les 9 du département 12.',
    );
  });

  test('a woman in each workshop when two territories have one', () => {
    const error = refusalOf({ kind: 'chair-pair' } as never);
    expect(describeConflict(error, 'fr')).toBe(
      'Avec 3 ateliers de 6 à 10, cette demande ne peut pas être tenue : ' +
        'au moins 1 par atelier parmi les 2 où siège une femme. ' +
        'Possible : ne plus demander au moins 1 par atelier parmi les 2 où siège une femme.',
    );
  });

  test('one of its kind, who will be alone', () => {
    const error = refusalOf({ kind: 'not-alone', attribute: 'trait', value: 'MONTAGNE' } as never);
    expect(describeConflict(error, 'en')).toBe(
      'This request cannot be met: never just one a workshop of t00. ' +
        'Possible: no longer asking for never just one a workshop of t00.',
    );
  });

  test('so many bound to two workshops that the third cannot be filled', () => {
    const error = refusalOf({
      kind: 'allowed',
      territoryIds: territoryIds.slice(0, 19),
      workshops: [1, 2],
    } as never);
    expect(describeConflict(error, 'fr')).toContain(
      't00, t01, t02, t03, t04 et 14 autres seulement dans les ateliers 1 ou 2. Possible : laisser t00 aller',
    );
  });

  test('more different départements than there are', () => {
    const error = refusalOf({ kind: 'at-least-different', attribute: 'department', count: 7 } as never);
    expect(describeConflict(error, 'fr')).toContain(
      'au moins 7 départements différents par atelier, sur 6 en tout',
    );
  });
});
