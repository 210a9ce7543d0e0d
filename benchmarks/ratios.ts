/** Least, middle and greatest of some figures, rounded to four digits. */
export function spread(values: readonly number[]): { min: number; median: number; max: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (position: number) => digits(sorted[position] ?? Number.NaN);
  return { min: at(0), median: at(sorted.length >> 1), max: at(sorted.length - 1) };
}

export function geometricMean(values: readonly number[]): number {
  return digits(Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length));
}

export function digits(value: number, count = 4): number {
  return Number(value.toPrecision(count));
}

/** Rounded to so many decimals, without trailing zeros. */
export function rounded(value: number, decimals = 1): number {
  return Number(value.toFixed(decimals));
}
