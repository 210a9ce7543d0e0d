import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../engine/model/rule.js';
import { rulesAfterHand, rulesWithout } from '../../../engine/workshop/hand-pins.js';

const together: Rule = { id: 'r1', kind: 'together', territoryIds: ['a', 'b', 'c'], level: 'hard' };
const pair: Rule = { id: 'r2', kind: 'apart', territoryIds: ['a', 'b'], level: 'soft' };
const pinned: Rule = { id: 'r3', kind: 'pinned', territoryIds: ['a', 'd'], workshop: 3, level: 'hard' };
const allowed: Rule = { id: 'r4', kind: 'allowed', territoryIds: ['b'], workshops: [1, 2], level: 'hard' };
const everyone: Rule = { id: 'r5', kind: 'at-most', attribute: 'kind', count: 2, level: 'soft' };
const same = (workshop: number) => workshop;

describe('rulesWithout', () => {
  it('takes out who left, and drops a rule that no longer says anything', () => {
    const rules = rulesWithout([together, pair, pinned, everyone], (id) => id !== 'a', same);
    expect(rules).toEqual([
      { ...together, territoryIds: ['b', 'c'] },
      { ...pinned, territoryIds: ['d'] },
      everyone,
    ]);
  });

  it('follows the numbers of workshops when one before them closes', () => {
    const numbers = new Map([
      [1, 1],
      [3, 2],
    ]);
    const rules = rulesWithout(
      [pinned, allowed],
      () => true,
      (workshop) => numbers.get(workshop),
    );
    expect(rules).toEqual([
      { ...pinned, workshop: 2 },
      { ...allowed, workshops: [1] },
    ]);
  });
});

describe('rulesAfterHand', () => {
  it('pins who was moved where it is now, and nowhere else', () => {
    const rules = rulesAfterHand(
      [pinned, pair],
      [{ kind: 'move', territoryId: 'a', workshopId: 'A05', askedBy: 'Bureau' }],
      () => 5,
      new Set(['r2']),
    );
    expect(rules).toEqual([
      { ...pinned, territoryIds: ['d'] },
      { ...pair, level: 'soft' },
      {
        id: 'hand:a',
        kind: 'pinned',
        territoryIds: ['a'],
        workshop: 5,
        level: 'hard',
        askedBy: 'Bureau',
      },
    ]);
  });

  it('pins nobody who was moved without a pin', () => {
    const change = { kind: 'move', territoryId: 'd', workshopId: 'A01', pin: false } as const;
    expect(rulesAfterHand([pinned], [change], () => 1, new Set())).toEqual([
      { ...pinned, territoryIds: ['a'] },
    ]);
  });
});
