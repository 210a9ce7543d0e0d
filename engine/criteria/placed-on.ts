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
