import { nameBook } from '../../explain/name-book.js';
import { slotWords } from '../../explain/sentences/slot-words.js';
import {
  type ProgrammeNameBook,
  programmeNameBook,
  stateProgramme,
} from '../../explain/sentences/state-programme.js';
import type { Assembly } from '../../model/assembly.js';
import type { LocalText } from '../../model/local-text.js';
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
): Reason[] {
  const names = programmeNames(input, workshops, slots);
  return notices.map((notice) => stateProgramme(notice, names));
}

function programmeNames(
  { taxonomy, territories, seats }: Pick<Assembly, 'taxonomy' | 'territories' | 'seats'>,
  workshops: readonly { readonly id: string; readonly title: LocalText }[],
  slots: readonly Slot[],
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
    people.set(personIdOf({ seatId, role: 'holder' }), {
      fr: `titulaire du siège ${seatId} (${territory})`,
      en: `holder of seat ${seatId} (${territory})`,
    });
    people.set(personIdOf({ seatId, role: 'deputy' }), {
      fr: `suppléance du siège ${seatId} (${territory})`,
      en: `deputy of seat ${seatId} (${territory})`,
    });
  }
  return programmeNameBook(
    nameBook(taxonomy, territories, new Map(titles)),
    new Map(slots.map((slot) => [slot.id, slotWords(slot)])),
    people,
  );
}
