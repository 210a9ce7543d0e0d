import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Outlines, planToSvg } from '../../../exchange/plan/plan-to-svg.js';
import { fixturePlan } from '../fixtures/plan.js';

/** A square around the region, wound as RFC 7946 asks: the contrary of what spherical drawing wants. */
const square: Outlines = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { code: '31', nom: 'Carré' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [-0.5, 42.5],
            [4.9, 42.5],
            [4.9, 45],
            [-0.5, 45],
            [-0.5, 42.5],
          ],
        ],
      },
    },
  ],
};

describe('planToSvg', () => {
  let svg = '';
  beforeAll(async () => {
    svg = await planToSvg(fixturePlan(), square, 'fr');
  });

  test('draws a numbered dot for each located territory, titled with its name', () => {
    const dots = elements(svg, 'circle').filter((circle) => circle.querySelector('title'));
    expect(dots).toHaveLength(11);
    expect(dots.map((dot) => dot.textContent)).toContain('CU Perpignan Méditerranée Métropole');
  });

  test('lists a territory without a position beneath the map', () => {
    expect(textsOf(svg)).toContain('Sans position : PNR des Pyrénées Ariégeoises');
  });

  test('keeps an outline wound either way inside the frame, the same picture for both', async () => {
    const [feature] = square.features;
    const rings = feature!.geometry!.coordinates as number[][][];
    const other: Outlines = {
      ...square,
      features: [
        { ...feature!, geometry: { type: 'Polygon', coordinates: rings.map((ring) => [...ring].reverse()) } },
      ],
    };
    const path = elements(svg, 'path')[0]!.getAttribute('d')!;
    const otherPath = elements(await planToSvg(fixturePlan(), other, 'fr'), 'path')[0]!.getAttribute('d')!;
    expect(path.match(/M/g)).toHaveLength(1);
    expect(new Set(otherPath.match(/[\d.]+,[\d.]+/g))).toEqual(new Set(path.match(/[\d.]+,[\d.]+/g)));
  });

  test('says that the answers are fictive, whose the data are, and what the figures mean', () => {
    const texts = textsOf(svg).join('\n');
    expect(texts).toContain('Réponses fictives');
    expect(texts).toContain('GeoNames');
    expect(texts).toContain('2,1 fois plus que le hasard');
    expect(texts).toContain('Au-delà de ce que la distance explique');
  });

  test('works without outlines, and without any position', async () => {
    const plan = fixturePlan();
    for (const territory of plan.assembly.territories) delete territory.position;
    const bare = await planToSvg(plan, null, 'en');
    expect(elements(bare, 'circle').filter((circle) => circle.querySelector('title'))).toHaveLength(0);
    expect(textsOf(bare).join(' ')).toContain('Without a position : PETR Pays Tolosan');
    expect(bare).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('frames a single place, and leaves a territory overseas to the margin', async () => {
    const plan = fixturePlan();
    plan.assembly.territories[0]!.position = { lat: -21.1, lon: 55.5 };
    const far = await planToSvg(plan, null, 'fr');
    expect(textsOf(far)).toContain('Hors de la carte : PETR Pays Tolosan');
    for (const territory of plan.assembly.territories.slice(1)) delete territory.position;
    expect(await planToSvg(plan, null, 'fr')).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('never lets a name be markup', async () => {
    const plan = fixturePlan();
    const attack = '</text><script>alert(1)</script>"\' onload="x" &amp; ]]>\u0000\u001b[31m';
    plan.assembly.name = attack;
    for (const territory of plan.assembly.territories) territory.name = attack;
    for (const workshop of plan.workshops) workshop.title = { fr: attack, en: attack };
    const drawn = await planToSvg(plan, square, 'fr');
    expect(drawn).not.toMatch(/<script|\p{Cc}(?<!\n)/u);
    expect(elements(drawn, 'script')).toHaveLength(0);
    expect(elements(drawn, '[onload]')).toHaveLength(0);
    const names = elements(drawn, 'title').map((title) => title.textContent);
    expect(names[0]).toBe('</text><script>alert(1)</script>"\' onload="x" &amp; ]]>[31m');
  });

  test('gives the same bytes for the same plan', async () => {
    expect(await planToSvg(fixturePlan(), square, 'fr')).toBe(svg);
  });
});

interface SvgElement {
  readonly textContent: string;
  querySelector(selector: string): SvgElement | null;
  getAttribute(name: string): string | null;
}

function elements(svg: string, selector: string): SvgElement[] {
  const { document } = parseHTML(`<!doctype html><html><body>${svg}</body></html>`);
  return [...document.querySelectorAll(selector)] as unknown as SvgElement[];
}

function textsOf(svg: string): string[] {
  return elements(svg, 'text').map(({ textContent }) => textContent);
}
