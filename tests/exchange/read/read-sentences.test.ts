import { expect, test } from 'vitest';
import { sentencesIn } from '../../../exchange/read/read-findings.js';

test('every finding about a file is told in both languages, under the same code', () => {
  const french = sentencesIn('fr').findings;
  const english = sentencesIn('en').findings;
  expect(Object.keys(english).sort()).toEqual(Object.keys(french).sort());
  for (const code of Object.keys(french)) expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});
