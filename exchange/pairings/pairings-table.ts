import type { Language, Pairing, Plan, Reason } from '../../engine/index.js';
import { fictiveMark } from '../locale/notices.js';
import { problemLabels } from '../locale/problem-labels.js';
import { saying } from '../locale/saying.js';
import { type Reading, type Table, tableOf } from '../plan/tables/table.js';

/** Pairings, of a plan or made alone. */
export type PairingsSource = Pick<Plan, 'assembly' | 'pairings' | 'unpaired'>;

/** One row a pairing, the most valuable first as they come; the territories left without a partner last. */
export function pairingsTable(source: PairingsSource, language: Language): Table {
  const say = saying(language);
  const rows = [
    ...source.pairings.map(rowOfPairing),
    ...source.unpaired.map(
      ({ territoryId, reason }): Row => ({ first: territoryId, second: null, reasons: [reason] }),
    ),
  ];
  return tableOf<Row>(
    { sheet: say('Jumelages', 'Pairings'), file: say('jumelages.csv', 'pairings.csv') },
    [...whoReadings(source, language), ...whyReadings(source, language), ...codeReadings(language)],
    rows,
    () => null,
  );
}

interface Row extends Partial<Omit<Pairing, 'territoryIds' | 'reasons'>> {
  readonly first: string;
  readonly second: string | null;
  readonly reasons: readonly Reason[];
}

function rowOfPairing({ territoryIds: [first, second], ...pairing }: Pairing): Row {
  return { first, second, ...pairing };
}

function whoReadings({ assembly }: PairingsSource, language: Language): Reading<Row>[] {
  const say = saying(language);
  const names = new Map(assembly.territories.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  return [
    {
      header: say('Premier territoire', 'First territory'),
      kind: 'text',
      width: 32,
      value: ({ first }) => nameOf(first),
    },
    {
      header: say('Second territoire', 'Second territory'),
      kind: 'text',
      width: 32,
      value: ({ second }) => (second === null ? say('Sans jumelage', 'No pairing') : nameOf(second)),
    },
    {
      header: say('Troisième (trio)', 'Third (trio)'),
      kind: 'text',
      width: 26,
      value: ({ third }) => (third ? nameOf(third.territoryId) : null),
    },
    {
      header: 'Distance',
      kind: 'km',
      width: 11,
      value: ({ distanceKm }) => distanceKm ?? null,
    },
    {
      header: say('Note (sur 10)', 'Mark (out of 10)'),
      kind: 'mark',
      width: 9,
      value: ({ value }) => (value === undefined ? null : 10 * value),
    },
    { header: say('Apport', 'Exchange'), kind: 'text', width: 18, value: (row) => exchangeOf(row, language) },
  ];
}

/** Which way the exchange goes, in words. */
function exchangeOf({ shows }: Row, language: Language): string | null {
  if (!shows) return null;
  const say = saying(language);
  const ways = shows.filter((share) => share > 0).length;
  if (ways === 2) return say('dans les deux sens', 'both ways');
  return ways === 1 ? say('dans un seul sens', 'one way') : say('problèmes en commun', 'problems in common');
}

function whyReadings({ assembly }: PairingsSource, language: Language): Reading<Row>[] {
  const say = saying(language);
  const labelOf = problemLabels(assembly.taxonomy, language);
  const shown = (row: Row, from: string): string[] | null => {
    const reason = row.reasons.find(
      ({ code, facts }) => code === 'pair-shows-needs' && facts.fromId === from,
    );
    if (row.second === null || !reason) return null;
    const { problemIds, strongestNeedId } = reason.facts;
    return [problemIds ?? []].flat().map((id) => {
      const label = labelOf(String(id));
      return id === strongestNeedId ? `${label} ${say('(premier besoin)', '(first need)')}` : label;
    });
  };
  const share = (place: 0 | 1) => (row: Row) => row.shows?.[place] ?? null;
  return [
    {
      header: say('Ce que le premier montre au second', 'What the first shows the second'),
      kind: 'text',
      width: 38,
      value: (row) => shown(row, row.first),
    },
    {
      header: say('Part des besoins du second', 'Share of the second’s needs'),
      kind: 'percent',
      width: 12,
      value: share(0),
    },
    {
      header: say('Ce que le second montre au premier', 'What the second shows the first'),
      kind: 'text',
      width: 38,
      value: (row) => shown(row, row.second ?? ''),
    },
    {
      header: say('Part des besoins du premier', 'Share of the first’s needs'),
      kind: 'percent',
      width: 12,
      value: share(1),
    },
    {
      header: say('Demandé', 'Asked for'),
      kind: 'text',
      width: 11,
      value: ({ imposed }) => (imposed ? say('oui', 'yes') : null),
    },
    {
      header: say('Pourquoi', 'Why') + fictiveMark({ assembly }, language),
      kind: 'text',
      width: 48,
      value: ({ reasons }) =>
        reasons.filter(({ code }) => !saidElsewhere.has(code)).map(({ text }) => text[language]),
    },
  ];
}

/** Each has its own column. */
const saidElsewhere: ReadonlySet<string> = new Set(['pair-shows-needs', 'pair-distance', 'pair-imposed']);

function codeReadings(language: Language): Reading<Row>[] {
  const say = saying(language);
  const code = (header: string, value: (row: Row) => string | null): Reading<Row> => ({
    header,
    kind: 'code',
    width: 13,
    value,
  });
  return [
    code(say('Identifiant du premier', 'First identifier'), ({ first }) => first),
    code(say('Identifiant du second', 'Second identifier'), ({ second }) => second),
    code(say('Identifiant du troisième', 'Third identifier'), ({ third }) => third?.territoryId ?? null),
  ];
}
