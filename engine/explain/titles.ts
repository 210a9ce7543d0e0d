import type { LocalText } from '../model/local-text.js';
import type { Problem, Taxonomy } from '../model/taxonomy.js';

/** A problem that ties a group together, as over-representation finds it. */
export interface TyingProblem {
  /** in the order of the taxonomy */
  readonly problem: number;
  readonly share: number;
  readonly lift: number;
}

const longestTitle = 90;
/** a second problem enters the title when at least a third of the group declares it */
const secondShare = 1 / 3;

/**
 * Names each group by the one or two problems that tie it together most, in French and English.
 *
 * Two groups never bear one title: the later one takes its next problems, and a number when it has no
 * more. Groups in the same order with the same problems get the same titles. A group that has no problem
 * in common says so. A title that is `kept` stands, and no other group takes it. Titles have 90 characters at most, single labels longer than that excepted.
 */
export function titlesFor(
  problemsOfGroups: readonly (readonly TyingProblem[])[],
  taxonomy: Taxonomy,
  kept: readonly (LocalText | undefined)[] = [],
): LocalText[] {
  const problems = taxonomy.themes.flatMap((theme) => theme.problems);
  const taken = new Set<string>(kept.flatMap((title) => (title ? [title.fr, title.en] : [])));
  return problemsOfGroups.map((tying, g) => kept[g] ?? firstFree(labelSets(tying, problems), taken));
}

/**
 * Names each group by the problems it was made for: the first alone, with the second… as far as 90 characters go.
 * Groups made for the same problems are told apart by the next ones that tie them, then by numbers.
 */
export function titlesForPurposes(
  groups: readonly {
    /** in the order of the taxonomy, at least one */
    readonly purposes: readonly number[];
    readonly tying: readonly TyingProblem[];
  }[],
  taxonomy: Taxonomy,
): LocalText[] {
  const problems = taxonomy.themes.flatMap((theme) => theme.problems);
  const taken = new Set<string>();
  return groups.map(({ purposes, tying }) => {
    const named = purposes.flatMap((p) => problems[p] ?? []);
    const [first, ...others] = named;
    if (!first) return firstFree([], taken);
    let title: LocalText = { fr: first.fr, en: first.en };
    for (const other of others) {
      const longer = { fr: `${title.fr} · ${other.fr}`, en: `${title.en} · ${other.en}` };
      const two = others.length === 1 ? both(first, other) : longer;
      if (fits(two)) title = two;
    }
    const distinctions = tying
      .filter(({ problem, share }) => !purposes.includes(problem) && share >= secondShare)
      .flatMap(({ problem }) => problems[problem] ?? [])
      .map((problem) => (others.length === 0 ? both(first, problem) : title))
      .filter(fits);
    return firstFree([title, ...distinctions], taken);
  });
}

/** The first title that is not taken, or else the first with a number; takes it. */
function firstFree(titles: readonly LocalText[], taken: Set<string>): LocalText {
  const preferred = titles[0] ?? nothingInCommon;
  const free = [preferred, ...titles].find(({ fr, en }) => !taken.has(fr) && !taken.has(en));
  const title = free ?? numbered(preferred, taken);
  taken.add(title.fr);
  taken.add(title.en);
  return title;
}

function both(one: Problem, two: Problem): LocalText {
  return { fr: joined(one.fr, two.fr, 'et'), en: joined(one.en, two.en, 'and') };
}

function fits({ fr, en }: LocalText): boolean {
  return fr.length <= longestTitle && en.length <= longestTitle;
}

const nothingInCommon: LocalText = {
  fr: 'Atelier sans problème commun déclaré',
  en: 'Workshop with no declared problem in common',
};

/** Titles by falling fitness: the best problem with the next ones, alone, then the second with those after. */
function labelSets(tying: readonly TyingProblem[], problems: readonly Problem[]): LocalText[] {
  const titles: LocalText[] = [];
  for (const [rank, first] of tying.entries()) {
    const one = problems[first.problem];
    if (!one) continue;
    for (const second of tying.slice(rank + 1)) {
      const two = problems[second.problem];
      if (!two || second.share < secondShare) continue;
      const title = both(one, two);
      if (fits(title)) titles.push(title);
    }
    titles.push({ fr: one.fr, en: one.en });
  }
  return titles;
}

/** « Logements vacants et accès aux soins »; with a point between when a label is itself a list. */
function joined(one: string, two: string, and: string): string {
  const isList = (label: string): boolean => label.includes(',') || label.includes(` ${and} `);
  return isList(one) || isList(two) ? `${one} · ${two}` : `${one} ${and} ${withLowerInitial(two)}`;
}

/** Acronyms (GEMAPI) keep their capitals. */
function withLowerInitial(label: string): string {
  const [initial = '', second = ''] = label;
  const isAcronym = second !== second.toLowerCase();
  return isAcronym ? label : initial.toLowerCase() + label.slice(initial.length);
}

function numbered(title: LocalText, taken: ReadonlySet<string>): LocalText {
  for (let number = 2; ; number++) {
    const next = { fr: `${title.fr} (${number})`, en: `${title.en} (${number})` };
    if (!taken.has(next.fr) && !taken.has(next.en)) return next;
    // ends: fewer titles are taken than there are numbers
  }
}
