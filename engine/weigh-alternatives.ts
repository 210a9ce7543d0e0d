import { type Alternatives, alternativesOf } from './explain/next-best.js';
import type { Assembly } from './model/assembly.js';
import type { Distances } from './model/distances.js';
import type { Matrix } from './numeric/matrix.js';
import type { Options } from './options.js';
import { measuredRules } from './workshop/rule-criteria.js';
import { workshopWeights } from './workshop/workshop-weights.js';

/**
 * The next-best workshop of each territory, and the rules that hold it from a better one, by what the workshops were
 * composed for. Nothing is known where a territory sits in several workshops.
 *
 * @param affinity likeness after the décroisement, as the workshops were composed from
 */
export function weighAlternatives(
  { territories, rules }: Assembly,
  workshops: readonly (readonly number[])[],
  affinity: Matrix,
  distances: Distances,
  { spread, minSize, maxSize }: Options['workshop'],
): Alternatives[] | undefined {
  const placed = workshops.flat();
  if (new Set(placed).size < placed.length) return undefined;
  const weights = workshopWeights(affinity, distances, spread, [...territories.keys()]);
  const measured = measuredRules(
    rules,
    territories.map(({ id }) => id),
  );
  return alternativesOf({
    weights,
    order: territories.length,
    workshops,
    minSize,
    maxSize,
    rules: measured.map(({ rule: { level }, criterion }) => ({ level, criterion })),
  });
}
