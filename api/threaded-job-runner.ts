import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { type Job, type JobAnswer, JobQueueFull, type JobRunner, JobTimeout } from './job-runner.js';

export interface ThreadLimits {
  /** a job that outlasts it is stopped, its thread with it */
  readonly timeoutSeconds: number;
  /** jobs that may wait for a free thread */
  readonly maxWaiting: number;
  readonly maxTerritories: number;
}

/** Work goes to worker threads, so that the server goes on answering and can stop what takes too long. */
export function createThreadedJobRunner(limits: ThreadLimits): JobRunner {
  const pool = new Piscina({
    filename: new URL('./job-thread.js', import.meta.url).href,
    name: 'performInThread',
    minThreads: 1,
    maxThreads: Math.max(1, availableParallelism() - 1),
    maxQueue: limits.maxWaiting,
    idleTimeout: 60_000,
  });
  return {
    run: (job) => runWithin(pool, job, limits),
    close: () => pool.destroy(),
  };
}

async function runWithin(pool: Piscina, job: Job, limits: ThreadLimits): Promise<JobAnswer> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), limits.timeoutSeconds * 1000);
  try {
    return (await pool.run(
      { job, maxTerritories: limits.maxTerritories },
      { signal: stop.signal },
    )) as JobAnswer;
  } catch (error) {
    if (stop.signal.aborted) throw new JobTimeout(limits.timeoutSeconds);
    if (error instanceof Error && /queue/iu.test(error.message)) throw new JobQueueFull();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
