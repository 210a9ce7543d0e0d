import type { Finding, Language, Severity } from '../../engine/index.js';
import type { ReadFacts, ReadSentences } from './read-facts.js';
import { englishSentences } from './read-sentences.en.js';
import { frenchSentences } from './read-sentences.fr.js';

/** Where a finding stands in its table. */
export type Place = Pick<Finding, 'table' | 'row' | 'column' | 'value'>;

/** Makes findings in the language of the reader. */
export type Tell = <Code extends keyof ReadFacts>(
  severity: Severity,
  code: Code,
  facts: ReadFacts[Code],
  place: Place,
) => Finding;

/** The sentences about files in a language. */
export function sentencesIn(language: Language): ReadSentences {
  return language === 'en' ? englishSentences : frenchSentences;
}

/** The maker of findings in a language. */
export function tellIn(language: Language): Tell {
  const { findings } = sentencesIn(language);
  return (severity, code, facts, place) => ({ severity, code, ...place, ...findings[code](facts) });
}
