import type { Reason } from '../../model/reason.js';
import type { Taxonomy } from '../../model/taxonomy.js';
import { nameBook } from '../name-book.js';
import { stateReason } from '../sentences/state-reason.js';
import type { Statements } from '../sentences/statements.js';

export type ConcernCode = Extract<keyof Statements, `concerns-${string}`>;

/** Something said of the concerns as a whole, in each language. */
export function concernReason<Code extends ConcernCode>(
  { code, facts }: { readonly code: Code; readonly facts: Statements[Code] },
  taxonomy: Taxonomy,
): Reason {
  return stateReason(code, facts, nameBook(taxonomy, []));
}
