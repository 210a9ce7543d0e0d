import type { Rng } from '../../../random/rng.js';
import type { GroupingState } from './grouping-state.js';

/**
 * Makes up to `strength` random exchanges (or moves, where sizes allow) between two groups drawn at
 * random; bounds, separations and pins hold after it.
 */
export function perturb(state: GroupingState, rng: Rng, strength: number): void {
  const { groupCount } = state.rules;
  if (groupCount < 2) return;
  const g = rng.integer(groupCount);
  const h = (g + 1 + rng.integer(groupCount - 1)) % groupCount;
  for (let step = 0; step < strength; step++) {
    // in each group one place more than it has members: it stands for nobody, and makes a move
    const a = draw(state, rng, g);
    const b = draw(state, rng, h);
    if (a === -1 && b === -1) continue;
    if (a === -1) tryMove(state, b, g);
    else if (b === -1) tryMove(state, a, h);
    else if (state.allowsSwap(a, b)) {
      state.move(a, h);
      state.move(b, g);
    } else if (state.rules.blockSize[a]! > state.rules.blockSize[b]!) exchangeForSeveral(state, rng, a, h);
    else exchangeForSeveral(state, rng, b, g);
  }
}

/** A member of the group, or −1. */
function draw(state: GroupingState, rng: Rng, g: number): number {
  const place = rng.integer(state.count[g]! + 1);
  return place === state.count[g] ? -1 : state.members[g * state.capacity + place]!;
}

function tryMove(state: GroupingState, b: number, h: number): void {
  if (state.allowsMove(b, h)) state.move(b, h);
}

/**
 * Exchanges a block for smaller ones of group h that together are as large, starting from a random
 * member: where sizes are exact, the only way a block of several units can travel.
 */
function exchangeForSeveral(state: GroupingState, rng: Rng, a: number, h: number): void {
  const { rules, members, capacity, count, blockers } = state;
  const { blockSize, pinnedTo, blockCount } = rules;
  const g = state.groupOf[a]!;
  if (pinnedTo[a] !== -1 || blockers[h * blockCount + a] !== 0) return;
  const chosen: number[] = [];
  let missing = blockSize[a]!;
  const first = rng.integer(count[h]!);
  for (let k = 0; k < count[h]! && missing > 0; k++) {
    const b = members[h * capacity + ((first + k) % count[h]!)]!;
    if (pinnedTo[b] !== -1 || blockSize[b]! > missing || blockers[g * blockCount + b] !== 0) continue;
    chosen.push(b);
    missing -= blockSize[b]!;
  }
  if (missing > 0) return;
  state.move(a, h);
  for (const b of chosen) state.move(b, g);
}
