/**
 * The colour of a workshop, the same on the map and in the workbook; number from 1.
 *
 * Twelve hues dark enough for white figures (contrast ≥ 4.5, WCAG 2.1), then again from the first:
 * the number inside tells them apart, also on a grey print.
 */
export function workshopColour(number: number): string {
  return colours[(number - 1) % colours.length] ?? colours[0];
}

const colours = [
  '#1f5fa8',
  '#c2410c',
  '#1b7a3e',
  '#8a2be2',
  '#b4175a',
  '#0f7285',
  '#8a6100',
  '#3c3f9e',
  '#c01f1f',
  '#4d6b12',
  '#7a3b1d',
  '#51606e',
] as const;
