import type { Finding } from '../../model/finding.js';
import type { Language } from '../../model/local-text.js';
import { englishJsonSentences } from './json-sentences.en.js';
import { frenchJsonSentences } from './json-sentences.fr.js';
import type { JsonSentences } from './json-sentences.js';
import { isNestedDeeper } from './nesting.js';
import type { RawCell, RawRecords, RawRow, RawTable } from './raw-records.js';

/** Lists that become tables; names are compared without capitals and accents. */
const listNames = new Set([
  ...['territories', 'territoires', 'problems', 'problematiques', 'problemes'],
  ...['seats', 'sieges', 'history', 'historique', 'rules', 'regles'],
  ...['slots', 'creneaux'],
  ...['changes', 'changements'],
]);

/** What is said once about the whole assembly, kept as the one row of a table named `assembly`. */
const assemblyKeys = new Set(['name', 'nom', 'fictive', 'taxonomy', 'taxonomie', 'format']);

/** levels of lists and objects allowed under a cell: a taxonomy takes 7 */
const deepestCell = 32;

/**
 * Makes tables of a JSON value: an object of lists, or a bare list of territories.
 *
 * A table's header is every key of its elements in the order first seen; a cell is the JSON value as it is, null
 * where the key is absent. Lists: territories/territoires, problems/problématiques, seats/sièges,
 * history/historique, rules/règles, slots/créneaux; a table keeps the name of its list, a bare list is `territoires`.
 * Name, fictive, taxonomy and format become a one-row table `assembly`; other keys are told (warning) and left out.
 *
 * `records` is null when there is no list at all. Never throws: an element that is not an object, or one nested
 * deeper than 32 levels, is an error finding with its place in the list.
 *
 * @param source what the organiser knows it by: a file name, "requête"
 * @param language of the findings
 */
export function recordsFromJson(
  value: unknown,
  source: string,
  language: Language = 'fr',
): { records: RawRecords | null; findings: Finding[] } {
  const sentences = language === 'en' ? englishJsonSentences : frenchJsonSentences;
  if (Array.isArray(value)) {
    const { table, findings } = tableFromList('territoires', value, sentences);
    return { records: { source, tables: [table] }, findings };
  }
  if (!isObject(value)) {
    return {
      records: null,
      findings: [{ severity: 'error', code: 'not-an-assembly', ...sentences.notAnAssembly() }],
    };
  }
  const tables: RawTable[] = [];
  const findings: Finding[] = [];
  const about: [string, unknown][] = [];
  for (const [key, content] of Object.entries(value)) {
    const name = plain(key);
    if (assemblyKeys.has(name)) about.push([key, content]);
    else if (!listNames.has(name)) {
      findings.push({ severity: 'warning', code: 'unknown-key', column: key, ...sentences.unknownKey(key) });
    } else if (Array.isArray(content)) {
      const read = tableFromList(key, content, sentences);
      tables.push(read.table);
      findings.push(...read.findings);
    } else if (content !== null && content !== undefined) {
      findings.push({ severity: 'error', code: 'not-a-list', table: key, ...sentences.notAList(key) });
    }
  }
  if (tables.length === 0) {
    findings.push({ severity: 'error', code: 'no-list', ...sentences.noList() });
    return { records: null, findings };
  }
  if (about.length > 0) {
    const read = tableFromList('assembly', [Object.fromEntries(about)], sentences);
    tables.push(read.table);
    findings.push(...read.findings);
  }
  return { records: { source, tables }, findings };
}

function tableFromList(
  name: string,
  list: readonly unknown[],
  sentences: JsonSentences,
): { table: RawTable; findings: Finding[] } {
  const findings: Finding[] = [];
  const places = new Map<string, number>();
  const rows: RawRow[] = [];
  for (const [i, element] of list.entries()) {
    const row = i + 1;
    if (!isObject(element)) {
      const value = Array.isArray(element) ? '[…]' : String(element).slice(0, 80);
      const sentence = sentences.notAnObject(row);
      findings.push({ severity: 'error', code: 'not-an-object', table: name, row, value, ...sentence });
      continue;
    }
    const cells: RawCell[] = [];
    for (const [column, content] of Object.entries(element)) {
      const place = places.get(column) ?? places.size;
      places.set(column, place);
      const deep = isNestedDeeper(content, deepestCell);
      cells[place] = deep ? null : asCell(content);
      if (!deep) continue;
      const sentence = sentences.nestedTooDeep(row, column);
      findings.push({ severity: 'error', code: 'nested-too-deep', table: name, row, column, ...sentence });
    }
    rows.push({ row, cells });
  }
  const padded = rows.map(({ row, cells }) => ({
    row,
    cells: Array.from({ length: places.size }, (_, j) => cells[j] ?? null),
  }));
  return { table: { name, header: [...places.keys()], rows: padded }, findings };
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** The value as it is; what JSON cannot hold (undefined, a function) is an empty cell. */
function asCell(value: unknown): RawCell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value) || value instanceof Date || isObject(value)) return value;
  return null;
}

function plain(key: string): string {
  return key.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
}
