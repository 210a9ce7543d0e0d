import type { Severity } from '../../model/finding.js';
import type { ChangeFindingFacts } from './change-finding-facts.js';
import type { GroupingFindingFacts } from './grouping-finding-facts.js';
import type { RuleFindingFacts } from './rule-finding-facts.js';
import type { SlotFindingFacts } from './slot-finding-facts.js';

/** What the findings on tables, columns and cells tell. */
export interface CellFindingFacts {
  'no-territories': Record<never, never>;
  'one-territory': Record<never, never>;
  'unknown-table': { table: string };
  'unknown-column': { column: string };
  'repeated-column': { column: string; kept: string };
  'contact-column': { column: string };
  'contact-dropped': { column: string };
  'territories-from-problems': { count: number };
  'bad-taxonomy': { path: string; problem: string };
  'taxonomy-id-twice': { id: string };
  'not-text': { column: string };
  'not-a-number': { value: string };
  'not-whole': { value: string };
  'out-of-range': { value: string; min: number; max: number | null; scale: number | null };
  'coordinate-out-of-range': { axis: 'lat' | 'lon'; value: string; guess: number | null };
  'half-position': { missing: 'lat' | 'lon' };
  'coordinates-swapped': { lat: number; lon: number };
  'not-a-date': { value: string };
  'impossible-date': { value: string; guess: string | null };
  'dates-crossed': { from: string; to: string };
  'date-completed': { value: string; read: string };
  'leading-zero': { value: string; read: string };
  'spaces-tidied': { read: string };
  'number-cleaned': { value: string; read: number };
  'intensity-word': { value: string; read: number };
  'unknown-department': { value: string };
  'department-name': { value: string; read: string };
  'corsica-code': { value: string };
  'not-a-member-code': { value: string };
  'unknown-kind': { value: string };
  'unknown-choice': { value: string; allowed: { fr: readonly string[]; en: readonly string[] } };
  'not-yes-or-no': { value: string };
  'unknown-civility': Record<never, never>;
  'civility-from-title': { civility: 'F' | 'M' };
  'civility-contradicts-title': { civility: 'F' | 'M' };
}

/** What the findings on territories, problems, seats and history tell. */
export interface ContentFindingFacts {
  'nameless-territory': Record<never, never>;
  'id-from-siret': { value: string; read: string };
  'duplicate-id': { id: string; firstRow: number };
  'same-row-twice': { name: string; firstRow: number };
  'same-territory-twice': { name: string; firstName: string; firstRow: number; id: string };
  'same-territory-two-ids': { name: string; firstName: string; firstRow: number; official: string };
  'completed-from-gazetteer': { name: string; id: string };
  'name-recognised': { name: string; official: string; id: string };
  'ambiguous-name': { name: string };
  'siren-name-mismatch': { id: string; name: string; official: string };
  'no-position': { name: string };
  'no-position-at-all': { count: number };
  'missing-territory': Record<never, never>;
  'unknown-territory': { name: string; near: readonly string[] };
  'ambiguous-territory': { name: string };
  'territory-read-as': { name: string; read: string };
  'territory-left-out': { name: string; row: number };
  'past-territory-gone': { name: string };
  'repeated-in-list': { name: string };
  'missing-problem': Record<never, never>;
  'problem-read-as': { text: string; label: string; problemId: string; evidence: string };
  'ambiguous-problem': { text: string };
  'unknown-problem': { text: string; near: readonly string[] };
  'need-twice': { problemId: string; kept: number };
  'unknown-wish': { name: string; near: readonly string[] };
  'wish-for-itself': { name: string };
  'spelling-read-as': { value: string; read: string };
  'too-few-territories': { count: number };
}

/** What each finding tells: its sentence, in either language, is made from these facts only. */
export type FindingFacts = CellFindingFacts &
  ContentFindingFacts &
  RuleFindingFacts &
  ChangeFindingFacts &
  SlotFindingFacts &
  GroupingFindingFacts;
export type FindingCode = keyof FindingFacts;

export interface Sentence {
  readonly message: string;
  readonly suggestion?: string;
}

/** One language's sentences, by code. */
export type SentencesOf<Facts> = { readonly [C in keyof Facts]: (facts: Facts[C]) => Sentence };
export type FindingSentences = SentencesOf<FindingFacts>;

/** How much each finding weighs, whatever the language. */
export const severityOf: Readonly<Record<FindingCode, Severity>> = {
  'no-territories': 'error',
  'one-territory': 'warning',
  'unknown-table': 'warning',
  'unknown-column': 'warning',
  'repeated-column': 'warning',
  'contact-column': 'warning',
  'contact-dropped': 'warning',
  'territories-from-problems': 'warning',
  'bad-taxonomy': 'error',
  'taxonomy-id-twice': 'error',
  'not-text': 'error',
  'not-a-number': 'error',
  'not-whole': 'error',
  'out-of-range': 'error',
  'coordinate-out-of-range': 'error',
  'half-position': 'warning',
  'coordinates-swapped': 'question',
  'not-a-date': 'error',
  'impossible-date': 'error',
  'dates-crossed': 'error',
  'date-completed': 'repair',
  'leading-zero': 'repair',
  'spaces-tidied': 'repair',
  'number-cleaned': 'repair',
  'intensity-word': 'repair',
  'unknown-department': 'warning',
  'department-name': 'repair',
  'corsica-code': 'question',
  'not-a-member-code': 'warning',
  'unknown-kind': 'warning',
  'unknown-choice': 'error',
  'not-yes-or-no': 'warning',
  'unknown-civility': 'warning',
  'civility-from-title': 'repair',
  'civility-contradicts-title': 'warning',
  'nameless-territory': 'error',
  'id-from-siret': 'repair',
  'duplicate-id': 'error',
  'same-row-twice': 'warning',
  'same-territory-twice': 'error',
  'same-territory-two-ids': 'question',
  'completed-from-gazetteer': 'repair',
  'name-recognised': 'repair',
  'ambiguous-name': 'question',
  'siren-name-mismatch': 'question',
  'no-position': 'warning',
  'no-position-at-all': 'warning',
  'missing-territory': 'error',
  'unknown-territory': 'error',
  'ambiguous-territory': 'question',
  'territory-read-as': 'repair',
  'territory-left-out': 'warning',
  'past-territory-gone': 'warning',
  'repeated-in-list': 'warning',
  'missing-problem': 'error',
  'problem-read-as': 'repair',
  'ambiguous-problem': 'question',
  'unknown-problem': 'error',
  'need-twice': 'warning',
  'too-few-territories': 'error',
  'no-grouping-columns': 'error',
  'no-grouping-rows': 'error',
  'row-without-workshop': 'warning',
  'in-two-workshops': 'error',
  'not-in-grouping': 'warning',
  'pinned-without-workshop': 'error',
  'pinned-to-several': 'error',
  'workshop-ignored': 'warning',
  'rule-cell-ignored': 'warning',
  'rule-part-missing': 'error',
  'unknown-attribute-value': 'error',
  'distances-crossed': 'error',
  'rule-cannot-hold': 'error',
  'soft-rule-cannot-hold': 'warning',
  'rule-without-data': 'warning',
  'unknown-wish': 'warning',
  'wish-for-itself': 'warning',
  'spelling-read-as': 'repair',
  'pairing-of-several': 'error',
  'pairing-always-hard': 'warning',
  'rule-twice': 'warning',
  'circular-rules': 'error',
  'soft-rule-void': 'warning',
  'unknown-change': 'error',
  'change-without-territory': 'error',
  'no-change': 'warning',
  'already-in-plan': 'error',
  'changed-twice': 'error',
  'not-a-time': 'error',
  'times-crossed': 'error',
  'slot-part-missing': 'error',
  'slot-end-assumed': 'repair',
  'same-slot-twice': 'warning',
};

/** Told once a column, with the number of rows: three hundred lost zeros are one thing to know. */
export const toldOncePerColumn: ReadonlySet<FindingCode> = new Set([
  'leading-zero',
  'spaces-tidied',
  'number-cleaned',
  'date-completed',
  'department-name',
  'id-from-siret',
  'completed-from-gazetteer',
  'contact-dropped',
  'civility-from-title',
  'unknown-civility',
  'slot-end-assumed',
]);
