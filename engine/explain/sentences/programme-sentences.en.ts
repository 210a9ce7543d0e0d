import type { ProgrammeSentences } from './programme-statements.js';
import { day, list, number, quoted } from './wording.en.js';

/** What a programme could not do and what it did instead, in English. */
export const programmeSentencesEn: ProgrammeSentences = {
  'fewer-workshops': ({ round, asked, held, present }) =>
    `Round ${round}: ${number(held)} ${held === 1 ? 'workshop' : 'workshops'} instead of ${number(asked)}, as ${number(present)} members do not fill them.`,
  'small-round': ({ round, present, minSize }) =>
    present > 1
      ? `Round ${round}: one workshop of ${number(present)}, below the smallest size (${number(minSize)}), as nobody else is there.`
      : `Round ${round}: no workshop, for want of members.`,
  'sits-out': ({ round, participantIds }, { person }) =>
    `Round ${round}: the sizes asked for leave no place to ${list(participantIds.map(person))}; nobody sits out more often than others by more than one turn if it can be. To place everyone, widen the sizes.`,
  'meets-again': ({ rounds, repeats, fewestPossible, byRule }) => {
    const bound =
      fewestPossible === repeats
        ? 'fewer are not possible with these sizes'
        : fewestPossible > 0
          ? `fewer than ${number(fewestPossible)} are not possible with these sizes`
          : '';
    const ruled = byRule > 0 ? `${number(byRule)} of them to keep a rule “together”` : '';
    const why = [ruled, bound].filter((part) => part !== '').join('; ');
    return `In ${number(rounds)} ${rounds === 1 ? 'round' : 'rounds'}, members meet again ${number(repeats)} times${why === '' ? '' : ` (${why})`}. Fewer rounds or smaller workshops would take fewer.`;
  },
  'likeness-given-up': ({ kept, repeats, meetings, repeatCost, repeatsThen = 0, keptThen = 0 }) => {
    const now = repeats === 0 ? 'Nobody meets anyone twice' : 'Members meet again as little as can be';
    const then =
      repeatCost === undefined
        ? 'Fewer rounds would raise it.'
        : `To accept meeting again (option --repeat-cost ${repeatCost}) would keep about ${number(100 * keptThen)}%, for some ${number(repeatsThen)} repeats in ${number(meetings)} meetings of two members; fewer rounds would raise it too.`;
    return `${now}, but workshops keep only ${number(100 * kept)}% of the likeness of a round composed alone. ${then}`;
  },

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
  'chairs-without-seats': () =>
    'No occupied seat in the list: no chair pair is named. Add the seats, with the civility of each person.',
  'civility-unstated': () =>
    'No civility is stated: two people of two territories chair each workshop, in turn, without parity being known.',
  'civility-absent': ({ civility }) =>
    `There is no ${one(civility)} in the list: no chair pair can be mixed, someone else chairs meanwhile.`,
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

  'video-not-ready': ({ territoryIds }, { territory }) =>
    `Not equipped for video: ${list(territoryIds.map(territory))}. Find an equipped room with a neighbour.`,

  'no-slots': () => 'The sessions have no date: give a list of slots or a first day.',
  'round-without-slot': ({ round }) =>
    `Round ${round}: no slot is left after those of the rounds before; its sessions have no date. Add slots.`,
  'absences-in-round': ({ round, absences, sessions, of }) =>
    `Round ${round}: ${number(absences)} absences expected, in ${number(sessions)} of ${number(of)} sessions, as no slot suits all; each session names its own.`,
  'round-short-of-slots': ({ round, sessions, workshopIds }) =>
    `Round ${round}: ${number(sessions)} sessions of ${number(workshopIds.length)} ${workshopIds.length === 1 ? 'workshop' : 'workshops'} are left without a date, for want of slots enough and far enough apart before the next round. Add slots or ask for fewer sessions.`,
  'round-day-instead': ({ round, asked, day: given, cause }) => {
    const why = {
      holiday: 'it is a day without sessions (a public holiday, or left out)',
      'no-slot': 'no slot is offered that day',
      order: 'the rounds before take those days',
      availability: 'more members would be absent then',
    }[cause];
    return `Round ${round}: ${day(given)} instead of ${day(asked)}, as ${why}.`;
  },
  'availability-unread': ({ territoryIds }, { territory }) =>
    `Availability that names neither a slot nor a weekday, and is left aside: ${list(territoryIds.map(territory))}.`,
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
