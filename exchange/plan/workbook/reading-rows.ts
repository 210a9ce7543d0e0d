import type { Cell, CellObject, Row } from 'write-excel-file/node';
import type { Language, Parameter, Plan } from '../../../engine/index.js';
import { parameters, planStages } from '../../../engine/options.js';
import { fictiveNotice } from '../../locale/notices.js';
import { saying } from '../../locale/saying.js';
import { bodyStyle, headerStyle, noticeStyle, sectionStyle, shadeOf } from './house-style.js';
import type { PlanSheet } from './plan-sheet.js';
import { rowHeight } from './row-height.js';

/** What every answer of the engine says of how it was made. */
export type MadeAnswer = Pick<Plan, 'options' | 'seed' | 'engineVersion' | 'inputDigest'>;

const nameWidth = 36;
const figureWidth = 17;

/** The columns of a sheet that is read from top to bottom; a wide row spans them all. */
const readingWidths = [nameWidth, ...Array<number>(6).fill(figureWidth)];
const fullWidth = readingWidths.reduce((sum, width) => sum + width, 0);

/** A sheet that is read from top to bottom: nothing frozen, nothing filtered. */
export function sheetToRead(name: string, rows: readonly Row[]): PlanSheet {
  return { name, widths: readingWidths, rows, frozenRows: 0, frozenColumns: 0, filtered: false };
}

/** Whose assembly it is, and whether its answers are invented. */
export function headingRows(
  { assembly }: { readonly assembly: Pick<Plan['assembly'], 'name' | 'fictive'> },
  language: Language,
): Row[] {
  return [
    [{ ...sectionStyle, fontSize: 16, height: 26, value: assembly.name ?? 'Décroise', type: String }],
    ...(assembly.fictive ? [wideRow(fictiveNotice(language), noticeStyle)] : []),
  ];
}

export function sectionRow(title: string): Row {
  return [{ ...sectionStyle, value: title, type: String, height: 30 }];
}

/** One text over the whole width. */
export function wideRow(text: string, style: CellObject = {}): Row {
  const height = rowHeight([{ text, width: fullWidth }]);
  return spread([
    {
      wrap: true,
      alignVertical: 'top',
      ...style,
      value: text,
      type: String,
      height,
      columnSpan: readingWidths.length,
    },
  ]);
}

/** Every option of the stages named (those of a plan unless told), its value and its sentence. */
export function settingRows(
  made: Pick<MadeAnswer, 'options'>,
  language: Language,
  stages: readonly string[] = planStages,
): Row[] {
  const say = saying(language);
  const header = [say('Réglage', 'Setting'), say('Valeur', 'Value'), say('Ce qu’il fait', 'What it does')];
  const body = Object.entries(parameters).flatMap(([stage, named]) =>
    stages.includes(stage)
      ? Object.entries(named as Record<string, Parameter>).map(([name, parameter]) => ({
          name: `${stage}.${name}`,
          value: chosenValue(made, stage, name, parameter, language),
          sentence: parameter[language],
        }))
      : [],
  );
  return [
    spread(
      header.map((value, place) => ({
        ...headerStyle,
        value,
        type: String,
        height: 20,
        ...(place === 2 ? { columnSpan: readingWidths.length - 2 } : {}),
      })),
    ),
    ...body.map(({ name, value, sentence }, place) => {
      const height = rowHeight([
        { text: sentence, width: fullWidth - nameWidth - figureWidth },
        { text: String(value), width: figureWidth },
      ]);
      const style = { ...bodyStyle, backgroundColor: shadeOf(place), height };
      return spread([
        { ...style, value: name, type: String },
        {
          ...style,
          ...(typeof value === 'number' ? { value, type: Number } : { value, type: String }),
          align: 'left',
        },
        { ...style, value: sentence, type: String, columnSpan: readingWidths.length - 2 },
      ]);
    }),
  ];
}

/** The value the answer was made with, with its unit; one left to the data says so. */
function chosenValue(
  { options }: Pick<MadeAnswer, 'options'>,
  stage: string,
  name: string,
  parameter: Parameter,
  language: Language,
): string | number {
  const chosen = options[stage] as Record<string, unknown> | undefined;
  const value = chosen?.[name] ?? parameter.default;
  if (parameter.type === 'day' || parameter.type === 'list' || parameter.type === 'text') {
    const text = Array.isArray(value) ? shortList(value, language) : String(value ?? '');
    return text === '' ? saying(language)('aucun', 'none') : text;
  }
  if (value === null || value === undefined) return saying(language)('automatique', 'automatic');
  return typeof value === 'number' ? value : String(value);
}

/** What is needed to make the answer again. */
export function originRows(made: MadeAnswer, language: Language): Row[] {
  const say = saying(language);
  const lines: [string, string | number][] = [
    [say('Graine des tirages', 'Seed of the draws'), made.seed],
    [say('Version du moteur', 'Engine version'), made.engineVersion],
    [say('Empreinte des données (SHA-256)', 'Digest of the input (SHA-256)'), made.inputDigest],
  ];
  return lines.map(([label, value], place) => {
    const style = { ...bodyStyle, backgroundColor: shadeOf(place), height: 18.5 };
    return spread([
      { ...style, value: label, type: String },
      {
        ...style,
        ...(typeof value === 'number' ? { value, type: Number } : { value, type: String, format: '@' }),
        align: 'left',
        columnSpan: readingWidths.length - 1,
      },
    ]);
  });
}

/** The library wants an empty place for each column that a wide cell covers. */
function spread(cells: readonly CellObject[]): Row {
  return cells.flatMap((cell): Cell[] => [
    cell,
    ...Array.from({ length: (cell.columnSpan ?? 1) - 1 }, () => null),
  ]);
}

/** A long list by its first items and how many there are: all are in the JSON. */
function shortList(items: readonly unknown[], language: Language): string {
  if (items.length <= mostItems) return items.join(', ');
  const count = saying(language)(`${items.length} en tout`, `${items.length} in all`);
  return `${items.slice(0, mostItems).join(', ')}… (${count})`;
}

const mostItems = 4;
