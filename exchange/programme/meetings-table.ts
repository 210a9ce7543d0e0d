import type { Programme } from '../../engine/index.js';
import { saying } from '../locale/saying.js';
import { type Table, tableOf } from '../plan/tables/table.js';
import type { ProgrammeLookup } from './programme-lookup.js';

/** What the rounds are to one territory, or to one seat where seats are placed. */
interface Company {
  readonly id: string;
  /** times together, by who the other is */
  readonly met: ReadonlyMap<string, number>;
  /** by round, the number of its workshop; 0: in none */
  readonly workshopOf: readonly number[];
}

/** One row a territory (or a seat): its workshop in each round, how many others it meets, whom more than once. */
export function meetingsTable(lookup: ProgrammeLookup): Table {
  const { programme, language } = lookup;
  const say = saying(language);
  return tableOf<Company>(
    { sheet: say('Rencontres', 'Meetings'), file: say('rencontres.csv', 'meetings.csv') },
    [
      {
        header: programme.entry === 'seats' ? say('Participant', 'Member') : say('Territoire', 'Territory'),
        kind: 'text',
        width: 44,
        value: ({ id }) => lookup.unit(id),
      },
      ...programme.rounds.map(({ number }, r) => ({
        header: say(`Atelier au tour ${number}`, `Workshop in round ${number}`),
        kind: 'badge' as const,
        width: 10,
        value: ({ workshopOf }: Company) => workshopOf[r] || null,
      })),
      {
        header: say('Rencontre', 'Meets'),
        kind: 'integer',
        width: 11,
        value: ({ met }) => met.size,
      },
      {
        header: say('Retrouve', 'Meets again'),
        kind: 'text',
        width: 60,
        value: ({ met }) =>
          [...met]
            .filter(([, times]) => times > 1)
            .map(([other, times]) => `${lookup.unit(other)} (${times} ${say('fois', 'times')})`)
            .sort(),
      },
      {
        header: say('Identifiant', 'Identifier'),
        kind: 'code',
        width: 14,
        value: ({ id }) => id,
      },
    ],
    companies(programme),
    () => null,
  );
}

function companies({ rounds, entry }: Programme): Company[] {
  const met = new Map<string, Map<string, number>>();
  const workshopOf = new Map<string, number[]>();
  const known = (id: string): Map<string, number> => {
    const others = met.get(id) ?? new Map<string, number>();
    met.set(id, others);
    if (!workshopOf.has(id)) workshopOf.set(id, Array<number>(rounds.length).fill(0));
    return others;
  };
  for (const [r, { workshops, sittingOut }] of rounds.entries()) {
    for (const { seatIds, territoryIds, number } of workshops) {
      const ids = seatIds ?? territoryIds;
      for (const id of ids) {
        const others = known(id);
        workshopOf.get(id)?.splice(r, 1, number);
        for (const other of ids) if (other !== id) others.set(other, (others.get(other) ?? 0) + 1);
      }
    }
    for (const { seatId, territoryId } of sittingOut)
      known(entry === 'seats' ? (seatId ?? territoryId) : territoryId);
  }
  return [...met]
    .map(([id, others]) => ({ id, met: others, workshopOf: workshopOf.get(id) ?? [] }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
