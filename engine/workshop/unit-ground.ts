import { EngineError } from '../engine-error.js';
import { type Rule, territoriesNamedBy } from '../model/rule.js';
import type { RuleFacts } from '../model/rule-facts.js';
import type { RuleUnit } from '../model/rule-unit.js';

/**
 * The units that rules are restated on, and how a rule on territories finds them.
 *
 * A territory as one unit is its own delegation. Several seats of a territory are ranked in the order of the units:
 * territories that are to be together send seats of one rank to one workshop, a territory pinned to a workshop
 * sends its first seat there, and every seat is concerned by the rest.
 */
export interface UnitGround {
  readonly units: readonly RuleUnit[];
  readonly facts: RuleFacts;
  /** every unit of the territories that a rule names, ascending */
  unitsOf(rule: Rule): number[];
  /** the first unit of each territory that a rule names, or the seats that a pin names, ascending */
  firstUnitsOf(rule: Rule): number[];
  /** for each rank, the units of that rank of the territories that a rule names; those that would be alone left out */
  delegationsOf(rule: Rule): number[][];
  /** the unit of a territory whose rank is that of unit i; the ranks of a smaller delegation start again */
  counterpartOf(i: number, territory: number): number[];
  /** pairs of territories as pairs of their units */
  unitPairs(
    pairs: readonly (readonly [i: number, j: number, value: number])[],
  ): [i: number, j: number, value: number][];
}

/** Prepares the restating of rules on units; see `UnitGround` for what throws. */
export function unitGround(units: readonly RuleUnit[], facts: RuleFacts): UnitGround {
  const territoryOf = new Map(facts.territoryIds.map((id, territory) => [id, territory]));
  const delegations: number[][] = facts.territoryIds.map(() => []);
  for (const [i, { territory }] of units.entries()) delegations[territory]?.push(i);
  const rankOf = units.map(({ territory }, i) => delegations[territory]?.indexOf(i) ?? 0);
  const named = (rule: Rule): number[][] =>
    [...new Set(territoriesNamedBy(rule))].map((id) => {
      const territory = territoryOf.get(id);
      return territory === undefined ? refuseUnknown(rule, id) : (delegations[territory] ?? []);
    });
  const ascending = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);
  return {
    units,
    facts,
    unitsOf: (rule) => ascending(named(rule).flat()),
    firstUnitsOf: (rule) => {
      const seats = rule.kind === 'pinned' && rule.seatIds ? new Set(rule.seatIds) : null;
      return ascending(
        named(rule).flatMap((own) => {
          const bySeat = own.some((i) => units[i]?.seatId !== undefined);
          return seats && bySeat ? own.filter((i) => seats.has(units[i]?.seatId ?? '')) : own.slice(0, 1);
        }),
      );
    },
    delegationsOf: (rule) => {
      const all = named(rule);
      const largest = Math.max(0, ...all.map((own) => own.length));
      return Array.from({ length: largest }, (_, rank) =>
        ascending(all.flatMap((own) => own.slice(rank, rank + 1))),
      ).filter((list) => list.length > 1);
    },
    counterpartOf: (i, territory) => {
      const own = delegations[territory] ?? [];
      return own.length === 0 ? [] : own.slice((rankOf[i] ?? 0) % own.length).slice(0, 1);
    },
    unitPairs: (pairs) =>
      pairs.flatMap(([a, b, value]) =>
        (delegations[a] ?? []).flatMap((i) =>
          (delegations[b] ?? []).map((j): [number, number, number] => [
            Math.min(i, j),
            Math.max(i, j),
            value,
          ]),
        ),
      ),
  };
}

function refuseUnknown(rule: Rule, id: string): never {
  throw new EngineError(
    'unknown-territory',
    `Rule "${rule.id}" names territory "${id}", which is not in the assembly.`,
    'its id is written differently, or it left: correct the rule or take the territory out of it.',
    id,
  );
}
