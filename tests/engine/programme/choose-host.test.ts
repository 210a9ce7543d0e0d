import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseHost } from '../../../engine/programme/choose-host.js';
import { thrownBy } from '../thrown-error.js';

const shared = join(process.env.DECROISE_SHARED ?? '../shared', 'data/sept-territoires-graine.json');
const at = (id: string, lat: number, lon: number) => ({ id, position: { lat, lon } });

describe('chooseHost', () => {
  // one degree of a meridian is 111.195 km, 144.55 km of road
  const members = [at('south', 43, 2), at('middle', 44, 2), at('north', 45, 2)];

  test('meets in the middle: there and back from both ends', () => {
    const choice = chooseHost({ members, hosts: members, format: 'in-person' });
    expect([choice.format, choice.hostId, choice.avoided]).toEqual(['in-person', 'middle', null]);
    expect(choice.travels[0]?.roadKm).toBeCloseTo(4 * 1.3 * 111.195, 1);
    expect(choice.travels[0]?.kgCo2e).toBeCloseTo(4 * 1.3 * 111.195 * 0.178, 1);
    expect(choice.travels[0]?.kgByTrain).toBeCloseTo(4 * 1.3 * 111.195 * 0.028, 1);
    expect(choice.travels[0]?.kgByCoach).toBeCloseTo(4 * 1.3 * 111.195 * 0.03, 1);
    expect(choice.travels.map(({ hostId }) => hostId)).toEqual(['middle', 'north', 'south']);
  });

  test('is by video unless asked, and says what that avoids, screens taken off', () => {
    const choice = chooseHost({ members, hosts: members, sessions: 4, hours: 2, carAccount: 'whole' });
    expect([choice.format, choice.hostId]).toEqual(['video', null]);
    expect(choice.avoided?.roadKm).toBeCloseTo(16 * 1.3 * 111.195, 0);
    expect(choice.avoided?.kgCo2e).toBeCloseTo(16 * 1.3 * 111.195 * 0.22 - 3 * 4 * 2 * 0.004, 1);
  });

  test('nobody can host: by video, said; a member of unknown position is named and not counted', () => {
    const choice = chooseHost({ members: [...members, { id: 'lost' }], hosts: [], format: 'in-person' });
    expect([choice.format, choice.hostId, choice.avoided]).toEqual(['video', null, null]);
    expect(choice.notices).toEqual([
      { code: 'nobody-can-host', facts: { asked: true } },
      { code: 'position-unknown', facts: { territoryIds: ['lost'] } },
    ]);
  });

  test('no other host takes less travel', () => {
    const place = fc.record({
      lat: fc.double({ min: 42, max: 45, noNaN: true }),
      lon: fc.double({ min: 0, max: 4, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 6 }), (positions) => {
        const places = positions.map(({ lat, lon }, k) => at(`t${k}`, lat, lon));
        const { hostId, travels } = chooseHost({ members: places, hosts: places, format: 'in-person' });
        const alone = places.map(
          (host) => chooseHost({ members: places, hosts: [host], format: 'in-person' }).travels[0],
        );
        expect(travels[0]?.roadKm).toBe(Math.min(...alone.map((travel) => travel?.roadKm ?? Infinity)));
        expect(hostId).toBe(travels[0]?.hostId);
      }),
      { numRuns: 50 },
    );
  });

  test('refuses a workshop of no session', () => {
    expect(thrownBy(() => chooseHost({ members, hosts: members, sessions: 0 })).code).toBe(
      'meeting-not-usable',
    );
  });

  test.skipIf(!existsSync(shared))(
    'the seven of 2016 meeting in Albi: about 2,413 km and 429 kg, fuel only (needs ../shared/data)',
    () => {
      const seven = JSON.parse(readFileSync(shared, 'utf8')) as { id: string; lat: number; lon: number }[];
      const albi = at('81004', 43.9289, 2.1464);
      const { travels } = chooseHost({
        members: seven.map(({ id, lat, lon }) => at(id, lat, lon)),
        hosts: [albi],
        format: 'in-person',
      });
      expect(Math.abs((travels[0]?.roadKm ?? 0) - 2413)).toBeLessThan(3);
      expect(Math.abs((travels[0]?.kgCo2e ?? 0) - 429)).toBeLessThan(1.5);
    },
  );
});
