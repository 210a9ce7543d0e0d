import pc from 'picocolors';
import type { Language, Pairing, Pairings, Reason } from '../../engine/index.js';
import { kilometresText, numberText } from '../../exchange/locale/number-text.js';
import { readingOfPairings } from '../../exchange/locale/pairings-reading.js';
import { saying } from '../../exchange/locale/saying.js';
import { headingLines, type Paint } from './render-heading.js';
import { plainText } from './render-plain.js';
import { wrapped } from './render-wrapped.js';

/** Pairings for a terminal: who with whom and why, who is left alone and why, what it comes to. At most 100 columns. */
export function renderPairings(pairings: Pairings, language: Language, colour: boolean): string {
  const paint = pc.createColors(colour);
  const { assembly } = pairings;
  const names = new Map(assembly.territories.map((territory) => [territory.id, territory.name]));
  const nameOf = (id: string): string => plainText(names.get(id) ?? id);
  const lines = [
    ...headingLines(assembly, language, paint),
    ...pairings.pairings.flatMap((pairing) => pairingLines(pairing, nameOf, language, paint)),
    ...pairings.unpaired.flatMap(({ territoryId, reason }) => [
      ...wrapped('', nameOf(territoryId), paint.bold),
      ...reasonLines([reason], language),
      '',
    ]),
    ...readingOfPairings(pairings, language).flatMap((sentence) => wrapped('', sentence)),
  ];
  return `${lines.join('\n')}\n`;
}

function pairingLines(
  { territoryIds, third, value, distanceKm, reasons }: Pairing,
  nameOf: (id: string) => string,
  language: Language,
  paint: Paint,
): string[] {
  const who = [...territoryIds, ...(third ? [third.territoryId] : [])].map(nameOf).join(' + ');
  const mark = numberText(10 * value, 1, language);
  const facts = [
    saying(language)(`note ${mark} sur 10`, `mark ${mark} out of 10`),
    ...(distanceKm === undefined ? [] : [kilometresText(distanceKm, language)]),
  ];
  return [
    ...wrapped('', who, paint.bold),
    ...wrapped('  ', facts.join(' · '), paint.dim),
    ...reasonLines(
      reasons.filter(({ code }) => code !== 'pair-distance'),
      language,
    ),
    '',
  ];
}

function reasonLines(reasons: readonly Reason[], language: Language): string[] {
  return reasons.flatMap(({ text }) => wrapped('  • ', plainText(text[language])));
}
