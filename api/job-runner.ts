import type {
  ChangeEffect,
  Communities,
  Finding,
  HandChange,
  Language,
  Measures,
  Pairings,
  PartialOptions,
  PeerQuery,
  Peers,
  Plan,
  Programme,
  Replanning,
  Seat,
} from '../engine/index.js';

/** A piece of work asked over HTTP. The assembly is as it came: reading it is part of the work. */
export type Job =
  | { readonly kind: 'check'; readonly assembly: unknown; readonly language: Language }
  | {
      readonly kind: 'plan';
      readonly assembly: unknown;
      readonly options: PartialOptions;
      readonly language: Language;
    }
  | {
      readonly kind: 'communities';
      readonly assembly: unknown;
      readonly options: PartialOptions;
      readonly language: Language;
    }
  | {
      readonly kind: 'pairings';
      readonly assembly: unknown;
      readonly options: PartialOptions;
      readonly language: Language;
    }
  | {
      readonly kind: 'peers';
      readonly assembly: unknown;
      /** id or name */
      readonly territory: string;
      /** id or label */
      readonly theme?: string | undefined;
      readonly query: Omit<PeerQuery, 'themeId'>;
      readonly options: PartialOptions;
      readonly language: Language;
    }
  | {
      readonly kind: 'programme';
      readonly assembly: unknown;
      readonly options: PartialOptions;
      /** the calendar of the programme sent out before */
      readonly previous: Pick<Programme, 'calendar'> | null;
      readonly language: Language;
    }
  | {
      readonly kind: 'moves';
      readonly plan: Plan;
      readonly changes: readonly HandChange[];
      /** make the changes, and not only foretell them */
      readonly apply: boolean;
      readonly whenBroken: 'refuse' | 'relax';
      readonly language: Language;
    }
  | {
      readonly kind: 'replan';
      readonly plan: Plan;
      readonly assembly?: unknown;
      readonly changes?:
        | {
            readonly left?: readonly string[] | undefined;
            readonly joined?: readonly object[] | undefined;
            readonly changed?: readonly object[] | undefined;
            readonly seats?:
              | {
                  readonly left?: readonly string[] | undefined;
                  readonly joined?: readonly Seat[] | undefined;
                }
              | undefined;
          }
        | undefined;
      readonly budget: number;
      readonly frozen: readonly string[];
      readonly options: PartialOptions;
      readonly language: Language;
    }
  | {
      readonly kind: 'evaluation';
      readonly assembly: unknown;
      readonly grouping: readonly (readonly string[])[];
      readonly options: PartialOptions;
      readonly language: Language;
    };

/** What came of it; everything here can cross a thread. */
export type JobAnswer =
  | {
      readonly kind: 'checked';
      readonly usable: boolean;
      readonly territories: number;
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'planned'; readonly plan: Plan }
  | { readonly kind: 'communities-found'; readonly communities: Communities }
  | { readonly kind: 'paired'; readonly pairings: Pairings }
  | { readonly kind: 'peers-found'; readonly peers: Peers }
  | { readonly kind: 'programmed'; readonly programme: Programme }
  | { readonly kind: 'evaluated'; readonly measures: Measures }
  | { readonly kind: 'moved'; readonly effect: ChangeEffect; readonly plan: Plan | null }
  | { readonly kind: 'replanned'; readonly replanning: Replanning }
  | { readonly kind: 'unusable'; readonly findings: readonly Finding[] }
  | { readonly kind: 'refused'; readonly code: string; readonly detail: string; readonly value: unknown };

/**
 * The port through which routes have work done: in this thread, in others, later on other machines.
 *
 * @throws JobTimeout when the work outlasts what a synchronous answer may take, JobQueueFull when too much waits
 */
export interface JobRunner {
  run(job: Job): Promise<JobAnswer>;
  close(): Promise<void>;
}

export class JobTimeout extends Error {
  readonly seconds: number;

  constructor(seconds: number) {
    super(`the work took more than ${seconds} s`);
    this.name = 'JobTimeout';
    this.seconds = seconds;
  }
}

export class JobQueueFull extends Error {
  constructor() {
    super('too many requests are waiting');
    this.name = 'JobQueueFull';
  }
}
