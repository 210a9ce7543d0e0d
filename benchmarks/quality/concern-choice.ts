/**
 * How well the concerns of a plan recover the archetypes that made up the answers, by method: on the example
 * assemblies of twelve regions, whose territories drew one of the archetypes whatever their place.
 *
 *   npm run build && node dist/benchmarks/quality/concern-choice.js
 */
import { archetypes } from '../../data/example/archetypes.js';
import { exampleAssembly } from '../../data/example-assembly.js';
import { type Assembly, comparePartitions, composePlan, createRng, type Plan } from '../../engine/index.js';
import { writeResult } from '../result-file.js';

const regions = ['76', '75', '84', '93', '53', '28', '44', '32', '24', '52', '27', '11'];
const asked = [
  { name: 'automatic', community: {} },
  { name: 'leiden, 0.5', community: { method: 'leiden', resolution: 0.5 } },
  { name: 'leiden, 1', community: { method: 'leiden', resolution: 1 } },
  { name: 'leiden, 2', community: { method: 'leiden', resolution: 2 } },
  { name: 'louvain, 1', community: { method: 'louvain', resolution: 1 } },
  { name: 'k-means, √(n/2)', community: { method: 'kmeans' } },
] as const;

const assemblies = regions.map((region) => exampleAssembly({ region }));
const rows = asked.map(({ name, community }) => {
  const plans = assemblies.map((assembly) =>
    composePlan(assembly, { community, workshop: { effort: 0 }, general: { seed: 1 } }),
  );
  const compared = plans.map((plan, k) => comparePartitions(concernOf(plan), archetypeOf(assemblies[k]!)));
  return {
    method: name,
    concerns: mean(plans.map(({ concerns }) => concerns.length)),
    nmi: mean(compared.map(({ nmi }) => nmi)),
    ami: mean(compared.map(({ ami }) => ami)),
    ari: mean(compared.map(({ ari }) => ari)),
    worstAmi: Math.min(...compared.map(({ ami }) => Math.round(1000 * ami) / 1000)),
  };
});
console.log(`${archetypes.length} archetypes, ${regions.length} regions`);
console.table(rows);
writeResult('concern-choice', { archetypes: archetypes.length, regions, rows });

/** Concern of each territory in the order of the assembly; one of its own where it has none. */
function concernOf({ concerns, assembly }: Plan): number[] {
  const known = new Map(concerns.flatMap(({ territoryIds }, k) => territoryIds.map((id) => [id, k])));
  return assembly.territories.map(({ id }, i) => known.get(id) ?? concerns.length + i);
}

/** The first draw of `inventAnswers`, by id as a plan sorts its territories. */
function archetypeOf({ territories }: Assembly): number[] {
  const rng = createRng(2016).stream('example');
  const ids = territories.map(({ id }) => id).sort((a, b) => (a < b ? -1 : 1));
  return ids.map((id) => rng.stream(`territory ${id}`).integer(archetypes.length));
}

function mean(values: readonly number[]): number {
  return Math.round((1000 * values.reduce((sum, value) => sum + value, 0)) / values.length) / 1000;
}
