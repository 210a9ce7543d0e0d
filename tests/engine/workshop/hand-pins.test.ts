import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../engine/model/rule.js';
import { type Delegations, rulesAfterHand, rulesWithout } from '../../../engine/workshop/hand-pins.js';

const together: Rule = { id: 'r1', kind: 'together', territoryIds: ['a', 'b', 'c'], level: 'hard' };
const pair: Rule = { id: 'r2', kind: 'apart', territoryIds: ['a', 'b'], level: 'soft' };
const pinned: Rule = { id: 'r3', kind: 'pinned', territoryIds: ['a', 'd'], workshop: 3, level: 'hard' };
const allowed: Rule = { id: 'r4', kind: 'allowed', territoryIds: ['b'], workshops: [1, 2], level: 'hard' };
const everyone: Rule = { id: 'r5', kind: 'at-most', attribute: 'kind', count: 2, level: 'soft' };
const same = (workshop: number) => workshop;
const territories: Delegations = {
  seated: false,
  territoryOf: (id) => id,
  firstUnitOf: (id) => id,
};
/** Seats a-1, a-2, b-1… */
const seats: Delegations = {
  seated: true,
  territoryOf: (id) => id.slice(0, 1),
  firstUnitOf: (id) => `${id}-1`,
};

describe('rulesWithout', () => {
  it('takes out who left, and drops a rule that no longer says anything', () => {
    const rules = rulesWithout([together, pair, pinned, everyone], (id) => id !== 'a', same);
    expect(rules).toEqual([
      { ...together, territoryIds: ['b', 'c'] },
      { ...pinned, territoryIds: ['d'] },
      everyone,
    ]);
  });

  it('drops a pin whose seat nobody occupies any more', () => {
    const rule: Rule = { ...pinned, territoryIds: ['a', 'd'], seatIds: ['a-1', 'd-2'] };
    const here = (ids: string[]) =>
      rulesWithout(
        [rule],
        () => true,
        same,
        (seatId) => ids.includes(seatId),
      );
    expect(here(['d-2'])).toEqual([{ ...rule, seatIds: ['d-2'] }]);
    expect(here([])).toEqual([]);
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
      [{ kind: 'move', unitIds: ['a'], workshopId: 'A05', pins: true, askedBy: 'Bureau' }],
      territories,
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
    const change = { kind: 'move', unitIds: ['d'], workshopId: 'A01', pins: false } as const;
    expect(rulesAfterHand([pinned], [change], territories, () => 1, new Set())).toEqual([
      { ...pinned, territoryIds: ['a'] },
    ]);
  });

  it('pins the seat that was moved, and frees its territory only where the seat was the one pinned', () => {
    const move = (seatId: string) => [
      { kind: 'move', unitIds: [seatId], workshopId: 'A02', pins: true } as const,
    ];
    const pin = (seatId: string) => ({
      id: `hand:${seatId}`,
      kind: 'pinned',
      territoryIds: ['a'],
      seatIds: [seatId],
      workshop: 2,
      level: 'hard',
    });
    expect(rulesAfterHand([pinned], move('a-2'), seats, () => 2, new Set())).toEqual([pinned, pin('a-2')]);
    expect(rulesAfterHand([pinned], move('a-1'), seats, () => 2, new Set())).toEqual([
      { ...pinned, territoryIds: ['d'] },
      pin('a-1'),
    ]);
    const once = rulesAfterHand([], move('a-1'), seats, () => 2, new Set());
    expect(rulesAfterHand(once, move('a-1'), seats, () => 2, new Set())).toEqual([pin('a-1')]);
  });
});
