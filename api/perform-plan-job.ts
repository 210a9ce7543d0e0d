import {
  applyChange,
  effectOfChange,
  type Finding,
  type Gazetteer,
  readChanges,
  recordsFromJson,
  replan,
} from '../engine/index.js';
import type { Job, JobAnswer } from './job-runner.js';

type ChangeJob = Extract<Job, { kind: 'moves' }>;
type ReplanJob = Extract<Job, { kind: 'replan' }>;

/** What changes by hand would do, and the changed plan where it is asked for. */
export function performMoves({ plan, changes, apply, whenBroken }: ChangeJob): JobAnswer {
  const effect = effectOfChange(plan, changes);
  const changed = apply ? applyChange(plan, changes, { whenBroken }) : null;
  return { kind: 'moved', effect, plan: changed };
}

/** A published plan taken up again; what came with the request is read as a file would be. */
export function performReplan(job: ReplanJob, { gazetteer }: { readonly gazetteer: Gazetteer }): JobAnswer {
  const { plan, language, budget, frozen, options } = job;
  const settings = { budget, frozen, options };
  const written = writtenChanges(job);
  const { left = [], joined = [] } = job.changes?.seats ?? {};
  const seats = { left, joined };
  if (written === null) {
    return { kind: 'replanned', replanning: replan(plan, { changes: { seats }, ...settings }) };
  }
  const { records, findings: shape } = recordsFromJson(
    written,
    language === 'fr' ? 'requête' : 'request',
    language,
  );
  if (!records) return { kind: 'unusable', findings: shape };
  const { taxonomy, territories } = plan.assembly;
  const { changes, findings: content } = readChanges(records, {
    taxonomy,
    territories,
    gazetteer,
    language,
  });
  const findings: Finding[] = [...shape, ...content];
  if (findings.some(({ severity }) => severity === 'error')) return { kind: 'unusable', findings };
  const request =
    changes.kind === 'assembly'
      ? { assembly: changes.assembly, changes: { seats }, ...settings }
      : { changes: { ...changes, seats }, ...settings };
  return { kind: 'replanned', replanning: replan(plan, request) };
}

/** The changes as a list that says on each row what becomes of the territory, or the whole assembly. */
function writtenChanges({ assembly, changes }: ReplanJob): unknown {
  if (assembly !== undefined) return assembly;
  const { left = [], joined = [], changed = [] } = changes ?? {};
  const rows = [
    ...left.map((id) => ({ id, changement: 'part' })),
    ...joined.map((territory) => ({ ...territory, changement: 'arrive' })),
    ...changed.map((territory) => ({ ...territory, changement: 'modifié' })),
  ];
  return rows.length > 0 ? { changements: rows } : null;
}
