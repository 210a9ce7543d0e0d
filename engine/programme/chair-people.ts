import { EngineError } from '../engine-error.js';
import type { civilities } from '../model/seat.js';

/** Someone who may chair: a seat's holder or deputy, without a name. */
export interface ChairPerson {
  readonly personId: string;
  /** null: sits for no territory (a bureau member), never of the same territory as another */
  readonly territoryId: string | null;
  /** as stated, never inferred */
  readonly civility: (typeof civilities)[number];
  readonly role: 'holder' | 'deputy';
  /** times chaired before; 0 when absent */
  readonly pastDuties?: number;
}

/** Who is at a workshop; a deputy only where they may be called. */
export interface ChairedWorkshop {
  readonly id: string;
  readonly personIds: readonly string[];
}

/** People and workshops as indices; place k is one workshop of one round. */
export interface ChairGround {
  readonly people: readonly ChairPerson[];
  /** by person: equal for two of one territory */
  readonly houseOf: readonly number[];
  readonly rounds: number;
  readonly places: readonly ChairPlace[];
}

export interface ChairPlace {
  readonly round: number;
  readonly workshopId: string;
  /** ascending */
  readonly present: readonly number[];
}

/**
 * Ids to indices: people by id, workshops of a round by id, so that the order of the lists does not matter.
 *
 * @throws EngineError `person-twice`, `unknown-person`, `duties-not-usable`
 */
export function chairGround(
  rounds: readonly (readonly ChairedWorkshop[])[],
  list: readonly ChairPerson[],
): ChairGround {
  const people = [...list].sort((a, b) => (a.personId < b.personId ? -1 : 1));
  const indexOf = new Map(people.map(({ personId }, p) => [personId, p]));
  checkPeople(people, indexOf);
  const houses = new Map<string, number>();
  const houseOf = people.map(({ territoryId }, p) => {
    if (territoryId === null) return -1 - p;
    if (!houses.has(territoryId)) houses.set(territoryId, houses.size);
    return houses.get(territoryId) ?? 0;
  });
  const places = rounds.flatMap((workshops, round) =>
    [...workshops]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, personIds }) => ({ round, workshopId: id, present: presentAt(id, personIds, indexOf) })),
  );
  return { people, houseOf, rounds: rounds.length, places };
}

function checkPeople(people: readonly ChairPerson[], indexOf: ReadonlyMap<string, number>): void {
  people.forEach(({ personId, pastDuties = 0 }, p) => {
    if (indexOf.get(personId) !== p) {
      throw new EngineError(
        'person-twice',
        `Person ${personId} is listed more than once.`,
        'keep one line a person, with all past duties added up.',
        personId,
      );
    }
    if (!Number.isInteger(pastDuties) || pastDuties < 0) {
      throw new EngineError(
        'duties-not-usable',
        `Person ${personId} has ${pastDuties} past duties.`,
        'count the times they chaired: 0, 1, 2…',
        pastDuties,
      );
    }
  });
}

function presentAt(id: string, personIds: readonly string[], indexOf: ReadonlyMap<string, number>): number[] {
  const present = [...new Set(personIds)].map((personId) => {
    const p = indexOf.get(personId);
    if (p !== undefined) return p;
    throw new EngineError(
      'unknown-person',
      `Workshop ${id} has person ${personId}, who is not in the list of people.`,
      'add them to the people, with civility "unspecified" if it is not stated.',
      personId,
    );
  });
  return present.sort((a, b) => a - b);
}
