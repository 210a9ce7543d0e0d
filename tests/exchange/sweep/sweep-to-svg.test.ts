import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, test } from 'vitest';
import { sweepToSvg } from '../../../exchange/sweep/sweep-to-svg.js';
import { fixtureSweep } from '../fixtures/sweep.js';

describe('sweepToSvg', () => {
  let svg = '';
  beforeAll(async () => {
    svg = await sweepToSvg(fixtureSweep(), 'fr');
  });

  test('says what the axes are, in French, with decimal commas', () => {
    const texts = textsOf(svg).join('\n');
    expect(texts).toContain('éloignement moyen entre membres d’un atelier (km)');
    expect(texts).toContain('ressemblance (1 = le hasard)');
    expect(texts).toMatch(/\b2,0\b/);
  });

  test('labels the four other methods, nearness, the balance and each setting of the dial', () => {
    const texts = textsOf(svg);
    for (const label of ['Par département', 'Au hasard', 'Louvain seul', 'k-moyennes', 'voisinage favorisé'])
      expect(texts).toContain(label);
    expect(texts).toContain('point d’équilibre');
    for (const setting of ['0', '0,5', '1']) expect(texts).toContain(setting);
  });

  test('ends with what it says and what the assembly can decide, and says that answers are fictive', () => {
    const texts = textsOf(svg).join('\n');
    expect(texts).toContain('Réponses fictives');
    expect(texts.indexOf('L’axe à favoriser.')).toBeLessThan(texts.indexOf('À l’assemblée de choisir'));
    expect(texts).toContain('--decoupling 0.5');
  });

  test('rings the balance alone, and draws no ring without one', async () => {
    const rings = (text: string) =>
      elements(text, 'circle').filter((circle) => circle.getAttribute('r') === '10');
    // once in each of the two charts
    expect(rings(svg)).toHaveLength(2);
    const without = await sweepToSvg({ ...fixtureSweep(), knee: null }, 'fr');
    expect(rings(without)).toHaveLength(0);
    expect(textsOf(without)).not.toContain('point d’équilibre');
  });

  test('draws a single setting, in English, and an assembly without positions', async () => {
    const one = fixtureSweep();
    const alone = await sweepToSvg({ ...one, points: one.points.slice(0, 1), knee: null }, 'en');
    expect(textsOf(alone)).toContain('By département');
    expect(textsOf(alone).join('\n')).not.toContain('close up');
    for (const { measures } of [...one.points, ...one.baselines]) {
      measures.spreadKm = 0;
      measures.coherenceByChance = 0;
    }
    for (const text of [alone, await sweepToSvg(one, 'fr')])
      expect(text).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('never lets a name be markup, and gives the same bytes for the same sweep', async () => {
    const attacked = await sweepToSvg(
      { ...fixtureSweep(), assemblyName: '</text><script>alert(1)</script>' },
      'fr',
    );
    expect(elements(attacked, 'script')).toHaveLength(0);
    expect(await sweepToSvg(fixtureSweep(), 'fr')).toBe(svg);
  });
});

interface SvgElement {
  readonly textContent: string;
  getAttribute(name: string): string | null;
}

function elements(svg: string, selector: string): SvgElement[] {
  const { document } = parseHTML(`<!doctype html><html><body>${svg}</body></html>`);
  return [...document.querySelectorAll(selector)] as unknown as SvgElement[];
}

function textsOf(svg: string): string[] {
  return elements(svg, 'text').map(({ textContent }) => textContent);
}
