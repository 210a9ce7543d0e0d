import type { CellObject, Row } from 'write-excel-file/node';
import type { Language, Sweep } from '../../engine/index.js';
import { fictiveNotice } from '../locale/notices.js';
import { saying } from '../locale/saying.js';
import { noticeStyle, sectionStyle } from '../plan/workbook/house-style.js';
import type { PlanSheet } from '../plan/workbook/plan-sheet.js';
import { rowHeight } from '../plan/workbook/row-height.js';
import { tableSheet } from '../plan/workbook/table-sheet.js';
import { workbookOf } from '../plan/workbook/workbook-of.js';
import { decisionSentence } from './decision-sentence.js';
import { sweepTable } from './sweep-table.js';

/** A sweep as an Excel workbook: every scenario on one sheet, what they say on another. */
export async function sweepToXlsx(sweep: Sweep, language: Language): Promise<Uint8Array> {
  return await workbookOf([tableSheet(sweepTable(sweep, language), 1), readingSheet(sweep, language)]);
}

const width = 120;

function readingSheet(sweep: Sweep, language: Language): PlanSheet {
  const say = saying(language);
  const title = sweep.assemblyName ?? say('Le curseur du décroisement', 'The dial of décroisement');
  return {
    name: say('Lecture', 'Reading'),
    widths: [width],
    rows: [
      [{ ...sectionStyle, fontSize: 16, height: 26, value: title, type: String }],
      ...(sweep.fictive ? [sentence(fictiveNotice(language), noticeStyle)] : []),
      ...sweep.reading.map(({ text }) => sentence(text[language])),
      sentence(decisionSentence(sweep, language), { fontWeight: 'bold' }),
    ],
    frozenRows: 0,
    frozenColumns: 0,
    filtered: false,
  };
}

function sentence(text: string, style: CellObject = {}): Row {
  const height = rowHeight([{ text, width }]);
  return [{ wrap: true, alignVertical: 'top', ...style, value: text, type: String, height }];
}
