import type { SweepSentences } from './sweep-statements.js';
import { decimal, number, space } from './wording.fr.js';

/** Every statement on a sweep in French. */
export const sweepSentencesFr: SweepSentences = {
  'axis-to-favour': ({ verdict, times, km, departmentTimes, departmentKm, nearTimes }) => {
    const thematic = `composés par problèmes partagés, les ateliers réunissent des territoires qui se ressemblent ${number(times, 1)} fois plus que le hasard, à ${kilometres(km)} en moyenne`;
    const territorial = `groupés par département, ${number(departmentTimes, 1)} fois, à ${kilometres(departmentKm)}`;
    if (verdict === 'territorial') return `L’entité territoriale suffit ici : ${territorial} ; ${thematic}.`;
    if (verdict === 'alike') return `Les deux axes se valent ici : ${thematic} ; ${territorial}.`;
    const near =
      nearTimes > departmentTimes
        ? ` ; sans aller plus loin que cela, les problèmes partagés donneraient déjà ${number(nearTimes, 1)} fois`
        : '';
    return `L’entrée thématique réunit mieux que l’entité territoriale : ${thematic} ; ${territorial}${near}.`;
  },
  'dial-knee': (facts) => {
    const { decoupling, spread, severalSpreads, from, to } = facts;
    const both = severalSpreads ? ` et un éloignement de ${decimal(spread)}` : '';
    const before = `de ${setting(from)} jusque-là, ${kilometres(facts.kmBefore)} de plus coûtent ${percent(facts.percentBefore)} de ressemblance`;
    const after = `de là à ${setting(to)}, ${kilometres(facts.kmAfter)} en coûtent encore ${percent(facts.percentAfter)}`;
    return `Le point d’équilibre est un décroisement de ${decimal(decoupling)}${both} : ${before} ; ${after}.`;
  },
  'dial-even': ({ km, percent: lost }) =>
    `Le curseur n’a pas de point d’équilibre marqué : d’un bout à l’autre, ${kilometres(km)} de plus coûtent ${percent(lost)} de ressemblance, au même prix partout.`,
  'dial-flat': ({ km, percent: lost, balance }) =>
    `Le curseur change peu de chose ici : d’un bout à l’autre, ${kilometres(km)} de plus pour ${percent(lost)} de ressemblance ; les problèmes partagés suivent peu la géographie, et décroiser ne coûte presque rien${balance ? ` (point d’équilibre, à peine marqué : ${setting(balance)})` : ''}.`,
};

function kilometres(km: number): string {
  return `${number(km)}${space}km`;
}

function percent(value: number): string {
  return `${number(value, value < 9.95 ? 1 : 0)}${space}%`;
}

function setting(text: string): string {
  return text.replaceAll('.', ',');
}
