import { graphFromEdges } from '../../../../engine/methods/graph/weighted-graph.js';

/** Friendships in a karate club before it split (Zachary 1977, 10.1086/jar.33.4.3629752), places from 0: later friends of each. */
const laterFriends: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31],
  1: [2, 3, 7, 13, 17, 19, 21, 30],
  2: [3, 7, 8, 9, 13, 27, 28, 32],
  3: [7, 12, 13],
  4: [6, 10],
  5: [6, 10, 16],
  6: [16],
  8: [30, 32, 33],
  9: [33],
  13: [33],
  14: [32, 33],
  15: [32, 33],
  18: [32, 33],
  19: [33],
  20: [32, 33],
  22: [32, 33],
  23: [25, 27, 29, 32, 33],
  24: [25, 27, 31],
  25: [31],
  26: [29, 33],
  27: [33],
  28: [31, 33],
  29: [32, 33],
  30: [32, 33],
  31: [32, 33],
  32: [33],
};

const edges = Object.entries(laterFriends).flatMap(([i, friends]) =>
  friends.map((j) => [Number(i), j] as const),
);

export const karateClub = graphFromEdges(
  34,
  Uint32Array.from(edges, ([i]) => i),
  Uint32Array.from(edges, ([, j]) => j),
);

/** The club each joined: 0 the instructor's, 1 the officers'. */
export const karateFactions = membersOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 16, 17, 19, 21]);

/** The partition of greatest modularity, 0.4198 (proved optimal by Brandes et al. 2008, 10.1109/TKDE.2007.190689). */
export const karateBest = membersOf(
  [0, 1, 2, 3, 7, 11, 12, 13, 17, 19, 21],
  [4, 5, 6, 10, 16],
  [23, 24, 25, 27, 28, 31],
);

/** Labels of the groups listed in turn, everyone else in the last. */
function membersOf(...groups: readonly (readonly number[])[]): number[] {
  return Array.from({ length: 34 }, (_, i) => {
    const g = groups.findIndex((members) => members.includes(i));
    return g >= 0 ? g : groups.length;
  });
}
