/** How many of the listed units, leaving out i and j, are in group g. */
export function placedOn(
  groupOf: Int32Array,
  units: readonly number[],
  g: number,
  i: number,
  j: number,
): number {
  let count = 0;
  for (const unit of units) if (groupOf[unit] === g && unit !== i && unit !== j) count++;
  return count;
}

/** 1 for each listed unit, up to the largest of them; nothing beyond. */
export function flagsOf(units: readonly number[]): Uint8Array {
  const flags = new Uint8Array(units.reduce((most, unit) => Math.max(most, unit + 1), 0));
  for (const unit of units) flags[unit] = 1;
  return flags;
}
