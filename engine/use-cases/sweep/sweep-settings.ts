import { EngineError } from '../../engine-error.js';
import type { MeasuredPoint } from '../../explain/sentences/sweep-reading.js';
import type { Options, PartialOptions } from '../../options.js';
import { resolveOptions } from '../../resolve-options.js';

/** The settings to try; each list in any order, repetitions dropped. */
export interface SweepAxes {
  /** δ, each 0..1; default the whole dial, in tenths */
  readonly decoupling?: readonly number[];
  /** weights of distance, each 0..1; that of the options if not given */
  readonly spread?: readonly number[];
  /**
   * how much the nearest is favoured, each above 0 and up to 10, δ = 0: not settings of a plan, but what to compare with;
   * default seven from 0.1 to 2, none if empty
   */
  readonly nearness?: readonly number[];
}

/** One setting, and the options of the workshops composed for it. */
export interface SweepSetting {
  readonly setting: Omit<MeasuredPoint, 'measures'>;
  readonly workshop: Options['workshop'];
}

/** the whole dial, in tenths */
const wholeDial = Array.from({ length: 11 }, (_, k) => k / 10);
/** from a little to almost nothing but nearness */
const usualNearness = [0.1, 0.2, 0.3, 0.4, 0.6, 1, 2];

/**
 * Settings of the dials first, spread by spread, then the nearest; neighbours in this order are alike.
 *
 * @throws EngineError `nothing-to-sweep`, `option-out-of-range`
 */
export function sweepSettings(
  { decoupling = wholeDial, spread, nearness = usualNearness }: SweepAxes,
  options: PartialOptions,
  settings: Options,
): SweepSetting[] {
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
