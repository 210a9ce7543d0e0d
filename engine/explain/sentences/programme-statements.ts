import type { ProgrammeCode, ProgrammeNotices } from '../../model/programme-notice.js';
import type { Names } from './statements.js';

/** Names of a programme's own things beside those of a plan. */
export interface ProgrammeNames extends Names {
  slot(id: string): string;
  /** someone who sits or takes part: a seat or a territory, a name only where names were asked for */
  person(id: string): string;
}

/** How a language says each notice of a programme. */
export type ProgrammeSentences = {
  readonly [Code in ProgrammeCode]: (facts: ProgrammeNotices[Code], names: ProgrammeNames) => string;
};
