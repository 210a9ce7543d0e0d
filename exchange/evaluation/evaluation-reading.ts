import type { Evaluation, Language } from '../../engine/index.js';
import { timesChance } from '../locale/measures-reading.js';
import { kilometresText, numberText, percentText } from '../locale/number-text.js';
import { saying } from '../locale/saying.js';

/** within a twentieth, two groupings are as good as each other */
const alike = 0.05;

/** What an evaluation says, in one or two plain sentences: how alike and how far, and whether a plan would do better. */
export function evaluationReading(evaluation: Evaluation, language: Language): string[] {
  const say = saying(language);
  const { measures, plan, refusal } = evaluation;
  const own = timesChance(measures);
  if (own === null || measures.largestSize < 2) return [];
  const start = say(
    `Dans ce découpage, deux territoires d’un atelier se ressemblent ${times(own, language)} fois plus que le hasard, à ${kilometresText(measures.spreadKm, language)} l’un de l’autre ; ${percentText(measures.sameDepartmentShare, language)} des paires sont d’un même département.`,
    `In this grouping, two territories of a workshop are ${times(own, language)} times as alike as chance, ${kilometresText(measures.spreadKm, language)} apart; ${percentText(measures.sameDepartmentShare, language)} of pairs are of one département.`,
  );
  if (!plan) {
    return [
      start,
      say(
        `Aux mêmes tailles, aucun plan ne respecte les règles : ${refusal?.fr ?? ''}`,
        `With the same sizes, no plan keeps the rules: ${refusal?.en ?? ''}`,
      ).trimEnd(),
    ];
  }
  const reached = timesChance(plan) ?? 0;
  const gain = plan.coherence / Math.max(measures.coherence, 1e-12) - 1;
  const figures = say(
    `${times(reached, language)} fois le hasard, à ${kilometresText(plan.spreadKm, language)}`,
    `${times(reached, language)} times chance, ${kilometresText(plan.spreadKm, language)} apart`,
  );
  if (gain > alike) {
    return [
      start,
      say(
        `Aux mêmes tailles, Décroise réunirait des territoires ${percentText(gain, language)} plus semblables (${figures}).`,
        `With the same sizes, Décroise would bring together territories ${percentText(gain, language)} more alike (${figures}).`,
      ),
    ];
  }
  return [
    start,
    gain < -alike
      ? say(
          `Ce découpage réunit des territoires plus semblables que le plan de Décroise aux mêmes tailles (${figures}) : gardez-le.`,
          `This grouping brings together territories more alike than the plan of Décroise with the same sizes (${figures}): keep it.`,
        )
      : say(
          `Aux mêmes tailles, Décroise ne ferait guère mieux (${figures}).`,
          `With the same sizes, Décroise would hardly do better (${figures}).`,
        ),
  ];
}

function times(value: number, language: Language): string {
  return numberText(value, 1, language);
}
