import type { Language, LocalText } from '../../model/local-text.js';
import type { ProgrammeCode, ProgrammeNotice, ProgrammeNotices } from '../../model/programme-notice.js';
import type { Reason } from '../../model/reason.js';
import type { NameBook } from '../name-book.js';
import { programmeSentencesEn } from './programme-sentences.en.js';
import { programmeSentencesFr } from './programme-sentences.fr.js';
import type { ProgrammeNames } from './programme-statements.js';

export type ProgrammeNameBook = Readonly<Record<Language, ProgrammeNames>>;

/** A notice of the programme with its sentence in each language. */
export function stateProgramme(notice: ProgrammeNotice, names: ProgrammeNameBook): Reason {
  return state(notice.code, notice.facts, names);
}

/** The names of a plan with those of slots and people; an id that nothing names stands for itself. */
export function programmeNameBook(
  book: NameBook,
  slots: ReadonlyMap<string, LocalText> = new Map(),
  people: ReadonlyMap<string, LocalText> = new Map(),
): ProgrammeNameBook {
  const inLanguage = (language: Language): ProgrammeNames => ({
    ...book[language],
    slot: (id) => slots.get(id)?.[language] ?? id,
    person: (id) => people.get(id)?.[language] ?? id,
  });
  return { fr: inLanguage('fr'), en: inLanguage('en') };
}

// the code and the facts of a notice go together, which the type of the union no longer says
function state<Code extends ProgrammeCode>(
  code: Code,
  facts: ProgrammeNotices[ProgrammeCode],
  names: ProgrammeNameBook,
): Reason {
  const own = facts as ProgrammeNotices[Code];
  return {
    code,
    facts: { ...facts },
    text: { fr: programmeSentencesFr[code](own, names.fr), en: programmeSentencesEn[code](own, names.en) },
  };
}
