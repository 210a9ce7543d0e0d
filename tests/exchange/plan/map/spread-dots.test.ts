import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spreadDots } from '../../../../exchange/plan/map/spread-dots.js';

describe('spreadDots', () => {
  test('leaves dots that do not touch where they are', () => {
    const places = [
      { x: 0, y: 0 },
      { x: 30, y: 0 },
    ];
    expect(spreadDots(places, 20)).toEqual(places);
  });

  test('parts two dots by as much on each side', () => {
    expect(
      spreadDots(
        [
          { x: 0, y: 0 },
          { x: 10, y: 0 },
        ],
        20,
      ),
    ).toEqual([
      { x: -5, y: 0 },
      { x: 15, y: 0 },
    ]);
  });

  test('leaves no two dots overlapping in a crowd of coincident places', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ x: fc.integer({ min: 0, max: 60 }), y: fc.integer({ min: 0, max: 60 }) }), {
          maxLength: 14,
        }),
        (places) => {
          const dots = spreadDots(places, 10);
          for (const [i, first] of dots.entries()) {
            for (const second of dots.slice(i + 1)) {
              expect(Math.hypot(first.x - second.x, first.y - second.y)).toBeGreaterThan(8.5);
            }
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
