import type { ProgrammeNotice } from '../model/programme-notice.js';
import type { Rng } from '../random/rng.js';
import { type ChairPerson, chairGround } from './chair-people.js';
import { mixedChairs } from './mixed-chairs.js';

export interface FormedPairs {
  /** by the woman's id */
  readonly pairs: readonly { readonly womanId: string; readonly manId: string }[];
  /** ids of those in no pair, ascending */
  readonly leftOver: readonly string[];
  /** says who is left over */
  readonly notices: readonly ProgrammeNotice[];
}

/**
 * As many pairs of a woman and a man from two territories as a group of people can give, and who is left over.
 *
 * @throws EngineError `person-twice`, `duties-not-usable`
 */
export function formChairPairs(people: readonly ChairPerson[], rng: Rng): FormedPairs {
  const personIds = people.map(({ personId }) => personId);
  const count = (civility: string): number => people.filter((person) => person.civility === civility).length;
  const most = Math.min(count('F'), count('M'));
  const pool = Array.from({ length: most }, (_, k) => ({ id: String(k), personIds }));
  const ground = chairGround([pool], people);
  const { womanOf, manOf } = mixedChairs(ground, rng);
  const pairs = ground.places.flatMap((_, k) => {
    const womanId = ground.people[womanOf[k] ?? -1]?.personId;
    const manId = ground.people[manOf[k] ?? -1]?.personId;
    return womanId !== undefined && manId !== undefined ? [{ womanId, manId }] : [];
  });
  pairs.sort((a, b) => (a.womanId < b.womanId ? -1 : 1));
  const paired = new Set(pairs.flatMap(({ womanId, manId }) => [womanId, manId]));
  const left = ground.people.filter(({ personId }) => !paired.has(personId));
  const notices = (['F', 'M', 'unspecified'] as const).flatMap((civility): ProgrammeNotice[] => {
    const ids = left.filter((person) => person.civility === civility).map(({ personId }) => personId);
    return ids.length > 0 ? [{ code: 'left-over', facts: { civility, personIds: ids } }] : [];
  });
  return { pairs, leftOver: left.map(({ personId }) => personId), notices };
}
