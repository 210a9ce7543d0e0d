import { defaultGazetteer, defaultTaxonomy } from '../data/default-data.js';
import type { Job, JobAnswer } from './job-runner.js';
import { type JobContext, performJob } from './perform-job.js';

/** Runs in a worker thread of `threaded-job-runner.ts`; the tables are read again for each job (a few ms). */
export function performInThread({ job, maxTerritories }: { job: Job; maxTerritories: number }): JobAnswer {
  const context: JobContext = { taxonomy: defaultTaxonomy(), gazetteer: defaultGazetteer(), maxTerritories };
  return performJob(job, context);
}
