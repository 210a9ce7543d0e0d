import { describe, expect, test } from 'vitest';
import { kilometresText, numberText, percentText } from '../../../exchange/locale/number-text.js';

describe('numberText', () => {
  test('writes a comma and spaced thousands in French, a point and commas in English', () => {
    expect(numberText(1234567.891, 2, 'fr')).toBe('1\u00a0234\u00a0567,89');
    expect(numberText(1234567.891, 2, 'en')).toBe('1,234,567.89');
    expect(numberText(999, 0, 'fr')).toBe('999');
  });

  test('keeps the sign, but never of a zero', () => {
    expect(numberText(-0.26, 1, 'fr')).toBe('-0,3');
    expect(numberText(-0.04, 1, 'fr')).toBe('0,0');
  });

  test('shows a dash for what is no number', () => {
    expect(numberText(Number.NaN, 1, 'fr')).toBe('–');
  });

  test('writes shares and distances with their unit', () => {
    expect(percentText(0.255, 'en')).toBe('26%');
    expect(percentText(0.04, 'fr')).toBe('4\u00a0%');
    expect(kilometresText(1050.4, 'fr')).toBe('1\u00a0050\u00a0km');
  });
});
