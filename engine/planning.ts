/**
 * The side door: what reading an assembly, composing its plan and telling it need, and nothing else, so that the command
 * asked for most does not wait for programmes, replanning, sweeps and methods for analysts. All of it is in
 * `index.ts` too.
 */

export { EngineError } from './engine-error.js';
export { departmentNames } from './model/department-names.js';
export { planSchema } from './model/plan.js';
export { taxonomySchema } from './model/taxonomy.js';
export { territoryKindNames } from './model/territory-kind-names.js';
export { composePlan } from './pipeline.js';
export { readAssembly } from './read/read-assembly.js';
export { recordsFromJson } from './read/tables/records-from-json.js';
export { explainTerritories } from './use-cases/explanation/why-here.js';
export { describeRefusal } from './use-cases/refusal/describe-refusal.js';
