import type { Language, Plan } from '../../engine/index.js';
import { saying } from './saying.js';

/** How many rules a plan keeps, and what those that it does not keep ask; null when there is no rule. */
export function readingOfRules({ ruleOutcomes }: Plan, language: Language): string | null {
  if (ruleOutcomes.length === 0) return null;
  const say = saying(language);
  const broken = ruleOutcomes.filter((outcome) => outcome.broken.length > 0);
  const kept = ruleOutcomes.length - broken.length;
  const counted = say(`Règles : ${kept} ${kept > 1 ? 'respectées' : 'respectée'}`, `Rules: ${kept} kept`);
  if (broken.length === 0) return `${counted}.`;
  const asks = broken.map(({ asks: text }) => say(`«\u00a0${text[language]}\u00a0»`, `“${text[language]}”`));
  return say(
    `${counted}, ${broken.length} non : ${asks.join(' ; ')}.`,
    `${counted}, ${broken.length} not: ${asks.join('; ')}.`,
  );
}
