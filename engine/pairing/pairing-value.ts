import type { Distances, PerimeterOverlap } from '../model/distances.js';
import type { Profiles } from '../model/profiles.js';
import type { Matrix } from '../numeric/matrix.js';
import type { Options } from '../options.js';
import { exchangeValues } from './exchange-value.js';
import { settingContrast } from './setting-contrast.js';

export interface PairingInput {
  readonly profiles: Profiles;
  /** plain likeness of declared profiles, 0..1 */
  readonly affinity: Matrix;
  readonly distances: Distances;
  readonly overlap: PerimeterOverlap;
  /** what each setting is: mountain, coast, rural… */
  readonly traits: readonly (readonly string[])[];
  /** pairs that have been paired before */
  readonly metBefore: readonly (readonly [number, number])[];
  /** pairs that are made whatever they are worth */
  readonly imposed: readonly (readonly [number, number])[];
  /** pairs that are never made */
  readonly forbidden: readonly (readonly [number, number])[];
}

/** What pairing i with j is worth; symmetric. */
export interface PairingWorth {
  /** 0..1; 0: the two have nothing to exchange and nothing in common */
  readonly value: number;
  /** each has something that the other needs, and they have not met */
  readonly mutual: boolean;
  /** share of what the one of larger index needs that the other can show, and the reverse; 0..1 */
  readonly forth: number;
  readonly back: number;
}

export type WorthOf = (i: number, j: number) => PairingWorth;

const exchangeWeight = 0.5;
const styleWeight = 0.3;
const distanceWeight = 0.2;
const samePerimeterPenalty = 0.5;
const historyPenalty = 0.5;
/** two territories that far apart have half of what distance can give */
const halfwayKm = 100;

/**
 * The value of a pair:
 *
 *   s = 0.5 x + 0.3 y + 0.2 d / (d + 100 km) − 0.5 perimeter − 0.5 met, kept in 0..1
 *   value = 1/2 + s/2 for a mutual pair, s/2 for another, 0 for two with nothing to say to each other
 *
 * x: √(g(i→j) g(j→i)) when each side has something the other needs (win/win); else it falls back on
 * the mean of likeness and of the one-way value, so that everyone may still be paired ·
 * y: likeness a_ij (style same-problem) or contrast of settings (style complementary) ·
 * perimeter: share of ground they both cover · met: 1 if they were paired before.
 * A mutual pair is one with both ways and no past pairing: it is worth more than any other.
 */
export function pairingValue(input: PairingInput, style: Options['pairing']['style']): WorthOf {
  const { affinity, distances } = input;
  const order = input.profiles.order;
  const exchange = exchangeValues(input.profiles).values;
  const settings = input.traits.map((traits) => new Set(traits));
  const shareOf = new Map<number, number>();
  for (const [e, share] of input.overlap.shares.entries()) {
    shareOf.set(pairKey(input.overlap.sources[e] ?? 0, input.overlap.targets[e] ?? 0, order), share);
  }
  const met = new Set(input.metBefore.map(([i, j]) => pairKey(i, j, order)));
  const nowhere: ReadonlySet<string> = new Set();
  const styleOf = {
    'same-problem': (i: number, j: number) => affinity.values[i * order + j] ?? 0,
    complementary: (i: number, j: number) => settingContrast(settings[i] ?? nowhere, settings[j] ?? nowhere),
  }[style];

  return (a, b) => {
    // always the same way round: rounding must not tell (i, j) from (j, i)
    const i = Math.min(a, b);
    const j = Math.max(a, b);
    const forth = exchange[i * order + j] ?? 0;
    const back = exchange[j * order + i] ?? 0;
    const likeness = affinity.values[i * order + j] ?? 0;
    if (forth === 0 && back === 0 && likeness === 0) return { value: 0, mutual: false, forth, back };

    const key = pairKey(i, j, order);
    const bothWays = forth > 0 && back > 0;
    const hasMet = met.has(key);
    const x = bothWays ? Math.sqrt(forth * back) : (likeness + Math.max(forth, back)) / 2;
    const km = distances.km.values[i * order + j] ?? 0;
    const far = km / (km + halfwayKm);
    const gains = exchangeWeight * x + styleWeight * styleOf(i, j) + distanceWeight * far;
    const losses = samePerimeterPenalty * (shareOf.get(key) ?? 0) + (hasMet ? historyPenalty : 0);
    const s = Math.min(1, Math.max(leastWorth, gains - losses));
    const mutual = bothWays && !hasMet;
    return { value: mutual ? 0.5 + s / 2 : s / 2, mutual, forth, back };
  };
}

/** Two that have anything in common are never worth nothing: rather a poor pair than nobody. */
const leastWorth = 0.001;

/** One number a pair, the same both ways round. */
export function pairKey(i: number, j: number, order: number): number {
  return Math.min(i, j) * order + Math.max(i, j);
}
