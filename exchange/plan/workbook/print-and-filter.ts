import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import {
  findElement,
  getCellAddress,
  insertElementMarkupAccordingToOrderOfSiblings,
  replaceElement,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import type { PlanSheet } from './plan-sheet.js';

/**
 * What the library does not write by itself: pages as wide as the sheet with the header repeated and
 * numbered, filter arrows, and no green corner on a SIREN kept as text.
 */
export function printAndFilter(sheets: readonly PlanSheet[]): Feature<Stream | Buffer | Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const sheet = sheets[sheetIndex];
            return sheet === undefined ? xml : withSheetElements(xml, sheet);
          },
          transformElementAttributes: (tagName, attributes) => ({
            ...attributes,
            ...pageAttributes[tagName],
          }),
        },
        'xl/workbook.xml': {
          transform: (xml) => withDefinedNames(xml, definedNames(sheets)),
        },
      },
    },
  };
}

/** One page wide, as many high as it takes; margins in inches. */
const pageAttributes: Readonly<Record<string, Record<string, number>>> = {
  pageSetup: { fitToWidth: 1, fitToHeight: 0 },
  pageMargins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
};

/** Order that ECMA-376 asks of the children of a sheet used here (CT_Worksheet). */
const worksheetOrder = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'autoFilter',
  'mergeCells',
  'conditionalFormatting',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'ignoredErrors',
  'drawing',
];

function withSheetElements(xml: string, sheet: PlanSheet): string {
  const range = rangeOf(sheet);
  const elements = [
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    ...(sheet.filtered ? [`<autoFilter ref="${range}"/>`] : []),
    `<headerFooter><oddFooter>${sanitizeTextContent('&L&A&RDécroise · &P / &N')}</oddFooter></headerFooter>`,
    `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors>`,
  ];
  return elements.reduce(
    (text, element) =>
      insertElementMarkupAccordingToOrderOfSiblings(text, element, worksheetOrder, 'worksheet'),
    xml,
  );
}

/** The library leaves an empty list of names; two lists, and Excel calls the file damaged. */
function withDefinedNames(xml: string, names: string): string {
  const empty = findElement(xml, 'definedNames');
  if (empty) return replaceElement(xml, empty, names);
  const order = ['workbookPr', 'bookViews', 'sheets', 'definedNames', 'calcPr'];
  return insertElementMarkupAccordingToOrderOfSiblings(xml, names, order, 'workbook');
}

/** Header rows repeated on paper; Excel also wants the filtered range under a hidden name. */
function definedNames(sheets: readonly PlanSheet[]): string {
  const names = sheets.flatMap((sheet, place) => {
    const quoted = `'${sheet.name.replaceAll("'", "''")}'`;
    const range = rangeOf(sheet).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    return [
      ...(sheet.filtered
        ? [definedName('_xlnm._FilterDatabase', place, `${quoted}!${range}`, ' hidden="1"')]
        : []),
      ...(sheet.frozenRows > 0
        ? [definedName('_xlnm.Print_Titles', place, `${quoted}!$1:$${sheet.frozenRows}`, '')]
        : []),
    ];
  });
  return `<definedNames>${names.join('')}</definedNames>`;
}

function definedName(name: string, sheet: number, target: string, more: string): string {
  return `<definedName name="${sanitizeAttributeValue(name)}" localSheetId="${sheet}"${more}>${sanitizeTextContent(target)}</definedName>`;
}

function rangeOf({ rows, widths }: PlanSheet): string {
  return `A1:${getCellAddress(Math.max(0, rows.length - 1), Math.max(0, widths.length - 1))}`;
}
