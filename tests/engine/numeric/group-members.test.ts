import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupMembers, groupOfEach } from '../../../engine/numeric/group-members.js';

describe('groupMembers and groupOfEach', () => {
  it('say the same of a grouping, by its groups and by its members', () => {
    expect(groupMembers([1, -1, 0, 1])).toEqual([[2], [0, 3]]);
    expect([...groupOfEach([[2], [0, 3]], 4)]).toEqual([1, -1, 0, 1]);
  });

  it('undo each other', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 5 })), (groupOf) => {
        expect([...groupOfEach(groupMembers(groupOf, 6), groupOf.length)]).toEqual(groupOf);
      }),
    );
  });

  it('keep groups without members, and the last group of one that is in several', () => {
    expect(groupMembers([], 2)).toEqual([[], []]);
    expect([...groupOfEach([[0, 1], [], [1]], 3)]).toEqual([0, 2, -1]);
  });
});
