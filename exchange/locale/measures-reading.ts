import type { Baseline, Language, Measures, Plan } from '../../engine/index.js';
import { kilometresText, numberText, percentText } from './number-text.js';
import { saying } from './saying.js';

/**
 * What the measures of a plan mean, in plain sentences, the main one first.
 *
 * Empty when no workshop holds a pair: there is nothing to say.
 */
export function readingOfMeasures(plan: Pick<Plan, 'measures' | 'baselines'>, language: Language): string[] {
  const { measures, baselines } = plan;
  if (measures.workshopCount === 0 || measures.largestSize < 2) return [];
  const department = baselines.find(({ method }) => method === 'department');
  return [
    mainSentence(measures, language),
    ...(department && department.measures.sameDepartmentShare > 0
      ? [besideDepartments(measures, department.measures, language)]
      : []),
    ...sizeCaveat(baselines, language),
  ];
}

/** How many times the likeness of chance; null where chance gives none. */
export function timesChance(measures: Measures): number | null {
  const { coherence, coherenceByChance } = measures;
  return coherenceByChance > 0 ? coherence / coherenceByChance : null;
}

function mainSentence(measures: Measures, language: Language): string {
  const say = saying(language);
  if (measures.spreadByChanceKm === 0) {
    // nobody's position is known
    return say(
      `Les ateliers rassemblent des territoires qui se ressemblent ${likeness(measures, language)}.`,
      `The workshops bring together territories that are ${likeness(measures, language)}.`,
    );
  }
  const distance = kilometresText(measures.spreadKm, language);
  const byChance = kilometresText(measures.spreadByChanceKm, language);
  return say(
    `Les ateliers rassemblent des territoires qui se ressemblent ${likeness(measures, language)}, à ${distance} de distance moyenne (au hasard : ${byChance}).`,
    `The workshops bring together territories that are ${likeness(measures, language)}, ${distance} apart on average (by chance: ${byChance}).`,
  );
}

function likeness(measures: Measures, language: Language): string {
  const say = saying(language);
  const times = timesChance(measures);
  if (times === null) return say('plus que le hasard', 'more alike than chance');
  if (times < 0.95) return say('moins que le hasard', 'less alike than chance');
  if (times < 1.05) return say('autant que le hasard, pas davantage', 'as alike as chance, no more');
  const text = numberText(times, 1, language);
  return say(`${text} fois plus que le hasard`, `${text} times as alike as chance`);
}

function besideDepartments(measures: Measures, department: Measures, language: Language): string {
  const own = percentText(measures.sameDepartmentShare, language);
  const other = percentText(department.sameDepartmentShare, language);
  const distance = kilometresText(department.spreadKm, language);
  const say = saying(language);
  return say(
    `Deux participants d’un atelier viennent du même département dans ${own} des cas ; en groupant par département, ce serait ${other}, à ${distance}, et ils se ressembleraient ${likeness(department, language)}.`,
    `Two participants of a workshop come from the same département in ${own} of cases; grouping by département would give ${other}, ${distance} apart, and they would be ${likeness(department, language)}.`,
  );
}

/** One sentence where a method that knows no sizes went outside them; empty otherwise. */
export function sizeCaveat(baselines: readonly Baseline[], language: Language): string[] {
  const outside = baselines
    .filter(({ method }) => method === 'louvain' || method === 'kmeans')
    .reduce((sum, { outOfBounds }) => Math.max(sum, outOfBounds), 0);
  if (outside === 0) return [];
  return [
    saying(language)(
      `Louvain et les k-moyennes ignorent les tailles demandées : jusqu’à ${numberText(outside, 0, language)} territoires s’y trouvent dans un groupe trop petit ou trop grand.`,
      `Louvain and k-means ignore the sizes asked for: up to ${numberText(outside, 0, language)} territories end up in a group too small or too large.`,
    ),
  ];
}
