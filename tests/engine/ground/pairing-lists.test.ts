import { describe, expect, test } from 'vitest';
import { pairingLists } from '../../../engine/ground/pairing-lists.js';
import type { Rule } from '../../../engine/model/rule.js';
import { resolveOptions } from '../../../engine/resolve-options.js';

const ids = ['001', '002', 'a+b', 'c'];
const listsOf = (imposed: string[], forbidden: string[] = [], partners = 1, rules: Rule[] = []) =>
  pairingLists(resolveOptions({ pairing: { imposed, forbidden, partners } }).pairing, rules, ids);
const rule = (kind: 'pair-imposed' | 'pair-forbidden' | 'together', territoryIds: string[]): Rule => ({
  id: `${kind} ${territoryIds}`,
  kind,
  level: 'hard',
  territoryIds,
});

describe('pairingLists', () => {
  test('reads two identifiers joined by a plus, either way round, each pair once', () => {
    expect(listsOf(['002+001', '001 + 002'], ['c+002'])).toEqual({
      imposed: [[0, 1]],
      forbidden: [[1, 3]],
    });
  });

  test('finds the plus that joins when an identifier holds one', () => {
    expect(listsOf(['a+b+c']).imposed).toEqual([[2, 3]]);
    expect(listsOf(['001+a+b']).imposed).toEqual([[0, 2]]);
  });

  test('refuses what names no two territories, with the text and what to write', () => {
    expect(() => listsOf(['001'])).toThrow(
      /"001" does not name two territories.*\nMaybe give two identifiers/s,
    );
    expect(() => listsOf([], ['001+9'])).toThrow(/"001\+9"/);
    expect(() => listsOf(['001+001'])).toThrow(/names one territory twice/);
  });

  test('refuses a pair both imposed and forbidden, and more imposed pairs than partners', () => {
    expect(() => listsOf(['001+002'], ['002+001'])).toThrow(/"001\+002" is both imposed and forbidden/);
    expect(() => listsOf(['001+002', 'c+001'])).toThrow(/"001" is in more imposed pairs.*\(1\)/);
    expect(listsOf(['001+002', 'c+001'], [], 2).imposed.length).toBe(2);
  });

  test('joins the rules of the assembly to those of the options, each pair once', () => {
    const rules = [
      rule('pair-imposed', ['001', '002']),
      rule('pair-forbidden', ['001', 'a+b', 'c']),
      rule('together', ['002', 'c']),
    ];
    expect(listsOf(['002+001'], ['002+c'], 1, rules)).toEqual({
      imposed: [[0, 1]],
      forbidden: [
        [1, 3],
        [0, 2],
        [0, 3],
        [2, 3],
      ],
    });
    expect(() => listsOf([], ['001+002'], 1, rules)).toThrow(/both imposed and forbidden/);
  });
});
