import type { EngineError } from '../../engine-error.js';
import type { Language } from '../../model/local-text.js';
import type { ReferralChoices } from './referral-problems.js';

/** Tells an organiser why a referral cannot be read and what to give instead; null for an error of another kind. */
export function describeReferralRefusal({ code, value }: EngineError, language: Language): string | null {
  const say = language === 'fr' ? french : english;
  if (code === 'referral-without-problem') return say.withoutProblem;
  if (!areChoices(value)) return null;
  const listed = value.candidates.map((candidate) => `${candidate.problemId} (${candidate[language]})`);
  const choices = listed.length > 0 ? say.choices(listed) : say.noChoice;
  switch (code) {
    case 'unknown-problem':
      return `${say.unknown(value.text)} ${choices}`;
    case 'ambiguous-referral':
      return `${say.ambiguous(value.text)} ${choices}`;
    case 'referral-not-understood':
      return `${say.notUnderstood(value.text)} ${choices}`;
    default:
      return null;
  }
}

function areChoices(value: unknown): value is ReferralChoices {
  return typeof value === 'object' && value !== null && 'text' in value && 'candidates' in value;
}

interface Phrases {
  readonly withoutProblem: string;
  readonly unknown: (text: string) => string;
  readonly ambiguous: (text: string) => string;
  readonly notUnderstood: (text: string) => string;
  readonly choices: (listed: readonly string[]) => string;
  readonly noChoice: string;
}

const french: Phrases = {
  withoutProblem:
    'Une saisine nomme ses problèmes : donnez leurs identifiants (problems, --problems) ou la question en toutes lettres (text, --text).',
  unknown: (text) => `« ${text} » n’est pas un problème connu.`,
  ambiguous: (text) => `« ${text} » peut parler de plusieurs problèmes.`,
  notUnderstood: (text) => `Aucun problème n’est reconnu à coup sûr dans « ${text} ».`,
  choices: (listed) =>
    `Choisissez parmi ceux-ci, en les donnant par leur identifiant (problems, --problems) : ${listed.join(' ; ')}.`,
  noChoice: 'Donnez les identifiants des problèmes (problems, --problems).',
};

const english: Phrases = {
  withoutProblem:
    'A referral names its problems: give their ids (problems, --problems) or its question in full (text, --text).',
  unknown: (text) => `“${text}” is no known problem.`,
  ambiguous: (text) => `“${text}” may speak of several problems.`,
  notUnderstood: (text) => `No problem is recognised for sure in “${text}”.`,
  choices: (listed) => `Choose among these, by their ids (problems, --problems): ${listed.join('; ')}.`,
  noChoice: 'Give the ids of the problems (problems, --problems).',
};
