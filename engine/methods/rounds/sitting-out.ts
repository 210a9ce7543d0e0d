/**
 * Chooses who has no seat where a round has fewer seats than units that are there: seated[r × order + i] = 1
 * for those with one. The turns of sitting out are as even as absences allow; where nobody is absent they
 * differ by one at most.
 *
 * Starts from those who sat out least, then shifts turns along chains (u hands a turn of a round to v, v
 * another to w …) until no chain leads from a unit to one with two turns fewer: no fairer choice exists
 * (cost-reducing paths: Harvey, Ladner, Lovász, Tamir 2006, Journal of Algorithms 59(1), 53–78).
 */
export function seatedInTurn(order: number, here: Uint8Array, seats: readonly number[]): Uint8Array {
  const seated = here.slice();
  const turns = new Int32Array(order);
  seats.forEach((count, r) => {
    const present = unitsOf(here, order, r);
    const excess = present.length - count;
    present.sort((i, j) => turns[i]! - turns[j]! || i - j);
    for (const i of present.slice(0, Math.max(0, excess))) {
      seated[r * order + i] = 0;
      turns[i]!++;
    }
  });
  while (shiftTurns(order, here, seated, turns, seats.length)) {
    // each shift brings two units closer
  }
  return seated;
}

/** How often each unit is there without a seat. */
export function turnsOut(order: number, here: Uint8Array, groupOf: Int32Array): Int32Array {
  const turns = new Int32Array(order);
  for (let at = 0; at < here.length; at++) if (here[at] === 1 && groupOf[at] === -1) turns[at % order]!++;
  return turns;
}

function unitsOf(here: Uint8Array, order: number, r: number): number[] {
  const units: number[] = [];
  for (let i = 0; i < order; i++) if (here[r * order + i] === 1) units.push(i);
  return units;
}

/** Shifts one turn from a unit to one with at least two fewer; false when none can be shifted. */
function shiftTurns(
  order: number,
  here: Uint8Array,
  seated: Uint8Array,
  turns: Int32Array,
  roundCount: number,
): boolean {
  const sources = Array.from(turns.keys()).sort((i, j) => turns[j]! - turns[i]! || i - j);
  const least = turns.reduce((low, count) => Math.min(low, count), Number.POSITIVE_INFINITY);
  for (const source of sources) {
    if (turns[source]! < least + 2) return false;
    const chain = chainFrom(source, order, here, seated, turns, roundCount);
    if (!chain) continue;
    for (const [giver, r, taker] of chain) {
      seated[r * order + giver] = 1;
      seated[r * order + taker] = 0;
    }
    turns[source]!--;
    turns[chain.at(-1)![2]]!++;
    return true;
  }
  return false;
}

/** The shortest chain of [giver, round, taker] from a unit to one with two turns fewer, by breadth. */
function chainFrom(
  source: number,
  order: number,
  here: Uint8Array,
  seated: Uint8Array,
  turns: Int32Array,
  roundCount: number,
): [number, number, number][] | null {
  const link = new Map<number, [number, number, number] | null>([[source, null]]);
  // a Map runs on over what is added meanwhile: it is the queue
  for (const [giver] of link) {
    if (turns[giver]! <= turns[source]! - 2) return traceBack(link, giver);
    for (let r = 0; r < roundCount; r++) {
      if (here[r * order + giver] === 0 || seated[r * order + giver] === 1) continue;
      for (let taker = 0; taker < order; taker++) {
        if (seated[r * order + taker] === 1 && !link.has(taker)) link.set(taker, [giver, r, taker]);
      }
    }
  }
  return null;
}

function traceBack(
  link: ReadonlyMap<number, [number, number, number] | null>,
  end: number,
): [number, number, number][] {
  const chain: [number, number, number][] = [];
  for (let step = link.get(end); step; step = link.get(step[0])) chain.unshift(step);
  return chain;
}
