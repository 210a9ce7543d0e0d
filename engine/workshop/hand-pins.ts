import type { HandChange } from '../model/hand-change.js';
import { type Rule, type RuleOf, territoriesNamedBy } from '../model/rule.js';

/** The id of the rule that keeps a territory where a hand put it. */
export function handPinId(territoryId: string): string {
  return `hand:${territoryId}`;
}

/** Whether a rule was made by a change by hand. */
export function isHandPin({ id }: Rule): boolean {
  return id.startsWith('hand:');
}

/** The territories that a change by hand speaks of. */
export function territoriesOf(change: HandChange): readonly string[] {
  return change.kind === 'swap' ? change.territoryIds : [change.territoryId];
}

/**
 * The rules once changes were made by hand: who was moved or pinned is pinned where it is now, and no longer
 * anywhere else; who was moved without a pin, or unpinned, is pinned nowhere. Rules of `relaxed` become wishes.
 *
 * `workshopOf` gives the number, from 1, of the workshop a territory sits in after the changes.
 */
export function rulesAfterHand(
  rules: readonly Rule[],
  changes: readonly HandChange[],
  workshopOf: (territoryId: string) => number,
  relaxed: ReadonlySet<string>,
): Rule[] {
  const pins = new Map<string, RuleOf<'pinned'> | null>();
  for (const change of changes) {
    for (const territoryId of territoriesOf(change)) pins.set(territoryId, pinFor(change, territoryId));
  }
  const freed = (rule: Rule): Rule[] => {
    if (rule.kind !== 'pinned' || rule.level !== 'hard') return [rule];
    const territoryIds = rule.territoryIds.filter((id) => !pins.has(id));
    return territoryIds.length > 0 ? [{ ...rule, territoryIds }] : [];
  };
  const kept = rules
    .flatMap(freed)
    .map((rule): Rule => (relaxed.has(rule.id) ? { ...rule, level: 'soft' } : rule));
  const made = [...pins].flatMap(([territoryId, pin]) =>
    pin ? [{ ...pin, workshop: workshopOf(territoryId) }] : [],
  );
  return [...kept, ...made];
}

function pinFor(change: HandChange, territoryId: string): RuleOf<'pinned'> | null {
  if (change.kind === 'unpin' || (change.kind !== 'pin' && change.pin === false)) return null;
  const { reason, askedBy } = change;
  return {
    id: handPinId(territoryId),
    kind: 'pinned',
    territoryIds: [territoryId],
    workshop: 1,
    level: 'hard',
    ...(reason === undefined ? {} : { reason }),
    ...(askedBy === undefined ? {} : { askedBy }),
  };
}

/**
 * The rules once territories left and workshops closed: those who left are taken out, a rule that no longer
 * says anything goes. `placeOf` gives the new number, from 1, of a workshop; undefined: it closed.
 */
export function rulesWithout(
  rules: readonly Rule[],
  isHere: (territoryId: string) => boolean,
  placeOf: (workshop: number) => number | undefined,
): Rule[] {
  const stillOpen = (workshops: readonly number[]): number[] => workshops.flatMap((w) => placeOf(w) ?? []);
  return rules.flatMap((rule): Rule[] => {
    const named = territoriesNamedBy(rule);
    const territoryIds = named.filter(isHere);
    const least = rule.kind === 'together' || rule.kind === 'apart' ? 2 : 1;
    if (named.length > 0 && territoryIds.length < least) return [];
    if (rule.kind === 'pinned') {
      const [workshop] = stillOpen([rule.workshop]);
      return workshop === undefined ? [] : [{ ...rule, territoryIds, workshop }];
    }
    if (rule.kind === 'allowed' || rule.kind === 'forbidden') {
      const workshops = stillOpen(rule.workshops);
      return workshops.length === 0 ? [] : [{ ...rule, territoryIds, workshops }];
    }
    return [named.length > 0 ? ({ ...rule, territoryIds } as Rule) : rule];
  });
}
