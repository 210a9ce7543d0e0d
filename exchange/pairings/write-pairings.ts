import type { Language, Pairings } from '../../engine/index.js';
import { pairingsLegend, readingOfPairings } from '../locale/pairings-reading.js';
import { saying } from '../locale/saying.js';
import { type FileToWrite, writeFormats } from '../output/write-together.js';
import { csvFileOf } from '../plan/tables/csv-file.js';
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
import { pairingsTable } from './pairings-table.js';

export type PairingsFileFormat = 'xlsx' | 'csv' | 'json';

/**
 * Writes pairings in the formats asked for, all the files or none. Returns the paths, in the order of the formats.
 *
 * @throws OutputError when the folder or a file cannot be written
 */
export async function writePairings(
  pairings: Pairings,
  output: {
    readonly directory: string;
    readonly formats: readonly PairingsFileFormat[];
    readonly language: Language;
  },
): Promise<string[]> {
  const { formats, language } = output;
  return await writeFormats(formats, async (format) => [await fileOf(pairings, format, language)], output);
}

async function fileOf(
  pairings: Pairings,
  format: PairingsFileFormat,
  language: Language,
): Promise<FileToWrite> {
  const name = saying(language)('jumelages', 'pairings');
  switch (format) {
    case 'json':
      return { name: `${name}.json`, content: `${JSON.stringify(pairings, null, 2)}\n` };
    case 'csv':
      return csvFileOf(pairingsTable(pairings, language), language);
    case 'xlsx':
      return { name: `${name}.xlsx`, content: await pairingsToXlsx(pairings, language) };
  }
}

/** Pairings as an Excel workbook for organisers: who with whom and why, then what they come to and how they were made. */
export async function pairingsToXlsx(pairings: Pairings, language: Language): Promise<Uint8Array> {
  return await workbookOf([
    tableSheet(pairingsTable(pairings, language), 2),
    readingSheet(pairings, language),
  ]);
}

/** The stages that have a say in pairings. */
const stages = ['general', 'profile', 'affinity', 'pairing'];

function readingSheet(pairings: Pairings, language: Language): PlanSheet {
  const say = saying(language);
  return sheetToRead(say('À lire', 'Read me'), [
    ...headingRows(pairings, language),
    sectionRow(say('Ce que valent les jumelages', 'What the pairings are worth')),
    ...readingOfPairings(pairings, language).map((sentence) => wideRow(sentence)),
    sectionRow(say('Comment les lire', 'How to read them')),
    ...pairingsLegend(language).map((sentence) => wideRow(sentence)),
    sectionRow(say('Réglages', 'Settings')),
    ...settingRows(pairings, language, stages),
    sectionRow(say('Pour refaire ces jumelages', 'To make these pairings again')),
    ...originRows(pairings, language),
  ]);
}
