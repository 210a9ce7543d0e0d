import type { ProgrammeNotice } from '../model/programme-notice.js';
import type { ChairGround } from './chair-people.js';
import type { MixedChairs } from './mixed-chairs.js';

type Civility = 'F' | 'M';
const stated: readonly Civility[] = ['F', 'M'];

/** What could not be met, chair by chair, and what was done instead: absences first, then by round and workshop. */
export function chairNotices(
  ground: ChairGround,
  mixed: MixedChairs,
  called: readonly (readonly number[])[],
  spread: Readonly<Record<Civility, { readonly least: number; readonly most: number } | null>>,
): ProgrammeNotice[] {
  return [
    ...absentCivilities(ground),
    ...ground.places.flatMap((_, k) => noticesOfPlace(ground, mixed, called[k] ?? [], k)),
    ...stated.flatMap((civility): ProgrammeNotice[] => {
      const found = spread[civility];
      if (!found || found.most - found.least <= 1) return [];
      return [{ code: 'duties-uneven', facts: { civility, ...found, proven: mixed.proven } }];
    }),
  ];
}

function absentCivilities({ people }: ChairGround): ProgrammeNotice[] {
  const there = stated.filter((civility) => people.some((person) => person.civility === civility));
  if (there.length !== 1) return [];
  return stated
    .filter((civility) => !there.includes(civility))
    .map((civility) => ({ code: 'civility-absent', facts: { civility } }));
}

function noticesOfPlace(
  ground: ChairGround,
  mixed: MixedChairs,
  called: readonly number[],
  k: number,
): ProgrammeNotice[] {
  const { people, places } = ground;
  const place = places[k];
  if (!place) return [];
  const at = { round: place.round + 1, workshopId: place.workshopId };
  const standInIds = called.map((p) => people[p]?.personId ?? '');
  const chairs: Record<Civility, number> = { F: mixed.womanOf[k] ?? -1, M: mixed.manOf[k] ?? -1 };
  const unstated = called.every((p) => people[p]?.civility === 'unspecified');
  if (called.length === 2 && unstated) return [{ code: 'parity-unknown', facts: { ...at, standInIds } }];
  return stated.flatMap((civility): ProgrammeNotice[] => {
    const p = chairs[civility];
    const person = people[p];
    if (person?.role === 'deputy') {
      return [{ code: 'deputy-chairs', facts: { ...at, civility, personId: person.personId } }];
    }
    if (person) return [];
    const other = civility === 'F' ? chairs.M : chairs.F;
    return [
      {
        code: 'chair-missing',
        facts: {
          ...at,
          civility,
          cause: causeOf(ground, mixed, k, civility),
          deputyIds: freeDeputies(ground, mixed, called, k, civility, other),
          standInIds,
        },
      },
    ];
  });
}

function causeOf(
  { people, places }: ChairGround,
  mixed: MixedChairs,
  k: number,
  civility: Civility,
): 'nobody' | 'busy' | 'same-territory' {
  const place = places[k];
  const there = (place?.present ?? []).filter((p) => people[p]?.civility === civility);
  if (there.length === 0) return 'nobody';
  const busy = chairsOfRound(places, mixed, place?.round ?? 0);
  return there.every((p) => busy.has(p)) ? 'busy' : 'same-territory';
}

/** Deputies of the civility who chair nothing and sit nowhere else in the round, of another territory. */
function freeDeputies(
  { people, places, houseOf }: ChairGround,
  mixed: MixedChairs,
  called: readonly number[],
  k: number,
  civility: Civility,
  other: number,
): string[] {
  const round = places[k]?.round ?? 0;
  const busy = chairsOfRound(places, mixed, round);
  const elsewhere = new Set(
    places.flatMap((place, j) => (place.round === round && j !== k ? place.present : [])),
  );
  return people.flatMap(({ personId, role, civility: theirs }, p) => {
    const free = role === 'deputy' && theirs === civility && !busy.has(p) && !elsewhere.has(p);
    const apart = other === -1 || houseOf[p] !== houseOf[other];
    return free && apart && !called.includes(p) ? [personId] : [];
  });
}

function chairsOfRound(
  places: ChairGround['places'],
  { womanOf, manOf }: MixedChairs,
  round: number,
): Set<number> {
  const chairs = places.flatMap((place, k) =>
    place.round === round ? [womanOf[k] ?? -1, manOf[k] ?? -1] : [],
  );
  return new Set(chairs.filter((p) => p !== -1));
}
