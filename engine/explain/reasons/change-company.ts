import type { Meeting } from '../../model/assembly.js';
import type { Reason } from '../../model/reason.js';
import type { Seat } from '../../model/seat.js';
import type { Territory } from '../../model/territory.js';
import type { NameBook } from '../name-book.js';
import { stateChange } from '../sentences/state-change.js';

/** A workshop that gains or loses members; territories, or seats, by index. */
export interface ChangedGroup {
  readonly workshopId: string;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** What is asked of company: who is of which sort, and who met whom. */
export interface Company {
  /** the territory of each unit: itself, or that of the seat */
  readonly territories: readonly Territory[];
  /** civilities of those who hold a seat of each territory, or the seat, where they are stated */
  readonly civilities: readonly (readonly string[])[];
  /** of the seat; none where territories are placed */
  readonly colleges?: readonly (string | undefined)[];
  readonly meetings: readonly { readonly members: ReadonlySet<number>; readonly meeting: Meeting }[];
}

/** Indexes an assembly once for `companyRemarks`. Past workshops and pairings are meetings; chairs are not. */
export function companyOf(
  territories: readonly Territory[],
  history: readonly Meeting[],
  seats: readonly Seat[],
): Company {
  const indexOf = new Map(territories.map(({ id }, i) => [id, i]));
  const civilities: string[][] = territories.map(() => []);
  for (const { territoryId, holder } of seats) {
    const held = civilities[indexOf.get(territoryId) ?? -1];
    if (holder && holder.civility !== 'unspecified') held?.push(holder.civility);
  }
  const meetings = history
    .filter(({ kind }) => kind !== 'chairs')
    .map((meeting) => ({
      meeting,
      members: new Set(meeting.territoryIds.flatMap((id) => indexOf.get(id) ?? [])),
    }));
  return { territories, civilities, meetings };
}

/** The same where seats are placed: what is asked of each is its own civility and college, the rest its territory's. */
export function companyOfSeats(
  { territories, meetings }: Company,
  territoryOf: readonly number[],
  seatIds: readonly string[],
  seats: readonly Seat[],
): Company {
  const seatOf = new Map(seats.map((seat) => [seat.id, seat]));
  const own = seatIds.map((id) => seatOf.get(id));
  return {
    territories: territoryOf.flatMap((t) => territories[t] ?? []),
    civilities: own.map((seat) => {
      const { civility = 'unspecified' } = seat?.holder ?? seat?.deputy ?? {};
      return civility === 'unspecified' ? [] : [civility];
    }),
    colleges: own.map((seat) => seat?.college),
    meetings: meetings.map(({ meeting, members }) => ({
      meeting,
      members: new Set(territoryOf.flatMap((t, k) => (members.has(t) ? [k] : []))),
    })),
  };
}

/** Who would be alone of a sort in these workshops and is not yet, then who would meet again. */
export function companyRemarks(groups: readonly ChangedGroup[], company: Company, names: NameBook): Reason[] {
  return [
    ...groups.flatMap((group) => aloneIn(group, company, names)),
    ...groups.flatMap((group) => metAgainIn(group, company, names)),
  ];
}

function aloneIn({ workshopId, before, after }: ChangedGroup, company: Company, names: NameBook): Reason[] {
  const { territories, civilities, colleges } = company;
  const idOf = (i: number): string => territories[i]?.id ?? '';
  const newly = (sortsOf: (i: number) => readonly string[]): [string, number][] => {
    const alreadyAlone = loners(before, sortsOf);
    return [...loners(after, sortsOf)].filter(([sort, i]) => alreadyAlone.get(sort) !== i);
  };
  const traits = newly((i) => territories[i]?.traits ?? []);
  const kinds = newly((i) => [territories[i]?.kind ?? 'OTHER']).filter(([kind]) => kind !== 'OTHER');
  const people = newly((i) => civilities[i] ?? []);
  const ofCollege = newly((i) => [colleges?.[i] ?? []].flat());
  return [
    ...traits.map(([trait, i]) =>
      stateChange('alone-of-trait', { territoryId: idOf(i), workshopId, trait }, names),
    ),
    ...kinds.map(([kind, i]) =>
      stateChange('alone-of-kind', { territoryId: idOf(i), workshopId, kind }, names),
    ),
    ...people.map(([civility, i]) =>
      stateChange('alone-of-civility', { territoryId: idOf(i), workshopId, civility }, names),
    ),
    ...ofCollege.map(([college, i]) =>
      stateChange('alone-of-college', { territoryId: idOf(i), workshopId, college }, names),
    ),
  ];
}

/** The sorts that a single member has, with that member; nobody is alone of a sort in a group of one. */
function loners(
  members: readonly number[],
  sortsOf: (i: number) => readonly string[],
): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  const last = new Map<string, number>();
  if (members.length < 2) return last;
  for (const i of members) {
    for (const sort of sortsOf(i)) {
      count.set(sort, (count.get(sort) ?? 0) + 1);
      last.set(sort, i);
    }
  }
  return new Map([...last].filter(([sort]) => count.get(sort) === 1));
}

/** One remark a newcomer and a meeting: all whom it would meet again. */
function metAgainIn(
  { before, after }: ChangedGroup,
  { territories, meetings }: Company,
  names: NameBook,
): Reason[] {
  const idOf = (i: number): string => territories[i]?.id ?? '';
  const newcomers = after.filter((i) => !before.includes(i));
  return newcomers.flatMap((i, rank) =>
    meetings.flatMap(({ members, meeting }) => {
      if (!members.has(i)) return [];
      // two newcomers who met are told once
      const again = after.filter((j) => j !== i && members.has(j) && !newcomers.slice(0, rank).includes(j));
      if (again.length === 0) return [];
      const { date = '', label = '' } = meeting;
      return [stateChange('met-before', { territoryIds: [i, ...again].map(idOf), date, label }, names)];
    }),
  );
}
