import type { BlockRules } from '../problem/block-rules.js';
import type { GroupingRules, Quota } from '../problem/grouping-problem.js';
import { countsAddUp, type Demand, placesRunShort } from './place-flow.js';
import { type Cause, nothing, placesWhere, type RuleSelection } from './rule-selection.js';

/** The first quota that cannot be met whatever the places: too few or too many units, or too many in a block. */
export function quotaConflict(given: GroupingRules, rules: BlockRules): Cause | null {
  const filled = filledGroups(rules);
  for (const [index, quota] of (given.quotas ?? []).entries()) {
    const unmet = unmetQuota(quota, rules, filled);
    if (!unmet) continue;
    return () => {
      const joins = (units: readonly number[]): boolean => units.some((i) => unmet.has(rules.blockOf[i]!));
      return { ...nothing, together: placesWhere(given.together, joins), quotas: [index] };
    };
  }
  return null;
}

/** The first variety with too few of its kinds to go round. */
export function varietyConflict(given: GroupingRules, rules: BlockRules): Cause | null {
  const filled = filledGroups(rules);
  for (const [index, { kinds, min }] of (given.varieties ?? []).entries()) {
    const places = kinds.map((units) => Math.min(new Set(units.map((i) => rules.blockOf[i])).size, filled));
    if (places.reduce((sum, count) => sum + count, 0) >= min * filled) continue;
    return () => ({ ...nothing, together: [...(given.together ?? []).keys()], varieties: [index] });
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

/** The blocks whose joining keeps a quota from being met, none if its number alone does; null when it can be met. */
function unmetQuota(
  { units, min = 0, max = Number.POSITIVE_INFINITY, orNone = false }: Quota,
  { blockOf, groupCount }: BlockRules,
  filled: number,
): ReadonlySet<number> | null {
  const inBlock = new Map<number, number>();
  const distinct = new Set(units);
  for (const i of distinct) inBlock.set(blockOf[i]!, (inBlock.get(blockOf[i]!) ?? 0) + 1);
  const count = distinct.size;
  if (count > max * groupCount) return new Set();
  for (const [b, held] of inBlock) if (held > max) return new Set([b]);
  if (orNone) return count > 0 && count < min ? new Set() : null;
  if (count < min * filled) return new Set();
  return min > 0 && inBlock.size < filled ? new Set(inBlock.keys()) : null;
}

/** Units whose places run short; with a quota, those in it count against its limits in each group. */
export function shortPlaces(given: GroupingRules, rules: BlockRules, index: number | null): Cause | null {
  const { allowed = [], pinned = [] } = given;
  // only sizes bear on units that may go anywhere, and they add up
  if (index === null && allowed.length === 0) return null;
  const quota = index === null ? null : given.quotas![index]!;
  const limits = { min: quota?.orNone ? 0 : (quota?.min ?? 0), max: quota?.max ?? rules.order };
  const counted = new Uint8Array(rules.order);
  for (const i of quota?.units ?? []) counted[i] = 1;
  if (allowed.length + pinned.length === 0) {
    const count = counted.reduce((sum, one) => sum + one, 0);
    return countsAddUp(count, rules, limits) ? null : () => ({ ...nothing, quotas: [index!] });
  }
  const short = placesRunShort(demandsOf(given, rules, counted), rules, quota && limits);
  return short && (() => shortOnes(given, rules, short, index));
}

function shortOnes(
  given: GroupingRules,
  { blockOf }: BlockRules,
  short: readonly Demand[],
  index: number | null,
): RuleSelection {
  const behind = new Set(short.flatMap(({ units }) => units.map((i) => blockOf[i]!)));
  const on = (i: number): boolean => behind.has(blockOf[i]!);
  return {
    ...nothing,
    together: placesWhere(given.together, (units) => units.some(on)),
    pinned: placesWhere(given.pinned, (pin) => on(pin[0])),
    allowed: placesWhere(given.allowed, (entry) => on(entry[0])),
    quotas: index === null ? [] : [index],
  };
}

/** Units by where their block may go and whether they are counted. */
function demandsOf(given: GroupingRules, rules: BlockRules, counted: Uint8Array): Demand[] {
  const places = placesOf(given, rules);
  const anywhere: Demand[] = [0, 1].map((one) => ({ groups: null, counted: one === 1, units: [] }));
  const demands = new Map<string, Demand>();
  for (let i = 0; i < rules.order; i++) {
    const groups = places[rules.blockOf[i]!];
    if (!groups) {
      anywhere[counted[i]!]!.units.push(i);
      continue;
    }
    const key = `${counted[i]} ${groups.join()}`;
    const demand = demands.get(key);
    if (demand) demand.units.push(i);
    else demands.set(key, { groups, counted: counted[i] === 1, units: [i] });
  }
  return [...anywhere, ...demands.values()];
}

/** The groups each block may go to, ascending; undefined for all of them. */
function placesOf({ allowed = [] }: GroupingRules, rules: BlockRules): (readonly number[] | undefined)[] {
  const { pinnedTo, blockOf, blockCount, groupCount, barred } = rules;
  const places: (readonly number[] | undefined)[] = [];
  for (let b = 0; b < blockCount; b++) if (pinnedTo[b] !== -1) places[b] = [pinnedTo[b]!];
  for (const [i] of allowed) {
    const b = blockOf[i]!;
    const open: number[] = [];
    for (let g = 0; g < groupCount; g++) {
      if (barred[g * blockCount + b] === 0 && (pinnedTo[b] === -1 || pinnedTo[b] === g)) open.push(g);
    }
    places[b] = open;
  }
  return places;
}
