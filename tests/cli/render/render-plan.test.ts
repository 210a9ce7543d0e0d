import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { renderPlan } from '../../../cli/render/render-plan.js';
import { fixturePlan } from '../../exchange/fixtures/plan.js';

describe('renderPlan', () => {
  test('reads as the golden text in French', async () => {
    await expect(renderPlan(fixturePlan(), 'fr', false)).toMatchFileSnapshot('golden/plan-fr.txt');
  });

  test('reads as the golden text in English', async () => {
    await expect(renderPlan(fixturePlan(), 'en', false)).toMatchFileSnapshot('golden/plan-en.txt');
  });

  test.each(['fr', 'en'] as const)('fits a hundred columns in %s, however long the names', (language) => {
    const plan = fixturePlan();
    for (const territory of plan.assembly.territories) territory.name = 'Communauté '.repeat(20).trim();
    plan.workshops[0]!.title = { fr: 'x'.repeat(300), en: 'x'.repeat(300) };
    for (const line of renderPlan(plan, language, false).split('\n'))
      expect(line.length).toBeLessThanOrEqual(100);
  });

  test('adds colour codes only when asked, and nothing else', () => {
    const plain = renderPlan(fixturePlan(), 'fr', false);
    const coloured = renderPlan(fixturePlan(), 'fr', true);
    expect(plain).not.toContain('\u001b');
    expect(coloured).toContain('\u001b[1m');
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });

  test('lets no name drive the terminal', () => {
    const plan = fixturePlan();
    plan.assembly.territories[0]!.name = 'A\u001b[2J\u0007\nB\u202e';
    expect(renderPlan(plan, 'fr', false)).toContain('• A[2J B (Haute-Garonne)');
  });

  test('avoids the words of the trade', () => {
    for (const language of ['fr', 'en'] as const) {
      expect(renderPlan(fixturePlan(), language, false)).not.toMatch(/\b(cluster|node|nœud|score|graph)/i);
    }
  });
});
