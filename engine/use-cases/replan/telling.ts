import type { PairLedger } from '../../explain/measures/pair-ledger.js';
import { type NameBook, nameBook } from '../../explain/name-book.js';
import type { Assembly } from '../../model/assembly.js';
import type { Plan } from '../../model/plan.js';

/** What sentences on a plan taken up again need: the workshops of both plans by place, the pairs, the names. */
export interface Telling {
  readonly workshopIds: readonly string[];
  readonly ledger: PairLedger;
  readonly names: NameBook;
}

/** The names of everyone, who left included, and of the workshops of the plans, the last one's where they differ. */
export function namesOf({ taxonomy, territories }: Assembly, ...plans: readonly Plan[]): NameBook {
  const titles = plans.flatMap(({ workshops }) => workshops.map(({ id, title }) => [id, title] as const));
  const before = plans.flatMap(({ assembly }) => assembly.territories);
  return nameBook(taxonomy, [...before, ...territories], new Map(titles));
}
