import type { Reason } from '../../model/reason.js';
import type { NameBook } from '../name-book.js';
import { sentencesEn } from './sentences.en.js';
import { sentencesFr } from './sentences.fr.js';
import type { StatementCode, Statements } from './statements.js';

/** A reason from its code and facts, with its sentence in each language. */
export function stateReason<Code extends StatementCode>(
  code: Code,
  facts: Statements[Code],
  names: NameBook,
): Reason {
  return {
    code,
    facts: { ...facts },
    text: { fr: sentencesFr[code](facts, names.fr), en: sentencesEn[code](facts, names.en) },
  };
}
