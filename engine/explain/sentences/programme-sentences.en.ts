import type { ProgrammeSentences } from './programme-statements.js';
import { list, number, quoted } from './wording.en.js';

/** What a programme could not do and what it did instead, in English. */
export const programmeSentencesEn: ProgrammeSentences = {
  'chair-missing': ({ round, workshopId, civility, cause, deputyIds, standInIds }, names) => {
    const why = {
      nobody: '',
      busy: ' (all those of the workshop chair elsewhere in this round)',
      'same-territory': ' (the other chair comes from the same territory)',
    }[cause];
    const call =
      deputyIds.length === 0
        ? 'no deputy is free'
        : `${counted(deputyIds.length)} ${deputyIds.length > 1 ? 'deputies are' : 'deputy is'} free`;
    const meanwhile = standInIds.length > 0 ? ` Meanwhile: ${list(standInIds.map(names.person))}.` : '';
    return `Round ${round}, workshop ${quoted(names.workshop(workshopId))}: a ${one(civility)} is missing${why}; ${call}.${meanwhile}`;
  },
  'parity-unknown': ({ round, workshopId, standInIds }, names) =>
    `Round ${round}, workshop ${quoted(names.workshop(workshopId))}: no civility is stated; ${list(standInIds.map(names.person))} chair, without parity being known.`,
  'civility-absent': ({ civility }) =>
    `There is no ${one(civility)} in the list: no chair pair can be mixed.`,
  'deputy-chairs': ({ round, workshopId, civility, personId }, names) =>
    `Round ${round}, workshop ${quoted(names.workshop(workshopId))}: a deputy (${one(civility)}) chairs for want of a holder (${names.person(personId)}).`,
  'duties-uneven': ({ civility, least, most, proven }) =>
    `${civility === 'F' ? 'Women' : 'Men'} chair from ${number(least)} to ${number(most)} times, past rounds included${proven ? ': it cannot be more even with who is present' : ''}.`,
  'left-over': ({ civility, personIds }, names) => {
    const many = personIds.length > 1;
    const who = {
      F: many ? 'women' : 'woman',
      M: many ? 'men' : 'man',
      unspecified: `${many ? 'people' : 'person'} whose civility is not stated`,
    }[civility];
    const text = `${counted(personIds.length)} ${who} in no pair: ${list(personIds.map(names.person))}.`;
    return text.charAt(0).toUpperCase() + text.slice(1);
  },

  'nobody-can-host': ({ asked }) =>
    asked
      ? 'Nobody can host the workshop: it meets by video.'
      : 'Nobody can host the workshop: the travel that video avoids is not counted.',
  'position-unknown': ({ territoryIds }, { territory }) =>
    `Travel counted without ${list(territoryIds.map(territory))}, whose position is not known.`,

  'slot-on-holiday': ({ slotId }, { slot }) => `${slot(slotId)} is a public holiday: it is not used.`,
  'slot-instead': ({ workshopId, askedSlotId, slotId, cause }, { workshop, slot }) => {
    const why = {
      holiday: 'that is a public holiday',
      clash: 'members or the room are taken then',
      availability: 'more members would be absent then',
    }[cause];
    return `Workshop ${quoted(workshop(workshopId))}: ${slot(slotId)} instead of ${slot(askedSlotId)}, as ${why}.`;
  },
  'never-available': ({ participantId, workshopIds }, { person, workshop }) =>
    `No slot suits ${person(participantId)}: dates were chosen for the other members (${list(workshopIds.map((id) => quoted(workshop(id))))}). Offer another slot or call a deputy.`,
  'absent-from-session': ({ workshopId, session, slotId, participantIds }, { workshop, slot, person }) =>
    `Workshop ${quoted(workshop(workshopId))}, session ${session}, ${slot(slotId)}: this slot does not suit ${list(participantIds.map(person))}; no other did better beside the other workshops.`,
  'session-without-slot': ({ workshopId, session, clashingWorkshopIds }, { workshop }) => {
    const shared =
      clashingWorkshopIds.length > 0
        ? ` (members shared with ${list(clashingWorkshopIds.map((id) => quoted(workshop(id))))})`
        : '';
    return `Workshop ${quoted(workshop(workshopId))}, session ${session}: no slot is left${shared}. Add slots.`;
  },

  'fewer-pilots': ({ asked, chosen }) =>
    `${number(chosen)} pilot ${chosen === 1 ? 'territory' : 'territories'} instead of ${number(asked)}: the quotas allow no more.`,
  'quota-not-met': ({ of, asked, chosen }) =>
    `${quoted(of)}: ${number(chosen)} ${chosen === 1 ? 'pilot' : 'pilots'} instead of at least ${number(asked)}.`,
  'not-represented': ({ territoryIds }, { territory }) =>
    `Like none of the pilots: ${list(territoryIds.map(territory))}.`,
};

const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function counted(count: number): string {
  return words[count - 1] ?? number(count);
}

function one(civility: 'F' | 'M'): string {
  return civility === 'F' ? 'woman' : 'man';
}
