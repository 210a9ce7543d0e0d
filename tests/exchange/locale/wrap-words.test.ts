import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineCount, wrapWords } from '../../../exchange/locale/wrap-words.js';

describe('wrapWords', () => {
  test('breaks at spaces and cuts a word longer than the line', () => {
    expect(wrapWords('un deux trois', 7)).toEqual(['un deux', 'trois']);
    expect(wrapWords('anticonstitutionnel', 8)).toEqual(['anticons', 'titution', 'nel']);
    expect(wrapWords('a\nb', 10)).toEqual(['a', 'b']);
    expect(wrapWords('', 10)).toEqual(['']);
  });

  test('never passes the width and never loses a letter', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 30 }), (text, width) => {
        const lines = wrapWords(text, width);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
        expect(lineCount(text, width)).toBe(lines.length);
        expect(lines.join('').replace(/[ \t\n]/g, '')).toBe(text.replace(/[ \t\n]/g, ''));
      }),
    );
  });

  test('makes as many lines as are counted, spaces in a row and line breaks included', () => {
    const spaced = fc
      .array(fc.constantFrom('a', 'bc', ' ', '\t', '\n', 'longer'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(spaced, fc.integer({ min: -1, max: 12 }), (text, width) => {
        expect(lineCount(text, width)).toBe(wrapWords(text, width).length);
      }),
    );
  });
});
