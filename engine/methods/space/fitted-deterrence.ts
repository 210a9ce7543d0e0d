import { binnedDeterrence, type Deterrence } from './deterrence.js';

const mostSteps = 100;
const stepTolerance = 1e-10;

/**
 * One curve for all distances, f(d) = exp(a + b ln d + c d): a power law, an exponential, or one with the other's
 * tail. Poisson regression of the observed weights with the masses as exposure, by iteratively reweighted least
 * squares (McCullagh, Nelder 1989, 10.1007/978-1-4899-3242-6), steps halved until the likelihood grows.
 *
 * With three distances or fewer there is nothing to smooth: the binned values are the fit.
 */
export const fittedDeterrence: Deterrence = (observed, byMasses, distancesKm) => {
  const weighing = byMasses.filter((mass) => mass > 0).length;
  const total = observed.reduce((sum, weight) => sum + weight, 0);
  if (weighing <= 3 || total === 0) return binnedDeterrence(observed, byMasses, distancesKm);
  const longest = distancesKm[distancesKm.length - 1]!;
  const logs = distancesKm.map((d) => Math.log(d / longest));
  const parts = distancesKm.map((d) => d / longest);
  const counts: Counts = { observed, byMasses, logs, parts };
  const exposure = byMasses.reduce((sum, mass) => sum + mass, 0);
  let at: Curve = { a: Math.log(total / exposure), b: 0, c: 0 };
  let likelihood = logLikelihood(counts, at);
  for (let step = 0; step < mostSteps; step++) {
    const full = newtonStep(counts, at);
    let next = moved(at, full, 1);
    let reached = logLikelihood(counts, next);
    for (let size = 0.5; !(reached >= likelihood) && size > 1e-6; size /= 2) {
      next = moved(at, full, size);
      reached = logLikelihood(counts, next);
    }
    if (!(reached >= likelihood)) break;
    const gained = reached - likelihood;
    at = next;
    likelihood = reached;
    if (gained <= stepTolerance * total) break;
  }
  const values = factors(counts, at);
  const expected = values.reduce((sum, f, k) => sum + f * byMasses[k]!, 0);
  return values.map((f) => (f * total) / expected);
};

interface Curve {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** By class: weights, exposures, ln(d / longest), d / longest. */
interface Counts {
  readonly observed: Float64Array;
  readonly byMasses: Float64Array;
  readonly logs: Float64Array;
  readonly parts: Float64Array;
}

function moved({ a, b, c }: Curve, step: Curve, size: number): Curve {
  return { a: a + size * step.a, b: b + size * step.b, c: c + size * step.c };
}

function factors({ logs, parts }: Counts, { a, b, c }: Curve): Float64Array {
  return logs.map((log, k) => Math.exp(a + b * log + c * parts[k]!));
}

function logLikelihood(counts: Counts, curve: Curve): number {
  const { observed, byMasses, logs, parts } = counts;
  let sum = 0;
  for (let k = 0; k < observed.length; k++) {
    if (!(byMasses[k]! > 0)) continue;
    const log = curve.a + curve.b * logs[k]! + curve.c * parts[k]!;
    sum += observed[k]! * log - byMasses[k]! * Math.exp(log);
  }
  return sum;
}

/** Solves H × step = gradient, with H the information matrix of the three coefficients. */
function newtonStep(counts: Counts, curve: Curve): Curve {
  const { observed, byMasses, logs, parts } = counts;
  let [h11, h12, h13, h22, h23, h33] = [0, 0, 0, 0, 0, 0];
  let [g1, g2, g3] = [0, 0, 0];
  for (let k = 0; k < observed.length; k++) {
    if (!(byMasses[k]! > 0)) continue;
    const x = logs[k]!;
    const y = parts[k]!;
    const mean = byMasses[k]! * Math.exp(curve.a + curve.b * x + curve.c * y);
    const residual = observed[k]! - mean;
    g1 += residual;
    g2 += residual * x;
    g3 += residual * y;
    h11 += mean;
    h12 += mean * x;
    h13 += mean * y;
    h22 += mean * x * x;
    h23 += mean * x * y;
    h33 += mean * y * y;
  }
  // a hair on the diagonal: distances nearly all equal leave b and c undetermined, not infinite
  const hair = 1e-12 * (h11 + h22 + h33);
  return solved(h11 + hair, h12, h13, h22 + hair, h23, h33 + hair, g1, g2, g3);
}

/** Cholesky's solution of a symmetric positive system of three. */
function solved(
  h11: number,
  h12: number,
  h13: number,
  h22: number,
  h23: number,
  h33: number,
  g1: number,
  g2: number,
  g3: number,
): Curve {
  const l11 = Math.sqrt(h11);
  const l21 = h12 / l11;
  const l31 = h13 / l11;
  const l22 = Math.sqrt(h22 - l21 * l21);
  const l32 = (h23 - l31 * l21) / l22;
  const l33 = Math.sqrt(h33 - l31 * l31 - l32 * l32);
  const z1 = g1 / l11;
  const z2 = (g2 - l21 * z1) / l22;
  const z3 = (g3 - l31 * z1 - l32 * z2) / l33;
  const c = z3 / l33;
  const b = (z2 - l32 * c) / l22;
  return { a: (z1 - l21 * b - l31 * c) / l11, b, c };
}
