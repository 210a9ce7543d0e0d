import type { Row } from 'write-excel-file/node';

/** A sheet ready to be written. */
export interface PlanSheet {
  readonly name: string;
  /** characters, one a column */
  readonly widths: readonly number[];
  readonly rows: readonly Row[];
  /** rows kept in sight, and repeated at the top of every printed page; 0 for none */
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** filter arrows on the first row */
  readonly filtered: boolean;
}
