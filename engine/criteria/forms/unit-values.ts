/**
 * The values each unit has (départements, kinds, traits…), end to end: those of unit i are
 * values[start[i]] .. values[start[i + 1] − 1], ascending, each once.
 */
export interface UnitValues {
  readonly start: Int32Array;
  readonly values: Int32Array;
  /** values go from 0 to valueCount − 1 */
  readonly valueCount: number;
}

/** Lays the values of units end to end. */
export function unitValues(valuesOf: readonly (readonly number[])[]): UnitValues {
  const lists = valuesOf.map((values) => [...new Set(values)].sort((a, b) => a - b));
  const start = new Int32Array(lists.length + 1);
  lists.forEach((values, i) => {
    start[i + 1] = (start[i] ?? 0) + values.length;
  });
  const values = Int32Array.from(lists.flat());
  return { start, values, valueCount: values.reduce((most, v) => Math.max(most, v + 1), 0) };
}

/** Whether unit i has value v; the lists are short. */
export function hasValue({ start, values }: UnitValues, i: number, v: number): boolean {
  for (let k = start[i]!; k < start[i + 1]!; k++) if (values[k] === v) return true;
  return false;
}

/** The members that have each value, values and members ascending. */
export function membersByValue(
  valuesOf: readonly (readonly number[])[],
  members: readonly number[],
): [value: number, units: number[]][] {
  const byValue = new Map<number, number[]>();
  for (const i of members) {
    for (const v of new Set(valuesOf[i])) {
      const units = byValue.get(v);
      if (units) units.push(i);
      else byValue.set(v, [i]);
    }
  }
  return [...byValue].sort(([a], [b]) => a - b);
}
