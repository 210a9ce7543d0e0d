import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PartialOptions, parameters } from '../../engine/options.js';
import type { Parameter } from '../../engine/parameters/parameter.js';
import { resolveOptions } from '../../engine/resolve-options.js';

describe('resolveOptions', () => {
  it('fills in every default', () => {
    const resolved = resolveOptions();
    expect(resolved.workshop).toMatchObject({ minSize: 6, maxSize: 10, workshopCount: null });
    for (const [stage, named] of Object.entries(parameters)) {
      for (const [name, { default: initial }] of Object.entries(named as Record<string, Parameter>)) {
        expect((resolved as unknown as Record<string, Record<string, unknown>>)[stage]?.[name]).toBe(initial);
      }
    }
  });

  it('keeps what is given, and freezes the whole', () => {
    const resolved = resolveOptions({ geography: { decoupling: 1 } });
    expect(resolved.geography.decoupling).toBe(1);
    expect(Object.isFrozen(resolved) && Object.isFrozen(resolved.geography)).toBe(true);
  });

  it('is not moved by resolving twice', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 50 }),
        (decoupling, minSize) => {
          const once = resolveOptions({ geography: { decoupling }, workshop: { minSize, maxSize: 60 } });
          expect(resolveOptions(once)).toEqual(once);
        },
      ),
    );
  });

  it.each([
    ['unknown-option', { workshop: { bidon: 1 } }],
    ['unknown-option', { bidon: {} }],
    ['option-out-of-range', { geography: { decoupling: 1.5 } }],
    ['option-out-of-range', { geography: { decoupling: Number.NaN } }],
    ['option-out-of-range', { workshop: { minSize: 2.5 } }],
    ['option-out-of-range', { affinity: { likeness: 'bidon' } }],
    ['sizes-crossed', { workshop: { minSize: 10, maxSize: 6 } }],
  ])('refuses with %s and says what to give: %j', (code, given) => {
    expect(() => resolveOptions(given as PartialOptions)).toThrowError(
      expect.objectContaining({ code, message: expect.stringMatching(/\nMaybe /u) }),
    );
  });
});

describe('the table of parameters', () => {
  it('gives each a default within its range, and a sentence in both languages', () => {
    for (const parameter of Object.values(parameters).flatMap((named) =>
      Object.values(named as Record<string, Parameter>),
    )) {
      const { default: initial, min, max, choices, fr, en } = parameter;
      if (typeof initial === 'number')
        expect(initial >= (min ?? initial) && initial <= (max ?? initial)).toBe(true);
      if (choices) expect(choices).toContain(initial);
      expect(fr).toMatch(/\.$/u);
      expect(en).toMatch(/\.$/u);
    }
  });

  it('uses no flag twice', () => {
    const flags = Object.values(parameters).flatMap((named) =>
      Object.values(named as Record<string, Parameter>).flatMap(({ flag }) => flag ?? []),
    );
    expect(new Set(flags).size).toBe(flags.length);
  });
});
