import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readFundedTitles } from '../../../../benchmarks/quality/funded-titles.js';
import { defaultTaxonomy } from '../../../../data/default-data.js';
import { createProblemMatcher, type Taxonomy } from '../../../../engine/index.js';

const problemsOf = (taxonomy: Taxonomy) => taxonomy.themes.flatMap((theme) => theme.problems);
const strength = (weight: number) => 1 - Math.exp(-1.2 * weight);

function taxonomyOf(synonyms: Record<string, string[]>): Taxonomy {
  const problems = Object.entries(synonyms).map(([id, own]) => ({
    id,
    fr: `étiquette ${id}`,
    en: `label ${id}`,
    synonyms: own,
  }));
  return { version: 'test', themes: [{ id: 't', fr: 'thème', en: 'theme', problems }] };
}

function idsIn(text: string, synonyms: Record<string, string[]>): string[] {
  return createProblemMatcher(taxonomyOf(synonyms))(text).map(({ problemId }) => problemId);
}

describe('createProblemMatcher', () => {
  it('weighs a word by how few problems it stands under, and shares it between those that claim it', () => {
    const match = createProblemMatcher(taxonomyOf({ a: ['friche'], b: ['marché'], c: ['marché'] }));
    const [alone, ...others] = match('la friche');
    expect(others).toEqual([]);
    expect(alone).toEqual({
      problemId: 'a',
      confidence: expect.closeTo(strength(1), 12),
      evidence: 'friche',
    });
    // under 2 of 3 problems: 1 − ln 2 / ln 4 = 0.5, of which each holds half; each has half of what is said
    const shared = { confidence: expect.closeTo(strength(0.25) * Math.SQRT1_2, 12), evidence: 'marché' };
    expect(match('Marché')).toEqual([
      { problemId: 'b', ...shared },
      { problemId: 'c', ...shared },
    ]);
  });

  it('gives several problems of one text, the one named first before the others', () => {
    const synonyms = { a: ['covoiturage'], b: ['inondation'] };
    expect(idsIn('inondations, puis covoiturage', synonyms)).toEqual(['b', 'a']);
    expect(idsIn('covoiturage et inondation', synonyms)).toEqual(['a', 'b']);
  });

  it('does not count a phrase that stands inside a longer one of another problem', () => {
    const synonyms = { a: ['bois'], b: ['bois énergie'], c: ['friche'], d: ['friche agricole'] };
    expect(idsIn('Filière bois-énergie', synonyms)).toEqual(['b']);
    expect(idsIn('le bois', synonyms)).toEqual(['a']);
    expect(idsIn('une friche agricole', synonyms)).toEqual(['d']);
    expect(idsIn('une friche agricole, une friche', synonyms)).toEqual(['d', 'c']);
  });

  it('reads through accents, ligatures, elisions, hyphens, plurals, capitals and small words', () => {
    const synonyms = {
      a: ['cœur de ville'],
      b: ["station d'épuration"],
      c: ['tiers-lieu'],
      d: ['local vacant'],
    };
    expect(idsIn('COEURS DE VILLES', synonyms)).toEqual(['a']);
    expect(idsIn('les stations d’epuration', synonyms)).toEqual(['b']);
    expect(idsIn('tiers lieux', synonyms)).toEqual(['c']);
    expect(idsIn('des locaux vacants', synonyms)).toEqual(['d']);
  });

  it('finds other forms of a word by their stem, and prefers the problem that has the very word', () => {
    const synonyms = { a: ['végétalisation'], b: ['isolation'], c: ['isolement'] };
    expect(idsIn('végétaliser la cour', synonyms)).toEqual(['a']);
    expect(idsIn('isolation', synonyms)).toEqual(['b']);
    expect(idsIn('isolement', synonyms)).toEqual(['c']);
  });

  it('tells words apart by their accents where the text has some', () => {
    const synonyms = { a: ['marche'], b: ['marché'], c: ['vélo'] };
    expect(idsIn('le marché', synonyms)).toEqual(['b']);
    expect(idsIn('la marche à côté', synonyms)).toEqual(['a']);
    expect(idsIn('marche', synonyms)).toEqual(['a', 'b']);
  });

  it('takes acronyms as whole words, and those spelt like a word in capitals only', () => {
    const synonyms = { a: ['OLD'], b: ['LED'], c: ['PAT'] };
    expect(idsIn('les OLD', synonyms)).toEqual(['a']);
    expect(idsIn('old people', synonyms)).toEqual([]);
    expect(idsIn('LES OLD DU VILLAGE', synonyms)).toEqual(['a']);
    expect(idsIn('passage en led', synonyms)).toEqual(['b']);
    expect(idsIn('des LEDs', synonyms)).toEqual(['b']);
    expect(idsIn('patrimoine, soldes, pat', synonyms)).toEqual([]);
  });

  it('finds sets of words near each other in any order, with their alternatives', () => {
    const synonyms = { a: ['école / mairie + isolation / pompe à chaleur'], b: ['école'] };
    expect(idsIn('Pompe à chaleur de la mairie', synonyms)).toEqual(['a']);
    expect(idsIn('Isolation de l’école', synonyms)).toEqual(['a']);
    expect(idsIn('École', synonyms)).toEqual(['b']);
    expect(idsIn('isolation', synonyms)).toEqual([]);
    expect(idsIn(`isolation ${'parole '.repeat(20)} école`, synonyms)).toEqual(['b']);
    expect(createProblemMatcher(taxonomyOf(synonyms))('isolation de la mairie')[0]?.evidence).toBe(
      'mairie + isolation',
    );
  });

  it('answers nothing rather than nonsense', () => {
    const match = createProblemMatcher(defaultTaxonomy());
    for (const text of ['', '   ', '—', 'Le Fournil', 'rien à signaler', '12 bis ter'])
      expect(match(text)).toEqual([]);
  });

  it('gives known problems once each, surest first, whatever the text and its Unicode form', () => {
    const taxonomy = defaultTaxonomy();
    const match = createProblemMatcher(taxonomy);
    const known = new Set(problemsOf(taxonomy).map(({ id }) => id));
    const vocabulary = problemsOf(taxonomy).flatMap(({ synonyms }) => synonyms);
    const text = fc
      .array(fc.oneof(fc.constantFrom(...vocabulary), fc.string({ unit: 'grapheme' })), { maxLength: 8 })
      .map((pieces) => pieces.join(' '));
    fc.assert(
      fc.property(text, (sample) => {
        const found = match(sample);
        const ids = found.map(({ problemId }) => problemId);
        expect(new Set(ids).size).toBe(ids.length);
        for (const [k, { problemId, confidence, evidence }] of found.entries()) {
          expect(known).toContain(problemId);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(found[k - 1]?.confidence ?? 1);
          expect(evidence).not.toBe('');
        }
        expect(match(sample.normalize('NFD').replaceAll('’', "'"))).toEqual(match(sample.normalize('NFC')));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the taxonomy that comes with Décroise, read by its own matcher', () => {
  const taxonomy = defaultTaxonomy();
  const problems = problemsOf(taxonomy);
  const match = createProblemMatcher(taxonomy);

  it('finds every problem first by its labels, French and English', () => {
    for (const { id, fr, en } of problems) {
      expect([fr, match(fr)[0]?.problemId]).toEqual([fr, id]);
      expect([en, match(en)[0]?.problemId]).toEqual([en, id]);
    }
  });

  it('finds every problem first by each of its synonyms that no other problem has', () => {
    const plain = (synonym: string) =>
      synonym
        .toLowerCase()
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .replace(/[sx]\b/g, '');
    const owners = new Map<string, Set<string>>();
    for (const { id, synonyms } of problems) {
      for (const synonym of synonyms) {
        owners.set(plain(synonym), (owners.get(plain(synonym)) ?? new Set()).add(id));
      }
    }
    const missed = problems.flatMap(({ id, synonyms }) =>
      synonyms
        .filter((synonym) => owners.get(plain(synonym))?.size === 1)
        .flatMap(spelledOut)
        .filter((text) => match(text)[0]?.problemId !== id)
        .map((text) => `${id}: ${text}`),
    );
    expect(missed).toEqual([]);
  });

  it('has several hundred synonyms to look for, few of them shared', () => {
    expect(problems.flatMap(({ synonyms }) => synonyms).length).toBeGreaterThan(1000);
  });

  /** "a / b + c" as the texts "a c" and "b c". */
  function spelledOut(synonym: string): string[] {
    const parts = synonym.split(' + ').map((part) => part.split(' / '));
    return parts.reduce<string[]>(
      (texts, part) => texts.flatMap((text) => part.map((word) => `${text} ${word}`.trim())),
      [''],
    );
  }
});

describe('on the titles of real funded projects', () => {
  const sharedData = `${process.env.DECROISE_SHARED ?? '../shared'}/data`;

  test.skipIf(!existsSync(`${sharedData}/fonds-vert-2023-occitanie.csv`))(
    'is right nine times in ten when it is confident, and says little (needs ../shared/data)',
    () => {
      const heldOut = readFundedTitles(sharedData)?.titles.filter(({ half }) => half === 'heldOut') ?? [];
      const match = createProblemMatcher(defaultTaxonomy());
      const answers = heldOut.map(({ title, expected }) => ({ found: match(title), expected }));
      const confident = answers.filter(({ found }) => (found[0]?.confidence ?? 0) >= 0.75);
      const right = confident.filter(({ found, expected }) => found[0]?.problemId === expected);
      const named = answers.filter(({ found, expected }) =>
        found.some(({ problemId }) => problemId === expected),
      );
      const said = answers.reduce((sum, { found }) => sum + found.length, 0);
      expect(answers.length).toBe(736);
      expect(confident.length).toBeGreaterThan(answers.length / 2);
      expect(right.length / confident.length).toBeGreaterThan(0.88);
      expect(named.length / answers.length).toBeGreaterThan(0.75);
      expect(said / answers.length).toBeLessThan(2);
    },
  );
});
