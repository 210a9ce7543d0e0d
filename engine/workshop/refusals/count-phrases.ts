/** What a language must be able to say of places and counts in conflict; territories come as names, workshops from 1. */
export interface CountPhrases {
  /** counted units by what they are called: "les 31 territoires du département 31" */
  among(count: number, subject: string): string;
  allowed(names: string, workshops: readonly number[]): string;
  forbidden(names: string, workshops: readonly number[]): string;
  /** whom a count is about comes as `among` or as names */
  quota(limits: CountLimits, whom: string): string;
  variety(min: number, subject: string | undefined, kinds: number): string;
  /** the nearest limit that can be kept */
  raiseQuota(max: number, whom: string): string;
  lowerQuota(min: number, whom: string): string;
  lowerVariety(min: number, subject: string | undefined): string;
  /** others: as many others of whom the same was said would do as well; 0: there are none */
  dropAllowed(names: string, others: number): string;
  dropForbidden(names: string, workshops: readonly number[], others: number): string;
  dropQuota(limits: CountLimits, whom: string): string;
  dropVariety(subject: string | undefined): string;
}

/** Per workshop; orNone: `min`, or none at all. */
export interface CountLimits {
  readonly min: number;
  readonly max: number | undefined;
  readonly orNone: boolean;
  /** the share, 0..1, that they stand for */
  readonly share: number | undefined;
}
