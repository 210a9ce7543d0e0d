import { measureBaselines } from '../../explain/measures/baselines.js';
import { measureGrouping } from '../../explain/measures/measure-grouping.js';
import { type MeasuredPoint, readSweep } from '../../explain/sentences/sweep-reading.js';
import type { Assembly } from '../../model/assembly.js';
import { canonicalAssembly, digestOf } from '../../model/canonical-assembly.js';
import { EngineError } from '../../model/engine-error.js';
import { type Sweep, sweepFormat } from '../../model/sweep.js';
import type { Options, PartialOptions } from '../../options.js';
import type { Control } from '../../pipeline.js';
import { createRng } from '../../random/rng.js';
import { readReferral } from '../../read/problems/referral-problems.js';
import { planOptions, resolveOptions } from '../../resolve-options.js';
import { sharedGround } from '../../shared-ground.js';
import { engineVersion } from '../../version.js';
import { composeWorkshops } from '../../workshop/compose-workshops.js';
import { concernNetwork } from '../communities/concern-network.js';
import { entryInput } from '../plan/entry-input.js';
import { bestOfPool, type PooledPoint } from './sweep-pool.js';

/** The settings to try; each list in any order, repetitions dropped. */
export interface SweepAxes {
  /** δ, each 0..1 */
  readonly decoupling: readonly number[];
  /** weights of distance, each 0..1; that of the options if not given */
  readonly spread?: readonly number[];
  /** how much the nearest is favoured, each above 0 and up to 10, δ = 0; not settings of a plan, but what to compare with */
  readonly nearness?: readonly number[];
}

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
  axes: SweepAxes,
  control: Control = {},
): Sweep {
  const settings = resolveOptions(options);
  const input = canonicalAssembly(assembly);
  const referral =
    settings.workshop.entry === 'referral' ? readReferral(settings.workshop, input.taxonomy) : null;
  const rng = createRng(settings.general.seed);
  const plans = settingsOf(axes, options, settings);
  control.onProgress?.({ stage: 'profile', done: 0, total: 1 });
  const { positions, overlap, ground } = sharedGround(input, settings);
  const { features } = ground.profiles;
  const whole = networkAt(0, settings.geography.bandwidthKm);
  const { bandwidthKm } = whole.residual;

  function networkAt(decoupling: number, bandwidth: number | null) {
    const there = { ...settings, geography: { ...settings.geography, decoupling } };
    return concernNetwork(features, { positions, overlap }, there, bandwidth);
  }

  const from = entryInput(input, { ground, overlap }, whole.affinity, settings, referral);
  const found: PooledPoint[] = [];
  for (const [k, { setting, workshop }] of plans.entries()) {
    if (k > 0 && control.shouldStop?.()) break;
    control.onProgress?.({ stage: 'workshop', done: k, total: plans.length });
    const { affinity } = networkAt(setting.decoupling, bandwidthKm);
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

/** Settings of the dials first, spread by spread, then the nearest; neighbours in this order are alike. */
function settingsOf(
  { decoupling, spread, nearness = [] }: SweepAxes,
  options: PartialOptions,
  settings: Options,
): { setting: Omit<MeasuredPoint, 'measures'>; workshop: Options['workshop'] }[] {
  const spreads = spread === undefined ? [settings.workshop.spread] : ascending(spread);
  const decouplings = ascending(decoupling);
  if (decouplings.length === 0 || spreads.length === 0) {
    throw new EngineError(
      'nothing-to-sweep',
      'A sweep needs at least one décroisement and one weight of distance.',
      'give values from 0 to 1, such as 0, 0.5 and 1.',
      { decoupling, spread },
    );
  }
  const dial = spreads.flatMap((weight) =>
    decouplings.map((delta) => {
      // each setting is one that a plan may have
      resolveOptions({
        ...options,
        geography: { ...options.geography, decoupling: delta },
        workshop: { ...options.workshop, spread: weight },
      });
      return {
        setting: { kind: 'dial' as const, decoupling: delta, spread: weight },
        workshop: { ...settings.workshop, spread: weight },
      };
    }),
  );
  const near = ascending(nearness).map((weight) => {
    if (!(weight > 0 && weight <= 10)) {
      throw new EngineError(
        'option-out-of-range',
        `The weight of nearness cannot be ${weight}.`,
        'give a number above 0 and up to 10.',
        weight,
      );
    }
    return {
      setting: { kind: 'nearness' as const, decoupling: 0, spread: -weight },
      workshop: { ...settings.workshop, spread: -weight },
    };
  });
  return [...dial, ...near];
}

function ascending(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

function groupOfEach(workshops: readonly (readonly number[])[], order: number): Int32Array {
  const groupOf = new Int32Array(order).fill(-1);
  for (const [g, members] of workshops.entries()) for (const i of members) groupOf[i] = g;
  return groupOf;
}
