import type { Finding } from '../../model/finding.js';
import type { Language } from '../../model/local-text.js';
import type { RawCell } from '../tables/raw-records.js';
import {
  type FindingCode,
  type FindingFacts,
  type FindingSentences,
  type Sentence,
  severityOf,
  toldOncePerColumn,
} from './finding-facts.js';
import { englishMore, englishSentences } from './finding-sentences.en.js';
import { frenchMore, frenchSentences } from './finding-sentences.fr.js';

/** Where a finding stands: a cell, or a row, or a whole table. */
export interface Place {
  readonly table: string;
  readonly tableIndex: number;
  readonly row?: number;
  readonly column?: string;
  readonly columnIndex?: number;
  readonly value?: RawCell;
}

export type Candidates = NonNullable<Finding['candidates']>;

/** Gathers everything there is to say about an input; a repair told again of the same column is counted, not repeated. */
export class FindingLog {
  readonly #sentences: FindingSentences;
  readonly #more: (count: number) => string;
  readonly #entries: Entry[] = [];
  readonly #repeated = new Map<string, Entry>();
  #errors = 0;

  constructor(language: Language) {
    this.#sentences = language === 'en' ? englishSentences : frenchSentences;
    this.#more = language === 'en' ? englishMore : frenchMore;
  }

  /** How many errors so far: a reader that sees it grow over a row leaves the row out. */
  get errorCount(): number {
    return this.#errors;
  }

  add<C extends FindingCode>(code: C, facts: FindingFacts[C], place?: Place, candidates?: Candidates): void {
    if (severityOf[code] === 'error') this.#errors++;
    const key = repetitionKey(code, facts, place);
    const earlier = key === undefined ? undefined : this.#repeated.get(key);
    if (earlier) {
      earlier.count++;
      // the first row is shown, whatever the order in which the rows are read
      if ((place?.row ?? 0) < (earlier.place?.row ?? 0)) {
        earlier.place = place;
        earlier.sentence = this.#sentences[code](facts);
      }
      return;
    }
    const entry: Entry = { code, place, candidates, sentence: this.#sentences[code](facts), count: 1 };
    this.#entries.push(entry);
    if (key !== undefined) this.#repeated.set(key, entry);
  }

  /** Sorted by table, row and column, the findings on the whole input first. */
  findings(): Finding[] {
    return this.#entries
      .sort(
        (a, b) =>
          (a.place?.tableIndex ?? -1) - (b.place?.tableIndex ?? -1) ||
          (a.place?.row ?? 0) - (b.place?.row ?? 0) ||
          (a.place?.columnIndex ?? -1) - (b.place?.columnIndex ?? -1) ||
          (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
      )
      .map((entry) => this.#findingOf(entry));
  }

  #findingOf({ code, place, candidates, sentence, count }: Entry): Finding {
    const { row, column, table } = place ?? {};
    const value = place?.value === undefined ? '' : describeValue(place.value);
    return {
      severity: severityOf[code],
      code,
      ...(table === undefined ? {} : { table }),
      ...(row === undefined ? {} : { row }),
      ...(column === undefined ? {} : { column }),
      ...(value === '' ? {} : { value }),
      message: count > 1 ? `${sentence.message} ${this.#more(count - 1)}` : sentence.message,
      ...(sentence.suggestion === undefined ? {} : { suggestion: sentence.suggestion }),
      ...(candidates === undefined ? {} : { candidates }),
    };
  }
}

/** A cell as one short line of text; never fails, whatever the cell holds. */
export function describeValue(value: unknown): string {
  const text = describe(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

interface Entry {
  readonly code: FindingCode;
  place: Place | undefined;
  readonly candidates: Candidates | undefined;
  sentence: Sentence;
  count: number;
}

const longest = 120;

function repetitionKey(code: FindingCode, facts: object, place: Place | undefined): string | undefined {
  const where = `${place?.tableIndex}/${place?.columnIndex}/${code}`;
  if (toldOncePerColumn.has(code)) return where;
  return severityOf[code] === 'repair' ? `${where}/${JSON.stringify(facts)}` : undefined;
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.slice(0, 20).map(describe).join(' | ');
  return typeof value === 'object' ? `{ ${Object.keys(value).slice(0, 8).join(', ')} }` : '';
}
