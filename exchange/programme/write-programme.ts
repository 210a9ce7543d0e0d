import { historyOf, type Language, type Programme } from '../../engine/index.js';
import { assemblyToCsv } from '../assembly/assembly-to-csv.js';
import { saying } from '../locale/saying.js';
import { type FileToWrite, writeFormats } from '../output/write-together.js';
import { csvFileOf } from '../plan/tables/csv-file.js';
import { calendarTable } from './calendar-table.js';
import { chairsTable, dutiesTable } from './chairs-tables.js';
import { meetingsTable } from './meetings-table.js';
import { noticesTable } from './notices-table.js';
import { pilotsTable } from './pilots-table.js';
import { type NamesOfPeople, type ProgrammeLookup, programmeLookup } from './programme-lookup.js';
import { programmeToIcs } from './programme-to-ics.js';
import { programmeToXlsx } from './programme-to-xlsx.js';
import { roundsTable } from './rounds-table.js';

export type ProgrammeFileFormat = 'xlsx' | 'csv' | 'json' | 'ics';

export interface ProgrammeOutput {
  readonly directory: string;
  readonly formats: readonly ProgrammeFileFormat[];
  readonly language: Language;
  /** who sits in the seats; none unless asked */
  readonly names?: NamesOfPeople | undefined;
  /** with ics: a calendar of its own for each territory besides */
  readonly eachTerritory?: boolean | undefined;
}

/**
 * Writes a programme in the formats asked for, all the files or none. Returns the paths, in the order of the formats.
 *
 * @throws OutputError when the folder or a file cannot be written
 */
export async function writeProgramme(programme: Programme, output: ProgrammeOutput): Promise<string[]> {
  const lookup = programmeLookup(programme, output.language, output.names);
  return await writeFormats(output.formats, (format) => filesOf(lookup, format, output), output);
}

async function filesOf(
  lookup: ProgrammeLookup,
  format: ProgrammeFileFormat,
  { eachTerritory }: ProgrammeOutput,
): Promise<FileToWrite[]> {
  const { programme, language } = lookup;
  const name = 'programme';
  switch (format) {
    case 'json':
      return [{ name: `${name}.json`, content: `${JSON.stringify(programme, null, 2)}\n` }];
    case 'xlsx':
      return [{ name: `${name}.xlsx`, content: await programmeToXlsx(lookup) }];
    case 'csv':
      return [
        roundsTable(lookup),
        calendarTable(lookup),
        meetingsTable(lookup),
        ...(programme.chairing ? [chairsTable(lookup), dutiesTable(lookup)] : []),
        ...(programme.pilots ? [pilotsTable(lookup)] : []),
        ...(programme.notices.length > 0 ? [noticesTable(lookup)] : []),
      ]
        .map((table) => csvFileOf(table, language))
        .concat(nextHistory(lookup));
    case 'ics':
      return [
        { name: `${name}.ics`, content: programmeToIcs(lookup) },
        ...(eachTerritory ? territoryCalendars(lookup) : []),
      ];
  }
}

/** The history of the assembly with this programme in it, as the table that the next programme is read from. */
function nextHistory({ programme, language }: ProgrammeLookup): FileToWrite & { content: string } {
  const history = [...programme.assembly.history, ...historyOf(programme)];
  const name = saying(language)('historique.csv', 'history.csv');
  const file = assemblyToCsv({ ...programme.assembly, history }, language).find((each) => each.name === name);
  if (!file) throw new TypeError(`an assembly has no table ${name}`);
  return file;
}

/** One calendar a territory, under its id: two may have one name. */
function territoryCalendars(lookup: ProgrammeLookup): FileToWrite[] {
  const start = saying(lookup.language)('calendrier', 'calendar');
  return lookup.programme.assembly.territories.map(({ id }) => ({
    name: `${start}-${encodeURIComponent(id)}.ics`,
    content: programmeToIcs(lookup, id),
  }));
}
