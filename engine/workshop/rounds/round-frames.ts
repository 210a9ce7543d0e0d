import type { GroupBounds } from '../../methods/grouping/problem/grouping-problem.js';
import { explainUniformSizes } from '../../methods/grouping/problem/sizes-that-add-up.js';
import type { Options } from '../../options.js';
import { countWorkshops } from '../by-territory.js';
import type { RoundsInput } from './rounds-input.js';

/** How many workshops a round has, of which sizes, and who is there. */
export interface RoundFrame {
  /** units that are there, ascending */
  readonly present: readonly number[];
  readonly bounds: GroupBounds;
  readonly count: number;
  /** as asked; 'fewer' workshops than asked, or 'small': one below the smallest size */
  readonly made: 'as-asked' | 'fewer' | 'small';
}

/**
 * The workshops of each round. Where the sizes cannot hold all who are there, the round has the number of workshops
 * that seats the most of them, and the others sit out in turn.
 *
 * @throws EngineError `infeasible` for hard rules that no grouping of the round keeps
 */
export function roundFrames(input: RoundsInput, options: Options['workshop']): RoundFrame[] {
  const order = input.whole.territoryIds.length;
  const countOf = new Map<string, number>();
  return input.sizes.map(({ min, max }, r) => {
    const away = new Set(input.absent.filter(([round]) => round === r).map(([, unit]) => unit));
    const present = [...Array(order).keys()].filter((unit) => !away.has(unit));
    const asked = options.workshopCount;
    if (present.length > 0 && !explainUniformSizes(present.length, { min, max }, asked)) {
      // rounds in which the same are there have as many workshops
      const key = `${min} ${max} ${[...away].sort((a, b) => a - b).join(' ')}`;
      const sized = { ...options, minSize: min, maxSize: max };
      const count = countOf.get(key) ?? countWorkshops(input.among(present), sized);
      countOf.set(key, count);
      return { present, bounds: { min, max }, count, made: 'as-asked' };
    }
    return { present, ...fullestRound(present.length, { min, max }, asked) };
  });
}

/** The number of workshops that seats the most, nearest to sizes midway between the bounds, the lower of two. */
function fullestRound(
  present: number,
  bounds: GroupBounds,
  asked: number | null,
): Pick<RoundFrame, 'bounds' | 'count' | 'made'> {
  const { min, max } = bounds;
  const most = Math.min(Math.floor(present / min), asked ?? Number.POSITIVE_INFINITY);
  if (most === 0) {
    // one alone does not meet
    const size = present > 1 ? present : 0;
    return { bounds: { min: size, max: size }, count: size > 0 ? 1 : 0, made: 'small' };
  }
  const ideal = (2 * present) / (min + max);
  const seats = (count: number): number => Math.min(present, count * max);
  const count = Array.from({ length: most }, (_, k) => k + 1).reduce((best, each) => {
    const gain = seats(each) - seats(best) || Math.abs(best - ideal) - Math.abs(each - ideal);
    return gain > 0 ? each : best;
  });
  return { bounds, count, made: asked !== null && count < asked ? 'fewer' : 'as-asked' };
}
