import type { Territory } from '../model/territory.js';
import type { Rng } from '../random/rng.js';
import { shuffle } from '../random/shuffle.js';

/** share of the answers that each drawing keeps */
const kept = 0.8;

/**
 * The needs of each territory drawn again from its own: each is kept with probability 0.8, as if one answer in five had not
 * been given (subsampling; Smolkin, Ghosh 2003, 10.1186/1471-2105-4-36); never all are lost.
 *
 * Drawing with replacement would lose more than a third of the few problems that a territory declares.
 */
export function resampledAnswers(territories: readonly Territory[], rng: Rng): Territory[] {
  return territories.map((territory) => {
    const { needs } = territory;
    if (needs.length === 0) return territory;
    const spared = rng.integer(needs.length);
    return { ...territory, needs: needs.filter((_, k) => rng.next() < kept || k === spared) };
  });
}

/**
 * The same answers dealt out at random: each problem keeps its intensities and goes to as many territories, chosen by lot,
 * so that neither problems that go together nor neighbours that are alike remain.
 */
export function dealtAnswers(territories: readonly Territory[], rng: Rng): Territory[] {
  const intensitiesOf = new Map<string, number[]>();
  for (const { needs } of territories) {
    for (const { problemId, intensity } of needs) {
      const known = intensitiesOf.get(problemId);
      if (known) known.push(intensity);
      else intensitiesOf.set(problemId, [intensity]);
    }
  }
  const dealt = territories.map((territory) => ({ ...territory, needs: [] as Territory['needs'] }));
  const seats = Uint32Array.from(territories.keys());
  // the order of the map is that of the territories, which is that of their ids
  for (const [problemId, intensities] of intensitiesOf) {
    shuffle(seats, rng);
    for (const [k, intensity] of intensities.entries()) {
      dealt[seats[k % seats.length] ?? 0]?.needs.push({ problemId, intensity });
    }
  }
  return dealt;
}
