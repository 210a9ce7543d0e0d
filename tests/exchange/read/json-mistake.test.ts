import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonMistake } from '../../../exchange/read/json-mistake.js';

describe('the first mistake of a JSON text', () => {
  test.each([
    ['{"a": 1 "b": 2}', 1, 9, 'missing-comma'],
    ['[{"a": 1}\n {"a": 2}]', 2, 2, 'missing-comma'],
    ['{"lat": 43,93}', 1, 12, 'decimal-comma'],
    ['{"lat": 43, 93}', 1, 13, 'missing-quote'],
    ['[1, 2, ]', 1, 8, 'trailing-comma'],
    ['{\r\n  "a": 1,\r\n}', 3, 1, 'trailing-comma'],
    ['{"a" 1}', 1, 6, 'missing-colon'],
    ['{nom: "Albi"}', 1, 2, 'missing-quote'],
    ['{"nom": Albi}', 1, 9, 'bad-word'],
    ["{'nom': 'Albi'}", 1, 2, 'wrong-quote'],
    ['{"nom": “Albi”}', 1, 9, 'wrong-quote'],
    ['{"nom": «Albi»}', 1, 9, 'wrong-quote'],
    ['{"nom": "Albi}', 1, 9, 'unclosed-quote'],
    ['{"nom": "Albi\nMende"}', 1, 14, 'line-break-in-text'],
    ['{"nom": "C:\\Albi"}', 1, 12, 'bad-escape'],
    ['{"insee": 01004}', 1, 11, 'bad-number'],
    ['[.5]', 1, 2, 'bad-number'],
    ['[1.]', 1, 2, 'bad-number'],
    ['{\n // les territoires\n}', 2, 2, 'comment'],
    ['[1] # fin', 1, 5, 'comment'],
    ['[1, 2', 1, 6, 'unclosed'],
    ['{"a": {"b": 1}', 1, 15, 'unclosed'],
    ['[1, 2]]', 1, 7, 'text-after-end'],
    ['{"a": 1} {"b": 2}', 1, 10, 'text-after-end'],
    ['[1, 2}', 1, 6, 'bad-word'],
    ['[,]', 1, 2, 'bad-word'],
    ['{"a": None}', 1, 7, 'bad-word'],
    ['id;nom', 1, 1, 'bad-word'],
  ])('of %j is at line %i, character %i: %s', (text, line, column, mistake) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(findJsonMistake(text)).toEqual({ line, column, mistake });
  });

  test('is found exactly where JSON.parse refuses, in any text', () => {
    const tokens = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '\\',
      '1',
      '-',
      '.5',
      'e3',
      '0',
      'true',
      'null',
      ' ',
      '\n',
    ];
    const soup = fc.array(fc.constantFrom(...tokens), { maxLength: 8 }).map((parts) => parts.join(''));
    const damaged = fc.tuple(fc.json(), fc.nat(), fc.constantFrom('', ...tokens)).map(([json, at, token]) => {
      const place = at % (json.length + 1);
      return json.slice(0, place) + token + json.slice(place + 1);
    });
    fc.assert(
      fc.property(fc.oneof(soup, fc.json(), damaged), (text) => {
        expect(findJsonMistake(text) === null).toBe(isJson(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('is found in a text nested a million deep', () => {
    expect(findJsonMistake('['.repeat(1_000_000))?.mistake).toBe('unclosed');
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
