import type { Experience, Need, Rng, Territory } from '../../engine/index.js';
import { archetypes } from './archetypes.js';
import { isPlausible, problemsOfSetting } from './plausible-problems.js';

/**
 * How much likelier a problem gets from each origin; any plausible problem has `noise`. Set so that the five nearest
 * profiles of a territory lie in its own département about as often as for the real EPCI of Occitanie: 22 to 28 %.
 */
const chances = { noise: 0.08, archetype: 6, secondArchetype: 1.2, setting: 5, department: 7 } as const;
const secondArchetypeShare = 0.4;
const flavoursPerDepartment = 4;

/**
 * Invents what a territory answers: 3 to 9 needs and 1 to 4 experiences, intensities 0.3 to 1 by tenths.
 *
 * An archetype drawn whatever the place, a regional flavour by département, the setting, and noise.
 * The draws hang on the seed and the territory alone: another territory more or less changes nothing.
 */
export function inventAnswers(
  territory: Territory,
  problemIds: readonly string[],
  rng: Rng,
): { needs: Need[]; experiences: Experience[] } {
  const draws = rng.stream(`territory ${territory.id}`);
  const plausible = problemIds.filter((id) => isPlausible(id, territory));
  const core = archetypes[draws.integer(archetypes.length)] ?? [];
  const second =
    draws.next() < secondArchetypeShare ? (archetypes[draws.integer(archetypes.length)] ?? []) : [];
  const flavours = flavoursOf(territory.departments[0] ?? '', problemIds, rng);
  const setting = problemsOfSetting(territory);

  const weights = plausible.map(
    (id) =>
      chances.noise +
      (core.includes(id) ? chances.archetype : 0) +
      (second.includes(id) ? chances.secondArchetype : 0) +
      (flavours.includes(id) ? chances.department : 0) +
      (setting.includes(id) ? chances.setting : 0),
  );
  const needIds = drawWithoutReplacement(plausible, weights, 3 + draws.integer(7), draws);
  const needs = needIds.map((problemId) => ({
    problemId,
    intensity:
      core.includes(problemId) || flavours.includes(problemId) ? tenths(draws, 6, 10) : tenths(draws, 3, 8),
  }));
  return { needs, experiences: inventExperiences(plausible, new Set(needIds), draws) };
}

/** What it has solved: another archetype than its needs', and never one of its needs. */
function inventExperiences(
  plausible: readonly string[],
  needed: ReadonlySet<string>,
  draws: Rng,
): Experience[] {
  const solved = archetypes[draws.integer(archetypes.length)] ?? [];
  const possible = plausible.filter((id) => !needed.has(id));
  const weights = possible.map((id) => chances.noise + (solved.includes(id) ? chances.archetype : 0));
  return drawWithoutReplacement(possible, weights, 1 + draws.integer(4), draws).map((problemId) => ({
    problemId,
    level: tenths(draws, 3, 10),
  }));
}

function flavoursOf(department: string, problemIds: readonly string[], rng: Rng): string[] {
  const draws = rng.stream(`department ${department}`);
  const even = problemIds.map(() => 1);
  return drawWithoutReplacement(problemIds, even, flavoursPerDepartment, draws);
}

function drawWithoutReplacement(
  ids: readonly string[],
  weights: readonly number[],
  count: number,
  draws: Rng,
): string[] {
  const left = [...weights];
  const drawn: string[] = [];
  while (drawn.length < Math.min(count, ids.length)) {
    const total = left.reduce((sum, weight) => sum + weight, 0);
    let rest = draws.next() * total;
    let pick = left.findLastIndex((weight) => weight > 0);
    for (let k = 0; k < left.length; k++) {
      rest -= left[k] ?? 0;
      if (rest < 0) {
        pick = k;
        break;
      }
    }
    drawn.push(ids[pick] ?? '');
    left[pick] = 0;
  }
  return drawn.sort();
}

function tenths(draws: Rng, from: number, to: number): number {
  return (from + draws.integer(to - from + 1)) / 10;
}
