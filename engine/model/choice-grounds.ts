/** What can be said of how the concerns were sought: facts by code. */
export interface ChoiceFacts {
  /** stability: how far runs agree, per cent; distinction: in points of per cent; tried: the resolutions compared, as text */
  'concerns-surest': {
    readonly method: string;
    readonly resolution: number;
    readonly tried: string[];
    readonly concernCount: number;
    readonly stability: number;
    readonly distinction: number;
  };
  'concerns-by-profiles': {
    readonly concernCount: number;
    readonly stability: number;
    readonly networkStability: number;
  };
  /** resolution 0: the method has none */
  'concerns-as-asked': {
    readonly method: string;
    readonly resolution: number;
    readonly concernCount: number;
    readonly stability: number;
  };
  'concerns-untied': { readonly territoryCount: number };
}

/** Why the concerns were sought as they were: a code and its facts; `engine/explain` makes the sentence. */
export type ChoiceGrounds = {
  readonly [Code in keyof ChoiceFacts]: { readonly code: Code; readonly facts: ChoiceFacts[Code] };
}[keyof ChoiceFacts];
