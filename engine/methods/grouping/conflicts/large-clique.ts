/** vertices tried at most, so that an entangled graph cannot take all the time */
const budget = 20000;

/**
 * Vertices of a graph that are all neighbours, `size` of them, or null when none are found.
 *
 * Branch and bound: a set that few colours suffice for holds no large clique (Tomita, Seki 2003,
 * 10.1007/3-540-45066-1_22). Exact unless its budget ends first. The neighbours of v are
 * neighbours[start[v]] .. neighbours[start[v + 1] − 1].
 */
export function largeClique(
  order: number,
  start: Int32Array,
  neighbours: Int32Array,
  size: number,
): number[] | null {
  if (neighbours.length < size * (size - 1)) return null;
  const degree = (v: number): number => start[v + 1]! - start[v]!;
  // only vertices with enough neighbours that have enough themselves (k-core by passes)
  let alive: number[] = [];
  for (let v = 0; v < order; v++) if (degree(v) >= size - 1) alive.push(v);
  for (let before = -1; before !== alive.length; ) {
    before = alive.length;
    const here = new Uint8Array(order);
    for (const v of alive) here[v] = 1;
    alive = alive.filter((v) => {
      let count = 0;
      for (let at = start[v]!; at < start[v + 1]!; at++) count += here[neighbours[at]!]!;
      return count >= size - 1;
    });
  }
  alive.sort((a, b) => degree(b) - degree(a) || a - b);
  return new CliqueSearch(alive, start, neighbours, size).run();
}

class CliqueSearch {
  /** adjacent[a × count + b] = 1 when the vertices at places a and b are neighbours */
  private readonly adjacent: Uint8Array;
  private readonly chosen: number[] = [];
  private left = budget;

  constructor(
    private readonly vertices: readonly number[],
    start: Int32Array,
    neighbours: Int32Array,
    private readonly size: number,
  ) {
    const placeOf = new Map(vertices.map((v, place) => [v, place]));
    this.adjacent = new Uint8Array(vertices.length ** 2);
    vertices.forEach((v, place) => {
      for (let at = start[v]!; at < start[v + 1]!; at++) {
        const other = placeOf.get(neighbours[at]!);
        if (other !== undefined) this.adjacent[place * vertices.length + other] = 1;
      }
    });
  }

  run(): number[] | null {
    return this.extend([...this.vertices.keys()])
      ? this.chosen.map((place) => this.vertices[place]!).sort((a, b) => a - b)
      : null;
  }

  /** Completes the chosen ones from candidates that neighbour them all. */
  private extend(candidates: readonly number[]): boolean {
    if (this.chosen.length === this.size) return true;
    const classes = this.byColour(candidates);
    const lacking = this.size - this.chosen.length;
    if (classes.length === candidates.length && lacking <= candidates.length) {
      // each has a colour of its own: they are all neighbours
      this.chosen.push(...candidates.slice(candidates.length - lacking));
      return true;
    }
    const coloured = classes.flat();
    let colour = classes.length;
    for (let last = coloured.length - 1; last >= 0; last--) {
      const place = coloured[last]!;
      if (this.chosen.length + colour < this.size || this.left-- <= 0) return false;
      if (classes[colour - 1]![0] === place) colour--;
      this.chosen.push(place);
      const rest: number[] = [];
      for (let k = 0; k < last; k++) if (this.areNeighbours(place, coloured[k]!)) rest.push(coloured[k]!);
      if (this.extend(rest)) return true;
      this.chosen.pop();
    }
    return false;
  }

  /** Candidates by colour; those of one colour are no neighbours. */
  private byColour(candidates: readonly number[]): number[][] {
    const classes: number[][] = [];
    for (let k = 0; k < candidates.length; k++) {
      const place = candidates[k]!;
      let colour = 0;
      while (colour < classes.length && this.hasNeighbour(place, classes[colour]!)) colour++;
      if (colour < classes.length) classes[colour]!.push(place);
      else classes.push([place]);
    }
    return classes;
  }

  private hasNeighbour(place: number, others: readonly number[]): boolean {
    for (let k = 0; k < others.length; k++) if (this.areNeighbours(place, others[k]!)) return true;
    return false;
  }

  private areNeighbours(place: number, other: number): boolean {
    return this.adjacent[place * this.vertices.length + other] === 1;
  }
}
