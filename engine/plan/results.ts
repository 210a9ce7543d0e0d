import type { Concerns } from '../community/find-concerns.js';
import type { Ground } from '../explain/measures/measure-grouping.js';
import type { Alternatives } from '../explain/reasons/next-best.js';
import type { JudgedCompany } from '../explain/reasons/placement-reasons.js';
import type { Rivals } from '../explain/reasons/rival-reasons.js';
import type { ResidualProfiles } from '../geography/residual-profiles.js';
import type { WeightedGraph } from '../methods/graph/weighted-graph.js';
import type { Assembly } from '../model/assembly.js';
import type { RuleFacts } from '../model/rule-facts.js';
import type { Options } from '../options.js';
import type { Referral } from '../read/problems/referral-problems.js';
import type { ComposedWorkshops } from '../workshop/composed-workshops.js';
import type { DescribedPairings } from './describe-pairings.js';

/** What the stages gave, in indices of the canonical assembly. */
export interface Results {
  readonly input: Assembly;
  readonly settings: Options;
  readonly ground: Ground;
  readonly residual: ResidualProfiles;
  readonly graph: WeightedGraph;
  readonly concerns: Concerns;
  /** what a referral asks; null in the other entries */
  readonly referral: Referral | null;
  readonly composition: ComposedWorkshops;
  readonly pairings: DescribedPairings;
  readonly facts: RuleFacts;
  /** by workshop and member; absent where nothing is known of them */
  readonly alternatives: readonly (readonly Alternatives[])[] | undefined;
  /** on referral: who was nearest to being chosen instead */
  readonly rivals: Rivals | undefined;
  /** how placements hold when answers vary; absent when that was not asked */
  readonly companionship: JudgedCompany | undefined;
}
