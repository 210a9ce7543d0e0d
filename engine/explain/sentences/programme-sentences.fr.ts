import type { ProgrammeSentences } from './programme-statements.js';
import { day, list, number, quoted } from './wording.fr.js';

/** What a programme could not do and what it did instead, in French. */
export const programmeSentencesFr: ProgrammeSentences = {
  'fewer-workshops': ({ round, asked, held, present }) =>
    `Tour ${round} : ${number(held)} atelier${held > 1 ? 's' : ''} au lieu de ${number(asked)}, car ${number(present)} participants ne suffisent pas à les remplir.`,
  'small-round': ({ round, present, minSize }) =>
    present > 1
      ? `Tour ${round} : un seul atelier de ${number(present)}, sous la taille minimale (${number(minSize)}), car personne d’autre n’est là.`
      : `Tour ${round} : pas d’atelier, faute de participants.`,
  'sits-out': ({ round, participantIds }, { person }) =>
    `Tour ${round} : les tailles demandées ne laissent pas de place à ${list(participantIds.map(person))} ; chacun passe son tour aussi rarement que les autres. Pour placer tout le monde, élargissez les tailles.`,
  'meets-again': ({ rounds, repeats, fewestPossible, byRule }) => {
    const bound =
      fewestPossible === repeats
        ? 'on ne peut pas faire moins avec ces tailles'
        : fewestPossible > 0
          ? `on ne peut pas descendre sous ${number(fewestPossible)} avec ces tailles`
          : '';
    const ruled = byRule > 0 ? `dont ${number(byRule)} pour tenir une règle « ensemble »` : '';
    const why = [ruled, bound].filter((part) => part !== '').join(' ; ');
    return `En ${number(rounds)} tour${rounds > 1 ? 's' : ''}, des membres se retrouvent ${number(repeats)} fois${why === '' ? '' : ` (${why})`}. Moins de tours ou des ateliers plus petits en demanderaient moins.`;
  },
  'likeness-given-up': ({ kept, repeats, meetings, repeatCost, repeatsThen = 0, keptThen = 0 }) => {
    const now = repeats === 0 ? 'Personne ne se retrouve deux fois' : 'On se retrouve aussi peu que possible';
    const then =
      repeatCost === undefined
        ? 'Demander moins de tours la ferait remonter.'
        : `En acceptant des retrouvailles (option --repeat-cost ${repeatCost}), ils en garderaient environ ${number(100 * keptThen)}\u00a0%, pour quelque ${number(repeatsThen)} retrouvailles sur ${number(meetings)} rencontres de deux participants ; moins de tours la ferait remonter aussi.`;
    return `${now}, mais les ateliers ne gardent que ${number(100 * kept)}\u00a0% de la ressemblance d’un tour composé seul. ${then}`;
  },

  'chair-missing': ({ round, workshopId, civility, cause, deputyIds, standInIds }, names) => {
    const why = {
      nobody: '',
      busy: ` (${civility === 'F' ? 'toutes celles' : 'tous ceux'} de l’atelier animent ailleurs à ce tour)`,
      'same-territory': ' (l’autre personne du binôme vient du même territoire)',
    }[cause];
    const call =
      deputyIds.length === 0
        ? `aucun${civility === 'F' ? 'e' : ''} ${deputy(civility, 1)} n’est disponible`
        : `${counted(deputyIds.length, civility)} ${deputy(civility, deputyIds.length)} ${deputyIds.length > 1 ? 'sont disponibles' : 'est disponible'}`;
    const meanwhile = standInIds.length > 0 ? ` En attendant : ${list(standInIds.map(names.person))}.` : '';
    return `Tour ${round}, atelier ${quoted(names.workshop(workshopId))} : il manque ${one(civility)}${why} ; ${call}.${meanwhile}`;
  },
  'parity-unknown': ({ round, workshopId, standInIds }, names) =>
    `Tour ${round}, atelier ${quoted(names.workshop(workshopId))} : aucune civilité n’est indiquée ; ${list(standInIds.map(names.person))} animent, sans que la parité soit connue.`,
  'chairs-without-seats': () =>
    'Aucun siège occupé dans la liste : aucun binôme n’est proposé. Ajoutez les sièges, avec la civilité de chacun.',
  'civility-unstated': () =>
    'Aucune civilité n’est indiquée : deux personnes de deux territoires animent chaque atelier, à tour de rôle, sans que la parité soit connue.',
  'civility-absent': ({ civility }) =>
    `La liste ne compte ${civility === 'F' ? 'aucune femme' : 'aucun homme'} : aucun binôme ne peut être mixte, quelqu’un d’autre anime en attendant.`,
  'deputy-chairs': ({ round, workshopId, civility, personId }, names) =>
    `Tour ${round}, atelier ${quoted(names.workshop(workshopId))} : ${one(civility)} ${deputy(civility, 1)} anime, faute de titulaire (${names.person(personId)}).`,
  'duties-uneven': ({ civility, least, most, proven }) =>
    `Les ${civility === 'F' ? 'femmes' : 'hommes'} animent de ${number(least)} à ${number(most)} fois, tours passés compris${proven ? ' : on ne peut pas faire plus égal avec ces présences' : ''}.`,
  'left-over': ({ civility, personIds }, names) => {
    const who = {
      F: `${counted(personIds.length, 'F')} femme${personIds.length > 1 ? 's' : ''}`,
      M: `${counted(personIds.length, 'M')} homme${personIds.length > 1 ? 's' : ''}`,
      unspecified: `${counted(personIds.length, 'F')} personne${personIds.length > 1 ? 's' : ''} dont la civilité n’est pas indiquée`,
    }[civility];
    return `${capital(who)} sans binôme : ${list(personIds.map(names.person))}.`;
  },

  'nobody-can-host': ({ asked }) =>
    asked
      ? 'Personne ne peut accueillir l’atelier : il se tient en visioconférence.'
      : 'Personne ne peut accueillir l’atelier : les déplacements évités par la visioconférence ne sont pas comptés.',
  'position-unknown': ({ territoryIds }, { territory }) =>
    `Trajets comptés sans ${list(territoryIds.map(territory))}, dont l’emplacement n’est pas connu.`,

  'video-not-ready': ({ territoryIds }, { territory }) =>
    `Pas équipé${territoryIds.length > 1 ? 's' : ''} pour la visioconférence : ${list(territoryIds.map(territory))}. Prévoyez une salle équipée chez un voisin.`,

  'no-slots': () => 'Les séances n’ont pas de date : donnez une liste de créneaux ou un premier jour.',
  'round-without-slot': ({ round }) =>
    `Tour ${round} : plus aucun créneau après ceux des tours d’avant ; ses séances n’ont pas de date. Ajoutez des créneaux.`,
  'absences-in-round': ({ round, absences, sessions, of }) =>
    `Tour ${round} : ${number(absences)} absences prévues, dans ${number(sessions)} séances sur ${number(of)}, car aucun créneau ne convient à tous ; chaque séance nomme les siennes.`,
  'round-short-of-slots': ({ round, sessions, workshopIds }) =>
    `Tour ${round} : ${number(sessions)} séances de ${number(workshopIds.length)} atelier${workshopIds.length > 1 ? 's' : ''} restent sans date, faute de créneaux assez nombreux et assez espacés avant le tour d’après. Ajoutez des créneaux ou demandez moins de séances.`,
  'round-day-instead': ({ round, asked, day: given, cause }) => {
    const why = {
      holiday: 'c’est un jour sans séance (férié ou exclu)',
      'no-slot': 'aucun créneau n’est proposé ce jour-là',
      order: 'les tours d’avant occupent ces jours-là',
      availability: 'davantage de participants y seraient absents',
    }[cause];
    return `Tour ${round} : le ${day(given)} au lieu du ${day(asked)}, car ${why}.`;
  },
  'availability-unread': ({ territoryIds }, { territory }) =>
    `Disponibilités qui ne nomment ni un créneau ni un jour de la semaine, donc laissées de côté : ${list(territoryIds.map(territory))}.`,
  'slot-on-holiday': ({ slotId }, { slot }) =>
    `Le créneau ${slot(slotId)} tombe un jour férié : il n’est pas utilisé.`,
  'slot-instead': ({ workshopId, askedSlotId, slotId, cause }, { workshop, slot }) => {
    const why = {
      holiday: 'c’est un jour férié',
      clash: 'des participants ou la salle y sont déjà pris',
      availability: 'davantage de participants y seraient absents',
    }[cause];
    return `Atelier ${quoted(workshop(workshopId))} : ${slot(slotId)} au lieu de ${slot(askedSlotId)}, car ${why}.`;
  },
  'never-available': ({ participantId, workshopIds }, { person, workshop }) =>
    `Aucun créneau ne convient à ${person(participantId)} : les dates ont été choisies pour les autres membres (${list(workshopIds.map((id) => quoted(workshop(id))))}). Proposez un autre créneau ou une suppléance.`,
  'absent-from-session': ({ workshopId, session, slotId, participantIds }, { workshop, slot, person }) =>
    `Atelier ${quoted(workshop(workshopId))}, séance ${session}, ${slot(slotId)} : ce créneau ne convient pas à ${list(participantIds.map(person))} ; aucun autre ne faisait mieux avec les autres ateliers.`,
  'session-without-slot': ({ workshopId, session, clashingWorkshopIds }, { workshop }) => {
    const shared =
      clashingWorkshopIds.length > 0
        ? ` (membres en commun avec ${list(clashingWorkshopIds.map((id) => quoted(workshop(id))))})`
        : '';
    return `Atelier ${quoted(workshop(workshopId))}, séance ${session} : plus aucun créneau libre${shared}. Ajoutez des créneaux.`;
  },

  'fewer-pilots': ({ asked, chosen }) =>
    `${number(chosen)} territoire${chosen > 1 ? 's' : ''} pilote${chosen > 1 ? 's' : ''} au lieu de ${number(asked)} : les quotas n’en permettent pas plus.`,
  'quota-not-met': ({ of, asked, chosen }) =>
    `${quoted(of)} : ${number(chosen)} pilote${chosen > 1 ? 's' : ''} au lieu d’au moins ${number(asked)}.`,
  'not-represented': ({ territoryIds }, { territory }) =>
    `Ne ressemble${territoryIds.length > 1 ? 'nt' : ''} à aucun pilote : ${list(territoryIds.map(territory))}.`,
};

const words = ['deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];

function counted(count: number, civility: 'F' | 'M'): string {
  if (count === 1) return civility === 'F' ? 'une' : 'un';
  return words[count - 2] ?? number(count);
}

function one(civility: 'F' | 'M'): string {
  return civility === 'F' ? 'une femme' : 'un homme';
}

function deputy(civility: 'F' | 'M', count: number): string {
  return `suppléant${civility === 'F' ? 'e' : ''}${count > 1 ? 's' : ''}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
