import { strToU8, type Zippable, zipSync } from 'fflate';

const namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The files of a workbook whose sheets are given by the XML inside `<sheetData>`. */
export function workbookFiles(sheets: Record<string, string>): Zippable {
  const names = Object.keys(sheets);
  const listed = names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const related = names.map(
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${relationships}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const files: Zippable = {
    'xl/workbook.xml': strToU8(
      `<workbook ${namespace} xmlns:r="${relationships}"><sheets>${listed.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${related.join('')}</Relationships>`),
  };
  for (const [i, data] of Object.values(sheets).entries()) {
    files[`xl/worksheets/sheet${i + 1}.xml`] = strToU8(
      `<worksheet ${namespace}><sheetData>${data}</sheetData></worksheet>`,
    );
  }
  return files;
}

/** An XLSX file made by hand, for what no writer would write. */
export function workbookBytes(sheets: Record<string, string>, more: Zippable = {}): Uint8Array {
  return zipSync({ ...workbookFiles(sheets), ...more }, { level: 1 });
}

/** A row of text cells, in XML. */
export function textRow(row: number, texts: readonly string[]): string {
  const cells = texts.map(
    (text, j) => `<c r="${String.fromCharCode(65 + j)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`,
  );
  return `<row r="${row}">${cells.join('')}</row>`;
}
