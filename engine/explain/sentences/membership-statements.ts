import type { Names } from './statements.js';

/** What can be said of places in thematic workshops, or in the one of a referral, that are taken up again: ids and counts. */
export interface MembershipStatements {
  /** in counts of places; forced: those that the change itself gives or takes, beside the moves */
  'replanned-places': {
    readonly moved: number;
    readonly budget: number;
    readonly forced: number;
    readonly joined: number;
    readonly left: number;
    readonly changed: number;
  };
  /** too few declare the problem; or its members serve the whole better elsewhere */
  'thematic-workshop-closes': {
    readonly workshopId: string;
    readonly problemId: string;
    readonly declaring: number;
    readonly minSize: number;
  };
  'thematic-workshop-opens': {
    readonly workshopId: string;
    readonly problemId: string;
    readonly members: number;
  };
  'place-in-new-workshop': { readonly problemId: string };
  'place-of-others': { readonly otherIds: string[] };
  /** mean likeness to the other members; the need that the workshop answers, in whole percent, −1: none */
  'place-gained': { readonly needPercent: number; readonly points: number };
  'place-lost-with-workshop': {
    readonly problemId: string;
    readonly declaring: number;
    readonly minSize: number;
  };
  'problem-no-longer-declared': { readonly problemId: string };
  'referral-no-longer-asks': { readonly territoryId: string };
  'referral-now-demands': { readonly territoryId: string };
  /** workshops it joins by the same replanning; most: how many it may sit in */
  'place-left-for-others': { readonly workshopIds: string[]; readonly most: number };
  'place-left-to': { readonly otherIds: string[] };
  /** elsewhere: how many workshops it still sits in */
  'place-lost': { readonly points: number; readonly needPercent: number; readonly elsewhere: number };
}

export type MembershipCode = keyof MembershipStatements;

/** How a language says each of them. */
export type MembershipSentences = {
  readonly [Code in MembershipCode]: (facts: MembershipStatements[Code], names: Names) => string;
};
