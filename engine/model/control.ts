export type Stage =
  | 'profile'
  | 'geography'
  | 'affinity'
  | 'community'
  | 'workshop'
  | 'pairing'
  | 'programme'
  | 'explain';

/** How far the work is: `done` of `total` within the stage. */
export interface Progress {
  readonly stage: Stage;
  readonly done: number;
  readonly total: number;
}

export interface Control {
  /** asked now and then by the search: true ends it with the best feasible grouping so far */
  readonly shouldStop?: () => boolean;
  /** the share of the search's time that is left, 1 to 0: it then paces itself instead of growing more thorough by and by */
  readonly remaining?: () => number;
  readonly onProgress?: (progress: Progress) => void;
}
