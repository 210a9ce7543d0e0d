import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { CalendarEvent, ProgrammeWorkshop } from '../../engine/index.js';
import { instantInParis } from '../calendar/paris-time.js';
import { formatLabel } from '../locale/labels.js';
import { saying } from '../locale/saying.js';
import type { ProgrammeLookup } from './programme-lookup.js';

/**
 * The sessions of a programme as an iCalendar text (RFC 5545), in UTC: each an event whose uid stays, whose sequence rises
 * when it changes, and which is cancelled when it is no longer held.
 *
 * @param territoryId only the workshops of that territory
 */
export function programmeToIcs(lookup: ProgrammeLookup, territoryId?: string): string {
  const { programme, language } = lookup;
  const say = saying(language);
  const workshops = new Map(
    programme.rounds.flatMap((round) => round.workshops).map((workshop) => [workshop.id, workshop]),
  );
  const title = programme.assembly.name ?? say('Programme d’ateliers', 'Programme of workshops');
  const calendar = ical({
    name: territoryId === undefined ? title : `${title} · ${lookup.territory(territoryId).name}`,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Decroise', product: 'programme', language: language.toUpperCase() },
  });
  for (const event of programme.calendar.events) {
    const workshop = workshops.get(event.workshopId);
    // what a cancelled workshop held is no longer known: everyone is told
    const concerned = !workshop || territoryId === undefined || workshop.territoryIds.includes(territoryId);
    if (concerned) calendar.createEvent(eventData(event, workshop, lookup));
  }
  // every line ends so, the last one too (RFC 5545, 3.1)
  return `${calendar.toString().trimEnd()}\r\n`;
}

/** The clock would make two files of one programme differ; which of two versions is newer, the sequence tells. */
const stamp = new Date(Date.UTC(2016, 10, 4));

function eventData(event: CalendarEvent, workshop: ProgrammeWorkshop | undefined, lookup: ProgrammeLookup) {
  const { language } = lookup;
  const say = saying(language);
  const title = workshop ? workshop.title[language] : event.workshopId;
  const part =
    event.of > 1
      ? say(` (séance ${event.session} sur ${event.of})`, ` (session ${event.session} of ${event.of})`)
      : '';
  const cancelled = event.status === 'CANCELLED';
  return {
    id: event.uid,
    sequence: event.sequence,
    stamp,
    start: instantInParis(event.start),
    end: instantInParis(event.end),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    summary: `${cancelled ? say('Annulé : ', 'Cancelled: ') : ''}${say('Atelier', 'Workshop')} ${event.workshopId} : ${title}${part}`,
    location: event.place ?? formatLabel('video', language),
    ...(workshop && { description: descriptionOf(workshop, lookup) }),
  };
}

/** Who takes part, who chairs, on what. */
function descriptionOf(workshop: ProgrammeWorkshop, lookup: ProgrammeLookup): string {
  const say = saying(lookup.language);
  const { chairs, problems } = workshop;
  const chairing = [chairs?.woman, chairs?.man, ...(chairs?.standIns ?? [])].flatMap((chair) =>
    chair ? [`${lookup.person(chair)}, ${lookup.territory(chair.territoryId).name}`] : [],
  );
  const lines = [
    `${say('Participants', 'Members')} : ${lookup.members(workshop).join(' ; ')}`,
    ...(chairing.length > 0 ? [`${say('Animation', 'Chairs')} : ${chairing.join(' ; ')}`] : []),
    ...(problems.length > 0
      ? [
          `${say('Problèmes partagés', 'Shared problems')} : ${problems
            .slice(0, 4)
            .map(({ problemId }) => lookup.problemLabel(problemId))
            .join(' ; ')}`,
        ]
      : []),
  ];
  return lines.join('\n');
}
