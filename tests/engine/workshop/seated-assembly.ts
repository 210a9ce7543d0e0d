import type { Assembly } from '../../../engine/model/assembly.js';
import type { Seat } from '../../../engine/model/seat.js';
import { createRng } from '../../../engine/random/rng.js';
import { madeTerritory } from '../made-territory.js';

/** Two themes of six problems: p00…p05 | p06…p11. */
export const seatedTaxonomy: Assembly['taxonomy'] = {
  version: 'seated',
  themes: ['a', 'b'].map((theme, t) => ({
    id: theme,
    fr: `Thème ${theme}`,
    en: `Theme ${theme}`,
    problems: Array.from({ length: 6 }, (_, k) => {
      const id = `p${String(6 * t + k).padStart(2, '0')}`;
      return { id, fr: `Problème ${id}`, en: `Problem ${id}`, synonyms: [] };
    }),
  })),
};

/**
 * A plenary day: `seatCount` occupied seats dealt in turn to the territories, women and men alternating, two elected
 * members for a citizen; every territory declares three needs and now and then an experience, somewhere in Occitanie.
 * By default the assembly as it is: 232 seats of 58 territories.
 */
export function seatedAssembly({ territoryCount = 58, seatCount = 232, seed = 1 } = {}): Assembly {
  const rng = createRng(seed).stream('seated');
  const idOf = (t: number) => `t${String(t).padStart(3, '0')}`;
  const problemIds = seatedTaxonomy.themes.flatMap(({ problems }) => problems.map(({ id }) => id));
  return {
    taxonomy: seatedTaxonomy,
    territories: Array.from({ length: territoryCount }, (_, t) => {
      const first = rng.integer(problemIds.length);
      return madeTerritory({
        id: idOf(t),
        departments: [['09', '12', '31', '34', '65'][rng.integer(5)] ?? '31'],
        position: { lat: 42.5 + 2 * rng.next(), lon: 4 * rng.next() },
        needs: [0, 1, 4].map((step) => ({
          problemId: problemIds[(first + step) % problemIds.length] ?? '',
          intensity: 0.3 + 0.7 * rng.next(),
        })),
        experiences:
          rng.next() < 0.4
            ? [{ problemId: problemIds[(first + 6) % problemIds.length] ?? '', level: 0.7 }]
            : [],
      });
    }),
    seats: Array.from({ length: seatCount }, (_, k): Seat => {
      const territoryId = idOf(k % territoryCount);
      return {
        id: `${territoryId}-${Math.floor(k / territoryCount) + 1}`,
        territoryId,
        college: k % 3 === 2 ? 'Citoyens' : 'Élus',
        holder: {
          name: `Personne ${k}`,
          civility: (k + Math.floor(k / territoryCount)) % 2 === 0 ? 'F' : 'M',
        },
      };
    }),
    history: [],
    rules: [],
  };
}
