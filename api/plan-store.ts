import type { Plan } from '../engine/index.js';

/**
 * The port through which plans are kept between two requests.
 *
 * The id of a plan comes from what it holds: the same plan has the same id, a changed plan another one.
 */
export interface PlanStore {
  put(plan: Plan): Promise<string>;
  get(id: string): Promise<Plan | undefined>;
}
