import type { Programme } from '../../model/programme.js';
import type { ProgrammeNotice } from '../../model/programme-notice.js';
import { type Territory, territoryKinds } from '../../model/territory.js';
import type { Matrix } from '../../numeric/matrix.js';
import type { Options } from '../../options.js';
import { choosePilots, type PilotQuotas } from '../../programme/choose-pilots.js';
import type { Quotas } from './round-options.js';

/**
 * The pilot territories that the options ask for; null for none.
 *
 * @param likeness of two territories, 0..1, in their order
 * @throws EngineError those of `choosePilots`
 */
export function pilotsOfAssembly(
  territories: readonly Territory[],
  likeness: Matrix,
  options: Options['programme'],
  quotas: Quotas,
): { pilots: NonNullable<Programme['pilots']>; notices: readonly ProgrammeNotice[] } | null {
  if (options.pilots === 0) return null;
  const { pilots, notices, ...found } = choosePilots({
    territories: territories.map(({ id, departments: [department], kind }) => ({
      territoryId: id,
      ...(department !== undefined && { department }),
      kind,
    })),
    likeness,
    count: options.pilots,
    byDepartment: byDepartment(territories, quotas, options.pilotsPerDepartment),
    byKind: Object.fromEntries(Object.entries(quotas).filter(([value]) => isKind(value))),
  });
  const { meanLikeness, upperBound, guarantee, proved } = found;
  return {
    pilots: {
      chosen: pilots.map(({ territoryId, represents }) => ({
        territoryId,
        represents: represents.map((each) => ({ ...each })),
      })),
      meanLikeness,
      upperBound,
      guarantee,
      proved,
    },
    notices,
  };
}

/** A quota of its own goes before the number that no département exceeds. */
function byDepartment(territories: readonly Territory[], quotas: Quotas, most: number | null): PilotQuotas {
  const mains = territories.flatMap(({ departments: [main] }) => main ?? []);
  const own = Object.entries(quotas).filter(([value]) => !isKind(value));
  if (most === null) return Object.fromEntries(own);
  return Object.fromEntries([
    ...[...new Set(mains)].sort().map((code) => [code, { max: most }] as const),
    ...own,
  ]);
}

function isKind(value: string): boolean {
  return (territoryKinds as readonly string[]).includes(value);
}
