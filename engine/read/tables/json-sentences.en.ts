import type { JsonSentences } from './json-sentences.js';

/** What is said about a JSON input, in English. */
export const englishJsonSentences: JsonSentences = {
  notAnAssembly: () => ({
    message: 'The JSON data does not describe an assembly.',
    suggestion: 'Give a list of territories, or an object with the lists "territories", "problems"…',
  }),
  noList: () => ({
    message: 'The JSON data contains no known list.',
    suggestion: 'Give at least the list "territories"; if need be "problems", "seats", "history", "rules".',
  }),
  unknownKey: (key) => ({
    message: `"${key}" is not a known list: it is left aside.`,
    suggestion: 'The known lists are "territories", "problems", "seats", "history", "rules".',
  }),
  notAList: (key) => ({
    message: `"${key}" should be a list.`,
    suggestion: `Write "${key}": [ … ], one element between braces for each row of the table.`,
  }),
  notAnObject: (row) => ({
    message: `Element ${row} of the list has no named fields: it is left aside.`,
    suggestion: 'Write each element between braces: { "id": "…", "name": "…" }.',
  }),
  nestedTooDeep: (row, column) => ({
    message: `Element ${row}, "${column}": too many lists and objects inside one another.`,
    suggestion: 'Simplify this value: a text, a number or a plain list.',
  }),
};
