/**
 * How many colours any colouring of a graph needs, as far as `maxNodes` steps tell: a clique, grown greedily from each
 * vertex, and then one more for each number of colours that backtracking refutes (DSATUR: Brélaz 1979,
 * 10.1145/359094.359101; a vertex takes a colour in use or the first that is not).
 *
 * @param neighbours by vertex, the vertices of another colour
 */
export function fewestColours(neighbours: readonly (readonly number[])[], maxNodes: number): number {
  const apart = neighbours.map((own) => new Set(own));
  const clique = largestClique(neighbours, apart);
  let colours = clique.length;
  const search = new ColourSearch(neighbours, clique, maxNodes);
  while (search.refutes(colours)) colours++;
  return colours;
}

function largestClique(
  neighbours: readonly (readonly number[])[],
  apart: readonly ReadonlySet<number>[],
): number[] {
  const order = [...neighbours.keys()].sort((a, b) => apart[b]!.size - apart[a]!.size || a - b);
  let largest: number[] = [];
  for (const first of order) {
    const members = [first];
    for (const v of order) if (v !== first && members.every((m) => apart[v]!.has(m))) members.push(v);
    if (members.length > largest.length) largest = members;
  }
  return largest;
}

class ColourSearch {
  private readonly colourOf: Int32Array;
  /** vertices × vertices: neighbours of a vertex that have a colour */
  private readonly taken: Int32Array;
  /** by vertex: colours that its neighbours have */
  private readonly saturation: Int32Array;
  private nodes = 0;

  constructor(
    private readonly neighbours: readonly (readonly number[])[],
    private readonly clique: readonly number[],
    private readonly maxNodes: number,
  ) {
    const count = neighbours.length;
    this.colourOf = new Int32Array(count).fill(-1);
    this.taken = new Int32Array(count * count);
    this.saturation = new Int32Array(count);
  }

  /** Whether no colouring has so few colours; false too when the steps ran out. */
  refutes(colours: number): boolean {
    this.clique.forEach((v, colour) => {
      this.paint(v, colour);
    });
    const possible = this.extend(this.clique.length, colours);
    for (const v of this.clique) this.clear(v);
    return !possible;
  }

  /** Whether the rest can be coloured, or the steps ran out. */
  private extend(used: number, colours: number): boolean {
    if (++this.nodes > this.maxNodes) return true;
    const v = this.mostSaturated();
    if (v === -1) return true;
    for (let colour = 0; colour < Math.min(used + 1, colours); colour++) {
      if (this.taken[v * this.colourOf.length + colour] !== 0) continue;
      this.paint(v, colour);
      const possible = this.extend(Math.max(used, colour + 1), colours);
      this.clear(v);
      if (possible) return true;
    }
    return false;
  }

  private mostSaturated(): number {
    const { colourOf, saturation, neighbours } = this;
    let next = -1;
    for (let v = 0; v < colourOf.length; v++) {
      if (colourOf[v] !== -1) continue;
      const gain =
        next === -1
          ? 1
          : saturation[v]! - saturation[next]! || neighbours[v]!.length - neighbours[next]!.length;
      if (gain > 0) next = v;
    }
    return next;
  }

  private paint(v: number, colour: number): void {
    this.colourOf[v] = colour;
    for (const u of this.neighbours[v]!) {
      if (this.taken[u * this.colourOf.length + colour]!++ === 0) this.saturation[u]!++;
    }
  }

  private clear(v: number): void {
    const colour = this.colourOf[v]!;
    this.colourOf[v] = -1;
    for (const u of this.neighbours[v]!) {
      if (--this.taken[u * this.colourOf.length + colour]! === 0) this.saturation[u]!--;
    }
  }
}
