import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCommunes, readEpci } from '../../data/build/etalab-tables.js';
import { locate } from '../../data/build/locate.js';
import { rankByPopulation } from '../../data/build/rank-by-population.js';
import { dataFilePath } from '../../data/data-file.js';
import { formatEpciRecords, readEpciRecords } from '../../data/gazetteer-table.js';

const records = readEpciRecords();

describe('gazetteer.json', () => {
  it('says what the package it was made from says', () => {
    const known = new Map(records.map(({ entry }) => [entry.id, entry]));
    const source = readEpci();
    expect(source).toHaveLength(known.size);
    for (const { code, nom, membres } of source) {
      const entry = known.get(code);
      expect(entry?.name).toBe(nom);
      expect(entry?.members).toEqual(membres.map((member) => member.code).sort());
      const population = membres.reduce((sum, member) => sum + (member.populationMunicipale ?? 0), 0);
      expect(entry?.population, nom).toBe(population);
    }
  });

  it('puts the département and the region of most inhabitants first', () => {
    const { current } = readCommunes();
    for (const { entry } of records) {
      const found = new Set(entry.members.map((code) => current.get(code)?.departement));
      expect(new Set(entry.departments), entry.name).toEqual(found);
      const first = entry.departments[0];
      const home = entry.members.some((code) => {
        const commune = current.get(code);
        return commune?.departement === first && commune?.region === entry.region;
      });
      expect(home, entry.name).toBe(true);
    }
  });

  it('stays small, one EPCI a line, and is written again as it was read', () => {
    const path = dataFilePath('gazetteer.json');
    expect(statSync(path).size).toBeLessThan(400_000);
    const text = readFileSync(path, 'utf8');
    const { sources } = JSON.parse(text);
    expect(formatEpciRecords(records, sources)).toBe(text);
    expect(text.split('\n').filter((line) => line.startsWith('["'))).toHaveLength(1255);
  });

  it('has altitudes that rise from the sea to the Pyrenees', () => {
    const altitudeOf = (id: string) => records.find(({ entry }) => entry.id === id)?.altitudeM ?? Number.NaN;
    const seaside = altitudeOf('243400819');
    const mountains = altitudeOf('246600464');
    expect(seaside).toBeLessThan(30);
    expect(mountains).toBeGreaterThan(1200);
  });
});

describe('locate', () => {
  const place = (lat: number, lon: number, altitudeM: number) => ({ lat, lon, altitudeM });

  it('is the mean of the places weighted by population', () => {
    const members = [
      { code: 'a', population: 300 },
      { code: 'b', population: 100 },
    ];
    const places = new Map([
      ['a', place(44, 1, 100)],
      ['b', place(48, 3, 500)],
    ]);
    expect(locate(members, places)).toEqual({ position: { lat: 45, lon: 1.5 }, altitudeM: 200 });
  });

  it('is approximate under 40 % of the population, and not at 40 %', () => {
    const places = new Map([['a', place(44, 1, 100)]]);
    const covering = (population: number) =>
      locate(
        [
          { code: 'a', population },
          { code: 'b', population: 100 - population },
        ],
        places,
      )?.position;
    expect(covering(39)).toEqual({ lat: 44, lon: 1, approximate: true });
    expect(covering(40)).toEqual({ lat: 44, lon: 1 });
  });

  it('is null when no commune has a place', () => {
    expect(locate([{ code: 'a', population: 10 }], new Map())).toBeNull();
  });
});

describe('rankByPopulation', () => {
  it('adds up the members of a code, and breaks ties by code', () => {
    const members = [
      { code: '32', population: 50 },
      { code: '31', population: 30 },
      { code: '31', population: 20 },
      { code: '65', population: 60 },
    ];
    expect(rankByPopulation(members, ({ code }) => code)).toEqual(['65', '31', '32']);
  });
});

describe('docs/data-credits.md', () => {
  it('credits every table of data/', () => {
    const page = readFileSync(new URL('../../docs/data-credits.md', import.meta.url), 'utf8');
    const tables = readdirSync(dataFilePath('.')).filter((name) => /\.(geo)?json$/.test(name));
    expect(tables).toHaveLength(4);
    for (const table of tables) expect(page).toContain(`\`${table}\``);
    for (const credit of ['GeoNames', 'CC BY 4.0', 'BANATIC', 'Licence Ouverte', 'Natural Earth']) {
      expect(page).toContain(credit);
    }
  });
});
