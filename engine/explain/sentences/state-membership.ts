import type { Reason } from '../../model/reason.js';
import type { NameBook } from '../name-book.js';
import { membershipSentencesEn } from './membership-sentences.en.js';
import { membershipSentencesFr } from './membership-sentences.fr.js';
import type { MembershipCode, MembershipStatements } from './membership-statements.js';

/** Something said of places taken up again, from its code and facts, with its sentence in each language. */
export function stateMembership<Code extends MembershipCode>(
  code: Code,
  facts: MembershipStatements[Code],
  names: NameBook,
): Reason {
  return {
    code,
    facts: { ...facts },
    text: {
      fr: membershipSentencesFr[code](facts, names.fr),
      en: membershipSentencesEn[code](facts, names.en),
    },
  };
}
