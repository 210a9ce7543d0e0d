import type { Person, Seat } from './seat.js';

/** What is placed in workshops, a territory or one of its seats, as rules see it. Nobody is named. */
export interface RuleUnit {
  /** index of its territory in the facts */
  readonly territory: number;
  /** which of its seats, where seats are placed */
  readonly seatId?: string;
  /** each once, sorted */
  readonly colleges: readonly string[];
  /** of who sits: the holder, or else the deputy; each once, sorted; those not specified are left out */
  readonly civilities: readonly string[];
  /** whether a woman, a man could chair: among holders and deputies */
  readonly woman: boolean;
  readonly man: boolean;
}

/** A territory as one unit: what its seats are together. */
export function territoryUnit(territory: number, seats: readonly Seat[]): RuleUnit {
  const sitting = seats.flatMap(({ holder, deputy }) => holder ?? deputy ?? []);
  const people = seats.flatMap(({ holder, deputy }) => [holder, deputy].flatMap((person) => person ?? []));
  const has = (civility: Person['civility']): boolean =>
    people.some((person) => person.civility === civility);
  return {
    territory,
    colleges: distinct(seats.flatMap(({ college }) => college ?? [])),
    civilities: distinct(sitting.flatMap(({ civility }) => (civility === 'unspecified' ? [] : [civility]))),
    woman: has('F'),
    man: has('M'),
  };
}

/** One seat as a unit: its own college, and the people it may send. */
export function seatUnit(territory: number, seat: Seat): RuleUnit {
  return { ...territoryUnit(territory, [seat]), seatId: seat.id };
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
