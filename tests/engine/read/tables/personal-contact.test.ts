import { describe, expect, it } from 'vitest';
import { withoutContact } from '../../../../engine/read/tables/personal-contact.js';

describe('withoutContact', () => {
  it('leaves a coordinate whole, whatever its decimals look like', () => {
    for (const text of ['43,00000000000004', '1.0612345678', ' -0,0033612345678 ']) {
      expect(withoutContact(text)).toEqual({ kept: text, found: false });
    }
  });

  it('takes every phone number out of a list set apart by commas', () => {
    expect(withoutContact('0612345678,0698765432')).toEqual({ kept: '', found: true });
    expect(withoutContact('06 12 34 56 78,0698765432').kept).not.toMatch(/\d{4}/);
  });
});
