import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { engineVersion } from '../../engine/version.js';

it('the version written into plans is that of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(engineVersion).toBe(version);
});
