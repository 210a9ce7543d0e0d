import type { Meeting } from '../../model/assembly.js';
import type { Programme } from '../../model/programme.js';

/**
 * What a programme adds to the history of its assembly, so that the next one goes on from it: who met in each workshop, and
 * who chaired it, on the day of its last session. Chairs that one person held alone are no meeting, and are left out.
 */
export function historyOf({ rounds }: Pick<Programme, 'rounds'>): Meeting[] {
  return rounds.flatMap(({ workshops }) =>
    workshops.flatMap(({ id, title, territoryIds, chairs, sessions }): Meeting[] => {
      const date = sessions.flatMap((session) => session.date ?? []).at(-1);
      const when = { ...(date !== undefined && { date }), label: `${title.fr} (${id})` };
      const named = chairs
        ? [chairs.woman, chairs.man, ...chairs.standIns].flatMap((chair) => chair ?? [])
        : [];
      return [
        ...(territoryIds.length > 1
          ? [{ kind: 'workshop' as const, territoryIds: [...territoryIds], ...when }]
          : []),
        ...(named.length > 1
          ? [
              {
                kind: 'chairs' as const,
                territoryIds: named.map(({ territoryId }) => territoryId).sort(),
                seatIds: named.map(({ seatId }) => seatId).sort(),
                ...when,
              },
            ]
          : []),
      ];
    }),
  );
}
