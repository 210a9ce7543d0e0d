import { EngineError } from '../../engine-error.js';
import type { Assembly } from '../../model/assembly.js';
import { canonicalAssembly } from '../../model/canonical-assembly.js';
import { canonicalJson } from '../../model/canonical-json.js';
import type { Plan } from '../../model/plan.js';
import type { Seat } from '../../model/seat.js';
import type { Territory } from '../../model/territory.js';
import { isHandPin, rulesWithout } from '../../workshop/hand-pins.js';

/** Who leaves, who joins, and who is no longer as the plan has them. */
export interface TerritoryChanges {
  readonly left?: readonly string[];
  readonly joined?: readonly Territory[];
  readonly changed?: readonly Territory[];
  readonly seats?: SeatChanges;
}

/** Whose holder leaves, the deputy sitting from then on if there is one, and which seats are new. */
export interface SeatChanges {
  readonly left?: readonly string[];
  readonly joined?: readonly Seat[];
}

/** The assembly a plan is taken up again with, in canonical order, and what sets it apart from that of the plan. */
export interface NextAssembly {
  readonly input: Assembly;
  readonly left: readonly Territory[];
  readonly joinedIds: readonly string[];
  readonly changedIds: readonly string[];
}

/**
 * The assembly of a plan once territories left, joined or changed.
 *
 * A whole new assembly stands for itself: the difference is found by id. Its rules, seats and history replace those
 * of the plan if it has any; pins made by hand stay in any case. Rules lose the territories that left, and go when
 * they no longer say anything.
 *
 * @throws EngineError `unknown-territory`, `territory-already-there`, `unknown-seat`, `seat-already-there`, and those of `canonicalAssembly`
 */
export function nextAssembly(
  plan: Plan,
  {
    assembly,
    changes = {},
    seats,
  }: { assembly?: Assembly; changes?: TerritoryChanges; seats?: readonly Seat[] | undefined },
): NextAssembly {
  const known = new Map(plan.assembly.territories.map((territory) => [territory.id, territory]));
  const base: Assembly = assembly
    ? {
        ...assembly,
        seats: assembly.seats.length > 0 ? assembly.seats : [...(seats ?? plan.assembly.seats ?? [])],
        history: assembly.history.length > 0 ? assembly.history : plan.assembly.history,
        rules:
          assembly.rules.length > 0
            ? [...assembly.rules, ...plan.assembly.rules.filter(isHandPin)]
            : plan.assembly.rules,
      }
    : {
        ...plan.assembly,
        seats: [...(seats ?? plan.assembly.seats ?? [])],
        territories: territoriesAfter(known, changes),
      };
  const here = new Set(base.territories.map(({ id }) => id));
  refuseStray(changes.seats?.joined ?? [], here);
  const seated = seatsAfter(base.seats, changes.seats).filter(({ territoryId }) => here.has(territoryId));
  const sitting = new Set(seated.flatMap(({ id, holder, deputy }) => (holder || deputy ? [id] : [])));
  const input = canonicalAssembly({
    ...base,
    seats: seated,
    rules: rulesWithout(
      base.rules,
      (id) => here.has(id),
      (workshop) => workshop,
      (seatId) => sitting.has(seatId),
    ),
  });
  return {
    input,
    left: plan.assembly.territories.filter(({ id }) => !here.has(id)),
    joinedIds: input.territories.flatMap(({ id }) => (known.has(id) ? [] : [id])),
    changedIds: input.territories.flatMap((territory) => {
      const before = known.get(territory.id);
      return before && canonicalJson(before) !== canonicalJson(territory) ? [territory.id] : [];
    }),
  };
}

function territoriesAfter(
  known: ReadonlyMap<string, Territory>,
  { left = [], joined = [], changed = [] }: TerritoryChanges,
): Territory[] {
  refuseMisplaced(
    'territory',
    known,
    { there: [...left, ...changed.map(({ id }) => id)], absent: joined.map(({ id }) => id) },
    {
      unknown: 'look its id up in the list of territories of the plan, or let it join.',
      known: 'say that it changed instead, or give the newcomer an id of its own.',
    },
  );
  const gone = new Set(left);
  const anew = new Map(changed.map((territory) => [territory.id, territory]));
  return [
    ...[...known.values()]
      .filter(({ id }) => !gone.has(id))
      .map((territory) => anew.get(territory.id) ?? territory),
    ...joined,
  ];
}

function seatsAfter(seats: readonly Seat[], { left = [], joined = [] }: SeatChanges = {}): Seat[] {
  const known = new Set(seats.map(({ id }) => id));
  refuseMisplaced(
    'seat',
    known,
    { there: left, absent: joined.map(({ id }) => id) },
    {
      unknown: 'look its id up in the workshops of the plan, or let the seat join.',
      known: 'give the new seat an id of its own.',
    },
  );
  const gone = new Set(left);
  return [
    ...seats.map((seat) => {
      const { holder, ...empty } = seat;
      return gone.has(seat.id) ? empty : seat;
    }),
    ...joined,
  ];
}

/** Refuses an id said to be in the plan that is not, and one said to be new that is in it. */
function refuseMisplaced(
  noun: 'territory' | 'seat',
  known: Pick<ReadonlySet<string>, 'has'>,
  said: { readonly there: readonly string[]; readonly absent: readonly string[] },
  advice: { readonly unknown: string; readonly known: string },
): void {
  const unknown = said.there.find((id) => !known.has(id));
  if (unknown !== undefined) {
    const message = `There is no ${noun} "${unknown}" in the plan.`;
    throw new EngineError(`unknown-${noun}`, message, advice.unknown, unknown);
  }
  const already = said.absent.find((id) => known.has(id));
  if (already !== undefined) {
    const message = `The ${noun} "${already}" is in the plan already.`;
    throw new EngineError(`${noun}-already-there`, message, advice.known, already);
  }
}

/** Seats of those who left go with them; a new one must have a territory. */
function refuseStray(joined: readonly Seat[], here: ReadonlySet<string>): void {
  const stray = joined.find(({ territoryId }) => !here.has(territoryId));
  if (!stray) return;
  throw new EngineError(
    'unknown-territory',
    `The new seat "${stray.id}" is of the territory "${stray.territoryId}", which is not in the assembly.`,
    'correct the id, or let the territory join too.',
    stray.territoryId,
  );
}
