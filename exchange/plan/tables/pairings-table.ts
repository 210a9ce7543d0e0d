import type { Pairing, Reason } from '../../../engine/index.js';
import { fictiveMark } from '../../locale/notices.js';
import { saying } from '../../locale/saying.js';
import type { PlanLookup } from './plan-lookup.js';
import { isShowing } from './reason-codes.js';
import { type Table, tableOf } from './table.js';

/** One row a pairing, the most valuable first as the plan orders them; the territories left without a partner last. */
export function pairingsTable(lookup: PlanLookup): Table {
  const { language, plan } = lookup;
  const say = saying(language);
  return tableOf<Row>(
    { sheet: say('Jumelages', 'Pairings'), file: say('jumelages.csv', 'pairings.csv') },
    [
      {
        header: say('Premier territoire', 'First territory'),
        kind: 'text',
        width: 38,
        value: ({ first }) => lookup.territory(first).name,
      },
      {
        header: say('Second territoire', 'Second territory'),
        kind: 'text',
        width: 38,
        value: ({ second }) =>
          second === null ? say('Sans jumelage', 'No pairing') : lookup.territory(second).name,
      },
      {
        header: say('Distance', 'Distance'),
        kind: 'km',
        width: 11,
        value: ({ distanceKm }) => distanceKm,
      },
      {
        header: say('Ce que l’un montre à l’autre', 'What one shows the other'),
        kind: 'text',
        width: 52,
        value: ({ reasons }) => reasons.filter(isShowing).map(({ text }) => text[language]),
      },
      {
        header: say('Raisons', 'Reasons') + fictiveMark(lookup.plan, lookup.language),
        kind: 'text',
        width: 52,
        value: ({ reasons }) =>
          reasons.filter((reason) => !isShowing(reason)).map(({ text }) => text[language]),
      },
      {
        header: say('Identifiant du premier', 'First identifier'),
        kind: 'code',
        width: 13,
        value: ({ first }) => first,
      },
      {
        header: say('Identifiant du second', 'Second identifier'),
        kind: 'code',
        width: 13,
        value: ({ second }) => second,
      },
      {
        header: say('Valeur (0 à 1)', 'Value (0 to 1)'),
        kind: 'decimal',
        width: 10,
        value: ({ value }) => value,
      },
    ],
    [
      ...plan.pairings.map(rowOfPairing),
      ...plan.unpaired.map(({ territoryId, reason }) => ({
        first: territoryId,
        second: null,
        distanceKm: null,
        value: null,
        reasons: [reason],
      })),
    ],
    () => null,
  );
}

interface Row {
  readonly first: string;
  readonly second: string | null;
  readonly distanceKm: number | null;
  readonly value: number | null;
  readonly reasons: readonly Reason[];
}

function rowOfPairing({ territoryIds: [first, second], distanceKm, value, reasons }: Pairing): Row {
  return { first, second, distanceKm: distanceKm ?? null, value, reasons };
}
