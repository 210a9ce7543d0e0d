import { describe, expect, it } from 'vitest';
import { defaultGazetteer } from '../../../../data/default-data.js';
import type { GazetteerEntry } from '../../../../engine/index.js';
import { createNameMatcher, type NameQuery } from '../../../../engine/read/names/match-name.js';
import { kindOfName, kindOfText } from '../../../../engine/read/names/territory-name.js';
import { gazetteer } from '../input-tables.js';

const match = createNameMatcher(gazetteer);

function found(query: NameQuery | string): string {
  const result = match(typeof query === 'string' ? { name: query } : query);
  if (result.outcome === 'certain') return result.place.name;
  return result.outcome === 'unknown' ? 'unknown' : `${result.outcome}: ${result.candidates[0]?.place.name}`;
}

describe('a name that is certain', () => {
  it.each([
    ['PETR Tolosan', 'PETR Pays Tolosan'],
    ['Pôle d’équilibre territorial et rural du pays tolosan', 'PETR Pays Tolosan'],
    ['PETR  SUD TOULOUSAIN', 'PETR du Pays du Sud Toulousain'],
    ['Communauté Urbaine Perpignan Méditerranée', 'CU Perpignan Méditerranée Métropole'],
    ['SYDEL Pays Cœur d’Hérault', "Pays Cœur d'Hérault (SYDEL)"],
    ["Pays Coeur d'Herault", "Pays Cœur d'Hérault (SYDEL)"],
    ['Com. com. du Lodévois & Larzac', 'CC Lodévois et Larzac'],
    [
      'Communauté de communes St Affricain, Roquefort, Sept Vallons',
      'CC Saint Affricain, Roquefort, Sept Vallons',
    ],
    ['Agglo de l’Albigeois', "CA de l'Albigeois (C2A)"],
    ['Muretain Agglo', 'CA Le Muretain Agglo'],
    ['C.A. du Sicoval', 'CA du Sicoval'],
    ['Toulouse métropole', 'Toulouse Métropole'],
    ['Métropole de Toulouse', 'Toulouse Métropole'],
    ['Pays Lauragais', 'PETR du Pays Lauragais'],
    ['Syndicat mixte du PNR des Pyrénées ariégeoises', 'PNR des Pyrénées Ariégeoises'],
    [
      'Parc naturel régional du Haut-Languedoc',
      "SM d'aménagement et de gestion du parc naturel régional du Haut- Languedoc",
    ],
    ['Pays des Cévennes', 'SM du Pays des Cévennes'],
  ])('%s is %s', (name, official) => {
    expect(found(name)).toBe(official);
  });

  it('takes the kind from its column when the name does not say it', () => {
    expect(found('Sicoval')).toBe('bare: CA du Sicoval');
    expect(found({ name: 'Sicoval', kind: 'CA' })).toBe('CA du Sicoval');
    expect(found({ name: 'Sicoval', kind: 'CC' })).toBe('bare: CA du Sicoval');
  });

  it('tells homonyms apart by their département', () => {
    expect(found('CC des Quatre Rivières')).toBe('ambiguous: CC des Quatre Rivières');
    const result = match({ name: 'CC des 4 Rivières', departments: ['76'] });
    expect(result.outcome).not.toBe('certain');
    const normand = match({ name: 'CC des Quatre Rivières', departments: ['76'] });
    expect(normand.outcome === 'certain' && normand.place.id).toBe('200070002');
  });
});

describe('a name that is not', () => {
  it('never merges an association of Lozère with a PETR of the Gard', () => {
    expect(found('Association Territoriale Causses Cévennes')).toBe('ambiguous: PETR Causses et Cévennes');
    expect(found({ name: 'PETR Causses et Cévennes', departments: ['48'] })).toBe(
      'ambiguous: PETR Causses et Cévennes',
    );
  });

  it('asks about a name without its kind', () => {
    const result = match({ name: 'Haut-Languedoc' });
    expect(result.outcome).toBe('ambiguous');
    const names = result.outcome === 'ambiguous' ? result.candidates.map(({ place }) => place.id) : [];
    expect(names).toEqual(expect.arrayContaining(['253401269', '900000001', '200066553']));
  });

  it('asks about a slip of the keyboard, and does not correct it', () => {
    expect(found('PETR Tolosann')).toBe('ambiguous: PETR Pays Tolosan');
    expect(found('CC Lodévios et Larzac')).toBe('ambiguous: CC Lodévois et Larzac');
  });

  it('asks about a part of a name', () => {
    expect(found('CA Grand Auch')).toBe('ambiguous: CA Grand Auch Coeur de Gascogne');
    expect(found('Nîmes Métropole')).toMatch(/^(bare|ambiguous): CA de Nîmes Métropole$/);
  });

  it('knows nothing of an invented name', () => {
    expect(found('Territoire Alpha')).toBe('unknown');
    expect(found('')).toBe('unknown');
    expect(found('CC')).toBe('unknown');
  });
});

describe('kinds', () => {
  it.each([
    ['Communauté de communes', 'CC'],
    ['communauté d’agglomération', 'CA'],
    ['Communauté urbaine', 'CU'],
    ['METRO', 'METROPOLE'],
    ['Pôle d’équilibre territorial et rural', 'PETR'],
    ['POLE_METROPOLITAIN', 'POLE_METROPOLITAIN'],
    ['pôle métropolitain', 'POLE_METROPOLITAIN'],
    ['Parc naturel régional', 'PNR'],
    ['pays', 'PAYS'],
    ['autre', 'OTHER'],
    ['Syndicat mixte', 'OTHER'],
  ])('%s is %s', (text, kind) => {
    expect(kindOfText(text)).toBe(kind);
  });

  it('are told by names, or not at all', () => {
    expect(kindOfText('quelque chose')).toBeUndefined();
    expect(kindOfName('Pays Corbières Minervois')).toBe('PAYS');
    expect(kindOfName('Toulouse Métropole')).toBe('METROPOLE');
    expect(kindOfName('Lunel Agglo')).toBe('CA');
    expect(kindOfName('SM du Pays Bourian')).toBe('PAYS');
    expect(kindOfName('Couserans')).toBeUndefined();
  });
});

describe('every territory of the gazetteer', () => {
  const all = defaultGazetteer();
  const matchAll = createNameMatcher(all);
  const homonyms = all.filter(({ name }) => all.filter((other) => other.name === name).length > 1);

  it.each(Object.entries(variants()))('is found for certain, and never another: %s', (_, vary) => {
    const wrong: string[] = [];
    let certain = 0;
    for (const entry of all) {
      const result = matchAll({ name: vary(entry.name), departments: entry.departments });
      if (result.outcome !== 'certain') continue;
      if (result.place.id === entry.id) certain++;
      else wrong.push(`${vary(entry.name)} → ${result.place.name}`);
    }
    expect(wrong).toEqual([]);
    expect(certain).toBe(all.length);
  });

  it('is asked about without its département only where two bear its name', () => {
    const asked = all.filter(({ name }) => matchAll({ name }).outcome !== 'certain');
    expect(asked.map(({ id }) => id)).toEqual(homonyms.map(({ id }) => id));
  });

  it('is never taken for another when it is missing from the list', () => {
    const merged = all.filter((entry) => {
      // only its likes can be mistaken for it, which keeps the lists short
      const { name, kind, departments } = entry;
      const result = createNameMatcher(likesOf(entry, all))({ name, kind, departments });
      return result.outcome === 'certain';
    });
    expect(merged.map(({ name }) => name)).toEqual([]);
  });
});

/** How people write official names. */
function variants(): Record<string, (name: string) => string> {
  const spelledOut: Record<string, string> = {
    CC: 'Communauté de communes',
    CA: "Communauté d'agglomération",
    CU: 'Communauté urbaine',
    PETR: "Pôle d'équilibre territorial et rural",
    PNR: 'Parc naturel régional',
  };
  return {
    'as it is': (name) => name,
    'kind spelled out': (name) => name.replace(/^(CC|CA|CU|PETR|PNR)\b/, (kind) => spelledOut[kind] ?? kind),
    'without accents': (name) => name.normalize('NFD').replace(/\p{M}/gu, ''),
    'without articles': (name) =>
      name.replace(/(?<!\p{L})(?:de|du|des|la|le|les|et) /giu, '').replace(/(?<!\p{L})[dl]['’]/giu, ''),
    'in capitals': (name) => name.toUpperCase(),
    'with double spaces': (name) => name.replaceAll(' ', '  '),
    'Saint as St': (name) => name.replace(/(?<!\p{L})Saint(e?)(?!\p{L})/gu, 'St$1'),
  };
}

function likesOf(entry: GazetteerEntry, all: readonly GazetteerEntry[]): GazetteerEntry[] {
  const longest = entry.name.split(/[^\p{L}]+/u).sort((a, b) => b.length - a.length)[0] ?? '';
  return all.filter((other) => other !== entry && other.name.toLowerCase().includes(longest.toLowerCase()));
}
