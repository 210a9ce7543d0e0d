/** The name of unit i, or its number from 1 where it has none. */
export function nameOf(names: readonly string[], i: number): string {
  return names[i] ?? `n° ${i + 1}`;
}
