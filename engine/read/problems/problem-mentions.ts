import { plainText } from '../cells/plain-text.js';
import { itemsOf } from '../cells/read-list.js';
import { parseNumber } from '../cells/read-number.js';
import { describeValue, type FindingLog } from '../findings/finding-log.js';
import type { Cell } from '../tables/sheets.js';

/** A problem that someone wrote down for a territory, before it is looked up. */
export interface ProblemMention {
  readonly nature: 'need' | 'experience';
  readonly text: string;
  /** as written; undefined: said without a degree, hence in full */
  readonly intensity: unknown;
  /** where the problem stands, and where its intensity does */
  readonly at: Cell;
  readonly intensityAt: Cell;
}

/** The mentions of list cells: "hab.vacance:0.8 | mob.covoiturage", free texts, JSON lists of objects or texts. */
export function mentionsOf(
  cells: readonly Cell[],
  nature: ProblemMention['nature'],
  log: FindingLog,
): ProblemMention[] {
  return itemsOf(cells).flatMap(({ item, cell }): ProblemMention[] => {
    if (typeof item === 'string') {
      const { text, intensity } = splitIntensity(item);
      const at = { ...cell, value: item };
      return [{ nature, text, intensity, at, intensityAt: at }];
    }
    const named = typeof item === 'object' && item !== null ? partsOf(item) : undefined;
    const at: Cell = { ...cell, value: describeValue(item) };
    if (typeof named?.problem === 'string' && plainText(named.problem) !== '') {
      return [{ nature, text: named.problem, intensity: named.intensity, at, intensityAt: at }];
    }
    log.add('missing-problem', {}, at);
    return [];
  });
}

/** "hab.vacance:0,8" and "logements vacants = fort" say how much; a colon before anything else is part of the text. */
function splitIntensity(item: string): { text: string; intensity: unknown } {
  const found = /^(.*\S)\s*[:=]\s*(\S[^:=]*)$/su.exec(item);
  const [, text = '', degree = ''] = found ?? [];
  if (text === '' || !(parseNumber(degree) || intensityWord(degree) !== undefined)) {
    return { text: item, intensity: undefined };
  }
  return { text, intensity: degree };
}

/** Words people use for a degree, as thirds of one. */
export function intensityWord(text: string): number | undefined {
  return intensityOfWord.get(plainText(text));
}

const intensityOfWord = new Map([
  ...['faible', 'faiblement', 'bas', 'basse', 'low', 'weak'].map((word) => [word, 0.33] as const),
  ...['moyen', 'moyenne', 'moyennement', 'medium', 'moderate'].map((word) => [word, 0.66] as const),
  ...['fort', 'forte', 'fortement', 'eleve', 'elevee', 'haut', 'haute', 'high', 'strong'].map(
    (word) => [word, 1] as const,
  ),
]);

function partsOf(item: object): { problem: unknown; intensity: unknown } {
  const parts = new Map(
    Object.entries(item).map(([key, value]) => [plainText(key).replace(/ /g, ''), value]),
  );
  const first = (...keys: string[]) => keys.map((key) => parts.get(key)).find((value) => value !== undefined);
  return {
    problem: first('problemid', 'problem', 'probleme', 'problematique', 'id', 'text', 'texte'),
    intensity: first('intensity', 'intensite', 'level', 'niveau', 'poids', 'weight') ?? undefined,
  };
}
