import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeLabels } from '../../../exchange/sweep/label-places.js';

const frame = { left: 0, right: 600, top: 0, bottom: 400 };
const label = (x: number, y: number, text = 'Louvain seul') => ({ x, y, text, fontSize: 14, gap: 12 });

describe('placeLabels', () => {
  test('puts a label to the right of its mark, and to the left at the right edge', () => {
    const [free, edge] = placeLabels([label(100, 100), label(590, 300)], [], [], frame);
    expect(free).toMatchObject({ anchor: 'start', textX: 112 });
    expect(edge).toMatchObject({ anchor: 'end', textX: 578 });
  });

  test('keeps off marks, lines and other labels', () => {
    const marks = [
      { x: 100, y: 100 },
      { x: 150, y: 100 },
    ];
    const [first] = placeLabels([label(100, 100)], marks, [], frame);
    expect(first).not.toMatchObject({ anchor: 'start', textX: 112, textY: 104.9 });
    const line = [
      { x: 100, y: 100 },
      { x: 300, y: 100 },
    ];
    const [beside] = placeLabels([label(100, 100)], [], [line], frame);
    expect(beside?.textY).not.toBeCloseTo(104.9, 5);
    const [one, two] = placeLabels([label(100, 100), label(104, 104)], [], [], frame);
    expect([one?.anchor, one?.textX]).not.toEqual([two?.anchor, two?.textX]);
  });

  test('places every label, whatever the crowd', () => {
    const spots = fc.array(
      fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 400 }) }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(spots, (marks) => {
        const placed = placeLabels(
          marks.map(({ x, y }) => label(x, y, '0,5')),
          marks,
          [],
          frame,
        );
        expect(placed).toHaveLength(marks.length);
        for (const { textX, textY } of placed) expect(Number.isFinite(textX + textY)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
