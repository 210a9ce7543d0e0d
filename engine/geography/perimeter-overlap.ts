import type { PerimeterOverlap } from '../model/distances.js';
import type { Territory } from '../model/territory.js';

/**
 * Pairs of territories that cover common ground, i < j in the order given, sorted by i then j.
 *
 * The share is 1 when the id of one is among the members of the other, else |A ∩ B| / min(|A|, |B|) over
 * distinct member codes. Territories without members overlap nobody, unless another one lists them.
 * The work grows with the members listed and the pairs found, not with order².
 */
export function perimeterOverlap(territories: readonly Territory[]): PerimeterOverlap {
  const members = territories.map((territory) => new Set(territory.members));
  const holders = holdersByCode(members);
  const indexOf = new Map(territories.map((territory, i) => [territory.id, i]));
  const sources: number[] = [];
  const targets: number[] = [];
  const shares: number[] = [];
  territories.forEach((territory, i) => {
    const common = new Map<number, number>();
    for (const code of members[i] ?? []) {
      for (const j of holders.get(code) ?? []) if (j > i) common.set(j, (common.get(j) ?? 0) + 1);
    }
    const shareWith = new Map<number, number>();
    for (const [j, count] of common) {
      shareWith.set(j, count / Math.min(members[i]?.size ?? 1, members[j]?.size ?? 1));
    }
    for (const j of holders.get(territory.id) ?? []) if (j > i) shareWith.set(j, 1);
    for (const code of members[i] ?? []) {
      const j = indexOf.get(code);
      if (j !== undefined && j > i) shareWith.set(j, 1);
    }
    for (const [j, share] of [...shareWith].sort(([a], [b]) => a - b)) {
      sources.push(i);
      targets.push(j);
      shares.push(share);
    }
  });
  return {
    sources: Uint32Array.from(sources),
    targets: Uint32Array.from(targets),
    shares: Float64Array.from(shares),
  };
}

function holdersByCode(members: readonly ReadonlySet<string>[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>();
  members.forEach((codes, i) => {
    for (const code of codes) {
      const known = holders.get(code);
      if (known) known.push(i);
      else holders.set(code, [i]);
    }
  });
  return holders;
}
