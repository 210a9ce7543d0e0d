import { describe, expect, test } from 'vitest';
import { titlesFor, titlesForPurposes } from '../../../engine/explain/titles.js';
import { taxonomy } from './ground-of.js';

const by = (...problems: number[]) => problems.map((problem) => ({ problem, share: 0.8, lift: 2 }));

describe('titlesFor', () => {
  test('joins the two problems that tie a group most, the second in lower case', () => {
    expect(titlesFor([by(2, 3, 5)], taxonomy)).toEqual([
      { fr: 'Logements vacants et accès aux soins', en: 'Vacant housing and access to care' },
    ]);
  });

  test('leaves a title that is kept as it is, and gives it to no other group', () => {
    const kept = { fr: 'Logements vacants et accès aux soins', en: 'Known by another name' };
    expect(titlesFor([by(2, 3), by(0)], taxonomy, [undefined, kept]).map(({ fr }) => fr)).toEqual([
      'Logements vacants',
      'Logements vacants et accès aux soins',
    ]);
  });

  test('keeps the capitals of an acronym', () => {
    expect(titlesFor([by(2, 4)], taxonomy)[0]?.fr).toBe('Logements vacants et GEMAPI');
  });

  test('puts a point between labels when one of them is a list itself', () => {
    expect(titlesFor([by(0, 2)], taxonomy)[0]).toEqual({
      fr: 'Covoiturage et autopartage · Logements vacants',
      en: 'Carpooling and car sharing · Vacant housing',
    });
  });

  test('leaves out a second problem that less than a third of the group declares', () => {
    const title = titlesFor(
      [
        [
          { problem: 2, share: 0.8, lift: 2 },
          { problem: 3, share: 0.25, lift: 3 },
        ],
      ],
      taxonomy,
    );
    expect(title[0]?.fr).toBe('Logements vacants');
  });

  test('gives the later of two alike groups its next problem', () => {
    expect(titlesFor([by(2, 3, 5), by(2, 3, 5), by(2, 3, 5)], taxonomy).map((t) => t.fr)).toEqual([
      'Logements vacants et accès aux soins',
      'Logements vacants et vieillissement',
      'Logements vacants',
    ]);
  });

  test('numbers groups that have nothing else to tell them apart', () => {
    expect(titlesFor([by(1), by(1), [], [], []], taxonomy).map((t) => t.fr)).toEqual([
      'Gares',
      'Gares (2)',
      'Atelier sans problème commun déclaré',
      'Atelier sans problème commun déclaré (2)',
      'Atelier sans problème commun déclaré (3)',
    ]);
  });

  test('has 90 characters at most: a second label too long gives way to the next', () => {
    const long = structuredClone(taxonomy);
    (long.themes[1]?.problems[1] as { fr: string }).fr = 'x'.repeat(80);
    expect(titlesFor([by(2, 3, 5)], long)[0]?.fr).toBe('Logements vacants et vieillissement');
  });
});

describe('titlesForPurposes', () => {
  const made = (purposes: number[], ...problems: number[]) => ({ purposes, tying: by(...problems) });

  test('names a group by what it was made for, whatever else ties it', () => {
    expect(titlesForPurposes([made([1], 2, 3)], taxonomy)).toEqual([{ fr: 'Gares', en: 'Stations' }]);
    expect(titlesForPurposes([made([2, 3], 1)], taxonomy)[0]?.fr).toBe(
      'Logements vacants et accès aux soins',
    );
    expect(titlesForPurposes([made([1, 2, 4])], taxonomy)[0]?.fr).toBe('Gares · Logements vacants · GEMAPI');
  });

  test('tells groups made for one problem apart by the next that ties them, then by a number', () => {
    const three = [made([1], 1, 2), made([1], 1, 2), made([1], 1, 2)];
    expect(titlesForPurposes(three, taxonomy).map(({ fr }) => fr)).toEqual([
      'Gares',
      'Gares et logements vacants',
      'Gares (2)',
    ]);
  });

  test('leaves out what does not fit in 90 characters', () => {
    const long = structuredClone(taxonomy);
    for (const theme of long.themes)
      for (const problem of theme.problems) problem.fr = `${problem.fr} ${'x'.repeat(50)}`;
    expect(titlesForPurposes([made([1, 2, 3])], long)[0]?.fr).toBe(`Gares ${'x'.repeat(50)}`);
  });
});
