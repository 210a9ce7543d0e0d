import { EngineError } from '../../engine-error.js';
import { measureGrouping } from '../../explain/measures/measure-grouping.js';
import { sharedGround } from '../../ground/shared-ground.js';
import type { Assembly } from '../../model/assembly.js';
import { canonicalAssembly } from '../../model/canonical-assembly.js';
import type { Measures } from '../../model/measures.js';
import type { PartialOptions } from '../../options.js';
import { resolveOptions } from '../../resolve-options.js';

/**
 * Measures any grouping of an assembly as our own plans are measured.
 *
 * @param grouping the groups, each a list of territory ids; a territory in none counts as unplaced. In the
 *   territorial entry it sits in one group, in the others (`workshop.entry`) in as many as the grouping says
 * @throws EngineError `unknown-territory`, `territory-in-two-groups`, and what the assembly or options deserve
 */
export function evaluateGrouping(
  assembly: Assembly,
  grouping: readonly (readonly string[])[],
  options: PartialOptions = {},
): Measures {
  const settings = resolveOptions(options);
  const input = canonicalAssembly(assembly);
  const members = membersOfEach(
    input.territories.map(({ id }) => id),
    grouping,
    settings.workshop.entry === 'territorial',
  );
  return measureGrouping(sharedGround(input, settings).ground, members);
}

/** The members of each group by index, ascending. */
export function membersOfEach(
  ids: readonly string[],
  grouping: readonly (readonly string[])[],
  once: boolean,
): number[][] {
  const indexOf = new Map(ids.map((id, i) => [id, i]));
  const groupOf = new Int32Array(ids.length).fill(-1);
  return grouping.map((members, g) => {
    const indices = members.map((id) => {
      const i = indexOf.get(id);
      if (i === undefined) {
        throw new EngineError(
          'unknown-territory',
          `Group ${g + 1} names the territory "${id}", which is not in the assembly.`,
          'correct the id, or add the territory.',
          id,
        );
      }
      if (groupOf[i] === g || (once && groupOf[i] !== -1)) {
        throw new EngineError(
          'territory-in-two-groups',
          `The territory "${id}" is in group ${(groupOf[i] ?? 0) + 1} and in group ${g + 1}.`,
          'keep it in one of them.',
          id,
        );
      }
      groupOf[i] = g;
      return i;
    });
    return indices.sort((a, b) => a - b);
  });
}
