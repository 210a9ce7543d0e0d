export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Moves dots just enough that no two overlap, each staying as near its place as the others allow.
 *
 * Pixels in and out, in the same order; coincident dots part in fixed directions, so the same places
 * always give the same picture. Stops after 200 rounds, when a crowd leaves no room.
 */
export function spreadDots(places: readonly Point[], gap: number): Point[] {
  const dots = places.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < 200; round++) {
    let moved = false;
    dots.forEach((first, i) => {
      dots.slice(i + 1).forEach((second, offset) => {
        moved = part(first, second, gap, i + offset) || moved;
      });
    });
    if (!moved) break;
  }
  return dots.map(({ x, y }) => ({ x: rounded(x), y: rounded(y) }));
}

interface Movable {
  x: number;
  y: number;
}

/** Pushes both dots by half of what they lack; tells whether they lacked any. */
function part(first: Movable, second: Movable, gap: number, turn: number): boolean {
  let dx = second.x - first.x;
  let dy = second.y - first.y;
  let distance = Math.sqrt(dx * dx + dy * dy);
  if (distance >= gap - 0.01) return false;
  if (distance < 1e-6) {
    dx = turn % 2 === 0 ? 1 : 0;
    dy = 1 - dx;
    distance = 1;
    first.x -= dx * 1e-3;
    first.y -= dy * 1e-3;
  }
  const push = (gap - distance) / 2 / distance;
  first.x -= dx * push;
  first.y -= dy * push;
  second.x += dx * push;
  second.y += dy * push;
  return true;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
