import { exampleAssembly } from '../data/example-assembly.js';
import type { Assembly, Seat } from '../engine/index.js';

/** 58 territories with four people each, at parity, of invented answers: 232 people. */
export function delegations(): Assembly {
  const assembly = exampleAssembly();
  const territories = assembly.territories.slice(0, 58);
  const seats = territories.flatMap(({ id: territoryId }) =>
    (['F', 'M', 'F', 'M'] as const).map(
      (civility, k): Seat => ({ id: `${territoryId}-${k + 1}`, territoryId, holder: { civility } }),
    ),
  );
  return { ...assembly, territories, seats, history: [], rules: [] };
}

/** 158 territories of a region with invented answers. */
export function region158(): Assembly {
  const assembly = exampleAssembly({ region: '84' });
  const territories = assembly.territories.slice(0, 158);
  const kept = new Set(territories.map(({ id }) => id));
  return {
    ...assembly,
    territories,
    seats: assembly.seats.filter(({ territoryId }) => kept.has(territoryId)),
    history: [],
    rules: [],
  };
}
