import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignChairs, type ChairInput } from '../../../engine/programme/assign-chairs.js';
import type { ChairPerson } from '../../../engine/programme/chair-people.js';
import { formChairPairs } from '../../../engine/programme/form-chair-pairs.js';
import { createRng } from '../../../engine/random/rng.js';
import { thrownBy } from '../thrown-error.js';

const shared = join(process.env.DECROISE_SHARED ?? '../shared', 'data/groupe-2016.json');

const person = (
  personId: string,
  civility: ChairPerson['civility'],
  territoryId: string | null,
  more: Partial<ChairPerson> = {},
): ChairPerson => ({ personId, civility, territoryId, role: 'holder', ...more });

const arbitraryChairs: fc.Arbitrary<ChairInput> = fc
  .record({
    civilities: fc.array(fc.constantFrom('F' as const, 'M' as const), { minLength: 2, maxLength: 6 }),
    rounds: fc.integer({ min: 1, max: 2 }),
  })
  .chain(({ civilities, rounds }) =>
    fc.record({
      people: fc.tuple(
        ...civilities.map((civility, p) =>
          fc
            .record({ t: fc.integer({ min: 0, max: 2 }), past: fc.integer({ min: 0, max: 1 }) })
            .map(({ t, past }) => person(`p${p}`, civility, `t${t}`, { pastDuties: past })),
        ),
      ),
      rounds: fc.array(
        fc.array(fc.subarray(civilities.map((_, p) => `p${p}`)), { minLength: 1, maxLength: 2 }),
        { minLength: rounds, maxLength: rounds },
      ),
    }),
  )
  .map(({ people, rounds }) => ({
    people,
    rounds: rounds.map((workshops) => workshops.map((personIds, w) => ({ id: `w${w}`, personIds }))),
  }));

/** Every way to chair: fewest empty chairs, then the smallest sum of squared duties. */
function cheapest({ rounds, people }: ChairInput): [number, number] {
  const of = new Map(people.map((p) => [p.personId, p]));
  const places = rounds.flatMap((workshops, round) => workshops.map((w) => ({ round, ...w })));
  let best: [number, number] = [Infinity, Infinity];
  const extend = (k: number, held: readonly { round: number; id: string }[], empty: number): void => {
    const place = places[k];
    if (!place) {
      const squares = people.reduce((sum, { personId, pastDuties = 0 }) => {
        const now = held.filter(({ id }) => id === personId).length;
        return sum + (pastDuties + now) ** 2;
      }, 0);
      if (empty < best[0] || (empty === best[0] && squares < best[1])) best = [empty, squares];
      return;
    }
    const free = place.personIds.filter((id) => !held.some((h) => h.id === id && h.round === place.round));
    const women = [null, ...free.filter((id) => of.get(id)?.civility === 'F')];
    const men = [null, ...free.filter((id) => of.get(id)?.civility === 'M')];
    for (const w of women) {
      for (const m of men) {
        if (w && m && of.get(w)?.territoryId === of.get(m)?.territoryId) continue;
        const chairs = [w, m].flatMap((id) => (id ? [{ round: place.round, id }] : []));
        extend(k + 1, [...held, ...chairs], empty + 2 - chairs.length);
      }
    }
  };
  extend(0, [], 0);
  return best;
}

describe('assignChairs', () => {
  test('gives each workshop a woman and a man of two territories, each in turn', () => {
    const people = [
      person('f1', 'F', 'a'),
      person('f2', 'F', 'b'),
      person('m1', 'M', 'a'),
      person('m2', 'M', 'b'),
    ];
    const everyone = { id: 'w', personIds: ['f1', 'f2', 'm1', 'm2'] };
    const { pairs, duties, spread, notices, proven } = assignChairs(
      { people, rounds: [[everyone], [everyone]] },
      createRng(1),
    );
    // only f1 with m2 and f2 with m1 are of two territories
    expect(pairs.map(({ womanId, manId }) => `${womanId} ${manId}`).sort()).toEqual(['f1 m2', 'f2 m1']);
    expect(duties.map(({ now }) => now)).toEqual([1, 1, 1, 1]);
    expect(spread.all).toEqual({ least: 1, most: 1 });
    expect([notices, proven]).toEqual([[], true]);
  });

  test('past duties count: who chaired before rests', () => {
    const people = [
      person('f1', 'F', 'a', { pastDuties: 1 }),
      person('f2', 'F', 'b'),
      person('m1', 'M', 'c', { pastDuties: 3 }),
      person('m2', 'M', 'd', { pastDuties: 2 }),
    ];
    const rounds = [[{ id: 'w', personIds: ['f1', 'f2', 'm1', 'm2'] }]];
    expect(assignChairs({ people, rounds }, createRng(1)).pairs[0]).toMatchObject({
      womanId: 'f2',
      manId: 'm2',
    });
  });

  test('calls a deputy only where no holder can chair, and says so', () => {
    const people = [
      person('f1', 'F', 'a', { pastDuties: 9 }),
      person('f2', 'F', 'b', { role: 'deputy' }),
      person('m2', 'M', 'c', { role: 'deputy' }),
    ];
    const rounds = [[{ id: 'w', personIds: ['f1', 'f2', 'm2'] }]];
    const { pairs, notices } = assignChairs({ people, rounds }, createRng(1));
    expect(pairs[0]).toMatchObject({ womanId: 'f1', manId: 'm2', standInIds: [] });
    expect(notices).toEqual([
      { code: 'deputy-chairs', facts: { round: 1, workshopId: 'w', civility: 'M', personId: 'm2' } },
    ]);
  });

  test('a man is missing: names the deputies who are free, and who stands in', () => {
    const people = [
      person('f1', 'F', 'a'),
      person('f2', 'F', 'b'),
      person('m1', 'M', 'c', { role: 'deputy' }),
      person('m2', 'M', 'd', { role: 'deputy' }),
    ];
    const { pairs, notices } = assignChairs(
      { people, rounds: [[{ id: 'w', personIds: ['f1', 'f2'] }]] },
      createRng(1),
    );
    expect(pairs[0]?.manId).toBeNull();
    expect([pairs[0]?.womanId, ...(pairs[0]?.standInIds ?? [])].sort()).toEqual(['f1', 'f2']);
    expect(notices).toMatchObject([
      { code: 'chair-missing', facts: { civility: 'M', cause: 'nobody', deputyIds: ['m1', 'm2'] } },
    ]);
  });

  test('says why a chair is empty: everyone busy, or of the territory of the other chair', () => {
    const people = [person('f1', 'F', 'a'), person('f2', 'F', 'b'), person('m1', 'M', 'a')];
    const two = [
      { id: 'v', personIds: ['f2', 'm1'] },
      { id: 'w', personIds: ['f1', 'm1'] },
    ];
    const busy = assignChairs({ people, rounds: [two] }, createRng(1));
    expect(busy.pairs[0]).toMatchObject({ womanId: 'f2', manId: 'm1' });
    expect(busy.notices).toMatchObject([
      { code: 'chair-missing', facts: { workshopId: 'w', cause: 'busy' } },
    ]);
    const alike = assignChairs({ people, rounds: [two.slice(1)] }, createRng(1));
    expect(alike.notices).toMatchObject([{ facts: { cause: 'same-territory', deputyIds: [] } }]);
  });

  test('no man at all: said once for the whole list; two women chair meanwhile', () => {
    const people = [person('f1', 'F', 'a'), person('f2', 'F', 'b')];
    const { notices, pairs } = assignChairs(
      { people, rounds: [[{ id: 'w', personIds: ['f1', 'f2'] }]] },
      createRng(1),
    );
    expect(notices[0]).toEqual({ code: 'civility-absent', facts: { civility: 'M' } });
    expect(pairs[0]?.standInIds).toHaveLength(1);
  });

  test('no civility stated: two people of two territories, and the parity is said to be unknown', () => {
    const people = ['a', 'b', 'b'].map((t, p) => person(`p${p}`, 'unspecified', t));
    const { pairs, notices } = assignChairs(
      { people, rounds: [[{ id: 'w', personIds: ['p0', 'p1', 'p2'] }]] },
      createRng(1),
    );
    expect(pairs[0]?.standInIds).toContain('p0');
    expect(pairs[0]?.standInIds).toHaveLength(2);
    expect(notices.map(({ code }) => code)).toEqual(['parity-unknown']);
  });

  test('refuses a person who is in no list, or twice in it', () => {
    const rounds = [[{ id: 'w', personIds: ['who'] }]];
    expect(thrownBy(() => assignChairs({ people: [], rounds }, createRng(1))).code).toBe('unknown-person');
    const twice = [person('p', 'F', 'a'), person('p', 'F', 'a')];
    expect(thrownBy(() => assignChairs({ people: twice, rounds: [] }, createRng(1))).code).toBe(
      'person-twice',
    );
  });

  test('nobody chairs twice in a round, pairs are mixed and of two territories, and nothing is cheaper', () => {
    fc.assert(
      fc.property(arbitraryChairs, fc.integer(), (input, seed) => {
        const { pairs, proven, duties } = assignChairs(input, createRng(seed));
        const of = new Map(input.people.map((p) => [p.personId, p]));
        const seen = new Set<string>();
        for (const { round, womanId, manId, standInIds } of pairs) {
          for (const id of [womanId, manId, ...standInIds]) {
            if (id === null) continue;
            expect(seen.has(`${round} ${id}`)).toBe(false);
            seen.add(`${round} ${id}`);
          }
          if (womanId) expect(of.get(womanId)?.civility).toBe('F');
          if (manId) expect(of.get(manId)?.civility).toBe('M');
          if (womanId && manId) expect(of.get(womanId)?.territoryId).not.toBe(of.get(manId)?.territoryId);
        }
        const standIns = new Map<string, number>();
        for (const id of pairs.flatMap(({ standInIds }) => standInIds))
          standIns.set(id, (standIns.get(id) ?? 0) + 1);
        const squares = duties.reduce(
          (sum, { personId, past, now }) => sum + (past + now - (standIns.get(personId) ?? 0)) ** 2,
          0,
        );
        const empty = pairs.flatMap(({ womanId, manId }) => [womanId, manId]).filter((id) => !id).length;
        expect([proven, empty, squares]).toEqual([true, ...cheapest(input)]);
      }),
      { numRuns: 200 },
    );
  });

  test('232 people of 58 territories, 24 workshops, 6 rounds: duties within one, every pair mixed', () => {
    const people = Array.from({ length: 232 }, (_, p) =>
      person(`p${String(p).padStart(3, '0')}`, p % 2 === 0 ? 'F' : 'M', `t${Math.floor(p / 4)}`),
    );
    const rng = createRng(7);
    const rounds = Array.from({ length: 6 }, () => {
      const workshops = Array.from({ length: 24 }, (_, w) => ({ id: `w${w}`, personIds: [] as string[] }));
      const shuffled = people.map(({ personId }) => ({ personId, key: rng.next() }));
      shuffled.sort((a, b) => a.key - b.key);
      for (const [k, { personId }] of shuffled.entries()) workshops[k % 24]?.personIds.push(personId);
      return workshops;
    });
    const first = assignChairs({ people, rounds }, createRng(1));
    expect(first.pairs).toHaveLength(144);
    expect(first.spread.all).toEqual({ least: 1, most: 2 });
    expect([first.notices, first.proven]).toEqual([[], true]);
    expect(assignChairs({ people: [...people].reverse(), rounds }, createRng(1))).toEqual(first);
  });
});

describe('formChairPairs', () => {
  test.skipIf(!existsSync(shared))(
    'the twelve of 2016 make six pairs, the seven volunteers three and a woman over (needs ../shared/data)',
    () => {
      const records = JSON.parse(readFileSync(shared, 'utf8')) as {
        territoireId: string | null;
        civilite: 'F' | 'M';
        role: string;
      }[];
      const twelve = records.map(({ territoireId, civilite }, p) =>
        person(`p${String(p).padStart(2, '0')}`, civilite, territoireId),
      );
      const all = formChairPairs(twelve, createRng(1));
      expect([all.pairs.length, all.leftOver, all.notices]).toEqual([6, [], []]);
      const seven = formChairPairs(
        twelve.filter((_, p) => records[p]?.role === 'volontaire'),
        createRng(1),
      );
      expect([seven.pairs.length, seven.leftOver.length]).toEqual([3, 1]);
      expect(seven.notices).toEqual([
        { code: 'left-over', facts: { civility: 'F', personIds: seven.leftOver } },
      ]);
    },
  );

  test('two of one territory make no pair', () => {
    const { pairs, leftOver } = formChairPairs([person('f', 'F', 'a'), person('m', 'M', 'a')], createRng(1));
    expect([pairs, leftOver]).toEqual([[], ['f', 'm']]);
  });
});
