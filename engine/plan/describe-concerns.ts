import type { Concerns } from '../community/find-concerns.js';
import type { Ground } from '../explain/measures/measure-grouping.js';
import { concernReason } from '../explain/reasons/concern-reasons.js';
import { titlesFor } from '../explain/titles.js';
import type { OverRepresented } from '../methods/over-representation/over-representation.js';
import type { Assembly } from '../model/assembly.js';
import type { LocalText } from '../model/local-text.js';
import type { Concern, ConcernChoice, SharedProblem } from '../model/plan.js';

/** What the descriptions of concerns are made from, in indices of the canonical assembly. */
export interface ConcernResults {
  readonly input: Assembly;
  readonly ground: Ground;
  readonly concerns: Concerns;
}

/** The communities that are concerns: at least two territories, and a problem that ties them. */
export function tiedConcerns({ problems, membership }: Pick<Concerns, 'problems' | 'membership'>): number[] {
  const sizes = problems.map(() => 0);
  for (const c of membership) sizes[c] = (sizes[c] ?? 0) + 1;
  return problems.flatMap((tying, c) => (tying.length > 0 && (sizes[c] ?? 0) > 1 ? [c] : []));
}

/** The concerns with their titles, problems and members, ids instead of indices. */
export function describeConcerns({ input, ground, concerns }: ConcernResults): Concern[] {
  const tied = tiedConcerns(concerns);
  const titles = titlesFor(
    tied.map((c) => concerns.problems[c] ?? []),
    input.taxonomy,
  );
  return tied.map((c, k) => ({
    id: `P${String(k + 1).padStart(2, '0')}`,
    title: titles[k] as LocalText,
    problems: named(concerns.problems[c] ?? [], ground),
    territoryIds: membersOf(input, concerns.membership, c),
    stability: concerns.stability[c] ?? 1,
  }));
}

/** How the concerns were sought, with the sentence that says why. */
export function describeChoice({ input, concerns }: Omit<ConcernResults, 'ground'>): ConcernChoice {
  const { method, resolution, grounds } = concerns.choice;
  return { method, resolution, reason: concernReason(grounds, input.taxonomy) };
}

/** The ids of a group, in the order of the assembly. */
export function membersOf({ territories }: Assembly, groupOf: ArrayLike<number>, group: number): string[] {
  return territories.filter((_, i) => groupOf[i] === group).map(({ id }) => id);
}

/** The problems that tie a group, by id. */
export function named(problems: readonly OverRepresented[], { profiles }: Ground): SharedProblem[] {
  return problems.map(({ problem, share, lift }) => ({
    problemId: profiles.problemIds[problem] ?? '',
    share,
    lift,
  }));
}
