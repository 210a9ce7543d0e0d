/** A choice between two goods, the more of each the better. */
export interface TradeOff {
  readonly x: number;
  readonly y: number;
}

/**
 * The choices that no other beats, as indices by growing x: whoever wants more of one good has to give up some of
 * the other. Of equal choices the first is kept. Empty for no choice.
 */
export function efficientFront(choices: readonly TradeOff[]): number[] {
  const byX = choices.map((_, i) => i).sort((i, j) => after(choices[i], choices[j]) || i - j);
  const front: number[] = [];
  let highest = Number.NEGATIVE_INFINITY;
  // from the most of x down, a choice counts when it has more of y than all before
  for (const i of byX) {
    const y = choices[i]?.y ?? Number.NEGATIVE_INFINITY;
    if (y <= highest) continue;
    highest = y;
    front.push(i);
  }
  return front.reverse();
}

/** Most of x first, then most of y. */
function after(one: TradeOff | undefined, other: TradeOff | undefined): number {
  return (other?.x ?? 0) - (one?.x ?? 0) || (other?.y ?? 0) - (one?.y ?? 0);
}

/** below a twentieth of the unit square, a curve is a straight line for whoever reads it */
const leastBend = 0.05;

/**
 * Where a concave curve bends most: the point farthest above the chord from its first to its last point, both axes
 * brought to 0..1. This is the maximum of the difference curve of Kneedle (Satopää, Albrecht, Irwin, Raghavan 2011,
 * 10.1109/ICDCSW.2011.20), without its smoothing, for curves of a dozen exact points.
 *
 * Null where nothing bends: fewer than three points, no extent, or never more than 0.05 above the chord.
 * The first of equal points.
 *
 * @param curve by growing x
 * @returns the place in the curve
 */
export function kneeOf(curve: readonly TradeOff[]): number | null {
  const first = curve[0];
  const last = curve.at(-1);
  if (!first || !last || curve.length < 3) return null;
  const width = last.x - first.x;
  const ys = curve.map(({ y }) => y);
  const height = Math.max(...ys) - Math.min(...ys);
  if (!(width > 0) || !(height > 0)) return null;
  let knee: number | null = null;
  let farthest = leastBend;
  for (const [k, { x, y }] of curve.entries()) {
    const onChord = first.y + ((x - first.x) / width) * (last.y - first.y);
    const above = (y - onChord) / height;
    if (above <= farthest) continue;
    farthest = above;
    knee = k;
  }
  return knee;
}
