import type { Reason } from '../../model/reason.js';
import type { NameBook } from '../name-book.js';
import { changeSentencesEn } from './change-sentences.en.js';
import { changeSentencesFr } from './change-sentences.fr.js';
import type { ChangeCode, ChangeStatements } from './change-statements.js';

/** Something said of a change, from its code and facts, with its sentence in each language. */
export function stateChange<Code extends ChangeCode>(
  code: Code,
  facts: ChangeStatements[Code],
  names: NameBook,
): Reason {
  return {
    code,
    facts: { ...facts },
    text: { fr: changeSentencesFr[code](facts, names.fr), en: changeSentencesEn[code](facts, names.en) },
  };
}
