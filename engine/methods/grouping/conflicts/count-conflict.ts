import type { BlockRules } from '../problem/block-rules.js';
import type { GroupingRules, Quota } from '../problem/grouping-problem.js';
import { type Demand, placesRunShort } from './place-flow.js';
import type { RuleSelection } from './rule-selection.js';

const nothing: RuleSelection = {
  together: [],
  apart: [],
  pinned: [],
  allowed: [],
  quotas: [],
  varieties: [],
};

/**
 * Counts that cannot be met for a reason seen at once, as rules (perhaps more than needed), or null.
 *
 * The reasons: too few or too many units of a quota for the groups there are; a block that holds too many of
 * them; too few kinds; units whose allowed places run short, alone or with a quota.
 */
export function countConflict(given: GroupingRules, rules: BlockRules): RuleSelection | null {
  const { allowed = [], quotas = [], varieties = [] } = given;
  if (allowed.length + quotas.length + varieties.length === 0) return null;
  const filled = filledGroups(rules);
  for (const [index, quota] of quotas.entries()) {
    const together = quotaOfBlocks(given, rules, quota, filled);
    if (together) return { ...nothing, together, quotas: [index] };
  }
  for (const [index, { kinds, min }] of varieties.entries()) {
    const places = kinds.map((units) => Math.min(new Set(units.map((i) => rules.blockOf[i])).size, filled));
    if (places.reduce((sum, count) => sum + count, 0) >= min * filled) continue;
    return { ...nothing, together: [...(given.together ?? []).keys()], varieties: [index] };
  }
  return shortOfPlaces(given, rules, null) ?? firstOf(quotas, (index) => shortOfPlaces(given, rules, index));
}

function firstOf<T>(list: readonly unknown[], find: (index: number) => T | null): T | null {
  for (const index of list.keys()) {
    const found = find(index);
    if (found) return found;
  }
  return null;
}

/** How many groups are not empty, whatever the grouping. */
function filledGroups({ min, max, order }: BlockRules): number {
  let obliged = 0;
  for (const m of min) if (m > 0) obliged++;
  let held = 0;
  let needed = 0;
  for (const m of max.slice().sort().reverse()) {
    if (held >= order) break;
    held += m;
    needed++;
  }
  return Math.max(obliged, needed);
}

/** The lists that join the units of a quota it cannot hold, for reasons without places; null when it can. */
function quotaOfBlocks(
  { together = [] }: GroupingRules,
  { blockOf, groupCount }: BlockRules,
  { units, min = 0, max, orNone = false }: Quota,
  filled: number,
): number[] | null {
  const inBlock = new Map<number, number>();
  for (const i of new Set(units)) inBlock.set(blockOf[i]!, (inBlock.get(blockOf[i]!) ?? 0) + 1);
  const joining = (blocks: ReadonlySet<number>): number[] =>
    [...together.keys()].filter((k) => together[k]!.some((i) => blocks.has(blockOf[i]!)));
  const count = new Set(units).size;
  if (max !== undefined) {
    if (count > max * groupCount) return [];
    for (const [b, held] of inBlock) if (held > max) return joining(new Set([b]));
  }
  if (orNone) return count > 0 && count < min ? [] : null;
  if (count < min * filled) return [];
  return min > 0 && inBlock.size < filled ? joining(new Set(inBlock.keys())) : null;
}

/** Units whose places run short; with a quota, those in it count against its limits in each group. */
function shortOfPlaces(given: GroupingRules, rules: BlockRules, index: number | null): RuleSelection | null {
  // only sizes bear on units that may go anywhere, and they add up
  if (index === null && !given.allowed?.length) return null;
  const quota = index === null ? null : given.quotas![index]!;
  const inQuota = new Set(quota?.units);
  const places = placesOf(given, rules);
  const demands = new Map<string, Demand & { units: number[] }>();
  for (let i = 0; i < rules.order; i++) {
    const groups = places[rules.blockOf[i]!]!;
    const counted = inQuota.has(i);
    const key = `${counted} ${groups?.join() ?? 'any'}`;
    const demand = demands.get(key) ?? { groups, counted, units: [] };
    demand.units.push(i);
    demands.set(key, demand);
  }
  const least = quota?.orNone ? 0 : (quota?.min ?? 0);
  const short = placesRunShort([...demands.values()], rules, { min: least, max: quota?.max ?? rules.order });
  if (!short) return null;
  const behind = new Set(short.flatMap(({ units }) => units.map((i) => rules.blockOf[i]!)));
  const on = (i: number): boolean => behind.has(rules.blockOf[i]!);
  const where = <T>(list: readonly T[] | undefined, keep: (entry: T) => boolean): number[] =>
    (list ?? []).flatMap((entry, k) => (keep(entry) ? [k] : []));
  return {
    ...nothing,
    together: where(given.together, (units) => units.some(on)),
    pinned: where(given.pinned, ([i]) => on(i)),
    allowed: where(given.allowed, ([i]) => on(i)),
    quotas: index === null ? [] : [index],
  };
}

/** The groups each block may go to, ascending; null for all of them. */
function placesOf({ allowed = [] }: GroupingRules, rules: BlockRules): (readonly number[] | null)[] {
  const places: (readonly number[] | null)[] = Array.from(rules.pinnedTo, (g) => (g === -1 ? null : [g]));
  for (const [i, groups] of allowed) {
    const b = rules.blockOf[i]!;
    const before = places[b];
    const sorted = [...new Set(groups)].filter((g) => g < rules.groupCount).sort((x, y) => x - y);
    places[b] = before ? before.filter((g) => sorted.includes(g)) : sorted;
  }
  return places;
}
