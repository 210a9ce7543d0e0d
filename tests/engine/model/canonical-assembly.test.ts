import { describe, expect, it } from 'vitest';
import { exampleAssembly } from '../../../data/example-assembly.js';
import { canonicalAssembly, digestOf } from '../../../engine/model/canonical-assembly.js';

const example = exampleAssembly();

describe('digestOf', () => {
  it('is the SHA-256 of the canonical JSON', () => {
    // sha256 of the text {"history":[],"rules":[],"taxonomy":{"themes":[],"version":"0"},"territories":[]}
    const empty = { taxonomy: { version: '0', themes: [] }, territories: [], history: [], rules: [] };
    expect(digestOf(empty)).toBe('832028091e6a304222b29168bf3d37a529890bc74647d9a92d08a62c7479179b');
  });

  it('does not change with the order of lists, and does with any value', () => {
    const turned = { ...example, territories: [...example.territories].reverse() };
    expect(digestOf(canonicalAssembly(turned))).toBe(digestOf(canonicalAssembly(example)));
    const touched = { ...example, name: 'Autre' };
    expect(digestOf(canonicalAssembly(touched))).not.toBe(digestOf(canonicalAssembly(example)));
  });
});

describe('canonicalAssembly', () => {
  it('is not moved by being done twice', () => {
    const once = canonicalAssembly(example);
    expect(canonicalAssembly(once)).toEqual(once);
  });
});
