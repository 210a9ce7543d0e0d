import type { JsonMistakeKind, ReadSentences } from './read-facts.js';

const saveAsXlsx = 'Open it in Excel or LibreOffice, then "Save As…" and choose "Excel Workbook (.xlsx)".';

/** What is said about files, in English. */
export const englishSentences: ReadSentences = {
  reading: (file) => `Reading ${file}…`,
  findings: {
    'file-not-found': ({ file, similar }) => ({
      message: `The file "${file}" cannot be found.`,
      suggestion: similar
        ? `Did you mean "${similar}"? It is in the same folder.`
        : 'Check the name, its ending (.xlsx, .csv, .json) and the folder.',
    }),
    'file-unreadable': ({ file, reason }) => ({
      message: `"${file}" cannot be read (${reason}).`,
      suggestion: 'Close it if it is open elsewhere and check that you are allowed to read it.',
    }),
    'not-a-file': ({ file }) => ({
      message: `"${file}" is named like a file but is not one.`,
      suggestion: 'Give a file, or a folder of CSV files whose name does not end like a file.',
    }),
    'file-too-large': ({ file, megabytes, limit }) => ({
      message: `"${file}" weighs ${megabytes} MB; the limit is ${limit} MB.`,
      suggestion:
        'Remove pictures, sheets and columns that are not needed, or split the data into several files.',
    }),
    'unsupported-format': ({ file, ending }) => ({
      message: ending
        ? `"${file}": the format ${ending} is not read.`
        : `"${file}": its ending does not say what format it is.`,
      suggestion: 'Save As… "Excel Workbook (.xlsx)" or "CSV UTF-8 (.csv)".',
    }),
    'folder-without-csv': ({ file }) => ({
      message: `The folder "${file}" contains no CSV file.`,
      suggestion:
        'Put territories.csv in it and, if need be, problems.csv, seats.csv, history.csv, rules.csv.',
    }),
    'empty-file': ({ file, headerOnly }) => ({
      message: headerOnly ? `"${file}" has headers only: no row is filled in.` : `"${file}" is empty.`,
      suggestion: headerOnly
        ? 'Add one row per territory under the headers.'
        : 'Check that it is the right file and that it was saved.',
    }),
    'empty-table': ({ file }) => ({
      message: `"${file}" is empty: it is left aside.`,
      suggestion: 'Take it out of the folder, or fill it in.',
    }),
    'not-a-text-file': ({ file }) => ({
      message: `"${file}" is not a text file, whatever its name says.`,
      suggestion:
        'If it is an Excel workbook, give it back its .xlsx ending; if not, save it as "CSV UTF-8 (.csv)".',
    }),
    'read-as-windows-1252': ({ file }) => ({
      message: `"${file}" is not UTF-8: its accents were read as Windows-1252.`,
      suggestion: 'Check a name with an accent. To avoid this, save as "CSV UTF-8 (.csv)".',
    }),
    'unreadable-characters': ({ file, count }) => ({
      message: `"${file}" contains ${count} unreadable character(s), replaced by "\uFFFD".`,
      suggestion: 'Look for "\uFFFD" in the names and correct them, then save as "CSV UTF-8 (.csv)".',
    }),
    'unclosed-quote': ({ row }) => ({
      message: `Row ${row}: a quotation mark " is opened and never closed; the rest of the file cannot be read.`,
      suggestion: 'Close this quotation mark, or delete it.',
    }),
    'runaway-quote': ({ row }) => ({
      message: `Row ${row}: a quotation mark " seems to have swallowed one or more rows into one cell.`,
      suggestion: 'Look on this row for a quotation mark too many, or badly closed.',
    }),
    'title-above-header': ({ title, headerRow }) => ({
      message: `"${title}", above the headers, is taken for a title; the headers are on row ${headerRow}.`,
      suggestion: 'Nothing to do if that is so.',
    }),
    'cells-beyond-header': ({ row, width }) => ({
      message: `Row ${row}: a filled cell lies beyond the ${width} columns of the headers; it is left aside.`,
      suggestion: 'Give this column a header, or look for a separator too many on the row.',
    }),
    'more-cells-beyond-header': ({ count }) => ({
      message: `${count} more row(s) go beyond the headers too.`,
      suggestion: 'Check that the row of headers is complete.',
    }),
    'too-many-rows': ({ table, limit }) => ({
      message: `"${table}" has more than ${limit.toLocaleString('en-GB')} rows.`,
      suggestion: 'Check that it is the right table, delete the rows that are not needed or split it.',
    }),
    'formula-error': ({ row, column, value }) => ({
      message: `Row ${row}, column "${column}": the formula gives the error ${value}; the cell is read as empty.`,
      suggestion: 'Correct the formula, or replace it by its value.',
    }),
    'password-protected': ({ file }) => ({
      message: `"${file}" is protected by a password.`,
      suggestion:
        'In Excel: File, Info, Protect Workbook, Encrypt with Password; clear the password, then save.',
    }),
    'old-excel-format': ({ file }) => ({
      message: `"${file}" is an old Excel file (.xls), whatever its name says.`,
      suggestion: saveAsXlsx,
    }),
    'not-an-xlsx': ({ file }) => ({
      message: `"${file}" is not an Excel workbook, whatever its name says.`,
      suggestion: saveAsXlsx,
    }),
    'broken-xlsx': ({ file, where }) => ({
      message: where
        ? `The workbook "${file}" is damaged (${where}).`
        : `The workbook "${file}" is damaged or incomplete.`,
      suggestion: 'Open it in Excel, accept the repair and save it, or ask for the file again.',
    }),
    'zip-bomb': ({ file }) => ({
      message: `The workbook "${file}" is abnormally large once decompressed: it is not read.`,
      suggestion: 'Copy only the data you need into a new workbook.',
    }),
    'json-syntax': ({ line, column, mistake }) => ({
      message: `Line ${line}, character ${column}: ${mistakes[mistake].message}.`,
      suggestion: mistakes[mistake].suggestion,
    }),
  },
};

const mistakes: Record<JsonMistakeKind, { message: string; suggestion: string }> = {
  'missing-comma': {
    message: 'a comma is missing between two elements',
    suggestion: 'Add a comma just before this place.',
  },
  'trailing-comma': {
    message: 'there is a comma too many after the last element',
    suggestion: 'Delete the comma that comes before.',
  },
  'missing-colon': {
    message: 'the colon between a name and its value is missing',
    suggestion: 'Write "name": value.',
  },
  'missing-quote': {
    message: 'a name or a text is not between straight quotation marks "',
    suggestion: 'Put it between straight quotation marks: "like this".',
  },
  'unclosed-quote': {
    message: 'a text opened by " is never closed',
    suggestion: 'Add the quotation mark " at the end of this text.',
  },
  'line-break-in-text': {
    message: 'a line break or a tab cuts a text between quotation marks',
    suggestion: 'Close the quotation mark " before the end of the line, or write \\n for a line break.',
  },
  'wrong-quote': {
    message: 'these are not straight quotation marks "',
    suggestion: 'Replace ’ ‘ “ ” « » and \' by ".',
  },
  'bad-escape': {
    message: 'a backslash \\ is not followed by what it should be',
    suggestion: 'Double it: \\\\.',
  },
  'bad-number': {
    message: 'this number is not written as it should be',
    suggestion:
      'Use a decimal point (0.5); a code that begins with 0 goes between quotation marks ("01004").',
  },
  'decimal-comma': {
    message: 'a decimal comma cuts this number in two',
    suggestion: 'Write the number with a point: 43.93.',
  },
  comment: {
    message: 'comments are not allowed in a JSON file',
    suggestion: 'Delete the comment.',
  },
  'bad-word': {
    message: 'this word or sign is not expected here',
    suggestion:
      'A text goes between straight quotation marks "; outside them only true, false, null and numbers are allowed.',
  },
  unclosed: {
    message: 'the file stops before its end: a brace } or a bracket ] is missing',
    suggestion: 'The file may have been cut: ask for it again, or close what is open.',
  },
  'text-after-end': {
    message: 'there is text left after the end of the data',
    suggestion: 'Delete what follows the last brace or bracket.',
  },
};
