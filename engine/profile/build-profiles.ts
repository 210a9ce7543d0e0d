import { EngineError } from '../engine-error.js';
import type { Profiles } from '../model/profiles.js';
import type { Taxonomy } from '../model/taxonomy.js';
import type { Territory } from '../model/territory.js';
import { type Matrix, zeroMatrix } from '../numeric/matrix.js';
import type { Options } from '../options.js';
import { rarityWeights } from './rarity.js';
import { smoothedFeatures } from './theme-smoothing.js';

/**
 * Turns what territories declared into rows of numbers; row i is the i-th territory given (sort them by id).
 *
 * A problem declared twice by one territory counts once, at its highest. No territory, or territories that
 * declared nothing, give empty rows; nothing is thrown for them.
 *
 * @throws EngineError `unknown-problem`, `intensity-out-of-range`, `theme-smoothing-out-of-range`
 */
export function buildProfiles(
  territories: readonly Territory[],
  taxonomy: Taxonomy,
  options: Options['profile'],
): Profiles {
  const { themeSmoothing } = options;
  if (!(themeSmoothing >= 0 && themeSmoothing <= 1)) {
    throw new EngineError(
      'theme-smoothing-out-of-range',
      `Theme smoothing cannot be ${themeSmoothing}.`,
      'give a number from 0 to 1.',
      themeSmoothing,
    );
  }
  const problemIds = taxonomy.themes.flatMap((theme) => theme.problems.map((problem) => problem.id));
  const themeOfProblem = Uint32Array.from(taxonomy.themes.flatMap((theme, t) => theme.problems.map(() => t)));
  const columnOf = new Map(problemIds.map((id, p) => [id, p]));
  const needs = declared(
    territories.map(({ id, needs }) => ({
      id,
      entries: needs.map(({ problemId, intensity }) => ({ problemId, level: intensity })),
    })),
    columnOf,
  );
  const experiences = declared(
    territories.map(({ id, experiences }) => ({ id, entries: experiences })),
    columnOf,
  );
  const rarity = rarityWeights(needs);
  return {
    order: territories.length,
    problemIds,
    themeIds: taxonomy.themes.map((theme) => theme.id),
    themeOfProblem,
    needs,
    experiences,
    rarity,
    features: smoothedFeatures(needs, rarity, themeOfProblem, taxonomy.themes.length, themeSmoothing),
  };
}

interface Declaration {
  readonly id: string;
  readonly entries: readonly { readonly problemId: string; readonly level: number }[];
}

function declared(declarations: readonly Declaration[], columnOf: ReadonlyMap<string, number>): Matrix {
  const matrix = zeroMatrix(declarations.length, columnOf.size);
  declarations.forEach(({ id, entries }, i) => {
    for (const { problemId, level } of entries) {
      const p = columnOf.get(problemId);
      if (p === undefined) {
        throw new EngineError(
          'unknown-problem',
          `Territory "${id}" declares "${problemId}", which the taxonomy does not hold.`,
          'read the assembly with readAssembly, which says so row by row, or add the problem to the taxonomy.',
          problemId,
        );
      }
      if (!(level >= 0 && level <= 1)) {
        throw new EngineError(
          'intensity-out-of-range',
          `Territory "${id}" declares "${problemId}" at ${level}.`,
          'give a number from 0 to 1.',
          level,
        );
      }
      const at = i * matrix.columns + p;
      matrix.values[at] = Math.max(matrix.values[at] ?? 0, level);
    }
  });
  return matrix;
}
