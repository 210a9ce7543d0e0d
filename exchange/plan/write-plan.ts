import type { Language, Plan } from '../../engine/index.js';
import { saying } from '../locale/saying.js';
import { type FileToWrite, filesInFormats, writeTogether } from '../output/write-together.js';
import type { Outlines } from './plan-to-svg.js';
import type { NamesOfSeats } from './tables/plan-lookup.js';

export type PlanFileFormat = 'json' | 'csv' | 'xlsx' | 'svg';

export interface PlanOutput {
  /** made if it is not there */
  readonly directory: string;
  readonly formats: readonly PlanFileFormat[];
  readonly language: Language;
  /** background of the map; null for none */
  readonly outlines: Outlines | null;
  /** who sits in the seats, for the tables that list them; none unless asked */
  readonly names?: NamesOfSeats;
}

/**
 * Writes a plan in the formats asked for, all the files or none: nothing is half-written when
 * something fails. Returns the paths, in the order of the formats; a format asked twice is written once.
 *
 * @throws OutputError when the folder or a file cannot be written
 */
export async function writePlan(plan: Plan, output: PlanOutput): Promise<string[]> {
  return await writeTogether(output.directory, await planFiles(plan, output), output.language);
}

/** The files of a plan in the formats asked for, not yet written. */
export async function planFiles(plan: Plan, output: Omit<PlanOutput, 'directory'>): Promise<FileToWrite[]> {
  return await filesInFormats(output.formats, (format) => filesOf(plan, format, output));
}

/** Loads the writer of that format alone: most of them rest on a library. */
async function filesOf(
  plan: Plan,
  format: PlanFileFormat,
  output: Omit<PlanOutput, 'directory'>,
): Promise<FileToWrite[]> {
  const { language, outlines, names } = output;
  switch (format) {
    case 'json': {
      const { planToJson } = await import('./plan-to-json.js');
      return [{ name: 'plan.json', content: planToJson(plan) }];
    }
    case 'csv': {
      const { planToCsv } = await import('./plan-to-csv.js');
      return planToCsv(plan, language, names);
    }
    case 'xlsx': {
      const { planToXlsx } = await import('./plan-to-xlsx.js');
      return [{ name: 'plan.xlsx', content: await planToXlsx(plan, language, names) }];
    }
    case 'svg': {
      const { planToSvg } = await import('./plan-to-svg.js');
      return [
        {
          name: saying(language)('carte.svg', 'map.svg'),
          content: await planToSvg(plan, outlines, language),
        },
      ];
    }
  }
}
