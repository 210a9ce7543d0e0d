/** The front door: edges import this file and nothing deeper. */
export type { Assembly, Meeting } from './model/assembly.js';
export { assemblySchema } from './model/assembly.js';
export type { Distances, PerimeterOverlap } from './model/distances.js';
export { EngineError } from './model/engine-error.js';
export type { Finding, Severity } from './model/finding.js';
export { findingSchema } from './model/finding.js';
export type { Gazetteer, GazetteerEntry } from './model/gazetteer.js';
export { gazetteerEntrySchema } from './model/gazetteer.js';
export type { Language, LocalText } from './model/local-text.js';
export { languages } from './model/local-text.js';
export type { Baseline, Measures, WorkshopMeasures } from './model/measures.js';
export { measuresSchema } from './model/measures.js';
export type { Concern, Pairing, Plan, SharedProblem, Workshop } from './model/plan.js';
export { planFormat, planSchema } from './model/plan.js';
export type { Positions } from './model/positions.js';
export type { Reason } from './model/reason.js';
export type { Rule } from './model/rule.js';
export type { Person, Seat } from './model/seat.js';
export type { Problem, Taxonomy, Theme } from './model/taxonomy.js';
export { taxonomySchema } from './model/taxonomy.js';
export type { Experience, Need, Position, Territory, TerritoryKind } from './model/territory.js';
export { territoryKinds } from './model/territory.js';
export type { Matrix } from './numeric/matrix.js';
export type { Options, Parameter, PartialOptions } from './options.js';
export { optionsSchema, parameters, resolveOptions } from './options.js';
export type { Rng } from './random/rng.js';
export { createRng } from './random/rng.js';
export type { RawCell, RawRecords, RawRow, RawTable } from './read/raw-records.js';

export type { ReadingContext } from './read/read-assembly.js';
export { readAssembly } from './read/read-assembly.js';

export type { ProblemCandidate } from './read/text-to-problems.js';
export { createProblemMatcher } from './read/text-to-problems.js';
