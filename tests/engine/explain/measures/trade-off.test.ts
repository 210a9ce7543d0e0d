import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { efficientFront, kneeOf, type TradeOff } from '../../../../engine/explain/measures/trade-off.js';

const choices = fc.array(
  fc.record({
    x: fc.double({ min: 0, max: 300, noNaN: true }),
    y: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { maxLength: 20 },
);

describe('efficientFront', () => {
  it('keeps what no other beats, by growing x, the first of equals', () => {
    const front = efficientFront([
      { x: 1, y: 5 },
      { x: 3, y: 4 },
      { x: 2, y: 4 },
      { x: 4, y: 1 },
      { x: 3, y: 4 },
      { x: 0, y: 5 },
    ]);
    // (2, 4) is beaten by (3, 4), (0, 5) by (1, 5)
    expect(front).toEqual([0, 1, 3]);
    expect(efficientFront([])).toEqual([]);
  });

  it('holds a choice at least as good on both counts as any choice left out', () => {
    fc.assert(
      fc.property(choices, (all) => {
        const front = efficientFront(all).map((k) => all[k]!);
        for (const { x, y } of all) expect(front.some((kept) => kept.x >= x && kept.y >= y)).toBe(true);
        for (const [k, { x, y }] of front.entries()) {
          const next = front[k + 1];
          if (next) expect(next.x > x && next.y < y).toBe(true);
        }
      }),
    );
  });
});

describe('kneeOf', () => {
  it('is the point farthest above the chord, counted by hand', () => {
    // the chord from (0, 1) to (1, 0): 0.1, 0.4 and 0.2 above it
    const curve = [
      { x: 0, y: 1 },
      { x: 0.2, y: 0.9 },
      { x: 0.6, y: 0.8 },
      { x: 0.8, y: 0.4 },
      { x: 1, y: 0 },
    ];
    expect(kneeOf(curve)).toBe(2);
  });

  it('finds the knee of the curve of the paper of Kneedle, y = 5 − 1 / (x + 0.1), at 0.22', () => {
    const curve = Array.from({ length: 10 }, (_, k) => ({ x: k / 9, y: 5 - 1 / (k / 9 + 0.1) }));
    expect(curve[kneeOf(curve) ?? -1]?.x).toBeCloseTo(0.222, 3);
  });

  it('finds none on a line, a convex curve, two points, or no extent', () => {
    expect(kneeOf([0, 1, 2, 3].map((x) => ({ x, y: 3 - x })))).toBeNull();
    expect(kneeOf([0, 1, 2, 3, 4].map((x) => ({ x, y: (4 - x) ** 2 })))).toBeNull();
    expect(kneeOf([])).toBeNull();
    expect(
      kneeOf([
        { x: 0, y: 1 },
        { x: 1, y: 0 },
      ]),
    ).toBeNull();
    expect(kneeOf([1, 1, 1].map((x, k) => ({ x, y: k })))).toBeNull();
    expect(kneeOf([0, 1, 2].map((x) => ({ x, y: 0.4 })))).toBeNull();
  });

  it('does not depend on the units of the axes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 12, maxLength: 12 }),
        (xs, falls) => {
          const fallen = falls.map((_, k) => falls.slice(0, k + 1).reduce((sum, fall) => sum + fall, 0));
          const curve: TradeOff[] = xs
            .sort((a, b) => a - b)
            .map((x, k) => ({ x, y: 600 - (fallen[k] ?? 0) }));
          const scaled = curve.map((point) => ({ x: 4 * point.x + 32, y: 8 * point.y - 256 }));
          expect(kneeOf(scaled)).toBe(kneeOf(curve));
        },
      ),
    );
  });
});
