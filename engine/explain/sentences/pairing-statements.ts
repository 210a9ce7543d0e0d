/** What can be said of a pairing besides what the two share. */
export interface PairingStatements {
  /** strongestNeedId: the first of the problems, when `toId` declares it above all others; else '' */
  'pair-shows-needs': {
    readonly fromId: string;
    readonly toId: string;
    readonly problemIds: string[];
    readonly strongestNeedId: string;
  };
  /** traits as declared: those of one alone, and those of the other alone */
  'pair-settings': {
    readonly territoryId: string;
    readonly otherId: string;
    readonly traits: string[];
    readonly otherTraits: string[];
  };
  'pair-met-before': Record<never, never>;
  'pair-imposed': Record<never, never>;
  'pair-third': { readonly territoryId: string };
  'unpaired-forbidden-pairs': { readonly territoryId: string };
}
