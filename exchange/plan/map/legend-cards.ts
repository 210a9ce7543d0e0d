import type { Workshop } from '../../../engine/index.js';
import { kilometresText } from '../../locale/number-text.js';
import { saying } from '../../locale/saying.js';
import { wrapWords } from '../../locale/wrap-words.js';
import type { PlanLookup } from '../tables/plan-lookup.js';
import { workshopColour } from '../workshop-colours.js';
import type { MapDot } from './map-layer.js';
import { svgText } from './svg-text.js';

export const cardWidth = 373;
export const cardHeight = 116;
export const cardsInARow = 3;

/** What a card draws its small map from: the outlines of the big one by reference, and its dots. */
export interface SmallMap {
  readonly outlinesId: string;
  readonly dots: readonly MapDot[];
  readonly width: number;
  readonly height: number;
}

/**
 * One card a workshop: its number and title, its size and reach, and where its members are.
 * Fragments of `cardWidth` × `cardHeight` pixels, in the order of the workshops.
 */
export function legendCards(lookup: PlanLookup, map: SmallMap): string[] {
  return lookup.plan.workshops.map((workshop, place) => card(workshop, place + 1, lookup, map));
}

const smallWidth = 124;
const smallHeight = 98;
const titleCharacters = 26;
const titleLines = 3;

function card(workshop: Workshop, number: number, lookup: PlanLookup, map: SmallMap): string {
  const colour = workshopColour(number);
  const title = shortened(wrapWords(workshop.title[lookup.language], titleCharacters), titleLines);
  return [
    `<rect x="0.5" y="0.5" width="${cardWidth - 12}" height="${cardHeight - 11}" rx="6" fill="#fff" stroke="#d4dae0"/>`,
    `<rect x="0.5" y="0.5" width="5" height="${cardHeight - 11}" rx="2" fill="${colour}"/>`,
    `<circle cx="26" cy="23" r="13" fill="${colour}"/>`,
    `<text x="26" y="28" font-size="14" font-weight="700" fill="#fff" text-anchor="middle">${number}</text>`,
    ...title.map(
      (line, i) =>
        `<text x="16" y="${54 + i * 16.5}" font-size="13" font-weight="700" fill="#25313b">${svgText(line)}</text>`,
    ),
    `<text x="44" y="18" font-size="11" fill="#51606e">${svgText(countText(workshop, lookup))}</text>`,
    `<text x="44" y="32" font-size="11" fill="#51606e">${svgText(reachText(workshop, lookup))}</text>`,
    smallMap(number, colour, map),
  ].join('');
}

function shortened(lines: readonly string[], most: number): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]}…`];
}

function countText({ measures: { size }, seatIds }: Workshop, { language }: PlanLookup): string {
  if (seatIds) return saying(language)(`${size} sièges`, `${size} seats`);
  return saying(language)(`${size} territoires`, `${size} territories`);
}

function reachText({ measures }: Workshop, { language }: PlanLookup): string {
  const { departmentCount, spreadKm } = measures;
  const distance = kilometresText(spreadKm, language);
  return `${departmentCount} département${departmentCount > 1 ? 's' : ''} · ${distance}`;
}

function smallMap(number: number, colour: string, map: SmallMap): string {
  const scale = Math.min(smallWidth / map.width, smallHeight / map.height);
  const x = cardWidth - 20 - map.width * scale;
  const dots = map.dots
    .filter(({ workshops }) => workshops.includes(number))
    .map((dot) => `<circle cx="${dot.x}" cy="${dot.y}" r="${(3.6 / scale).toFixed(1)}" fill="${colour}"/>`);
  return `<g transform="translate(${x.toFixed(1)},${((cardHeight - 10 - map.height * scale) / 2).toFixed(1)}) scale(${scale.toFixed(4)})"><use xlink:href="#${map.outlinesId}"/>${dots.join('')}</g>`;
}
