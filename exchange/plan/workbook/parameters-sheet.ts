import type { Cell, CellObject, Row } from 'write-excel-file/node';
import { type Language, type Parameter, type Plan, parameters, planStages } from '../../../engine/index.js';
import { readingOfMeasures } from '../../locale/measures-reading.js';
import { dataCredits, fictiveNotice } from '../../locale/notices.js';
import { saying } from '../../locale/saying.js';
import { type MeasureUnit, measureColumns, measureLines } from '../tables/measure-lines.js';
import { bodyStyle, headerStyle, noticeStyle, sectionStyle, shadeOf } from './house-style.js';
import type { PlanSheet } from './plan-sheet.js';
import { rowHeight } from './row-height.js';

/**
 * How the plan was made and what it is worth: measures beside the other methods and their reading,
 * every option with its sentence, what is needed to make it again, whose data it stands on.
 */
export function parametersSheet(plan: Plan, language: Language): PlanSheet {
  const say = saying(language);
  const notice = plan.assembly.fictive ? [wide(fictiveNotice(language), { ...noticeStyle })] : [];
  return {
    name: say('Paramètres', 'Parameters'),
    widths,
    rows: [
      [{ ...sectionStyle, fontSize: 16, height: 26, value: plan.assembly.name ?? 'Décroise', type: String }],
      ...notice,
      section(say('Ce que valent les ateliers', 'What the workshops are worth')),
      ...readingOfMeasures(plan, language).map((sentence) => wide(sentence, {})),
      ...measureRows(plan, language),
      section(say('Réglages', 'Settings')),
      ...optionRows(plan, language),
      section(say('Pour refaire ce plan', 'To make this plan again')),
      ...originRows(plan, language),
      section(say('Données', 'Data')),
      wide(dataCredits(language), {}),
    ],
    frozenRows: 0,
    frozenColumns: 0,
    filtered: false,
  };
}

const widths = [36, 17, 17, 17, 17, 17, 17];
const fullWidth = widths.reduce((sum, width) => sum + width, 0);

function section(title: string): Row {
  return [{ ...sectionStyle, value: title, type: String, height: 30 }];
}

/** One text over the whole width. */
function wide(text: string, style: CellObject): Row {
  const height = rowHeight([{ text, width: fullWidth }]);
  return spread([
    {
      wrap: true,
      alignVertical: 'top',
      ...style,
      value: text,
      type: String,
      height,
      columnSpan: widths.length,
    },
  ]);
}

function measureRows(plan: Plan, language: Language): Row[] {
  const columns = measureColumns(plan, language);
  return [
    [saying(language)('Mesure', 'Measure'), ...columns].map(
      (value): CellObject => ({
        ...headerStyle,
        value,
        type: String,
        height: 20,
      }),
    ),
    ...measureLines(plan, language).map(({ label, unit, values }, place): Row => {
      const style = { ...bodyStyle, backgroundColor: shadeOf(place), height: 18.5 };
      return [
        { ...style, value: label, type: String },
        ...values.map(
          (value, column): CellObject => ({
            ...style,
            ...(value === null
              ? { value: '–', type: String }
              : { value, type: Number, format: measureFormats[unit] }),
            align: 'right',
            ...(column === 0 ? { fontWeight: 'bold' as const } : {}),
          }),
        ),
      ];
    }),
  ];
}

const measureFormats: Readonly<Record<MeasureUnit, string>> = {
  times: '"× "0.0',
  decimal: '0.00',
  km: '#,##0" km"',
  percent: '0%',
  count: '0',
  mean: '0.0',
};

function optionRows(plan: Plan, language: Language): Row[] {
  const say = saying(language);
  const header = [say('Réglage', 'Setting'), say('Valeur', 'Value'), say('Ce qu’il fait', 'What it does')];
  const body = planStages.flatMap((stage) =>
    Object.entries(parameters[stage] as Record<string, Parameter>).map(([name, parameter]) => ({
      name: `${stage}.${name}`,
      value: chosenValue(plan, stage, name, parameter, language),
      sentence: parameter[language],
    })),
  );
  return [
    spread(
      header.map((value, place) => ({
        ...headerStyle,
        value,
        type: String,
        height: 20,
        ...(place === 2 ? { columnSpan: widths.length - 2 } : {}),
      })),
    ),
    ...body.map(({ name, value, sentence }, place) => {
      const height = rowHeight([{ text: sentence, width: fullWidth - widths[0]! - widths[1]! }]);
      const style = { ...bodyStyle, backgroundColor: shadeOf(place), height };
      return spread([
        { ...style, value: name, type: String },
        {
          ...style,
          ...(typeof value === 'number' ? { value, type: Number } : { value, type: String }),
          align: 'left',
        },
        { ...style, value: sentence, type: String, columnSpan: widths.length - 2 },
      ]);
    }),
  ];
}

/** The value the plan was made with, with its unit; one left to the data says so. */
function chosenValue(
  plan: Plan,
  stage: string,
  name: string,
  parameter: Parameter,
  language: Language,
): string | number {
  const options = plan.options[stage] as Record<string, unknown> | undefined;
  const value = options?.[name] ?? parameter.default;
  if (parameter.type === 'day' || parameter.type === 'list' || parameter.type === 'text') {
    const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
    return text === '' ? saying(language)('aucun', 'none') : text;
  }
  if (value === null || value === undefined) return saying(language)('automatique', 'automatic');
  return typeof value === 'number' ? value : String(value);
}

function originRows(plan: Plan, language: Language): Row[] {
  const say = saying(language);
  const lines: [string, string | number][] = [
    [say('Graine des tirages', 'Seed of the draws'), plan.seed],
    [say('Version du moteur', 'Engine version'), plan.engineVersion],
    [say('Empreinte des données (SHA-256)', 'Digest of the input (SHA-256)'), plan.inputDigest],
  ];
  return lines.map(([label, value], place) => {
    const style = { ...bodyStyle, backgroundColor: shadeOf(place), height: 18.5 };
    return spread([
      { ...style, value: label, type: String },
      {
        ...style,
        ...(typeof value === 'number' ? { value, type: Number } : { value, type: String, format: '@' }),
        align: 'left',
        columnSpan: widths.length - 1,
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
