import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { affinityMatrix } from '../../engine/affinity/affinity-matrix.js';
import { nearestNeighbours } from '../../engine/affinity/nearest-neighbours.js';
import { findConcerns } from '../../engine/community/find-concerns.js';
import { perimeterOverlap } from '../../engine/geography/perimeter-overlap.js';
import { positionsOf } from '../../engine/geography/positions-of.js';
import { residualProfiles } from '../../engine/geography/residual-profiles.js';
import type { Taxonomy } from '../../engine/model/taxonomy.js';
import type { Territory } from '../../engine/model/territory.js';
import type { Matrix } from '../../engine/numeric/matrix.js';
import { buildProfiles } from '../../engine/profile/build-profiles.js';
import { createRng } from '../../engine/random/rng.js';
import { madeTerritory } from './made-territory.js';

/** The facts of docs/method.md on the 161 profiles made from public indicators; only stages are used. */

const folder = join(process.env.DECROISE_SHARED ?? '../shared', 'data');
const absent = !existsSync(join(folder, 'profils-epci.json'));

interface RealProfile {
  readonly siren: string;
  readonly departement: string;
  readonly lat: number;
  readonly lon: number;
  readonly problemes: readonly { readonly id: string; readonly poids: number }[];
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
}

function realTaxonomy(): Taxonomy {
  type Named = { readonly id: string; readonly fr: string; readonly en: string };
  const { themes } = read<{ themes: (Named & { problemes: Named[] })[] }>('taxonomie.json');
  return {
    version: '0.1',
    themes: themes.map(({ id, fr, en, problemes }) => ({
      id,
      fr,
      en,
      problems: problemes.map((problem) => ({
        id: problem.id,
        fr: problem.fr,
        en: problem.en,
        synonyms: [],
      })),
    })),
  };
}

function realTerritories(): Territory[] {
  return read<RealProfile[]>('profils-epci.json')
    .sort((a, b) => (a.siren < b.siren ? -1 : 1))
    .map(({ siren, departement, lat, lon, problemes }) =>
      madeTerritory({
        id: siren,
        departments: [departement],
        position: { lat, lon },
        needs: problemes.map(({ id, poids }) => ({ problemId: id, intensity: poids })),
      }),
    );
}

/** Over the five nearest of each: how many share its département, and how alike the plain profiles are. */
function fiveNearest(affinity: Matrix, plain: Matrix, territories: readonly Territory[]) {
  const n = territories.length;
  let same = 0;
  let likeness = 0;
  for (let i = 0; i < n; i++) {
    const nearest = Array.from(territories.keys())
      .filter((j) => j !== i)
      .sort((a, b) => affinity.values[i * n + b]! - affinity.values[i * n + a]! || a - b)
      .slice(0, 5);
    for (const j of nearest) {
      if (territories[i]?.departments[0] === territories[j]?.departments[0]) same++;
      likeness += plain.values[i * n + j]!;
    }
  }
  return { sameDepartmentPercent: (100 * same) / (5 * n), plainLikeness: likeness / (5 * n) };
}

const apart = { sources: new Uint32Array(), targets: new Uint32Array(), shares: new Float64Array() };
const plainCosine = { likeness: 'cosine', samePerimeterDiscount: 0 } as const;

test.skipIf(absent).each([
  { strength: 0, percent: 25.5, likeness: 0.731 },
  { strength: 0.5, percent: 17.4, likeness: 0.713 },
  { strength: 1, percent: 9.3, likeness: 0.648 },
])(
  'the neighbours of δ = $strength within 20 km bandwidth are the measured ones (needs ../shared/data)',
  ({ strength, percent, likeness }) => {
    const territories = realTerritories();
    const { features } = buildProfiles(territories, realTaxonomy(), { themeSmoothing: 0 });
    const residual = residualProfiles(features, positionsOf(territories), { strength, bandwidthKm: 20 });
    const measured = fiveNearest(
      affinityMatrix(residual.features, apart, plainCosine),
      affinityMatrix(features, apart, plainCosine),
      territories,
    );
    expect(measured.sameDepartmentPercent).toBeCloseTo(percent, 1);
    expect(measured.plainLikeness).toBeCloseTo(likeness, 3);
  },
);

test.skipIf(absent)('the bandwidth of the real profiles is 24 km (needs ../shared/data)', () => {
  const territories = realTerritories();
  for (const themeSmoothing of [0, 0.3]) {
    const { features } = buildProfiles(territories, realTaxonomy(), { themeSmoothing });
    const { bandwidthKm } = residualProfiles(features, positionsOf(territories), { strength: 0.5 });
    expect(bandwidthKm).toBeCloseTo(23.78, 2);
  }
});

test.skipIf(absent)(
  'the first problem of most real concerns is declared by most of its territories (needs ../shared/data)',
  () => {
    const territories = realTerritories();
    const profiles = buildProfiles(territories, realTaxonomy(), { themeSmoothing: 0.3 });
    const { features } = residualProfiles(profiles.features, positionsOf(territories), { strength: 0.5 });
    const affinity = affinityMatrix(features, perimeterOverlap(territories), {
      likeness: 'cosine',
      samePerimeterDiscount: 0.5,
    });
    const concerns = findConcerns(
      nearestNeighbours(affinity, 12),
      profiles,
      features,
      { method: 'louvain', resolution: 1, concernCount: null },
      createRng(1),
    );
    expect(concerns.count).toBeGreaterThan(3);
    expect(concerns.quality).toBeGreaterThan(0.4);
    const firstShares = concerns.problems.map((problems) => problems[0]?.share ?? 0);
    expect(firstShares.filter((share) => share > 0.5).length / concerns.count).toBeGreaterThan(0.75);
  },
);
