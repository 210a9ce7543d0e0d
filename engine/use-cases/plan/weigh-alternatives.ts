import { type Alternatives, alternativesOf } from '../../explain/reasons/next-best.js';
import type { Options } from '../../options.js';
import { measuredRules } from '../../workshop/rules/measured-rules.js';
import { workshopWeights } from '../../workshop/workshop-weights.js';
import type { GatheredInput } from './entry-input.js';

/**
 * The next-best workshop of each territory, and the rules that hold it from a better one, by what the workshops were
 * composed for. Nothing is known but in the territorial entry, where each territory sits in one workshop at most.
 */
export function weighAlternatives(
  { territoryIds, affinity, distances, rules, facts, units }: GatheredInput,
  workshops: readonly (readonly number[])[],
  { entry, spread, minSize, maxSize }: Options['workshop'],
): Alternatives[] | undefined {
  if (entry !== 'territorial') return undefined;
  const weights = workshopWeights(affinity, distances, spread, [...territoryIds.keys()]);
  return alternativesOf({
    weights,
    order: territoryIds.length,
    workshops,
    minSize,
    maxSize,
    rules: measuredRules(rules, units, facts).flatMap(({ rule: { level }, criteria }) =>
      criteria.map((criterion) => ({ level, criterion })),
    ),
  });
}
