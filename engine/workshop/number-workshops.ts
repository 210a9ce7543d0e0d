/**
 * Numbers workshops the same way however they were found: a workshop in `kept` keeps its number; the
 * others take the free numbers in the order of their first territory. Returns the new number of each unit.
 */
export function numberWorkshops(groupOf: Int32Array, kept: ReadonlySet<number>): Int32Array {
  const numberOf = new Map<number, number>([...kept].map((g) => [g, g]));
  let free = 0;
  for (const g of groupOf) {
    if (numberOf.has(g)) continue;
    while (kept.has(free)) free++;
    numberOf.set(g, free++);
  }
  return groupOf.map((g) => numberOf.get(g) ?? -1);
}
