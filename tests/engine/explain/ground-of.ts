import { expectAffinityByDistance } from '../../../engine/explain/measures/distance-expectation.js';
import type { Ground } from '../../../engine/explain/measures/measure-grouping.js';
import type { Distances } from '../../../engine/model/distances.js';
import type { Profiles } from '../../../engine/model/profiles.js';
import type { Taxonomy } from '../../../engine/model/taxonomy.js';
import type { Territory } from '../../../engine/model/territory.js';
import { type Matrix, zeroMatrix } from '../../../engine/numeric/matrix.js';
import type { Rng } from '../../../engine/random/rng.js';

/** Three themes of two problems: p0 p1 | p2 p3 | p4 p5. */
export const taxonomy: Taxonomy = {
  version: 'test',
  themes: [
    theme('mob', [
      ['p0', 'Covoiturage et autopartage', 'Carpooling and car sharing'],
      ['p1', 'Gares', 'Stations'],
    ]),
    theme('hab', [
      ['p2', 'Logements vacants', 'Vacant housing'],
      ['p3', 'Accès aux soins', 'Access to care'],
    ]),
    theme('eau', [
      ['p4', 'GEMAPI', 'GEMAPI'],
      ['p5', 'Vieillissement', 'Ageing'],
    ]),
  ],
};

function theme(id: string, problems: [string, string, string][]): Taxonomy['themes'][number] {
  return { id, fr: id, en: id, problems: problems.map(([id, fr, en]) => ({ id, fr, en, synonyms: [] })) };
}

export function territory(id: string, given: Partial<Territory> = {}): Territory {
  return {
    id,
    name: `CC ${id.toUpperCase()}`,
    kind: 'CC',
    departments: [],
    members: [],
    traits: [],
    needs: [],
    experiences: [],
    ...given,
  };
}

export function symmetric(rows: readonly (readonly number[])[]): Matrix {
  return { rows: rows.length, columns: rows.length, values: Float64Array.from(rows.flat()) };
}

/** Distances as given, all located unless said otherwise. */
export function distancesOf(rows: readonly (readonly number[])[], located = rows.map(() => 1)): Distances {
  const km = symmetric(rows);
  let sum = 0;
  let pairs = 0;
  for (const [i, row] of rows.entries()) {
    for (const [j, d] of row.entries()) {
      if (j <= i || !located[i] || !located[j]) continue;
      sum += d;
      pairs++;
    }
  }
  return { km, located: Uint8Array.from(located), meanKm: pairs > 0 ? sum / pairs : 0 };
}

/** Profiles over the six problems, all rarities 1 unless given. */
export function profilesOf(
  needs: readonly (readonly number[])[],
  experiences: readonly (readonly number[])[] = needs.map(() => []),
  rarity: readonly number[] = [1, 1, 1, 1, 1, 1],
): Profiles {
  const filled = (rows: readonly (readonly number[])[]): Matrix => {
    const matrix = zeroMatrix(rows.length, 6);
    for (const [i, row] of rows.entries()) for (const [p, x] of row.entries()) matrix.values[6 * i + p] = x;
    return matrix;
  };
  return {
    order: needs.length,
    problemIds: ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'],
    themeIds: ['mob', 'hab', 'eau'],
    themeOfProblem: Uint32Array.of(0, 0, 1, 1, 2, 2),
    needs: filled(needs),
    experiences: filled(experiences),
    rarity: Float64Array.from(rarity),
    features: filled(needs),
  };
}

export function groundOf(given: Omit<Ground, 'expected'>): Ground {
  return { ...given, expected: expectAffinityByDistance(given.affinity, given.distances) };
}

/** A random assembly: three départements, some positions unknown, needs by lot. */
export function randomGround(order: number, rng: Rng): Ground {
  const needs = Array.from({ length: order }, () =>
    Array.from({ length: 6 }, () => (rng.next() < 0.4 ? rng.next() : 0)),
  );
  const experiences = Array.from({ length: order }, () =>
    Array.from({ length: 6 }, () => (rng.next() < 0.3 ? rng.next() : 0)),
  );
  const affinity = zeroMatrix(order, order);
  const rows = Array.from({ length: order }, () => new Array<number>(order).fill(0));
  const at = needs.map(() => [300 * rng.next(), 300 * rng.next()] as const);
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < i; j++) {
      const a = cosine(needs[i] ?? [], needs[j] ?? []);
      affinity.values[i * order + j] = a;
      affinity.values[j * order + i] = a;
      const d = Math.hypot((at[i]?.[0] ?? 0) - (at[j]?.[0] ?? 0), (at[i]?.[1] ?? 0) - (at[j]?.[1] ?? 0));
      (rows[i] as number[])[j] = d;
      (rows[j] as number[])[i] = d;
    }
  }
  const located = needs.map(() => (rng.next() < 0.9 ? 1 : 0));
  return groundOf({
    affinity,
    distances: distancesOf(rows, located),
    territories: needs.map((_, i) =>
      territory(`t${String(i).padStart(4, '0')}`, {
        departments: rng.next() < 0.9 ? [['31', '81', '12'][rng.integer(3)] as string] : [],
        kind: rng.next() < 0.5 ? 'CC' : 'PETR',
      }),
    ),
    profiles: profilesOf(needs, experiences),
  });
}

function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = (x: readonly number[], y: readonly number[]) => x.reduce((s, v, k) => s + v * (y[k] ?? 0), 0);
  const size = Math.sqrt(dot(a, a) * dot(b, b));
  return size > 0 ? Math.min(1, dot(a, b) / size) : 0;
}
