import type { SweepSentences } from './sweep-statements.js';
import { number } from './wording.en.js';

/** Every statement on a sweep in English. */
export const sweepSentencesEn: SweepSentences = {
  'axis-to-favour': ({ verdict, times, km, departmentTimes, departmentKm, nearTimes }) => {
    const thematic = `composed by shared problems, workshops bring together territories ${number(times, 1)} times as alike as chance, ${kilometres(km)} apart on average`;
    const territorial = `grouped by département, ${number(departmentTimes, 1)} times, ${kilometres(departmentKm)} apart`;
    if (verdict === 'territorial')
      return `The territorial entity is enough here: ${territorial}; ${thematic}.`;
    if (verdict === 'alike') return `Both axes are worth the same here: ${thematic}; ${territorial}.`;
    const near =
      nearTimes > departmentTimes
        ? `; without going any farther than that, shared problems would already give ${number(nearTimes, 1)} times`
        : '';
    return `The thematic entry brings together better than the territorial entity: ${thematic}; ${territorial}${near}.`;
  },
  'dial-knee': (facts) => {
    const { decoupling, spread, severalSpreads, from, to } = facts;
    const both = severalSpreads ? ` with a weight of distance of ${spread}` : '';
    const before = `from ${from} up to it, ${kilometres(facts.kmBefore)} more cost ${percent(facts.percentBefore)} of likeness`;
    const after = `from there to ${to}, ${kilometres(facts.kmAfter)} cost another ${percent(facts.percentAfter)}`;
    return `The dial balances at a décroisement of ${decoupling}${both}: ${before}; ${after}.`;
  },
  'dial-even': ({ km, percent: lost }) =>
    `The dial has no marked balance: from one end to the other, ${kilometres(km)} more cost ${percent(lost)} of likeness, at the same price everywhere.`,
  'dial-flat': ({ km, percent: lost, balance }) =>
    `The dial changes little here: from one end to the other, ${kilometres(km)} more for ${percent(lost)} of likeness; shared problems hardly follow geography, and crossing its borders costs next to nothing${balance ? ` (balance, hardly marked: ${balance})` : ''}.`,
};

function kilometres(km: number): string {
  return `${number(km)} km`;
}

function percent(value: number): string {
  return `${number(value, value < 9.95 ? 1 : 0)}%`;
}
