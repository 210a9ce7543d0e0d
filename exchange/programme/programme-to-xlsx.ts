import type { Language } from '../../engine/index.js';
import { dataCredits } from '../locale/notices.js';
import { readingOfProgramme } from '../locale/programme-reading.js';
import { saying } from '../locale/saying.js';
import type { PlanSheet } from '../plan/workbook/plan-sheet.js';
import {
  headingRows,
  originRows,
  sectionRow,
  settingRows,
  sheetToRead,
  wideRow,
} from '../plan/workbook/reading-rows.js';
import { tableSheet } from '../plan/workbook/table-sheet.js';
import { workbookOf } from '../plan/workbook/workbook-of.js';
import { calendarTable } from './calendar-table.js';
import { chairsTable, dutiesTable } from './chairs-tables.js';
import { meetingsTable } from './meetings-table.js';
import { noticesTable } from './notices-table.js';
import { pilotsTable } from './pilots-table.js';
import type { ProgrammeLookup } from './programme-lookup.js';
import { roundsTable } from './rounds-table.js';

/**
 * A programme as an Excel workbook for organisers: what it is worth, the rounds, who chairs, the calendar, who meets whom,
 * pilot territories if any, what there is to know. The same programme gives the same bytes; names of people stand in it
 * only if the lookup was given them.
 */
export async function programmeToXlsx(lookup: ProgrammeLookup): Promise<Uint8Array> {
  const { chairing, pilots, notices } = lookup.programme;
  return await workbookOf([
    readingSheet(lookup),
    tableSheet(roundsTable(lookup), 3),
    ...(chairing ? [tableSheet(chairsTable(lookup), 3), tableSheet(dutiesTable(lookup), 1)] : []),
    tableSheet(calendarTable(lookup), 2),
    tableSheet(meetingsTable(lookup), 1),
    ...(pilots ? [tableSheet(pilotsTable(lookup), 1)] : []),
    ...(notices.length > 0 ? [tableSheet(noticesTable(lookup), 0)] : []),
  ]);
}

/** The stages that have a say in a programme. */
const stages = ['general', 'profile', 'geography', 'affinity', 'workshop', 'programme'];

function readingSheet({ programme, language }: ProgrammeLookup): PlanSheet {
  const say = saying(language);
  return sheetToRead(say('À lire', 'Read me'), [
    ...headingRows(programme, language),
    sectionRow(say('Ce programme', 'This programme')),
    ...readingOfProgramme(programme, language).map((sentence) => wideRow(sentence)),
    ...(programme.notices.length > 0 ? [wideRow(noticesPointer(programme.notices.length, language))] : []),
    sectionRow(say('Les feuilles', 'The sheets')),
    ...legend(language).map((sentence) => wideRow(sentence)),
    sectionRow(say('Réglages', 'Settings')),
    ...settingRows(programme, language, stages),
    sectionRow(say('Pour refaire ce programme', 'To make this programme again')),
    ...originRows(programme, language),
    sectionRow(say('Données', 'Data')),
    wideRow(dataCredits(language)),
  ]);
}

function noticesPointer(count: number, language: Language): string {
  return saying(language)(
    count > 1
      ? `${count} points n’ont pas pu être suivis à la lettre : la feuille « À savoir » dit ce qui a été fait, et pourquoi.`
      : 'Un point n’a pas pu être suivi à la lettre : la feuille « À savoir » dit ce qui a été fait, et pourquoi.',
    `${count} thing${count === 1 ? '' : 's'} could not be done to the letter: the sheet "To know" says what was done instead, and why.`,
  );
}

function legend(language: Language): string[] {
  const say = saying(language);
  return [
    say(
      'Tours : qui travaille avec qui, sur quoi. Ressemblance : moyenne entre deux participants, sur les besoins qu’ils ont déclarés. Distances à vol d’oiseau ; trajets par la route.',
      'Rounds: who works with whom, on what. Likeness: mean of two members, by the needs they declared. Distances as the crow flies; travel by road.',
    ),
    say(
      'Présidences : une femme et un homme de deux territoires par atelier ; « à trouver » quand il manque quelqu’un, avec qui anime en attendant.',
      'Chairs: a woman and a man of two territories for each workshop; “to be found” where someone is missing, with who chairs in the meantime.',
    ),
    say(
      'Calendrier : heures de Paris. Rencontres : qui chacun voit au fil des tours, et qui il retrouve.',
      'Calendar: times of Paris. Meetings: whom everyone sees over the rounds, and whom again.',
    ),
  ];
}
