import { describe, expect, it } from 'vitest';
import { exampleAssembly } from '../../data/example-assembly.js';
import type { Plan } from '../../engine/model/plan.js';
import { composePlan } from '../../engine/pipeline.js';

describe('the plan of the example', () => {
  it('is the one on record: read the difference before taking it (vitest -u)', async () => {
    await expect(summary(composePlan(exampleAssembly()))).toMatchFileSnapshot('../golden/example-plan.txt');
  });
});

/** What an organiser would notice, one thing a line. */
function summary(plan: Plan): string {
  const nameOf = new Map(plan.assembly.territories.map(({ id, name }) => [id, name]));
  const rounded = (value: unknown) => (typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value);
  return `${[
    `entrée ${plan.inputDigest}`,
    ...plan.workshops.flatMap(({ id, title, territoryIds, measures }) => [
      `\n${id} ${title.fr} (${measures.size}, ${measures.spreadKm.toFixed(1)} km, ${measures.coherence.toFixed(4)})`,
      ...territoryIds.map((territoryId) => `  ${nameOf.get(territoryId)}`),
    ]),
    '\nPréoccupations',
    ...plan.concerns.map(({ id, title, territoryIds }) => `  ${id} ${title.fr} (${territoryIds.length})`),
    '\nJumelages',
    ...plan.pairings.map(
      ({ territoryIds: [a, b], value, third }) =>
        `  ${value.toFixed(4)} ${nameOf.get(a)} + ${nameOf.get(b)}${third ? ` + ${nameOf.get(third.territoryId)} (${third.value.toFixed(4)})` : ''}`,
    ),
    ...plan.unpaired.map(({ territoryId, reason }) => `  seul : ${nameOf.get(territoryId)}, ${reason.code}`),
    '\nMesures',
    ...Object.entries(plan.measures).map(([name, value]) => `  ${name} ${rounded(value)}`),
    ...Object.entries(plan.bound).map(([name, value]) => `  ${name} ${rounded(value)}`),
    '\nRepères',
    ...plan.baselines.map(
      ({ method, measures }) =>
        `  ${method} ${measures.coherence.toFixed(4)} ${measures.decoupling.toFixed(4)}`,
    ),
  ].join('\n')}\n`;
}
