import type { PlacementLevel } from '../measures/companionship.js';
import type { Names } from './statements.js';

/** Who would change places with a territory that goes elsewhere. */
export interface Exchange {
  /** '': it would move alone */
  readonly exchangedWithId: string;
  /** which seat of it, where seats are placed */
  readonly exchangedSeatId?: string;
  /** thematic: who would take the place it leaves */
  readonly succeededByIds?: string[];
  /** the workshop they would leave for it; '': none */
  readonly succeededFromId?: string;
  /** thematic: who would leave the workshop it goes to */
  readonly insteadOfIds?: string[];
}

/** What can be said of the place of a territory beside its workshop: a code and its facts, ids only. */
export interface PlaceStatements {
  /**
   * the best other workshop within sizes and rules. Mean affinity to the
   * other members × 100, here and there; lossPercent: of the worth of the whole, below 0 if it would gain
   */
  'next-best-change': Exchange & {
    readonly workshopId: string;
    readonly pointsHere: number;
    readonly pointsThere: number;
    readonly lossPercent: number;
  };
  /**
   * thematic: no open workshop on another of its problems · it sits in all of them · it cannot leave this one, of so many
   * territories and not one to spare · rules; workshopIds: those on its other problems
   */
  'no-other-workshop': {
    readonly why: 'no-topic' | 'in-all' | 'at-minimum' | 'rules';
    readonly workshopIds: string[];
    readonly size: number;
  };
  /** nobody takes its place in the workshop of a referral: a rule holds it · nobody else is concerned · sizes and rules */
  'no-replacement': { readonly why: 'required' | 'nobody' | 'rules' };
  /** the best place if these rules were forgotten; per cent of the whole */
  'held-from-better': Pick<Exchange, 'exchangedWithId' | 'exchangedSeatId'> & {
    readonly workshopId: string;
    readonly ruleIds: string[];
    readonly gainPercent: number;
  };
  /** who would take its place in the workshop of a referral, at the least loss of what that is worth, in per cent */
  'next-best-replacement': { readonly territoryIds: string[]; readonly lossPercent: number };
  /** who would take its place in a thematic workshop that it leaves; of the worth of the whole, in per cent */
  'next-best-successor': { readonly territoryIds: string[]; readonly lossPercent: number };
  /** who was nearest to taking part: lossPercents[k] is what territoryIds[k] in the place of insteadOfIds[k] would cost */
  'nearest-to-referral': {
    readonly territoryIds: string[];
    readonly insteadOfIds: string[];
    readonly lossPercents: string[];
  };
  /** how often it is chosen for a referral again when one answer in five is left out */
  'chosen-again': {
    readonly level: PlacementLevel;
    readonly times: number;
    readonly resamplings: number;
  };
  /** how often it sits in a thematic workshop on the same problem again when one answer in five is left out */
  'seated-again': {
    readonly level: PlacementLevel;
    readonly times: number;
    readonly resamplings: number;
  };
  /** when one answer in five is left out: companions kept on average, those kept most often */
  'placement-robustness': {
    readonly level: PlacementLevel;
    readonly percent: number;
    readonly kept: number;
    readonly companions: number;
    readonly steadyIds: string[];
    readonly resamplings: number;
  };
  /** needs both declare, those that weigh most first, and how much, in whole percent; together again: −1 unknown */
  'shared-with-member': {
    readonly territoryId: string;
    readonly problemIds: string[];
    readonly percentsHere: string[];
    readonly percentsThere: string[];
    readonly togetherPercent: number;
  };
  'nothing-shared-with-member': { readonly territoryId: string; readonly togetherPercent: number };
}

export type PlaceCode = keyof PlaceStatements;

/** How a language says each of them. */
export type PlaceSentences = {
  readonly [Code in PlaceCode]: (facts: PlaceStatements[Code], names: Names) => string;
};
