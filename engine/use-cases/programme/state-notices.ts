import { nameBook } from '../../explain/name-book.js';
import { slotWords } from '../../explain/sentences/slot-words.js';
import {
  type ProgrammeNameBook,
  programmeNameBook,
  stateProgramme,
} from '../../explain/sentences/state-programme.js';
import type { Assembly } from '../../model/assembly.js';
import type { LocalText } from '../../model/local-text.js';
import type { Programme } from '../../model/programme.js';
import type { ProgrammeNotice } from '../../model/programme-notice.js';
import type { Reason } from '../../model/reason.js';
import type { Slot } from '../../model/slot.js';
import { personIdOf } from './chairs-of-rounds.js';

/** Notices with their sentences: workshops by title and id, people by seat and role, slots by day and time. */
export function stateNotices(
  notices: readonly ProgrammeNotice[],
  input: Pick<Assembly, 'taxonomy' | 'territories' | 'seats'>,
  workshops: readonly { readonly id: string; readonly title: LocalText }[],
  slots: readonly Slot[],
  people: ReadonlyMap<string, string> = new Map(),
): Reason[] {
  const names = programmeNames(input, workshops, slots, people);
  return notices.map((notice) => stateProgramme(notice, names));
}

/** The notices of a programme with people by their names, by `personIdOf`, where names were asked for. */
export function noticesWithNames(programme: Programme, people: ReadonlyMap<string, string>): Reason[] {
  const { notices, assembly, rounds, slots } = programme;
  const workshops = rounds.flatMap((round) => round.workshops);
  // what a programme says of itself are notices, read back as reasons
  const stated = notices as readonly unknown[] as readonly ProgrammeNotice[];
  return stateNotices(stated, assembly, workshops, [...(assembly.slots ?? []), ...slots], people);
}

function programmeNames(
  { taxonomy, territories, seats }: Pick<Assembly, 'taxonomy' | 'territories' | 'seats'>,
  workshops: readonly { readonly id: string; readonly title: LocalText }[],
  slots: readonly Slot[],
  named: ReadonlyMap<string, string>,
): ProgrammeNameBook {
  const titles = workshops.map(({ id, title }): [string, LocalText] => [
    id,
    { fr: `${title.fr} (${id})`, en: `${title.en} (${id})` },
  ]);
  const nameOf = new Map(territories.map(({ id, name }) => [id, name]));
  const people = new Map<string, LocalText>(territories.map(({ id, name }) => [id, { fr: name, en: name }]));
  for (const { id: seatId, territoryId } of seats) {
    const territory = nameOf.get(territoryId) ?? territoryId;
    people.set(seatId, { fr: `siège ${seatId} (${territory})`, en: `seat ${seatId} (${territory})` });
    for (const role of ['holder', 'deputy'] as const) {
      const personId = personIdOf({ seatId, role });
      const name = named.get(personId);
      people.set(personId, name === undefined ? byRole[role](seatId, territory) : nameWords(name, territory));
    }
  }
  return programmeNameBook(
    nameBook(taxonomy, territories, new Map(titles)),
    new Map(slots.map((slot) => [slot.id, slotWords(slot)])),
    people,
  );
}

const byRole: Readonly<Record<'holder' | 'deputy', (seatId: string, territory: string) => LocalText>> = {
  holder: (seatId, territory) => ({
    fr: `titulaire du siège ${seatId} (${territory})`,
    en: `holder of seat ${seatId} (${territory})`,
  }),
  deputy: (seatId, territory) => ({
    fr: `suppléance du siège ${seatId} (${territory})`,
    en: `deputy of seat ${seatId} (${territory})`,
  }),
};

function nameWords(name: string, territory: string): LocalText {
  const text = `${name} (${territory})`;
  return { fr: text, en: text };
}
