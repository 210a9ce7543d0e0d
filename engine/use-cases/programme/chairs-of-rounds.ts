import type { Meeting } from '../../model/assembly.js';
import type { Chair, Programme } from '../../model/programme.js';
import type { ProgrammeNotice } from '../../model/programme-notice.js';
import type { Seat } from '../../model/seat.js';
import { listedBy } from '../../numeric/listed-by.js';
import { assignChairs, type ChairPlan } from '../../programme/assign-chairs.js';
import type { ChairPerson } from '../../programme/chair-people.js';
import type { Rng } from '../../random/rng.js';

/** A workshop as chairs are found for it. */
export interface WorkshopToChair {
  readonly id: string;
  readonly territoryIds: readonly string[];
  readonly seatIds?: readonly string[] | undefined;
}

export interface ChairedRounds {
  /** by workshop id */
  readonly chairs: ReadonlyMap<string, { woman: Chair | null; man: Chair | null; standIns: Chair[] }>;
  readonly chairing: NonNullable<Programme['chairing']>;
  readonly notices: readonly ProgrammeNotice[];
}

/** A person as notices name them: a seat and a role. */
export function personIdOf({ seatId, role }: Pick<Chair, 'seatId' | 'role'>): string {
  return `${seatId}/${role}`;
}

/**
 * A woman and a man to chair each workshop of all rounds, from the people of the seats in it, or of the seats of its
 * territories; what the history tells of past chairs counts. Null where nobody sits in any seat: a notice for that.
 */
export function chairsOfRounds(
  rounds: readonly (readonly WorkshopToChair[])[],
  seats: readonly Seat[],
  history: readonly Meeting[],
  rng: Rng,
): ChairedRounds | null {
  const people = peopleOf(seats, history);
  if (people.length === 0) return null;
  const chairOf = new Map<string, Chair>(people.map(({ person, chair }) => [person.personId, chair]));
  const ofSeat = listedBy(people, ({ chair }) => chair.seatId);
  const ofTerritory = listedBy(people, ({ chair }) => chair.territoryId);
  const plan = assignChairs(
    {
      people: people.map(({ person }) => person),
      rounds: rounds.map((workshops) =>
        workshops.map(({ id, territoryIds, seatIds }) => {
          const here = seatIds
            ? seatIds.flatMap((seatId) => ofSeat.get(seatId) ?? [])
            : territoryIds.flatMap((territoryId) => ofTerritory.get(territoryId) ?? []);
          return { id, personIds: here.map(({ person }) => person.personId) };
        }),
      ),
    },
    rng,
  );
  const chair = (id: string | null): Chair | null => (id === null ? null : (chairOf.get(id) ?? null));
  return {
    chairs: new Map(
      plan.pairs.map(({ workshopId, womanId, manId, standInIds }) => [
        workshopId,
        {
          woman: chair(womanId),
          man: chair(manId),
          standIns: standInIds.flatMap((id) => chair(id) ?? []),
        },
      ]),
    ),
    chairing: {
      duties: people.map(({ person, chair: own }) => {
        const duty = plan.duties.find(({ personId }) => personId === person.personId);
        return { ...own, civility: person.civility, past: duty?.past ?? 0, now: duty?.now ?? 0 };
      }),
      spread: plan.spread,
      proven: plan.proven,
    },
    notices: noticesOf(plan, people),
  };
}

interface Known {
  readonly person: ChairPerson;
  readonly chair: Chair;
}

/** By seat, holder first. */
function peopleOf(seats: readonly Seat[], history: readonly Meeting[]): Known[] {
  const past = pastDuties(seats, history);
  return seats.flatMap(({ id: seatId, territoryId, holder, deputy }) =>
    [
      { role: 'holder' as const, person: holder },
      { role: 'deputy' as const, person: deputy },
    ].flatMap(({ role, person }): Known[] => {
      if (!person) return [];
      const chair = { seatId, role, territoryId };
      const personId = personIdOf(chair);
      const { civility } = person;
      return [
        {
          person: { personId, territoryId, civility, role, pastDuties: past.get(personId) ?? 0 },
          chair,
        },
      ];
    }),
  );
}

/**
 * Where the history tells the seats that chaired, those of their holders; where it tells territories only, the duties of a
 * territory are shared evenly over the holders of its seats, the first seats first.
 */
function pastDuties(seats: readonly Seat[], history: readonly Meeting[]): ReadonlyMap<string, number> {
  const ofTerritory = new Map<string, number>();
  const ofSeat = new Map<string, number>();
  for (const { kind, territoryIds, seatIds } of history) {
    if (kind !== 'chairs') continue;
    for (const id of seatIds ?? []) ofSeat.set(id, (ofSeat.get(id) ?? 0) + 1);
    if (seatIds) continue;
    for (const id of territoryIds) ofTerritory.set(id, (ofTerritory.get(id) ?? 0) + 1);
  }
  const past = new Map<string, number>();
  for (const [territoryId, own] of listedBy(
    seats.filter(({ holder }) => holder),
    (seat) => seat.territoryId,
  )) {
    const count = ofTerritory.get(territoryId) ?? 0;
    own.forEach(({ id }, k) => {
      const share = Math.floor(count / own.length) + (k < count % own.length ? 1 : 0);
      past.set(personIdOf({ seatId: id, role: 'holder' }), share + (ofSeat.get(id) ?? 0));
    });
  }
  return past;
}

/** What holds of every workshop is said once: that nobody states a civility, that the list has no woman or no man. */
function noticesOf({ notices }: ChairPlan, people: readonly Known[]): ProgrammeNotice[] {
  if (people.every(({ person }) => person.civility === 'unspecified')) {
    return [
      { code: 'civility-unstated', facts: {} },
      ...notices.filter(({ code }) => code !== 'parity-unknown'),
    ];
  }
  const absent = notices.flatMap((notice) =>
    notice.code === 'civility-absent' ? [notice.facts.civility] : [],
  );
  return notices.filter(
    (notice) => notice.code !== 'chair-missing' || !absent.includes(notice.facts.civility),
  );
}
