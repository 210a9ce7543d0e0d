/** What each finding about a file has to say, by code. */
export interface ReadFacts {
  'file-not-found': { readonly file: string; readonly similar: string | null };
  'file-unreadable': { readonly file: string; readonly reason: string };
  'not-a-file': { readonly file: string };
  'file-too-large': { readonly file: string; readonly megabytes: number; readonly limit: number };
  'unsupported-format': { readonly file: string; readonly ending: string };
  'folder-without-csv': { readonly file: string };
  'empty-file': { readonly file: string; readonly headerOnly: boolean };
  'empty-table': { readonly file: string };
  'not-a-text-file': { readonly file: string };
  'read-as-windows-1252': { readonly file: string };
  'unreadable-characters': { readonly file: string; readonly count: number };
  'unclosed-quote': { readonly row: number };
  'runaway-quote': { readonly row: number };
  'title-above-header': { readonly title: string; readonly headerRow: number };
  'cells-beyond-header': { readonly row: number; readonly width: number };
  'more-cells-beyond-header': { readonly count: number };
  'too-many-rows': { readonly table: string; readonly limit: number };
  'formula-error': { readonly row: number; readonly column: string; readonly value: string };
  'password-protected': { readonly file: string };
  'old-excel-format': { readonly file: string };
  'not-an-xlsx': { readonly file: string };
  'broken-xlsx': { readonly file: string; readonly where: string | null };
  'zip-bomb': { readonly file: string };
  'json-syntax': { readonly line: number; readonly column: number; readonly mistake: JsonMistakeKind };
}

/** What a person did wrong where JSON stops being JSON (see `json-mistake.ts`). */
export type JsonMistakeKind =
  | 'missing-comma'
  | 'trailing-comma'
  | 'missing-colon'
  | 'missing-quote'
  | 'unclosed-quote'
  | 'line-break-in-text'
  | 'wrong-quote'
  | 'bad-escape'
  | 'bad-number'
  | 'decimal-comma'
  | 'comment'
  | 'bad-word'
  | 'unclosed'
  | 'text-after-end';

/** One sentence for what is the case, one for what to do. */
export interface Sentence {
  readonly message: string;
  readonly suggestion: string;
}

export interface ReadSentences {
  readonly findings: { readonly [Code in keyof ReadFacts]: (facts: ReadFacts[Code]) => Sentence };
  readonly reading: (file: string) => string;
}
