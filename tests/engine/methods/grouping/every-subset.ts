/** Every subset of so few units but the empty one, each ascending. */
export function* everySubset(order: number): Generator<number[]> {
  const units = Array.from({ length: order }, (_, i) => i);
  for (let set = 1; set < 1 << order; set++) yield units.filter((i) => (set >> i) & 1);
}

/** What units are worth to each other: Σ over them of their mean weight to the rest, and the bonuses of pairs among them. */
export function companyOf(
  units: readonly number[],
  {
    order,
    weights,
    bonuses = [],
  }: {
    readonly order: number;
    readonly weights: Float64Array;
    readonly bonuses?: readonly (readonly [number, number, number])[];
  },
): number {
  let value = 0;
  for (const i of units) {
    const others = units.filter((j) => j !== i);
    if (others.length > 0)
      value += others.reduce((sum, j) => sum + weights[i * order + j]!, 0) / others.length;
  }
  for (const [i, j, bonus] of bonuses) if (units.includes(i) && units.includes(j)) value += bonus;
  return value;
}
