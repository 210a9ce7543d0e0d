import { describe, expect, it } from 'vitest';
import { defaultGazetteer, defaultTaxonomy, departmentOutlines } from '../../data/default-data.js';
import type { GazetteerEntry } from '../../engine/index.js';
import { gazetteerEntrySchema, taxonomySchema } from '../../engine/index.js';

const gazetteer = defaultGazetteer();
const epciKinds = new Set(['CC', 'CA', 'CU', 'METROPOLE']);
const epci = gazetteer.filter((entry) => epciKinds.has(entry.kind));
const projectTerritories = gazetteer.filter((entry) => !epciKinds.has(entry.kind));

function named(name: string): GazetteerEntry {
  const found = gazetteer.filter((entry) => entry.name === name);
  expect(found, name).toHaveLength(1);
  return found[0]!;
}

describe('defaultGazetteer', () => {
  it('holds only valid entries, each under an identifier of its own', () => {
    for (const entry of gazetteer) expect(gazetteerEntrySchema.parse(entry)).toEqual(entry);
    expect(new Set(gazetteer.map((entry) => entry.id)).size).toBe(gazetteer.length);
    for (const entry of gazetteer) expect(entry.id).toMatch(/^\d{9}$/);
  });

  it('holds the 1,255 EPCI of France, by kind as the law counts them', () => {
    const count = (kind: string) => epci.filter((entry) => entry.kind === kind).length;
    expect([count('CC'), count('CA'), count('CU'), count('METROPOLE')]).toEqual([989, 230, 14, 22]);
    expect(epci).toHaveLength(1255);
  });

  it('counts every commune in one EPCI at most, as text that kept its zeros', () => {
    const communes = epci.flatMap((entry) => entry.members);
    expect(new Set(communes).size).toBe(communes.length);
    expect(communes.length).toBe(34_871);
    expect(communes.every((code) => /^[0-9][0-9AB][0-9]{3}$/.test(code))).toBe(true);
    expect(communes).toContain('01004');
  });

  it('locates the whole of Occitanie, each EPCI inside its neighbourhood', () => {
    const outlines = departmentOutlines('76');
    const codes = new Set(outlines?.features.map((feature) => feature.properties.code));
    const touching = epci.filter((entry) => entry.departments.some((code) => codes.has(code)));
    expect(touching).toHaveLength(164);
    expect(touching.filter((entry) => entry.region === '76')).toHaveLength(161);
    for (const { position } of touching) {
      expect(position?.lat).toBeGreaterThan(42.3);
      expect(position?.lat).toBeLessThan(45.1);
      expect(position?.lon).toBeGreaterThan(-0.4);
      expect(position?.lon).toBeLessThan(4.95);
    }
  });

  it('locates every EPCI of the country, saying which positions are approximate', () => {
    expect(epci.filter((entry) => entry.position)).toHaveLength(1255);
    expect(epci.filter((entry) => entry.position?.approximate)).toHaveLength(77);
  });

  it('knows the facts that anyone can check', () => {
    const toulouse = named('Toulouse Métropole');
    expect(toulouse).toMatchObject({ id: '243100518', kind: 'METROPOLE', departments: ['31'], region: '76' });
    expect(toulouse.members).toHaveLength(37);
    expect(toulouse.position?.lat).toBeCloseTo(43.6, 1);
    expect(toulouse.position?.lon).toBeCloseTo(1.42, 1);
    expect(named('CU Perpignan Méditerranée Métropole')).toMatchObject({ kind: 'CU', departments: ['66'] });
    expect(named('Métropole de Lyon')).toMatchObject({
      kind: 'METROPOLE',
      departments: ['69'],
      region: '84',
    });
    expect(named('CA du Grand Avignon (COGA)')).toMatchObject({ departments: ['84', '30'], region: '93' });
    const mayotte = gazetteer.filter((entry) => entry.departments.includes('976'));
    expect(mayotte).toHaveLength(5);
    for (const entry of mayotte) expect(entry.position?.lat).toBeLessThan(-12);
  });

  it('holds the 41 project territories of Occitanie whose members are known', () => {
    expect(projectTerritories).toHaveLength(41);
    const known = new Set(epci.map((entry) => entry.id));
    for (const entry of projectTerritories) {
      expect(entry.region, entry.name).toBe('76');
      expect(entry.members.length, entry.name).toBeGreaterThan(0);
      expect(
        entry.members.filter((id) => !known.has(id)),
        entry.name,
      ).toEqual([]);
      expect(entry.position, entry.name).toBeDefined();
    }
  });

  it('makes the place and the population of a project territory from its members', () => {
    const lauragais = named('PETR du Pays Lauragais');
    const members = epci.filter((entry) => lauragais.members.includes(entry.id));
    expect(members).toHaveLength(4);
    const total = members.reduce((sum, member) => sum + (member.population ?? 0), 0);
    const lat = members.reduce((sum, m) => sum + (m.population ?? 0) * (m.position?.lat ?? 0), 0) / total;
    expect(lauragais.population).toBe(total);
    expect(lauragais.position?.lat).toBeCloseTo(lat, 4);
    expect(lauragais.departments[0]).toBe('31');
    expect(lauragais.departments).toContain('11');
  });

  it('does not give a park the whole population of the EPCI that it covers in part', () => {
    const quercy = named('PNR des Causses du Quercy');
    expect(quercy.population).toBe(83718);
    expect(quercy.position?.approximate).toBe(true);
    expect(named("PNR de l'Aubrac").population).toBeUndefined();
  });

  it('gives a list that a caller may change without harm to the next', () => {
    const first = defaultGazetteer();
    first[0]!.members.push('00000');
    expect(defaultGazetteer()[0]!.members).not.toContain('00000');
  });
});

describe('defaultTaxonomy', () => {
  const taxonomy = defaultTaxonomy();
  const problems = taxonomy.themes.flatMap((theme) => theme.problems);

  it('follows the schema and holds 13 themes and 65 problems, each under its own identifier', () => {
    expect(taxonomySchema.parse(taxonomy)).toEqual(taxonomy);
    expect(taxonomy.themes).toHaveLength(13);
    expect(problems).toHaveLength(65);
    const ids = [...taxonomy.themes, ...problems].map((item) => item.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps the 449 synonyms it was written with, none twice under one problem', () => {
    expect(problems.reduce((sum, problem) => sum + problem.synonyms.length, 0)).toBeGreaterThanOrEqual(449);
    for (const { id, synonyms } of problems) expect(new Set(synonyms).size, id).toBe(synonyms.length);
  });

  it('is written as French is: accents and typographic apostrophes', () => {
    const french = [...taxonomy.themes, ...problems].map((item) => item.fr);
    const written = [...french, ...problems.flatMap((problem) => problem.synonyms)];
    expect(written.filter((text) => text.includes("'"))).toEqual([]);
    const bare = /(^|\s)(sante|foret|energie|numerique|economie|mobilite|acces|ecole)(\s|$)/i;
    expect(written.filter((text) => bare.test(text))).toEqual([]);
    expect(written).toContain('désert médical');
  });
});

describe('departmentOutlines', () => {
  it('draws the 13 départements of Occitanie in closed rings', () => {
    const outlines = departmentOutlines();
    expect(outlines?.features).toHaveLength(13);
    for (const { geometry } of outlines?.features ?? []) {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      for (const ring of polygons.flat()) {
        expect(ring.length).toBeGreaterThan(3);
        expect(ring.at(-1)).toEqual(ring[0]);
      }
    }
  });

  it('answers null for a region it has no outline of, and for what is no region code', () => {
    expect(departmentOutlines('84')).toBeNull();
    expect(departmentOutlines('../x')).toBeNull();
  });
});
