/** What can be said in the entries other than the territorial one; as `Statements`. */
export interface EntryStatements {
  /** percents[k]: how strongly the territory declares problemIds[k] of the referral */
  'referral-needs': { readonly problemIds: string[]; readonly percents: string[] };
  'referral-experiences': { readonly problemIds: string[]; readonly percents: string[] };
  /** neither concerned nor experienced: a rule brings it in */
  'referral-by-rule': { readonly territoryId: string };
  'seat-empty': SeatFacts;
  /** '' where the seat has no such date */
  'seat-out-of-term': SeatFacts & { readonly from: string; readonly to: string; readonly date: string };
  'no-seat': { readonly territoryId: string };
  'unplaced-nothing-declared': { readonly territoryId: string };
  'kept-out-by-rule': { readonly territoryId: string };
  'not-asked': { readonly territoryId: string };
  'served-otherwise': { readonly territoryId: string };
  'nothing-to-share': { readonly territoryId: string; readonly minSize: number };
  'no-room': { readonly territoryId: string };
  'closed-too-few': { readonly problemId: string; readonly sharing: number; readonly minSize: number };
  'closed-for-others': { readonly problemId: string; readonly sharing: number };
  /** numbered: the rule names workshops by their numbers; otherwise it needs everyone placed once */
  'rule-without-object': { readonly ruleId: string; readonly entry: string; readonly numbered: boolean };
  /** words[k]: those of the text that problemIds[k] was recognised by */
  'referral-read': { readonly problemIds: string[]; readonly words: string[]; readonly text: string };
  'referral-experience-short': { readonly wanted: number; readonly found: number };
}

interface SeatFacts {
  readonly territoryId: string;
  readonly seatId: string;
}
