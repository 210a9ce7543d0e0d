/** The front door: edges import this file and nothing deeper. */

export { allowedCriterion } from './criteria/allowed.js';
export { apartCriterion } from './criteria/apart.js';
export { atLeastDifferentCriterion } from './criteria/at-least-different.js';
export { atMostCriterion } from './criteria/at-most.js';
export { chairPairCriterion } from './criteria/chair-pair.js';
export { changeCriterion } from './criteria/change.js';
export { commonSlotsCriterion } from './criteria/common-slots.js';
export { companyWishesCriterion } from './criteria/company-wishes.js';
export { forbiddenCriterion } from './criteria/forbidden.js';
export { lowestWorkshopCriterion } from './criteria/lowest-workshop.js';
export { notAloneCriterion } from './criteria/not-alone.js';
export { pastMeetingsCriterion } from './criteria/past-meetings.js';
export { pinnedCriterion } from './criteria/pinned.js';
export { samePerimeterCriterion } from './criteria/same-perimeter.js';
export { spreadCriterion } from './criteria/spread.js';
export { targetShareCriterion } from './criteria/target-share.js';
export { togetherCriterion } from './criteria/together.js';
export { wishesCriterion } from './criteria/wishes.js';
export { worstServedCriterion } from './criteria/worst-served.js';
export { EngineError } from './engine-error.js';
export { nameBook } from './explain/name-book.js';
export type { ProgrammeNameBook } from './explain/sentences/state-programme.js';
export { programmeNameBook, stateProgramme } from './explain/sentences/state-programme.js';
export { explainedByNeighbourhood } from './geography/explained-by-neighbourhood.js';
export type { ResidualProfiles } from './geography/residual-profiles.js';
export { residualProfiles } from './geography/residual-profiles.js';
export type { BootstrapStability } from './methods/graph/bootstrap-stability.js';
export { bootstrapStability } from './methods/graph/bootstrap-stability.js';
export type { PartitionComparison } from './methods/graph/compare-partitions.js';
export { comparePartitions } from './methods/graph/compare-partitions.js';
export type { Consensus, ConsensusOptions } from './methods/graph/consensus.js';
export { consensus } from './methods/graph/consensus.js';
export type { NamedGraph } from './methods/graph/graphology-exchange.js';
export { graphFromGraphology, toGraphology } from './methods/graph/graphology-exchange.js';
export type { GraphologyLeidenDetails, GraphologyLeidenOptions } from './methods/graph/graphology-leiden.js';
export { graphologyLeiden } from './methods/graph/graphology-leiden.js';
export type { LeidenCommunities } from './methods/graph/leiden.js';
export { leiden } from './methods/graph/leiden.js';
export type { LeidenOptions } from './methods/graph/leiden-options.js';
export { modularity } from './methods/graph/modularity.js';
export type { NullModel } from './methods/graph/null-model.js';
export type { PartitionStability } from './methods/graph/partition-stability.js';
export { configurationNull, constantPottsNull } from './methods/graph/product-null.js';
export { rewired, withShuffledWeights } from './methods/graph/rewired-graph.js';
export type {
  AgainstNull,
  PartitionSignificance,
  SignificanceOptions,
} from './methods/graph/significance.js';
export { partitionSignificance } from './methods/graph/significance.js';
export type { WeightedGraph } from './methods/graph/weighted-graph.js';
export { graphFromEdges } from './methods/graph/weighted-graph.js';
export type { RelaxationBound, RelaxationOptions } from './methods/grouping/bounds/relaxation-bound.js';
export { relaxationBound as groupingRelaxationBound } from './methods/grouping/bounds/relaxation-bound.js';
export type { Change, ConflictRule, GroupingConflict } from './methods/grouping/conflicts/conflict.js';
export { explainConflict } from './methods/grouping/conflicts/explain-conflict.js';
export type {
  GroupBounds,
  GroupingProblem,
  GroupingRules,
} from './methods/grouping/problem/grouping-problem.js';
export type { GroupingOptions, GroupingSolution } from './methods/grouping/solve-grouping.js';
export { solveGrouping } from './methods/grouping/solve-grouping.js';
export type {
  SparseGroupingOptions,
  SparseGroupingSolution,
} from './methods/grouping/sparse/solve-sparse-grouping.js';
export { solveSparseGrouping } from './methods/grouping/sparse/solve-sparse-grouping.js';
export type { BMatching, BMatchingOptions } from './methods/matching/maximum-weight-b-matching.js';
export { maximumWeightBMatching } from './methods/matching/maximum-weight-b-matching.js';
export type { Matching, MatchingOptions } from './methods/matching/maximum-weight-matching.js';
export { maximumWeightMatching } from './methods/matching/maximum-weight-matching.js';
export type { RoundsOptions, RoundsPlan } from './methods/rounds/plan-rounds.js';
export { planRounds } from './methods/rounds/plan-rounds.js';
export type { RoundsProblem } from './methods/rounds/rounds-problem.js';
export type {
  SpatialCommunities,
  SpatialCommunitiesOptions,
} from './methods/space/spatial-communities.js';
export { spatialCommunities } from './methods/space/spatial-communities.js';
export type { SpatialNull, SpatialNullOptions } from './methods/space/spatial-null.js';
export { spatialNull } from './methods/space/spatial-null.js';
export type { Assembly, Meeting } from './model/assembly.js';
export { assemblySchema } from './model/assembly.js';
export type { BeforeAfter, ChangeEffect, Relocation } from './model/change-effect.js';
export { changeEffectSchema } from './model/change-effect.js';
export type { Communities, JudgedConcern, RobustnessLevel } from './model/communities.js';
export { communitiesFormat, communitiesSchema, robustnessLevel } from './model/communities.js';
export type { Control, Progress, Stage } from './model/control.js';
export type { Criterion, Justification, PairPenalty, PlacePenalty, Tally } from './model/criterion.js';
export { departmentNames } from './model/department-names.js';
export type { Distances, PerimeterOverlap } from './model/distances.js';
export type { Evaluation } from './model/evaluation.js';
export { evaluationFormat, evaluationSchema } from './model/evaluation.js';
export type { Finding, Severity } from './model/finding.js';
export { findingSchema } from './model/finding.js';
export type { Gazetteer, GazetteerEntry } from './model/gazetteer.js';
export { gazetteerEntrySchema } from './model/gazetteer.js';
export type { HandChange } from './model/hand-change.js';
export { handChangeSchema } from './model/hand-change.js';
export type { Language, LocalText } from './model/local-text.js';
export { languages } from './model/local-text.js';
export type { Baseline, Measures, WorkshopMeasures } from './model/measures.js';
export { measuresSchema } from './model/measures.js';
export type { Pairing, Pairings, PairingTotals } from './model/pairings.js';
export { pairingsFormat, pairingsSchema } from './model/pairings.js';
export type { Peer, Peers } from './model/peers.js';
export { peersSchema } from './model/peers.js';
export type {
  Concern,
  ConcernChoice,
  PlacementRobustness,
  Plan,
  SharedProblem,
  StatedOutcome,
  Workshop,
} from './model/plan.js';
export { planFormat, planSchema } from './model/plan.js';
export { planDigest } from './model/plan-digest.js';
export type { PlanMove, PlanRevision } from './model/plan-revision.js';
export type { Positions } from './model/positions.js';
export type {
  CalendarEvent,
  Chair,
  Duty,
  Programme,
  ProgrammeMeetings,
  ProgrammeRound,
  ProgrammeSession,
  ProgrammeWorkshop,
} from './model/programme.js';
export { calendarEventSchema, programmeFormat, programmeSchema } from './model/programme.js';
export type { ProgrammeNotice } from './model/programme-notice.js';
export type { Reason } from './model/reason.js';
export { reasonSchema } from './model/reason.js';
export type { BudgetConflict, CurvePoint, Replanning } from './model/replanning.js';
export { replanningSchema } from './model/replanning.js';
export type { Rule, RuleAttribute, RuleKind, RuleOf } from './model/rule.js';
export { ruleSchema, territoriesNamedBy } from './model/rule.js';
export type { RuleOutcome } from './model/rule-outcome.js';
export type { Person, Seat } from './model/seat.js';
export { seatSchema } from './model/seat.js';
export type { Slot } from './model/slot.js';
export { slotSchema } from './model/slot.js';
export type { Sweep, SweepPoint } from './model/sweep.js';
export { sweepFormat, sweepSchema } from './model/sweep.js';
export type { Problem, Taxonomy, Theme } from './model/taxonomy.js';
export { taxonomySchema } from './model/taxonomy.js';
export type { Experience, Need, Position, Territory, TerritoryKind } from './model/territory.js';
export { territoryKinds } from './model/territory.js';
export { territoryKindNames } from './model/territory-kind-names.js';
export type { Matrix } from './numeric/matrix.js';
export type { Options, PartialOptions } from './options.js';
export { defaultBudget, parameters, planStages } from './options.js';
export type { Parameter } from './parameters/parameter.js';
export { composePlan } from './pipeline.js';
export type { ChairInput, ChairPair, ChairPlan, DutySpread } from './programme/assign-chairs.js';
export { assignChairs } from './programme/assign-chairs.js';
export type { PlannedSession, SlotPlan } from './programme/assign-slots.js';
export { assignSlots } from './programme/assign-slots.js';
export { calendarEvents } from './programme/calendar-events.js';
export type { ChairedWorkshop, ChairPerson } from './programme/chair-people.js';
export type { HostChoice, HostInput, Travel } from './programme/choose-host.js';
export { chooseHost } from './programme/choose-host.js';
export type {
  Pilot,
  PilotCandidate,
  PilotChoice,
  PilotInput,
  PilotQuotas,
} from './programme/choose-pilots.js';
export { choosePilots } from './programme/choose-pilots.js';
export type { DatedSlot } from './programme/dated-slots.js';
export type { FormedPairs } from './programme/form-chair-pairs.js';
export { formChairPairs } from './programme/form-chair-pairs.js';
export type { SlotInput, SlotWorkshop } from './programme/slot-input.js';
export type { Place } from './programme/travel.js';
export type { Rng } from './random/rng.js';
export { createRng } from './random/rng.js';
export type { ProblemCandidate } from './read/problems/text-to-problems.js';
export { createProblemMatcher } from './read/problems/text-to-problems.js';
export type { ReadingContext } from './read/read-assembly.js';
export { readAssembly } from './read/read-assembly.js';
export type { PlanChanges } from './read/read-changes.js';
export { readChanges } from './read/read-changes.js';
export type { NamedGroup } from './read/read-grouping.js';
export { readGrouping } from './read/read-grouping.js';
export type { NamedTerritory } from './read/read-territory-name.js';
export { readTerritoryName } from './read/read-territory-name.js';
export { readThemeName } from './read/read-theme-name.js';
export type { RawCell, RawRecords, RawRow, RawTable } from './read/tables/raw-records.js';
export { recordsFromJson } from './read/tables/records-from-json.js';
export { optionsSchema, resolveOptions } from './resolve-options.js';
export type { ApplyOptions } from './use-cases/change/change-plan.js';
export { applyChange } from './use-cases/change/change-plan.js';
export type { PlanBoard } from './use-cases/change/plan-board.js';
export { effectOfChange, planBoard } from './use-cases/change/plan-board.js';
export { findCommunities } from './use-cases/communities/compose-communities.js';
export { compareGrouping } from './use-cases/evaluation/compare-grouping.js';
export { evaluateGrouping } from './use-cases/evaluation/evaluate-grouping.js';
export type { Explanation, WhyHere } from './use-cases/explanation/why-here.js';
export { explainTerritories, whyHere } from './use-cases/explanation/why-here.js';
export type { PeerQuery } from './use-cases/pairing/find-peers.js';
export { findPeers } from './use-cases/pairing/find-peers.js';
export { pairTerritories } from './use-cases/pairing/pair-territories.js';
export { personIdOf } from './use-cases/programme/chairs-of-rounds.js';
export { composeProgramme } from './use-cases/programme/compose-programme.js';
export { historyOf } from './use-cases/programme/history-of-programme.js';
export { continueCalendar } from './use-cases/programme/programme-calendar.js';
export { noticesWithNames } from './use-cases/programme/state-notices.js';
export { describeRefusal } from './use-cases/refusal/describe-refusal.js';
export type { SeatChanges, TerritoryChanges } from './use-cases/replan/next-assembly.js';
export type { ReplanRequest } from './use-cases/replan/replan-plan.js';
export { replan } from './use-cases/replan/replan-plan.js';
export { sweep } from './use-cases/sweep/sweep.js';
export type { SweepAxes } from './use-cases/sweep/sweep-settings.js';
export { engineVersion } from './version.js';
export { describeConflict, describeGroupingConflict } from './workshop/refusals/describe-conflict.js';
export type { WorkshopConflict } from './workshop/refusals/workshop-conflict.js';
