import { describe, expect, it } from 'vitest';
import { defaultGazetteer } from '../../data/default-data.js';
import { exampleAssembly } from '../../data/example-assembly.js';
import type { Assembly, Territory } from '../../engine/index.js';
import { assemblySchema, territoriesNamedBy } from '../../engine/index.js';

const assembly = exampleAssembly();
const { territories } = assembly;

describe('exampleAssembly', () => {
  it('is a valid assembly that says that its answers are fictive', () => {
    expect(assemblySchema.parse(assembly)).toEqual(assembly);
    expect(assembly.fictive).toBe(true);
    expect(assembly.name).toContain('fictives');
  });

  it('is the same for the same seed, and another for another seed', () => {
    expect(JSON.stringify(exampleAssembly({ region: '76', seed: 2016 }))).toBe(JSON.stringify(assembly));
    const other = exampleAssembly({ seed: 2017 });
    expect(other.territories.map((territory) => territory.id)).toEqual(territories.map(({ id }) => id));
    expect(JSON.stringify(other.territories)).not.toBe(JSON.stringify(territories));
  });

  it('gathers the project territories, the cities and the CC on their own, by identifier', () => {
    const count = (kind: string) => territories.filter((territory) => territory.kind === kind).length;
    expect([count('PETR'), count('PNR'), count('PAYS'), count('POLE_METROPOLITAIN')]).toEqual([29, 7, 4, 1]);
    expect([count('METROPOLE'), count('CU'), count('CA'), count('CC')]).toEqual([2, 1, 21, 22]);
    const ids = territories.map((territory) => territory.id);
    expect(ids).toEqual([...ids].sort());
    const grouped = new Set(
      territories.filter(({ kind }) => kind === 'PETR').flatMap(({ members }) => members),
    );
    expect(territories.filter(({ kind, id }) => kind === 'CC' && grouped.has(id))).toEqual([]);
  });

  it('has perimeters that truly overlap', () => {
    const listed = territories.flatMap(({ members }) => members.filter((code) => code.length === 9));
    const shared = new Set(listed.filter((code, place) => listed.indexOf(code) !== place));
    expect(shared.size).toBeGreaterThan(15);
  });

  it('keeps the facts of the gazetteer', () => {
    const known = new Map(defaultGazetteer().map((entry) => [entry.id, entry]));
    for (const { id, name, kind, departments, position, population, members } of territories) {
      const { region, ...facts } = known.get(id)!;
      expect(region).toBe('76');
      expect({
        id,
        name,
        kind,
        departments,
        members,
        ...(position ? { position } : {}),
        ...(population === undefined ? {} : { population }),
      }).toEqual(facts);
    }
  });

  it('declares 3 to 9 needs and 1 to 4 experiences, by tenths from 0.3 to 1, none twice', () => {
    for (const { name, needs, experiences } of territories) {
      expect(needs.length, name).toBeGreaterThanOrEqual(3);
      expect(needs.length, name).toBeLessThanOrEqual(9);
      expect(experiences.length, name).toBeGreaterThanOrEqual(1);
      expect(experiences.length, name).toBeLessThanOrEqual(4);
      const levels = [...needs.map((need) => need.intensity), ...experiences.map(({ level }) => level)];
      for (const level of levels) expect([0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]).toContain(level);
      const ids = [...needs, ...experiences].map(({ problemId }) => problemId);
      expect(new Set(ids).size, name).toBe(ids.length);
    }
  });

  it('declares only problems of the taxonomy, and most of them are declared by someone', () => {
    const known = new Set(assembly.taxonomy.themes.flatMap(({ problems }) => problems.map(({ id }) => id)));
    const declared = new Set(territories.flatMap(({ needs }) => needs.map(({ problemId }) => problemId)));
    for (const id of declared) expect(known).toContain(id);
    expect(declared.size).toBeGreaterThan(55);
  });

  it('puts no ski resort by the sea and no seashore in the mountains, whatever the seed', () => {
    for (const seed of [1, 2, 3]) {
      for (const { name, traits, needs, experiences } of exampleAssembly({ seed }).territories) {
        const ids = [...needs, ...experiences].map(({ problemId }) => problemId);
        if (!traits.includes('montagne')) expect(ids, name).not.toContain('cul.stations');
        if (!traits.includes('littoral')) expect(ids, name).not.toContain('ris.littoral');
      }
    }
  });

  it('reads mountain and coast from the tables', () => {
    const traitsOf = (name: string) => territories.find((territory) => territory.name === name)?.traits;
    expect(traitsOf('CA Hérault-Méditerranée')).toEqual(['littoral']);
    expect(traitsOf('PNR de la Narbonnaise en Méditerranée')).toEqual(['littoral']);
    expect(traitsOf('PNR des Pyrénées Catalanes')).toContain('montagne');
    expect(traitsOf('PETR Sud Lozère')).toEqual(['montagne', 'rural']);
    expect(traitsOf('Toulouse Métropole')).toEqual([]);
  });

  it('has likeness that neighbourhood explains in part only, as real answers have', () => {
    const share = shareOfNearestInOwnDepartment(territories);
    expect(share).toBeGreaterThan(0.18);
    expect(share).toBeLessThan(0.35);
  });

  it('names nobody, leaves some seats empty and is close to parity', () => {
    expect(assembly.seats).toHaveLength(2 * territories.length);
    const people = assembly.seats.flatMap(({ holder, deputy }) => [holder ?? [], deputy ?? []].flat());
    expect(people.filter((person) => person.name !== undefined)).toEqual([]);
    const holders = assembly.seats.flatMap(({ holder }) => holder?.civility ?? []);
    const women = holders.filter((civility) => civility === 'F').length;
    const men = holders.filter((civility) => civility === 'M').length;
    expect(holders.length).toBeLessThan(assembly.seats.length);
    expect(Math.abs(women - men)).toBeLessThan(0.1 * holders.length);
  });

  it('refers to its own territories in the rules, the seats and the history', () => {
    const ids = new Set(territories.map(({ id }) => id));
    const used = [
      ...assembly.rules.flatMap(territoriesNamedBy),
      ...assembly.seats.map(({ territoryId }) => territoryId),
      ...assembly.history.flatMap(({ territoryIds }) => territoryIds),
    ];
    expect(used.filter((id) => !ids.has(id))).toEqual([]);
    expect(new Set(assembly.rules.map(({ kind }) => kind))).toEqual(new Set(['together', 'apart', 'pinned']));
    expect(assembly.rules.every(({ reason }) => reason)).toBe(true);
  });

  it('asks for nothing impossible: no pair is both together and apart, one territory is pinned', () => {
    for (const { rules } of [
      assembly,
      exampleAssembly({ region: '84' }),
      exampleAssembly({ region: '93' }),
    ]) {
      expect(contradictions(rules)).toEqual([]);
      expect(rules.filter(({ kind }) => kind === 'pinned').flatMap(territoriesNamedBy)).toHaveLength(1);
    }
  });

  it('has all the EPCI of a region without known project territories', () => {
    const corsica = exampleAssembly({ region: '94' });
    expect(corsica.territories).toHaveLength(19);
    expect(corsica.rules).toEqual([]);
    expect(assemblySchema.safeParse(corsica).success).toBe(true);
  });

  it('is empty, and still valid, for what is no region', () => {
    const nowhere = exampleAssembly({ region: 'Occitanie' });
    expect(nowhere.territories).toEqual([]);
    expect(nowhere.rules).toEqual([]);
    expect(assemblySchema.safeParse(nowhere).success).toBe(true);
  });
});

function contradictions(rules: Assembly['rules']): string[] {
  const pairs = (kind: string) =>
    rules.filter((rule) => rule.kind === kind).map((rule) => [...territoriesNamedBy(rule)].sort().join(' '));
  const apart = new Set(pairs('apart'));
  return pairs('together').filter((pair) => apart.has(pair));
}

/** Cosine of needs weighted by rarity, five nearest, as the brief measured the real EPCI. */
function shareOfNearestInOwnDepartment(all: readonly Territory[]): number {
  const holders = new Map<string, number>();
  for (const { problemId } of all.flatMap(({ needs }) => needs)) {
    holders.set(problemId, (holders.get(problemId) ?? 0) + 1);
  }
  const profiles = all.map(
    ({ needs }) =>
      new Map(
        needs.map(({ problemId, intensity }) => [
          problemId,
          intensity * (Math.log((1 + all.length) / (1 + (holders.get(problemId) ?? 0))) + 1),
        ]),
      ),
  );
  const norm = profiles.map((profile) => Math.hypot(...profile.values()));
  let inOwn = 0;
  for (const [i, profile] of profiles.entries()) {
    const likeness = profiles.map((other, j) => {
      let dot = 0;
      for (const [problemId, value] of profile) dot += value * (other.get(problemId) ?? 0);
      return { j, value: i === j ? -1 : dot / (norm[i]! * norm[j]!) };
    });
    likeness.sort((a, b) => b.value - a.value || a.j - b.j);
    const own = all[i]!.departments[0];
    inOwn += likeness.slice(0, 5).filter(({ j }) => all[j]!.departments[0] === own).length;
  }
  return inOwn / (5 * all.length);
}
