import type { Language, Plan } from '../../engine/index.js';
import { readingOfMeasures, sizeCaveat } from '../locale/measures-reading.js';
import { dataCredits, fictiveNotice } from '../locale/notices.js';
import { saying } from '../locale/saying.js';
import { wrapWords } from '../locale/wrap-words.js';
import { chartHeight, comparisonCharts } from './map/comparison-charts.js';
import { cardHeight, cardsInARow, cardWidth, legendCards } from './map/legend-cards.js';
import { frameOf, type MapFrame } from './map/map-frame.js';
import { mapLayer } from './map/map-layer.js';
import { drawableOutlines, type Outlines } from './map/outlines.js';
import { moved, openCanvas, pictureMargin, pictureWidth, wholePicture } from './map/picture.js';
import { svgText } from './map/svg-text.js';
import { lookupOf } from './tables/plan-lookup.js';

export type { Outlines } from './map/outlines.js';

/**
 * A plan as one picture (SVG text): the map with a numbered, coloured dot a territory, our measures
 * beside the other methods, one card a workshop.
 *
 * Without outlines the dots stand alone; territories without a position are listed beneath. The same
 * plan gives the same bytes, and no text of the plan is ever markup.
 */
export async function planToSvg(plan: Plan, outlines: Outlines | null, language: Language): Promise<string> {
  const canvas = await openCanvas();
  const lookup = lookupOf(plan, language);
  const drawable = outlines && drawableOutlines(outlines);
  const frame = frameOf(plan.assembly.territories, drawable);
  const map = mapLayer(frame, drawable, lookup, mapSize, canvas);
  const top = heading(plan, language);
  const charts = comparisonCharts(plan, chartWidth, language, canvas);
  const cards = legendCards(lookup, { outlinesId, dots: map.dots, ...mapSize });
  const cardsTop = top.height + mapSize.height + 12;
  const footTop = cardsTop + Math.ceil(cards.length / cardsInARow) * cardHeight + 8;
  const foot = footer(plan, frame, language);
  return wholePicture(footTop + foot.height, pictureTitle(plan, language), [
    top.fragment,
    moved(margin, top.height, `<g id="${outlinesId}">${map.outlines}</g>${map.overlay}`),
    ...charts.map((chart, place) => moved(chartsLeft, top.height + 8 + place * (chartHeight + 13), chart)),
    ...cards.map((card, place) =>
      moved(
        margin + (place % cardsInARow) * cardWidth,
        cardsTop + Math.floor(place / cardsInARow) * cardHeight,
        card,
      ),
    ),
    moved(margin, footTop, foot.fragment),
  ]);
}

const margin = pictureMargin;
const mapSize = { width: 720, height: 560 } as const;
const chartsLeft = margin + mapSize.width + 24;
const chartWidth = pictureWidth - margin - chartsLeft;
const outlinesId = 'departements';

function pictureTitle(plan: Plan, language: Language): string {
  return plan.assembly.name ?? saying(language)('Ateliers de territoires', 'Workshops of territories');
}

function heading(plan: Plan, language: Language): { fragment: string; height: number } {
  const say = saying(language);
  const title = pictureTitle(plan, language);
  const { placedCount: placed, unplacedCount: left } = plan.measures;
  const seats = plan.workshops.reduce((sum, { seatIds = [] }) => sum + seatIds.length, 0);
  const counts = [
    ...(seats > 0 ? [say(`${seats} sièges`, `${seats} seats`)] : []),
    say(`${placed} territoires`, `${placed} territories`),
    say(`${plan.workshops.length} ateliers`, `${plan.workshops.length} workshops`),
    ...(left > 0 ? [say(`${left} sans atelier`, `${left} without a workshop`)] : []),
  ].join(', ');
  const sentence = wrapWords(readingOfMeasures(plan, language)[0] ?? '', 118);
  const notice = plan.assembly.fictive ? fictiveNotice(language) : null;
  const sentenceTop = 82;
  const noticeTop = sentenceTop + sentence.length * 20 - 8;
  const fragment = [
    `<text x="${margin}" y="50" font-size="26" font-weight="700" fill="#1d3f5e">${svgText(title)} <tspan font-size="18" font-weight="400" fill="#51606e" dx="8">${svgText(counts)}</tspan></text>`,
    ...sentence.map(
      (line, i) =>
        `<text x="${margin}" y="${sentenceTop + i * 20}" font-size="15" fill="#25313b">${svgText(line)}</text>`,
    ),
    ...(notice
      ? [
          `<rect x="${margin}" y="${noticeTop}" width="${pictureWidth - 2 * margin}" height="26" rx="4" fill="#ffe8d1"/>`,
          `<text x="${margin + 12}" y="${noticeTop + 18}" font-size="13.5" font-weight="700" fill="#7a2e00">${svgText(notice)}</text>`,
        ]
      : []),
  ].join('');
  return { fragment, height: noticeTop + (notice ? 40 : 12) };
}

function footer(plan: Plan, frame: MapFrame, language: Language): { fragment: string; height: number } {
  const say = saying(language);
  const names = (territories: MapFrame['unlocated']) => territories.map(({ name }) => name).join(', ');
  const lines = [
    ...(frame.unlocated.length > 0
      ? [`${say('Sans position', 'Without a position')} : ${names(frame.unlocated)}`]
      : []),
    ...(frame.distant.length > 0
      ? [`${say('Hors de la carte', 'Off the map')} : ${names(frame.distant)}`]
      : []),
    say(
      'Les distances sont à vol d’oiseau. Un trait relie chaque territoire au milieu de son atelier.',
      'Distances are as the crow flies. A line ties each territory to the middle of its workshop.',
    ),
    ...severalCaveat(plan, language),
    ...sizeCaveat(plan.baselines, language),
    dataCredits(language),
  ].flatMap((text) => wrapWords(text, 180));
  const fragment = lines
    .map((line, i) => `<text x="0" y="${14 + i * 16}" font-size="11" fill="#51606e">${svgText(line)}</text>`)
    .join('');
  return { fragment, height: lines.length * 16 + 24 };
}

/** What the dark dots are, where a territory or its seats sit in several workshops. */
function severalCaveat(plan: Plan, language: Language): string[] {
  const places = plan.workshops.reduce((sum, { territoryIds }) => sum + territoryIds.length, 0);
  if (places === plan.measures.placedCount) return [];
  return [
    saying(language)(
      'Un point sombre est dans plusieurs ateliers : autant que le dit son chiffre (×2 : deux).',
      'A dark dot is in several workshops: as many as its figure tells (×2: two).',
    ),
  ];
}
