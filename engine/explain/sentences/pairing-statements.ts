/** What can be said of a pairing besides what the two share. */
export interface PairingStatements {
  /** the strongest need of one is a single problem, that the other has experience of */
  'pair-solved-first': { readonly fromId: string; readonly toId: string; readonly problemId: string };
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
