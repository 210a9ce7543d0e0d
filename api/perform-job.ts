import {
  composePlan,
  describeRefusal,
  EngineError,
  evaluateGrouping,
  findCommunities,
  type Gazetteer,
  type Language,
  pairTerritories,
  readAssembly,
  recordsFromJson,
  type Taxonomy,
} from '../engine/index.js';
import type { Job, JobAnswer } from './job-runner.js';
import { performPeers } from './perform-peers-job.js';
import { performMoves, performReplan } from './perform-plan-job.js';
import { performProgramme } from './perform-programme-job.js';

export interface JobContext {
  readonly taxonomy: Taxonomy;
  readonly gazetteer: Gazetteer;
  /** more territories than this are not attempted while a client waits */
  readonly maxTerritories: number;
}

/** Does a job where it stands: read, compute, and turn what the engine refuses into an answer. */
export function performJob(job: Job, context: JobContext): JobAnswer {
  const { language } = job;
  if (job.kind === 'moves') return refusing(language, () => performMoves(job));
  if (job.kind === 'replan') return refusing(language, () => performReplan(job, context));
  const { records, findings: shape } = recordsFromJson(
    job.assembly,
    language === 'fr' ? 'requête' : 'request',
    language,
  );
  if (!records) {
    if (job.kind === 'check') return { kind: 'checked', usable: false, territories: 0, findings: shape };
    return { kind: 'unusable', findings: shape };
  }
  const { assembly, findings: content } = readAssembly(records, { ...context, language });
  const findings = [...shape, ...content];
  const usable = !findings.some(({ severity }) => severity === 'error');
  if (job.kind === 'check') {
    return { kind: 'checked', usable, territories: assembly.territories.length, findings };
  }
  if (!usable) return { kind: 'unusable', findings };
  if (assembly.territories.length > context.maxTerritories) {
    return { kind: 'refused', code: 'too-large-for-now', detail: '', value: context.maxTerritories };
  }
  return refusing(language, () => {
    switch (job.kind) {
      case 'plan':
        return { kind: 'planned', plan: composePlan(assembly, job.options) };
      case 'communities':
        return { kind: 'communities-found', communities: findCommunities(assembly, job.options) };
      case 'pairings':
        return { kind: 'paired', pairings: pairTerritories(assembly, job.options) };
      case 'peers':
        return performPeers(assembly, job);
      case 'programme':
        return { kind: 'programmed', programme: performProgramme(assembly, job) };
      case 'evaluation':
        return { kind: 'evaluated', measures: evaluateGrouping(assembly, job.grouping, job.options) };
    }
  });
}

/** The work, or what the engine refuses as an answer. */
function refusing(language: Language, work: () => JobAnswer): JobAnswer {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const detail = describeRefusal(error, language);
    return { kind: 'refused', code: error.code, detail, value: error.value };
  }
}
