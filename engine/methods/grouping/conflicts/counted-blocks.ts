import type { BlockRules } from '../problem/block-rules.js';
import type { GroupingRules } from '../problem/grouping-problem.js';

/** Units counted by one limit in each group. */
export interface Count {
  readonly min: number;
  readonly max: number;
  readonly orNone: boolean;
  /** how many of them group g holds */
  readonly inGroup: Int32Array;
  unplaced: number;
}

export interface Kinds {
  readonly min: number;
  /** how many kinds group g holds */
  readonly held: Int32Array;
}

/** What placing a block does to a count. */
export interface Bearing {
  readonly count: Count;
  readonly by: number;
  /** the variety whose kind is counted; null for a quota */
  readonly variety: Kinds | null;
}

/** Blocks that are alike: placing one is placing any. */
export interface BlockClass {
  readonly blocks: number[];
  /** what each of them bears on */
  readonly bearings: readonly Bearing[];
  /** it may go anywhere there is room and breaks nothing there */
  readonly harmless: boolean;
}

/** What is counted in each group, and what placing each block does to it. */
export interface CountedBlocks {
  readonly counts: readonly Count[];
  readonly varieties: readonly Kinds[];
  /** by block */
  readonly bearings: readonly Bearing[][];
}

/** The counts of quotas and of the kinds of varieties, with nobody placed yet. */
export function countedBlocks(given: GroupingRules, rules: BlockRules): CountedBlocks {
  const { blockCount, blockOf, groupCount, order } = rules;
  const bearings: Bearing[][] = Array.from({ length: blockCount }, () => []);
  const countOf = (
    units: readonly number[],
    limits: Pick<Count, 'min' | 'max' | 'orNone'>,
    variety: Kinds | null,
  ): Count => {
    const distinct = new Set(units);
    const count = { ...limits, inGroup: new Int32Array(groupCount), unplaced: distinct.size };
    const inBlock = new Map<number, number>();
    for (const i of distinct) inBlock.set(blockOf[i]!, (inBlock.get(blockOf[i]!) ?? 0) + 1);
    for (const [b, by] of inBlock) bearings[b]!.push({ count, by, variety });
    return count;
  };
  const counts = (given.quotas ?? []).map(({ units, min = 0, max = order, orNone = false }) =>
    countOf(units, { min, max, orNone }, null),
  );
  const varieties = (given.varieties ?? []).map(({ kinds, min }) => {
    const variety = { min, held: new Int32Array(groupCount) };
    for (const units of kinds) countOf(units, { min: 0, max: order, orNone: false }, variety);
    return variety;
  });
  return { counts, varieties, bearings };
}

/** Blocks into classes, without those that nothing is asked of. */
export function blockClasses(
  { blockCount, groupCount, blockSize, apartStart, order, pinnedTo, barred }: BlockRules,
  refused: Int32Array,
  bearingsOf: readonly Bearing[][],
): BlockClass[] {
  const numbers = new Map<Count, number>();
  const classes = new Map<string, BlockClass>();
  for (let b = blockCount - 1; b >= 0; b--) {
    const bearings = bearingsOf[b]!;
    const separated = apartStart[b] !== apartStart[b + 1];
    const anywhere = pinnedTo[b] === -1 && barred.length === 0;
    const places = anywhere ? '' : refusedTo(b, groupCount, refused);
    const unbound = blockSize[b] === 1 && !separated && places === '';
    if (unbound && bearings.length === 0) continue;
    let key = separated ? `${b}` : `like ${blockSize[b]} ${places}`;
    for (const { count, by } of bearings) {
      const number = numbers.get(count) ?? numbers.size;
      numbers.set(count, number);
      key += `,${number}:${by}`;
    }
    const known = classes.get(key);
    if (known) known.blocks.push(b);
    else {
      const harmless = unbound && bearings.every(({ count }) => count.max >= order && !count.orNone);
      classes.set(key, { blocks: [b], bearings, harmless });
    }
  }
  return [...classes.values()];
}

function refusedTo(b: number, groupCount: number, refused: Int32Array): string {
  let places = '';
  for (let g = 0; g < groupCount; g++) if (refused[b * groupCount + g] !== 0) places += `${g} `;
  return places;
}

/** For each block and group, how many pins and places keep it out. */
export function refusals({ blockCount, groupCount, pinnedTo, barred }: BlockRules): Int32Array {
  const refused = new Int32Array(blockCount * groupCount);
  for (let b = 0; b < blockCount; b++) {
    const pinned = pinnedTo[b]!;
    if (pinned === -1 && barred.length === 0) continue;
    for (let g = 0; g < groupCount; g++) {
      if (pinned !== -1 && g !== pinned) refused[b * groupCount + g]!++;
      if (barred[g * blockCount + b] === 1) refused[b * groupCount + g]!++;
    }
  }
  return refused;
}
