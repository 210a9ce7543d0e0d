/**
 * What each node weighs in each cell, in compressed rows: node i weighs `masses[x]` in cell `cells[x]`,
 * for x from `offsets[i]` to `offsets[i + 1]`, each cell once.
 */
export interface Footprints {
  readonly order: number;
  readonly cellCount: number;
  readonly offsets: Uint32Array;
  readonly cells: Uint32Array;
  readonly masses: Float64Array;
}

/** Each place in one cell, with its mass. */
export function placeFootprints(cellOf: Uint32Array, cellCount: number, masses: Float64Array): Footprints {
  const order = cellOf.length;
  const offsets = Uint32Array.from({ length: order + 1 }, (_, i) => i);
  return { order, cellCount, offsets, cells: cellOf, masses };
}

/** Footprints of the communities: those of their members, added up; cells in the order the members bring them. */
export function mergedFootprints(nodes: Footprints, membership: Uint32Array, count: number): Footprints {
  const { members, starts } = membersByCommunity(membership, count);
  const offsets = new Uint32Array(count + 1);
  const cells = new Uint32Array(nodes.cells.length);
  const masses = new Float64Array(nodes.cells.length);
  // slot of each cell in the row being written; stale where it lies before the row
  const slotOf = new Int32Array(nodes.cellCount).fill(-1);
  let filled = 0;
  for (let c = 0; c < count; c++) {
    const start = filled;
    for (let m = starts[c]!; m < starts[c + 1]!; m++) {
      const i = members[m]!;
      for (let x = nodes.offsets[i]!; x < nodes.offsets[i + 1]!; x++) {
        const a = nodes.cells[x]!;
        if (slotOf[a]! < start) {
          slotOf[a] = filled;
          cells[filled++] = a;
        }
        const slot = slotOf[a]!;
        masses[slot] = masses[slot]! + nodes.masses[x]!;
      }
    }
    offsets[c + 1] = filled;
  }
  return {
    order: count,
    cellCount: nodes.cellCount,
    offsets,
    cells: cells.slice(0, filled),
    masses: masses.slice(0, filled),
  };
}

/** Members of each community by growing index: `members[starts[c]…starts[c + 1])`. */
function membersByCommunity(
  membership: Uint32Array,
  count: number,
): { members: Uint32Array; starts: Uint32Array } {
  const starts = new Uint32Array(count + 1);
  for (const c of membership) starts[c + 1] = starts[c + 1]! + 1;
  for (let c = 0; c < count; c++) starts[c + 1] = starts[c + 1]! + starts[c]!;
  const next = starts.slice(0, count);
  const members = new Uint32Array(membership.length);
  for (let i = 0; i < membership.length; i++) {
    const c = membership[i]!;
    members[next[c]!] = i;
    next[c] = next[c]! + 1;
  }
  return { members, starts };
}
