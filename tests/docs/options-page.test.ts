import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { optionsPage } from '../../docs/build/options-page.js';
import { parameters } from '../../engine/options.js';

describe('docs/options.md', () => {
  it('is what the table of parameters says today (npm run docs writes it)', () => {
    expect(readFileSync('docs/options.md', 'utf8')).toBe(optionsPage());
  });

  it('names every parameter once', () => {
    const page = optionsPage();
    for (const [stage, named] of Object.entries(parameters)) {
      for (const name of Object.keys(named)) expect(page.split(`\`${stage}.${name}\``)).toHaveLength(2);
    }
  });
});
