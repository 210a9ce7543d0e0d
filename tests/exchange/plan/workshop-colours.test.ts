import { expect, test } from 'vitest';
import { workshopColour } from '../../../exchange/plan/workshop-colours.js';

const numbers = Array.from({ length: 12 }, (_, place) => place + 1);

test.each(numbers)('white figures can be read on the colour of workshop %d (WCAG 2.1, 4.5:1)', (number) => {
  expect(1.05 / (luminance(workshopColour(number)) + 0.05)).toBeGreaterThanOrEqual(4.5);
});

test('twelve workshops have twelve colours, the thirteenth the first again', () => {
  expect(new Set(numbers.map(workshopColour)).size).toBe(12);
  expect(workshopColour(13)).toBe(workshopColour(1));
});

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
