import { InvalidArgumentError } from 'commander';
import { describe, expect, test } from 'vitest';
import { parseRange } from '../../../cli/input/range-flags.js';
import { textsOf } from '../../../cli/texts/texts-of.js';
import { parameters } from '../../../engine/index.js';

const parse = (text: string) => parseRange(text, parameters.geography.decoupling, textsOf('fr'));

describe('parseRange', () => {
  test.each([
    ['0..1:0.25', [0, 0.25, 0.5, 0.75, 1]],
    ['0..1:0,5', [0, 0.5, 1]],
    ['0,2..0,4:0,1', [0.2, 0.3, 0.4]],
    ['0 à 1 : 0.5', [0, 0.5, 1]],
    ['0..1:0.4', [0, 0.4, 0.8]],
    ['0.5', [0.5]],
    ['0,5', [0.5]],
    ['0|0.1|0,3', [0, 0.1, 0.3]],
    ['0.5..0.5', [0.5]],
  ])('reads %s', (text, values) => {
    expect(parse(text)).toEqual(values);
  });

  test('cuts a range without a step into ten, without a trace of binary fractions', () => {
    expect(parse('0..1')).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
  });

  test.each([
    '',
    ' ',
    '0..2',
    '-1',
    '1..0:0.1',
    '0..1:0',
    '0..1:0.001',
    '0..1:-0.1',
    'beaucoup',
    '0.2.3',
    '0..1:2',
  ])('refuses %j and says how to write it', (text) => {
    expect(() => parse(text)).toThrow(InvalidArgumentError);
    expect(() => parse(text)).toThrow(/0\.\.1:0\.1/);
  });
});
