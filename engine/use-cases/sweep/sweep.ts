import { measureBaselines } from '../../explain/measures/baselines.js';
import { measureGrouping } from '../../explain/measures/measure-grouping.js';
import { type MeasuredPoint, readSweep } from '../../explain/sentences/sweep-reading.js';
import { concernNetwork, residualAffinity } from '../../ground/concern-network.js';
import { entryInput } from '../../ground/entry-input.js';
import { sharedGround } from '../../ground/shared-ground.js';
import type { Assembly } from '../../model/assembly.js';
import { canonicalAssembly, digestOf } from '../../model/canonical-assembly.js';
import type { Control } from '../../model/control.js';
import { type Sweep, sweepFormat } from '../../model/sweep.js';
import { groupOfEach } from '../../numeric/group-members.js';
import type { PartialOptions } from '../../options.js';
import { createRng } from '../../random/rng.js';
import { readReferral } from '../../read/problems/referral-problems.js';
import { planOptions, resolveOptions } from '../../resolve-options.js';
import { engineVersion } from '../../version.js';
import { composeWorkshops } from '../../workshop/compose-workshops.js';
import { bestOfPool, type PooledPoint } from './sweep-pool.js';
import { type SweepAxes, sweepSettings } from './sweep-settings.js';

/**
 * Composes workshops over the settings of the dials and measures what each is worth: likeness against distance, the
 * setting where the curve bends most, and the four baselines.
 *
 * Each setting starts from the workshops of the one before, and takes the best, for its own aim, of those found anywhere
 * in the sweep: what differs from one point to the next is the setting, not the luck of a search. A plan composed with a
 * setting may therefore differ by a few thousandths. `control.shouldStop` ends it with the settings done so far, one at
 * least. The same assembly, options, axes and seed give the same bytes.
 *
 * @throws EngineError for an assembly, an option or an axis that cannot be used, and `infeasible` as `composePlan`
 */
export function sweep(
  assembly: Assembly,
  options: PartialOptions,
  axes: SweepAxes = {},
  control: Control = {},
): Sweep {
  const settings = resolveOptions(options);
  const input = canonicalAssembly(assembly);
  const referral =
    settings.workshop.entry === 'referral' ? readReferral(settings.workshop, input.taxonomy) : null;
  const rng = createRng(settings.general.seed);
  const plans = sweepSettings(axes, options, settings);
  control.onProgress?.({ stage: 'profile', done: 0, total: 1 });
  const { positions, overlap, ground } = sharedGround(input, settings);
  const { features } = ground.profiles;
  const place = { positions, overlap };
  const at = (decoupling: number) => ({
    ...settings,
    geography: { ...settings.geography, decoupling },
  });
  const whole = concernNetwork(features, place, at(0));
  const { bandwidthKm } = whole.residual;

  const from = entryInput(input, { ground, overlap }, whole.affinity, settings, referral);
  const found: PooledPoint[] = [];
  for (const [k, { setting, workshop }] of plans.entries()) {
    if (k > 0 && control.shouldStop?.()) break;
    control.onProgress?.({ stage: 'workshop', done: k, total: plans.length });
    const { affinity } = residualAffinity(features, place, at(setting.decoupling), bandwidthKm);
    const before = found.at(-1);
    const { workshops } = composeWorkshops({ ...from, affinity }, workshop, rng.stream('workshop'), {
      ...(control.shouldStop && { shouldStop: control.shouldStop }),
      ...(before && { initial: groupOfEach(before.workshops, input.territories.length) }),
    });
    const members = workshops.map(({ territories }) => territories);
    found.push({ setting, affinity, spread: workshop.spread, workshops: members });
  }

  control.onProgress?.({ stage: 'explain', done: 0, total: 1 });
  // where a territory may sit in several workshops, or its seats apart, each setting keeps its own
  const chosen =
    settings.workshop.entry === 'territorial'
      ? bestOfPool(found, from)
      : found.map(({ workshops }) => workshops);
  const { minSize, maxSize } = settings.workshop;
  const baselines = measureBaselines(
    ground,
    { graph: whole.graph, features: whole.residual.features, workshops: chosen[0] ?? [], minSize, maxSize },
    rng.stream('explain'),
  );
  const measured = found.map(
    ({ setting }, k): MeasuredPoint => ({ ...setting, measures: measureGrouping(ground, chosen[k] ?? []) }),
  );
  const { seats: _, ...kept } = input;
  return {
    format: sweepFormat,
    engineVersion,
    inputDigest: digestOf(kept),
    seed: settings.general.seed,
    options: planOptions(settings),
    ...(input.name !== undefined && { assemblyName: input.name }),
    ...(input.fictive !== undefined && { fictive: input.fictive }),
    territoryCount: input.territories.length,
    ...readSweep(measured, baselines),
    baselines,
  };
}
