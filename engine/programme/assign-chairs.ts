import type { ProgrammeNotice } from '../model/programme-notice.js';
import type { Rng } from '../random/rng.js';
import { chairNotices } from './chair-notices.js';
import { type ChairedWorkshop, type ChairGround, type ChairPerson, chairGround } from './chair-people.js';
import { mixedChairs } from './mixed-chairs.js';
import { standIns } from './stand-ins.js';

export interface ChairInput {
  /** by round, the workshops that run at the same time */
  readonly rounds: readonly (readonly ChairedWorkshop[])[];
  readonly people: readonly ChairPerson[];
}

/** Who chairs one workshop of one round. */
export interface ChairPair {
  /** from 1 */
  readonly round: number;
  readonly workshopId: string;
  readonly womanId: string | null;
  readonly manId: string | null;
  /** who chairs for want of a woman or a man */
  readonly standInIds: readonly string[];
}

export interface DutySpread {
  readonly least: number;
  readonly most: number;
}

export interface ChairPlan {
  /** by round, then workshop id */
  readonly pairs: readonly ChairPair[];
  /** by person id: times chaired before and in this programme */
  readonly duties: readonly { readonly personId: string; readonly past: number; readonly now: number }[];
  /** past and present duties of those who sit in some workshop and hold a seat; null if there are none */
  readonly spread: Readonly<Record<'F' | 'M' | 'all', DutySpread | null>>;
  /** no other choice has fewer empty chairs, fewer deputies, or more even duties (sum of squares) */
  readonly proven: boolean;
  readonly notices: readonly ProgrammeNotice[];
}

/**
 * A woman and a man from two territories to chair each workshop of a programme.
 *
 * In this order: as many chairs held as can be; as few deputies as can be; duties, past ones included, as even
 * as can be (within one of each other whenever that is possible for that many chairs). Nobody chairs twice in a
 * round. Where civilities are not stated or one is missing, someone else stands in, and the notices say which
 * chair is missing, why, and which deputies are free. Same input and rng: same answer.
 *
 * @throws EngineError `person-twice`, `unknown-person`, `duties-not-usable`
 */
export function assignChairs({ rounds, people }: ChairInput, rng: Rng): ChairPlan {
  const ground = chairGround(rounds, people);
  const mixed = mixedChairs(ground, rng);
  const called = standIns(ground, mixed);
  const idOf = (p: number | undefined): string | null => ground.people[p ?? -1]?.personId ?? null;
  const pairs = ground.places.map(({ round, workshopId }, k) => ({
    round: round + 1,
    workshopId,
    womanId: idOf(mixed.womanOf[k]),
    manId: idOf(mixed.manOf[k]),
    standInIds: (called[k] ?? []).map((p) => idOf(p) ?? ''),
  }));
  const now = ground.people.map(() => 0);
  for (const p of [...mixed.womanOf, ...mixed.manOf, ...called.flat()]) {
    if (p !== -1) now[p] = (now[p] ?? 0) + 1;
  }
  const spread = spreads(ground, now);
  return {
    pairs,
    duties: ground.people.map(({ personId, pastDuties = 0 }, p) => ({
      personId,
      past: pastDuties,
      now: now[p] ?? 0,
    })),
    spread,
    proven: mixed.proven,
    notices: chairNotices(ground, mixed, called, spread),
  };
}

function spreads({ people, places }: ChairGround, now: readonly number[]): ChairPlan['spread'] {
  const seated = new Set(places.flatMap(({ present }) => present));
  const over = (wanted: readonly string[]): DutySpread | null => {
    const counts = people.flatMap(({ civility, role, pastDuties = 0 }, p) =>
      seated.has(p) && role === 'holder' && wanted.includes(civility) ? [pastDuties + (now[p] ?? 0)] : [],
    );
    return counts.length > 0 ? { least: Math.min(...counts), most: Math.max(...counts) } : null;
  };
  return { F: over(['F']), M: over(['M']), all: over(['F', 'M']) };
}
