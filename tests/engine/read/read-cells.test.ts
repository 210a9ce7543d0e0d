import { describe, expect, it } from 'vitest';
import { plainText, slugOf, tidyText } from '../../../engine/read/cells/plain-text.js';
import { dateOf } from '../../../engine/read/cells/read-date.js';
import { parseNumber } from '../../../engine/read/cells/read-number.js';
import { FindingLog } from '../../../engine/read/findings/finding-log.js';
import { editDistance } from '../../../engine/read/names/edit-distance.js';
import { withoutContact } from '../../../engine/read/tables/personal-contact.js';

describe('parseNumber', () => {
  it.each([
    ['43,6', 43.6],
    ['43.6', 43.6],
    ['-1,25', -1.25],
    ['−1,25', -1.25],
    ['1 234,5', 1234.5],
    ['1\u00a0234\u00a0567', 1234567],
    ['1\u202f234,5', 1234.5],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234.567', 1234567],
    ['80 %', 0.8],
    ['80%', 0.8],
    ['4,36E+01', 43.6],
    [',5', 0.5],
    ['007', 7],
  ])('%s is %d', (text, value) => {
    expect(parseNumber(text)?.value).toBeCloseTo(value, 12);
  });

  it.each(['', 'fort', '12 34', '1,2,3', '3/5', '0x10', '1e', '%', '--1', '1 2345'])(
    '"%s" is no number',
    (text) => {
      expect(parseNumber(text)).toBeUndefined();
    },
  );
});

describe('dateOf', () => {
  const day = (value: string | number | Date) => {
    const log = new FindingLog('fr');
    const cell = { table: 't', tableIndex: 0, row: 2, column: 'du', columnIndex: 0, value };
    return [dateOf(cell, log), log.findings().map(({ code }) => code)];
  };

  it.each([
    ['04/11/2016', '2016-11-04'],
    ['4/11/2016', '2016-11-04'],
    ['04-11-2016', '2016-11-04'],
    ['04.11.2016', '2016-11-04'],
    ['2016-11-04', '2016-11-04'],
    ['2016-11-04T09:30:00.000Z', '2016-11-04'],
    ['04/11/2016 09:30', '2016-11-04'],
    ['4 novembre 2016', '2016-11-04'],
    ['1er août 2024', '2024-08-01'],
    ['29/02/2024', '2024-02-29'],
    [new Date('2016-11-04T00:00:00Z'), '2016-11-04'],
  ])('%s is %s', (written, read) => {
    expect(day(written)).toEqual([read, []]);
  });

  it('completes what is certain and says so', () => {
    expect(day('04/11/16')).toEqual(['2016-11-04', ['date-completed']]);
    expect(day(42678)).toEqual(['2016-11-04', ['date-completed']]);
  });

  it.each([
    ['29/02/2023', 'impossible-date'],
    ['00/01/2024', 'impossible-date'],
    ['2024-13-01', 'impossible-date'],
    ['demain', 'not-a-date'],
    [3, 'not-a-date'],
    [new Date(Number.NaN), 'not-a-date'],
  ])('%s is an error', (written, code) => {
    expect(day(written)).toEqual([undefined, [code]]);
  });
});

describe('withoutContact', () => {
  it.each([
    ['Jeanne Martin <jeanne.martin@mairie.fr>', 'Jeanne Martin'],
    ['jeanne.martin@mairie.fr', ''],
    ['Jeanne (06 12 34 56 78)', 'Jeanne'],
    ['Jeanne, +33 6 12 34 56 78', 'Jeanne'],
    ['Jeanne 0033612345678', 'Jeanne'],
    ['mailto:j@x.fr Jeanne', 'Jeanne'],
    ['j@ x', 'x'],
  ])('takes the contact out of "%s"', (text, kept) => {
    expect(withoutContact(text)).toEqual({ kept, found: true });
  });

  it.each(['200055002', '01004 01005', 'Territoire 2024', '2A004', '04/11/2016', '12 345', 'PETR'])(
    'leaves "%s" alone',
    (text) => {
      expect(withoutContact(text)).toEqual({ kept: text, found: false });
    },
  );
});

describe('texts', () => {
  it('are compared without accents, signs and ligatures', () => {
    expect(plainText("Pays  Cœur d’Hérault – L'Été & Cie")).toBe('pays coeur d herault l ete et cie');
  });

  it('are tidied without losing a letter', () => {
    expect(tidyText('\ufeff Pays\u00a0 Tolosan\u200b ')).toBe('Pays Tolosan');
  });

  it('make identifiers that are never empty', () => {
    expect(slugOf("Pays Cœur d'Hérault")).toBe('pays-coeur-d-herault');
    expect(slugOf('?!')).toBe('t-3f-21');
  });

  it('differ by so many slips of the keyboard', () => {
    expect(editDistance('tolosan', 'tolosan', 2)).toBe(0);
    expect(editDistance('tolosan', 'tolosann', 2)).toBe(1);
    expect(editDistance('lodevois', 'lodevios', 2)).toBe(1);
    expect(editDistance('kitten', 'sitting', 3)).toBe(3);
    expect(editDistance('kitten', 'sitting', 2)).toBe(3);
    expect(editDistance('', 'abc', 5)).toBe(3);
  });
});
