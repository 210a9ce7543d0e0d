import type { CellObject, Row } from 'write-excel-file/node';
import type { Language, Plan } from '../../../engine/index.js';
import { readingOfMeasures } from '../../locale/measures-reading.js';
import { dataCredits } from '../../locale/notices.js';
import { saying } from '../../locale/saying.js';
import { type MeasureUnit, measureColumns, measureLines } from '../tables/measure-lines.js';
import { bodyStyle, headerStyle, shadeOf } from './house-style.js';
import type { PlanSheet } from './plan-sheet.js';
import { headingRows, originRows, sectionRow, settingRows, sheetToRead, wideRow } from './reading-rows.js';

/**
 * How the plan was made and what it is worth: measures beside the other methods and their reading,
 * every option with its sentence, what is needed to make it again, whose data it stands on.
 */
export function parametersSheet(plan: Plan, language: Language): PlanSheet {
  const say = saying(language);
  return sheetToRead(say('Paramètres', 'Parameters'), [
    ...headingRows(plan, language),
    sectionRow(say('Ce que valent les ateliers', 'What the workshops are worth')),
    ...readingOfMeasures(plan, language).map((sentence) => wideRow(sentence)),
    ...measureRows(plan, language),
    sectionRow(say('Réglages', 'Settings')),
    ...settingRows(plan, language),
    sectionRow(say('Pour refaire ce plan', 'To make this plan again')),
    ...originRows(plan, language),
    sectionRow(say('Données', 'Data')),
    wideRow(dataCredits(language)),
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
