import {
  type Chair,
  type Language,
  noticesWithNames,
  type Programme,
  type ProgrammeWorkshop,
  personIdOf,
  type Reason,
  type Territory,
} from '../../engine/index.js';
import { problemLabels } from '../locale/problem-labels.js';
import { saying } from '../locale/saying.js';

/** Names of people by their seats and roles (`personIdOf`); a programme holds none of them. */
export type NamesOfPeople = ReadonlyMap<string, string>;

/** Finds the things of a programme by their ids, and says them in one language. */
export interface ProgrammeLookup {
  readonly programme: Programme;
  readonly language: Language;
  territory(id: string): Pick<Territory, 'id' | 'name' | 'kind' | 'departments'>;
  problemLabel(id: string): string;
  /** who chairs: a name where names were asked for, else the seat and whether it is its deputy */
  person(chair: Pick<Chair, 'seatId' | 'role'>): string;
  /** who sits in a workshop: territories, or seats with their territories */
  members(workshop: ProgrammeWorkshop): string[];
  /** what could not be done and was done instead; people named where names were asked for */
  readonly notices: readonly Reason[];
  /** a territory, or a seat with its territory */
  unit(id: string): string;
}

/** Indexes a programme once for its readers; an id that nothing names stands for itself. */
export function programmeLookup(
  programme: Programme,
  language: Language,
  names: NamesOfPeople = new Map(),
): ProgrammeLookup {
  const say = saying(language);
  const { territories, taxonomy, seats } = programme.assembly;
  const byId = new Map(territories.map((territory) => [territory.id, territory]));
  const territoryOfSeat = new Map(seats.map(({ id, territoryId }) => [id, territoryId]));
  const territory: ProgrammeLookup['territory'] = (id) =>
    byId.get(id) ?? { id, name: id, kind: 'OTHER', departments: [] };
  const unit = (id: string): string => {
    const seatOf = territoryOfSeat.get(id);
    if (seatOf === undefined) return territory(id).name;
    const name = names.get(personIdOf({ seatId: id, role: 'holder' })) ?? say(`siège ${id}`, `seat ${id}`);
    return `${territory(seatOf).name} (${name})`;
  };
  return {
    programme,
    language,
    territory,
    notices: names.size === 0 ? programme.notices : noticesWithNames(programme, names),
    problemLabel: problemLabels(taxonomy, language),
    person: ({ seatId, role }) =>
      names.get(personIdOf({ seatId, role })) ??
      (role === 'holder'
        ? say(`titulaire du siège ${seatId}`, `holder of seat ${seatId}`)
        : say(`suppléance du siège ${seatId}`, `deputy of seat ${seatId}`)),
    members: ({ seatIds, territoryIds }) => (seatIds ?? territoryIds).map(unit),
    unit,
  };
}

/** A workshop with the round it is of. */
export interface RoundWorkshop extends ProgrammeWorkshop {
  readonly round: number;
}

/** All the workshops, round by round. */
export function workshopsOf({ rounds }: Programme): RoundWorkshop[] {
  return rounds.flatMap(({ number, workshops }) =>
    workshops.map((workshop) => ({ ...workshop, round: number })),
  );
}
