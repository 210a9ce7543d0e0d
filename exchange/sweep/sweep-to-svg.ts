import type { Language, Sweep } from '../../engine/index.js';
import { sizeCaveat } from '../locale/measures-reading.js';
import { fictiveNotice } from '../locale/notices.js';
import { saying } from '../locale/saying.js';
import { wrapWords } from '../locale/wrap-words.js';
import { moved, openCanvas, pictureMargin, pictureWidth, wholePicture } from '../plan/map/picture.js';
import { svgText } from '../plan/map/svg-text.js';
import { decisionSentence } from './decision-sentence.js';
import { dialChart } from './dial-chart.js';
import { tradeOffChart } from './trade-off-chart.js';

/**
 * A sweep as one picture (SVG text): likeness against distance with the other methods, the settings of the dial close up,
 * what it says, and what the assembly can decide with it. The same sweep gives the same bytes.
 */
export async function sweepToSvg(sweep: Sweep, language: Language): Promise<string> {
  const canvas = await openCanvas();
  const say = saying(language);
  const title = say(
    'Territoire ou thème : que gagne-t-on à décroiser ?',
    'Territory or theme: what does crossing borders bring?',
  );
  const top = heading(sweep, title, language);
  const foot = footer(sweep, language);
  const chartsTop = top.height + 30;
  const hasDial =
    new Set(
      sweep.points
        .filter(({ kind }) => kind === 'dial')
        .map(({ decoupling, spread }) => `${decoupling}/${spread}`),
    ).size > 1;
  const left = { width: hasDial ? 640 : pictureWidth - 2 * pictureMargin, height: 460 };
  const right = { width: pictureWidth - 2 * pictureMargin - left.width - 24, height: left.height };
  return wholePicture(chartsTop + left.height + foot.height, title, [
    top.fragment,
    moved(
      pictureMargin,
      chartsTop - 10,
      chartTitle(say('Toutes les façons de grouper', 'All ways of grouping')),
    ),
    moved(pictureMargin, chartsTop, tradeOffChart(sweep, left, language, canvas)),
    ...(hasDial
      ? [
          moved(
            pictureMargin + left.width + 24,
            chartsTop - 10,
            chartTitle(say('Le curseur du décroisement, de près', 'The dial of décroisement, close up')),
          ),
          moved(pictureMargin + left.width + 24, chartsTop, dialChart(sweep, right, language, canvas)),
        ]
      : []),
    moved(pictureMargin, chartsTop + left.height, foot.fragment),
  ]);
}

function heading(sweep: Sweep, title: string, language: Language): { fragment: string; height: number } {
  const say = saying(language);
  const whom = [
    ...(sweep.assemblyName === undefined ? [] : [sweep.assemblyName]),
    say(`${sweep.territoryCount} territoires`, `${sweep.territoryCount} territories`),
    say(`${sweep.points.length} façons de les grouper`, `${sweep.points.length} ways of grouping them`),
  ].join(' · ');
  const fragment = [
    `<text x="${pictureMargin}" y="50" font-size="26" font-weight="700" fill="#1d3f5e">${svgText(title)}</text>`,
    `<text x="${pictureMargin}" y="76" font-size="15" fill="#51606e">${svgText(whom)}</text>`,
    ...(sweep.fictive
      ? [
          `<rect x="${pictureMargin}" y="88" width="${pictureWidth - 2 * pictureMargin}" height="26" rx="4" fill="#ffe8d1"/>`,
          `<text x="${pictureMargin + 12}" y="106" font-size="13.5" font-weight="700" fill="#7a2e00">${svgText(fictiveNotice(language))}</text>`,
        ]
      : []),
  ].join('');
  return { fragment, height: sweep.fictive ? 130 : 96 };
}

function chartTitle(text: string): string {
  return `<text x="4" y="0" font-size="15.5" font-weight="700" fill="#1d3f5e">${svgText(text)}</text>`;
}

function footer(sweep: Sweep, language: Language): { fragment: string; height: number } {
  const say = saying(language);
  const notes = [
    say(
      'Un point est une façon de composer tous les ateliers, aux tailles et règles demandées : plus haut, leurs membres se ressemblent davantage ; plus à droite, ils viennent de plus loin (à vol d’oiseau).',
      'A point is one way of composing all the workshops, within the sizes and rules asked: higher, their members are more alike; farther right, they come from farther away (as the crow flies).',
    ),
    say(
      'Point d’équilibre : le plus loin au-dessus du segment qui joint les deux bouts de la courbe (Satopää et al. 2011).',
      'Balance: the point farthest above the line that joins both ends of the curve (Satopää et al. 2011).',
    ),
    ...sizeCaveat(sweep.baselines, language),
  ];
  const decided = [
    ...sweep.reading.map(({ text }) => ({ text: text[language], weight: 400 })),
    { text: decisionSentence(sweep, language), weight: 700 },
  ];
  const rows: { text: string; size: number; weight: number; y: number; ink: string }[] = [];
  let y = 24;
  for (const { text, weight } of decided) {
    for (const line of wrapWords(text, weight === 700 ? 130 : 140)) {
      rows.push({ text: line, size: 15, weight, y, ink: '#25313b' });
      y += 21;
    }
    y += 6;
  }
  y += 4;
  for (const line of notes.flatMap((note) => wrapWords(note, 185))) {
    rows.push({ text: line, size: 11.5, weight: 400, y, ink: '#51606e' });
    y += 16;
  }
  const fragment = rows
    .map(
      ({ text, size, weight, y: top, ink }) =>
        `<text x="0" y="${top}" font-size="${size}" font-weight="${weight}" fill="${ink}">${svgText(text)}</text>`,
    )
    .join('');
  return { fragment, height: y + 16 };
}
