import { defaultTaxonomy } from '../../../../data/default-data.js';
import type { Assembly } from '../../../../engine/model/assembly.js';
import type { Control } from '../../../../engine/model/control.js';
import type { Programme } from '../../../../engine/model/programme.js';
import type { Seat } from '../../../../engine/model/seat.js';
import type { Territory } from '../../../../engine/model/territory.js';
import type { PartialOptions } from '../../../../engine/options.js';
import { composeProgramme } from '../../../../engine/use-cases/programme/compose-programme.js';
import { madeTerritory } from '../../made-territory.js';

const taxonomy = defaultTaxonomy();
const problemIds = taxonomy.themes.flatMap((theme) => theme.problems.map(({ id }) => id));

/** Territories t00, t01… in a line, 20 km apart; every fourth shares two problems; `more` adds to each. */
export function madeTerritories(
  count: number,
  more: (k: number) => Partial<Territory> = () => ({}),
): Territory[] {
  return Array.from({ length: count }, (_, k) =>
    madeTerritory({
      id: `t${String(k).padStart(2, '0')}`,
      position: { lat: 43 + 0.18 * k, lon: 2 },
      departments: [`0${k % 3}`],
      needs: [k % 4, 8 + (k % 3)].map((p) => ({ problemId: problemIds[p] ?? '', intensity: 1 })),
      ...more(k),
    }),
  );
}

/** One seat a territory, its holder a woman or a man by turns. */
export function madeSeats(
  territories: readonly Territory[],
  civilityOf: (k: number) => 'F' | 'M' | 'unspecified' = (k) => (k % 2 === 0 ? 'F' : 'M'),
): Seat[] {
  return territories.map(({ id }, k) => ({
    id: `s-${id}`,
    territoryId: id,
    holder: { civility: civilityOf(k) },
  }));
}

export function madeAssembly(territories: Territory[], more: Partial<Assembly> = {}): Assembly {
  return { taxonomy, territories, seats: madeSeats(territories), history: [], rules: [], ...more };
}

/** Composes quickly: workshops of 4 to 6, three rounds from 3 November 2026. */
export function programmeOf(
  assembly: Assembly,
  { workshop, programme, ...others }: PartialOptions = {},
  control: Control = {},
): Programme {
  return composeProgramme(
    assembly,
    {
      ...others,
      workshop: { minSize: 4, maxSize: 6, effort: 0.02, ...workshop },
      programme: { from: '2026-11-03', ...programme },
    },
    control,
  );
}

/** The notices of some codes, as codes and facts. */
export function noticesOf({ notices }: Programme, ...codes: string[]): { code: string; facts: unknown }[] {
  return notices.filter(({ code }) => codes.includes(code)).map(({ code, facts }) => ({ code, facts }));
}

export const workshopsOf = ({ rounds }: Programme): Programme['rounds'][number]['workshops'] =>
  rounds.flatMap(({ workshops }) => workshops);
