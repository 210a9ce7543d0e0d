import { EngineError } from '../../engine-error.js';
import type { Options } from '../../options.js';

/** By round, the sizes of its workshops: those of the option `roundSizes`, or else those of all workshops. */
export function sizesByRound({
  workshop: { minSize, maxSize },
  programme: { rounds, roundSizes },
}: Pick<Options, 'workshop' | 'programme'>): { min: number; max: number }[] {
  const sizes = Array.from({ length: rounds }, () => ({ min: minSize, max: maxSize }));
  for (const text of roundSizes) {
    const [, round, from, to = from] =
      /^(\d+)\s*:\s*(\d+)(?:\s*(?:\.\.|-)\s*(\d+))?$/u.exec(text.trim()) ?? [];
    const own = { min: Number(from), max: Number(to) };
    if (!sizes[Number(round) - 1] || own.min < 1 || own.min > own.max) {
      throw unusable('roundSizes', text, `round and sizes as 2:8..12, the round from 1 to ${rounds}`);
    }
    sizes[Number(round) - 1] = own;
  }
  return sizes;
}

/**
 * [round from 0, unit] for each absence of the option: "2:id", the id of a unit, or of a territory for all its units.
 *
 * @throws EngineError `option-out-of-range` for a round or an id that is not in the programme
 */
export function absencesOf(
  { rounds, absences }: Options['programme'],
  unitIds: readonly string[],
  territoryOf: readonly string[],
): [number, number][] {
  const found = new Map<string, [number, number]>();
  for (const text of absences) {
    const at = text.indexOf(':');
    const round = Number(text.slice(0, at));
    const id = text.slice(at + 1).trim();
    const units = [...unitIds.keys()].filter((i) => unitIds[i] === id || territoryOf[i] === id);
    if (at < 1 || !Number.isInteger(round) || round < 1 || round > rounds || units.length === 0) {
      throw unusable('absences', text, `round and id as 2:200067254, the round from 1 to ${rounds}`);
    }
    for (const unit of units) found.set(`${round} ${unit}`, [round - 1, unit]);
  }
  return [...found.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** Quotas of pilots, by département and by kind; see the option `pilotQuotas`. */
export type Quotas = Record<string, { min?: number; max?: number }>;

/** "31:1..2", "PNR:1..", "CC:..3": at least and at most so many of a value. */
export function quotasOf({ pilotQuotas }: Options['programme']): Quotas {
  const quotas: Quotas = {};
  for (const text of pilotQuotas) {
    const [whole, value = '', from, dots, to] =
      /^([^:]+?)\s*:\s*(\d+)?\s*(\.\.)?\s*(\d+)?$/u.exec(text.trim()) ?? [];
    if (whole === undefined || (from === undefined && to === undefined)) {
      throw unusable('pilotQuotas', text, 'values and numbers as 31:1..2, PNR:1.. or CC:..3');
    }
    const most = dots === undefined ? from : to;
    quotas[value] = {
      ...(from !== undefined && { min: Number(from) }),
      ...(most !== undefined && { max: Number(most) }),
    };
  }
  return quotas;
}

function unusable(option: string, value: string, wanted: string): EngineError {
  return new EngineError(
    'option-out-of-range',
    `Option programme.${option} cannot be used: "${value}".`,
    `give ${wanted}.`,
    `programme.${option}`,
  );
}
