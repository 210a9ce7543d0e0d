import { stripVTControlCharacters } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { renderCommunities } from '../../../cli/render/render-communities.js';
import { exampleAssembly } from '../../../data/example-assembly.js';
import { type Communities, findCommunities } from '../../../engine/index.js';

let example: Communities;
beforeAll(() => {
  example = findCommunities(exampleAssembly());
});

describe('renderCommunities', () => {
  test.each(['fr', 'en'] as const)('reads as the golden text of the example in %s', async (language) => {
    await expect(renderCommunities(example, language, false)).toMatchFileSnapshot(
      `golden/communities-${language}.txt`,
    );
  });

  test.each(['fr', 'en'] as const)('fits a hundred columns in %s, however long the names', (language) => {
    const long = structuredClone(example);
    for (const territory of long.assembly.territories) territory.name = 'Communauté '.repeat(20).trim();
    long.concerns[0]!.title = { fr: 'x'.repeat(300), en: 'x'.repeat(300) };
    for (const line of renderCommunities(long, language, false).split('\n'))
      expect(line.length).toBeLessThanOrEqual(100);
  });

  test('adds colour codes only when asked, and nothing else', () => {
    const plain = renderCommunities(example, 'fr', false);
    const coloured = renderCommunities(example, 'fr', true);
    expect(plain).not.toContain('\u001b');
    expect(coloured).toContain('\u001b[1m');
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });

  test('lets no name drive the terminal', () => {
    const hostile = structuredClone(example);
    for (const territory of hostile.assembly.territories) territory.name = 'A\u001b[2J\u0007\nB\u202e';
    const text = renderCommunities(hostile, 'fr', false);
    expect(text).toContain('• A[2J B');
    expect(text).not.toContain('\u001b');
  });

  test('avoids the words of the trade', () => {
    for (const language of ['fr', 'en'] as const)
      expect(renderCommunities(example, language, false)).not.toMatch(/\b(cluster|node|nœud|score|graph)/i);
  });

  test('says who is in no concern, and nothing of what does not exist', () => {
    const { departments: _, ...rest } = example;
    const none: Communities = { ...rest, concerns: [], apart: [example.assembly.territories[0]!.id] };
    const text = renderCommunities(none, 'fr', false);
    expect(text).toContain('Sans préoccupation commune (1)');
    expect(text).not.toContain('Solidité');
  });
});
