import type { MembershipChange, UnitChange } from '../model/hand-change.js';
import { type Rule, type RuleOf, territoriesNamedBy } from '../model/rule.js';

/** The id of the rule that keeps a territory, or seat, where a hand put it. */
export function handPinId(unitId: string): string {
  return `hand:${unitId}`;
}

/** Whether a rule was made by a change by hand. */
export function isHandPin({ id }: Rule): boolean {
  return id.startsWith('hand:');
}

/** How the units that hands move, territories or seats, stand to territories. */
export interface Delegations {
  /** units are seats */
  readonly seated: boolean;
  territoryOf(unitId: string): string;
  /** the unit that a pin of the territory holds, where the pin names no seat */
  firstUnitOf(territoryId: string): string | undefined;
}

/**
 * The rules once changes were made by hand: who was moved or pinned is pinned where it is now, and no longer
 * anywhere else; who was moved without a pin, or unpinned, is pinned nowhere. Rules of `relaxed` become wishes.
 *
 * `workshopOf` gives the number, from 1, of the workshop a unit sits in after the changes.
 */
export function rulesAfterHand(
  rules: readonly Rule[],
  changes: readonly UnitChange[],
  delegations: Delegations,
  workshopOf: (unitId: string) => number,
  relaxed: ReadonlySet<string>,
): Rule[] {
  const pins = new Map<string, RuleOf<'pinned'> | null>();
  for (const change of changes) {
    for (const unitId of change.unitIds) pins.set(unitId, pinFor(change, unitId, delegations));
  }
  const kept = rules
    .flatMap((rule) => freed(rule, (unitId) => pins.has(unitId), delegations))
    .map((rule): Rule => (relaxed.has(rule.id) ? { ...rule, level: 'soft' } : rule));
  const made = [...pins].flatMap(([unitId, pin]) => (pin ? [{ ...pin, workshop: workshopOf(unitId) }] : []));
  return [...kept, ...made];
}

/** A pin that must hold, without the units that hands took hold of. */
function freed(
  rule: Rule,
  isTaken: (unitId: string) => boolean,
  { seated, territoryOf, firstUnitOf }: Delegations,
): Rule[] {
  if (rule.kind !== 'pinned' || rule.level !== 'hard') return [rule];
  if (seated && rule.seatIds) {
    const seatIds = rule.seatIds.filter((id) => !isTaken(id));
    if (seatIds.length === rule.seatIds.length) return [rule];
    const held = new Set(seatIds.map(territoryOf));
    const territoryIds = rule.territoryIds.filter((id) => held.has(id));
    return territoryIds.length > 0 ? [{ ...rule, seatIds, territoryIds }] : [];
  }
  const territoryIds = rule.territoryIds.filter((id) => !isTaken(firstUnitOf(id) ?? ''));
  return territoryIds.length > 0 ? [{ ...rule, territoryIds }] : [];
}

function pinFor(
  { pins, reason, askedBy }: UnitChange,
  unitId: string,
  { seated, territoryOf }: Delegations,
): RuleOf<'pinned'> | null {
  if (!pins) return null;
  return {
    id: handPinId(unitId),
    kind: 'pinned',
    territoryIds: [territoryOf(unitId)],
    workshop: 1,
    level: 'hard',
    ...(seated && { seatIds: [unitId] }),
    ...(reason === undefined ? {} : { reason }),
    ...(askedBy === undefined ? {} : { askedBy }),
  };
}

/**
 * The rules once territories left and workshops closed: those who left are taken out, a rule that no longer
 * says anything goes, a pin whose seats are all empty too. `placeOf` gives the new number, from 1, of a workshop;
 * undefined: it closed.
 */
export function rulesWithout(
  rules: readonly Rule[],
  isHere: (territoryId: string) => boolean,
  placeOf: (workshop: number) => number | undefined,
  isSeatHere: (seatId: string) => boolean = () => true,
): Rule[] {
  const stillOpen = (workshops: readonly number[]): number[] => workshops.flatMap((w) => placeOf(w) ?? []);
  return rules.flatMap((rule): Rule[] => {
    const named = territoriesNamedBy(rule);
    const territoryIds = named.filter(isHere);
    const least = rule.kind === 'together' || rule.kind === 'apart' ? 2 : 1;
    if (named.length > 0 && territoryIds.length < least) return [];
    if (rule.kind === 'pinned') {
      const [workshop] = stillOpen([rule.workshop]);
      const seatIds = rule.seatIds?.filter(isSeatHere);
      if (workshop === undefined || seatIds?.length === 0) return [];
      return [{ ...rule, territoryIds, workshop, ...(seatIds && { seatIds }) }];
    }
    if (rule.kind === 'allowed' || rule.kind === 'forbidden') {
      const workshops = stillOpen(rule.workshops);
      return workshops.length === 0 ? [] : [{ ...rule, territoryIds, workshops }];
    }
    return [named.length > 0 ? ({ ...rule, territoryIds } as Rule) : rule];
  });
}

/**
 * The rules of a referral once hands changed who takes part: who joined is pinned to the one workshop, who left is kept
 * out of it, and what hands had said of them before is lifted; other pins of who left are too.
 */
export function rulesAfterMembership(
  rules: readonly Rule[],
  changes: readonly MembershipChange[],
  relaxed: ReadonlySet<string>,
): Rule[] {
  const made = new Map<string, Rule>();
  const say = (territoryId: string, joins: boolean, { reason, askedBy }: MembershipChange): void => {
    const stated = {
      id: handPinId(territoryId),
      territoryIds: [territoryId],
      level: 'hard' as const,
      ...(reason === undefined ? {} : { reason }),
      ...(askedBy === undefined ? {} : { askedBy }),
    };
    made.set(
      territoryId,
      joins ? { ...stated, kind: 'pinned', workshop: 1 } : { ...stated, kind: 'forbidden', workshops: [1] },
    );
  };
  for (const change of changes) {
    say(change.territoryId, change.kind === 'join', change);
    if (change.kind === 'replace') say(change.byTerritoryId, true, change);
  }
  const kept = rules.flatMap((rule): Rule[] => {
    if (rule.level !== 'hard' || (rule.kind !== 'pinned' && rule.kind !== 'forbidden')) return [rule];
    const territoryIds = rule.territoryIds.filter((id) => !made.has(id));
    return territoryIds.length > 0 ? [{ ...rule, territoryIds }] : [];
  });
  return [
    ...kept.map((rule): Rule => (relaxed.has(rule.id) ? { ...rule, level: 'soft' } : rule)),
    ...made.values(),
  ];
}
