import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventQueue } from '../../../../engine/methods/matching/event-queue.js';

test('gives events back by rising time, whatever is added and taken in between', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat(50)), { maxLength: 400 }), (steps) => {
      const queue = new EventQueue();
      const waiting: number[] = [];
      for (const step of steps) {
        if (step !== null) {
          queue.add(step, -1 - step);
          waiting.push(step);
          waiting.sort((a, b) => a - b);
        } else if (waiting.length > 0) {
          expect(queue.take()).toBe(-1 - (waiting.shift() as number));
        }
        expect(queue.soonest).toBe(waiting[0] ?? Number.POSITIVE_INFINITY);
      }
      queue.clear();
      expect(queue.soonest).toBe(Number.POSITIVE_INFINITY);
    }),
  );
});
