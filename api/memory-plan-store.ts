import { type Plan, planDigest } from '../engine/index.js';
import type { PlanStore } from './plan-store.js';

/** how much of the digest makes an id: 64 bits tell 200 plans apart */
const idLength = 16;

/** Plans in this process, the `capacity` last ones put or asked for; the one left alone longest goes first. */
export function createMemoryPlanStore(capacity: number): PlanStore {
  // a Map keeps the order in which its keys came
  const plans = new Map<string, Plan>();
  const refresh = (id: string, plan: Plan): void => {
    plans.delete(id);
    plans.set(id, plan);
  };
  return {
    put: async (plan) => {
      const id = planDigest(plan).slice(0, idLength);
      refresh(id, plan);
      for (const oldest of plans.keys()) {
        if (plans.size <= capacity) break;
        plans.delete(oldest);
      }
      return id;
    },
    get: async (id) => {
      const plan = plans.get(id);
      if (plan) refresh(id, plan);
      return plan;
    },
  };
}
