import type { RuleTerms } from '../reasons/rule-terms.js';
import type { Names } from './statements.js';

/** What can be said of a change to a plan: a code and its facts, ids only; points are affinities × 100. */
export interface ChangeStatements {
  'change-on-workshop': {
    readonly workshopId: string;
    readonly sizeBefore: number;
    readonly sizeAfter: number;
    readonly pointsBefore: number;
    readonly pointsAfter: number;
    readonly kmBefore: number;
    readonly kmAfter: number;
    /** sizes count seats */
    readonly seats?: boolean;
  };
  'change-on-plan': {
    readonly pointsBefore: number;
    readonly pointsAfter: number;
    readonly decouplingBefore: number;
    readonly decouplingAfter: number;
    readonly kmBefore: number;
    readonly kmAfter: number;
  };
  /** whom it helps and whom it harms: mean likeness to the others of the workshop, before and after */
  'change-for-territory': {
    readonly territoryId: string;
    readonly seatId?: string;
    readonly workshopId: string;
    readonly pointsBefore: number;
    readonly pointsAfter: number;
  };
  /** mean likeness to the others; the need that the workshop answers, in whole percent, −1: none */
  'change-joins': {
    readonly territoryId: string;
    readonly workshopId: string;
    readonly points: number;
    readonly needPercent: number;
  };
  /** elsewhere: how many workshops it still sits in */
  'change-leaves': {
    readonly territoryId: string;
    readonly workshopId: string;
    readonly points: number;
    readonly elsewhere: number;
  };
  /** more workshops than a territory sits in */
  'too-many-workshops': { readonly territoryId: string; readonly count: number; readonly most: number };
  /** two workshops on one problem */
  'twice-on-problem': { readonly territoryId: string; readonly problemId: string };
  /** how many with experience the workshop of a referral lacks */
  'experience-by-change': { readonly before: number; readonly after: number };
  /** composed again from the start, the workshops are others and the change is not in them */
  'not-kept-afresh': { readonly entry: string };
  'workshop-too-small': SizeFacts;
  'workshop-too-large': SizeFacts;
  'rule-broken-by-change': RuleTerms;
  'rule-mended-by-change': RuleTerms;
  'alone-of-trait': { readonly territoryId: string; readonly workshopId: string; readonly trait: string };
  'alone-of-kind': { readonly territoryId: string; readonly workshopId: string; readonly kind: string };
  /** territoryId: the one whose seats are held by the only woman (or man) of the workshop */
  'alone-of-civility': {
    readonly territoryId: string;
    readonly workshopId: string;
    readonly civility: string;
  };
  'alone-of-college': { readonly territoryId: string; readonly workshopId: string; readonly college: string };
  /** two seats of one territory in one workshop */
  'seats-meet': { readonly territoryId: string; readonly workshopId: string; readonly seatIds: string[] };
  /**
   * how far workshops are from the shares of the whole, in seats beyond the nearest whole number; value: the civility, or
   * the college
   */
  'balance-by-change': {
    readonly balance: 'parity' | 'college';
    readonly value: string;
    readonly before: number;
    readonly after: number;
  };
  /** '' where the date (ISO day) or the name of the meeting is unknown */
  'met-before': { readonly territoryIds: string[]; readonly date: string; readonly label: string };

  /** what replanning did, in counts */
  replanned: {
    readonly moved: number;
    readonly budget: number;
    readonly joined: number;
    readonly left: number;
    readonly changed: number;
    /** moves, arrivals and departures are those of seats */
    readonly seats?: boolean;
  };
  /** with fewer moves, most of what these bring: percent of it */
  'fewer-moves-do': { readonly moves: number; readonly percent: number };
  'frozen-out-of-bounds': SizeFacts;
  'workshop-closes': { readonly workshopId: string };
  'workshop-opens': { readonly workshopId: string };
  /** dropped with those who left, or with a workshop that closed */
  'rules-dropped': { readonly ruleIds: string[] };
  'needs-more-moves': { readonly budget: number; readonly fewest: number };
  /** fewest: if nothing were frozen */
  'frozen-in-the-way': { readonly workshopIds: string[]; readonly fewest: number };
  'nothing-keeps-the-rules': { readonly budget: number };

  'moved-by-hand': { readonly askedBy: string; readonly because: string };
  'moved-to-fill': SizeFacts;
  'moved-to-make-room': SizeFacts;
  'moved-from-closed': { readonly workshopId: string };
  'moved-to-new': { readonly workshopId: string };
  'moved-for-rule': RuleTerms;
  'moved-for-likeness': LikenessFacts;
  /** otherIds: those who come where it was, or whom it replaces */
  'moved-in-exchange': LikenessFacts & { readonly otherIds: string[] };
  /** after a reason that made it necessary */
  'moved-likeness': LikenessFacts;
  'moved-for-balance': LikenessFacts;
}

interface SizeFacts {
  readonly workshopId: string;
  readonly size: number;
  readonly limit: number;
  /** sizes count seats, not territories */
  readonly seats?: boolean;
}

interface LikenessFacts {
  readonly fromWorkshopId: string;
  readonly toWorkshopId: string;
  readonly pointsFrom: number;
  readonly pointsTo: number;
}

export type ChangeCode = keyof ChangeStatements;

/** How a language says each of them. */
export type ChangeSentences = {
  readonly [Code in ChangeCode]: (facts: ChangeStatements[Code], names: Names) => string;
};
