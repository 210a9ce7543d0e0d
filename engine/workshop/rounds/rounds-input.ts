import type { WorkshopInput } from '../composed-workshops.js';

/** What rounds are composed from: units (territories, or seats) in the order of their ids. */
export interface RoundsInput {
  readonly whole: WorkshopInput;
  /** the same of some of them alone, by ascending indices */
  readonly among: (units: readonly number[]) => WorkshopInput;
  /** round, from 0, and unit: it is not there */
  readonly absent: readonly (readonly [round: number, unit: number])[];
  /** how often two units met before */
  readonly history: readonly (readonly [i: number, j: number, times: number])[];
  /** by round, the sizes asked for */
  readonly sizes: readonly { readonly min: number; readonly max: number }[];
}
