/**
 * Chairs, slots and pilots of a whole programme: what is reached, what is proved, and CPU of the process.
 * Run: node dist/benchmarks/quality/programme.js
 */

import { exampleAssembly } from '../../data/example-assembly.js';
import {
  assignChairs,
  assignSlots,
  type ChairedWorkshop,
  type ChairPerson,
  choosePilots,
  composeProgramme,
  createRng,
  type Rng,
  type Stage,
} from '../../engine/index.js';
import { delegations, region158 } from '../example-programmes.js';
import { writeResult } from '../result-file.js';

const roundsCount = 6;
const workshopCount = 24;

/** 232 people of 58 territories, four each. */
function assembly(rng: Rng, stated: (p: number) => ChairPerson['civility'], past: number): ChairPerson[] {
  return Array.from({ length: 232 }, (_, p) => ({
    personId: `p${String(p).padStart(3, '0')}`,
    territoryId: `t${Math.floor(p / 4)}`,
    civility: stated(p),
    role: 'holder' as const,
    pastDuties: past > 0 ? rng.integer(past + 1) : 0,
  }));
}

/** Everyone present drawn to one of 24 workshops at parity, anew each round. */
function programme(rng: Rng, people: readonly ChairPerson[], absence: number): ChairedWorkshop[][] {
  return Array.from({ length: roundsCount }, () => {
    const seats: string[][] = Array.from({ length: workshopCount }, () => []);
    const present = people.filter(() => rng.next() >= absence).map((person) => ({ person, key: rng.next() }));
    // women first, then men, dealt by turns: a composition that keeps parity, as organisers ask
    const rank = ({ civility }: ChairPerson): number => (civility === 'F' ? 0 : 1);
    present.sort((a, b) => rank(a.person) - rank(b.person) || a.key - b.key);
    for (const [k, { person }] of present.entries()) seats[k % workshopCount]?.push(person.personId);
    return seats.map((personIds, w) => ({ id: `w${String(w).padStart(2, '0')}`, personIds }));
  });
}

function timed<T>(call: () => T): { value: T; ms: number } {
  const started = process.cpuUsage();
  const value = call();
  const { user, system } = process.cpuUsage(started);
  return { value, ms: (user + system) / 1000 };
}

const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));

const cases: Record<
  string,
  { stated: (rng: Rng) => (p: number) => ChairPerson['civility']; past: number; absence: number }
> = {
  'at parity': { stated: () => (p) => (p % 2 === 0 ? 'F' : 'M'), past: 0, absence: 0 },
  'at parity, chaired 0 to 2 times before': {
    stated: () => (p) => (p % 2 === 0 ? 'F' : 'M'),
    past: 2,
    absence: 0,
  },
  'one in four absent each round': { stated: () => (p) => (p % 2 === 0 ? 'F' : 'M'), past: 0, absence: 0.25 },
  'one woman in three, one in ten not stated': {
    stated: (rng) => () => (rng.next() < 0.1 ? 'unspecified' : rng.next() < 1 / 3 ? 'F' : 'M'),
    past: 0,
    absence: 0,
  },
};

const chairs = Object.entries(cases).map(([name, { stated, past, absence }]) => {
  const runs = Array.from({ length: 10 }, (_, seed) => {
    const rng = createRng(seed);
    const people = assembly(rng, stated(rng), past);
    const rounds = programme(rng, people, absence);
    const { value, ms } = timed(() => assignChairs({ rounds, people }, createRng(1)));
    const width = (side: 'F' | 'M'): number => {
      const spread = value.spread[side];
      return spread ? spread.most - spread.least : 0;
    };
    const mixed = value.pairs.filter(({ womanId, manId }) => womanId !== null && manId !== null).length;
    return { ms, width: Math.max(width('F'), width('M')), mixed, proven: value.proven };
  });
  const row = {
    case: name,
    programmes: runs.length,
    pairs: roundsCount * workshopCount,
    fewestMixed: Math.min(...runs.map(({ mixed }) => mixed)),
    widestDuties: Math.max(...runs.map(({ width }) => width)),
    withinOne: runs.filter(({ width }) => width <= 1).length,
    proven: runs.filter(({ proven }) => proven).length,
    cpuMs: {
      least: rounded(Math.min(...runs.map(({ ms }) => ms))),
      most: rounded(Math.max(...runs.map(({ ms }) => ms))),
    },
  };
  console.log(JSON.stringify(row));
  return row;
});

const slots = (['one-off', 'lasting'] as const).map((cadence) => {
  const runs = Array.from({ length: 5 }, (_, seed) => {
    const rng = createRng(seed);
    // a thematic season: 58 territories, each in three of 20 workshops; two slots a day, one day a week
    const seats: Set<string>[] = Array.from({ length: 20 }, () => new Set());
    for (let t = 0; t < 58; t++) for (let k = 0; k < 3; k++) seats[rng.integer(20)]?.add(`t${t}`);
    const dated = Array.from({ length: 40 }, (_, k) => ({
      id: `s${String(k).padStart(2, '0')}`,
      date: new Date(Date.UTC(2026, 8, 1 + 7 * Math.floor(k / 2))).toISOString().slice(0, 10),
      start: k % 2 === 0 ? '10:00' : '14:00',
      end: k % 2 === 0 ? '12:00' : '16:00',
    }));
    const availability = Array.from({ length: 58 }, (_, t) => ({
      participantId: `t${t}`,
      slotIds: dated.filter(() => rng.next() < 0.9).map(({ id }) => id),
    }));
    const workshops = seats.map((set, w) => ({ id: `w${w}`, participantIds: [...set], cadence }));
    const { value, ms } = timed(() => assignSlots({ workshops, slots: dated, availability }));
    return {
      ms,
      used: value.slotsUsed,
      without: value.sessions.filter(({ slot }) => !slot).length,
      absences: value.sessions.reduce((sum, { absentIds }) => sum + absentIds.length, 0),
      proven: value.proven,
    };
  });
  const row = {
    cadence,
    sessions: cadence === 'lasting' ? 80 : 20,
    slotsUsed: runs.map(({ used }) => used),
    sessionsWithout: runs.map(({ without }) => without),
    absences: runs.map(({ absences }) => absences),
    proven: runs.map(({ proven }) => proven),
    cpuMs: runs.map(({ ms }) => rounded(ms)),
  };
  console.log(JSON.stringify(row));
  return row;
});

const pilots = [5, 10, 20].map((count) => {
  const order = 158;
  const rng = createRng(count);
  const rows = Array.from({ length: order }, () =>
    Array.from({ length: 12 }, () => (rng.next() < 0.3 ? rng.next() : 0)),
  );
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, each, k) => sum + each * (b[k] ?? 0), 0);
  const values = Float64Array.from(
    rows.flatMap((a) => rows.map((b) => Math.min(1, dot(a, b) / (Math.sqrt(dot(a, a) * dot(b, b)) || 1)))),
  );
  const territories = rows.map((_, t) => ({ territoryId: `t${t}`, department: String(t % 13) }));
  const most = Object.fromEntries(Array.from({ length: 13 }, (_, d) => [String(d), { max: 2 }]));
  const run = (byDepartment?: typeof most) =>
    timed(() =>
      choosePilots({
        territories,
        likeness: { rows: order, columns: order, values },
        count,
        ...(byDepartment ? { byDepartment } : {}),
      }),
    );
  const free = run();
  const quota = run(most);
  const row = {
    territories: order,
    pilots: count,
    proved: rounded(free.value.proved, 4),
    provedWithQuotas: rounded(quota.value.proved, 4),
    cpuMs: [rounded(free.ms), rounded(quota.ms)],
  };
  console.log(JSON.stringify(row));
  return row;
});

const whole = [
  {
    name: '232 people of 58 territories, 24 workshops, 6 rounds',
    assembly: delegations(),
    options: {
      workshop: { entry: 'seats', workshopCount: 24, minSize: 9, maxSize: 10 },
      programme: { rounds: 6, from: '2026-09-01' },
    } as const,
  },
  {
    name: '158 territories, 27 workshops, 3 rounds',
    assembly: region158(),
    options: {
      workshop: { workshopCount: 27, minSize: 5, maxSize: 7 },
      programme: { rounds: 3, from: '2026-09-01', pilots: 10 },
    } as const,
  },
].map(({ name, assembly, options }) => {
  const runs = [1, 2, 3].map((seed) => {
    const stages: Partial<Record<Stage, number>> = {};
    const started = process.cpuUsage();
    const { value, ms } = timed(() =>
      composeProgramme(
        assembly,
        { ...options, general: { seed } },
        {
          onProgress: ({ stage }) => {
            const { user, system } = process.cpuUsage(started);
            stages[stage] ??= (user + system) / 1000;
          },
        },
      ),
    );
    const { rounds, meetings, chairing } = value;
    const chairs = rounds.flatMap(({ workshops }) => workshops.map((workshop) => workshop.chairs));
    const { F, M } = chairing?.spread ?? {};
    const width = (side: typeof F): number => (side ? side.most - side.least : 0);
    return {
      ms: rounded(ms, 0),
      untilRounds: rounded((stages.programme ?? 0) - (stages.workshop ?? 0), 0),
      chairsPlacesDates: rounded((stages.explain ?? 0) - (stages.programme ?? 0), 0),
      repeats: meetings.repeats,
      fewestPossible: meetings.fewestPossible,
      kept: rounded(meetings.coherence.kept, 4),
      mixed: chairs.filter((pair) => pair?.woman && pair.man).length,
      pairs: chairs.length,
      widestDuties: Math.max(width(F), width(M)),
      notices: value.notices.length,
    };
  });
  const row = { programme: name, runs };
  console.log(JSON.stringify(row));
  return row;
});

/** What likeness is left at what price of meeting again: 87 territories of invented answers, three rounds. */
const prices = [null, 1, 0.5, 0.3, 0.2, 0.1].map((repeatCost) => {
  const { value, ms } = timed(() => composeProgramme(exampleAssembly(), { programme: { repeatCost } }));
  const { repeats, coherence } = value.meetings;
  const row = { repeatCost, repeats, kept: rounded(coherence.kept, 3), ms: rounded(ms, 0) };
  console.log(JSON.stringify(row));
  return row;
});

writeResult('programme', { chairs, slots, pilots, whole, prices });
