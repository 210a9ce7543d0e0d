import type { Reason, Territory, WhyHere } from '../../../engine/index.js';
import { explainTerritories } from '../../../engine/planning.js';
import { fictiveMark } from '../../locale/notices.js';
import { saying } from '../../locale/saying.js';
import type { PlanLookup } from './plan-lookup.js';
import { isAlternative } from './reason-codes.js';
import { type Table, tableOf } from './table.js';

interface Place {
  readonly number: number;
  readonly territory: Territory;
  readonly why: WhyHere;
}

/** One row a territory of a workshop, workshop by workshop: everything that holds it there, and with whom. */
export function whyHereTable(lookup: PlanLookup): Table {
  const { language, plan } = lookup;
  const say = saying(language);
  const sentences = (reasons: readonly Reason[]): string[] => reasons.map(({ text }) => text[language]);
  return tableOf<Place>(
    { sheet: say('Pourquoi ici', 'Why here'), file: say('pourquoi-ici.csv', 'why-here.csv') },
    [
      { header: say('Atelier', 'Workshop'), kind: 'badge', width: 10, value: ({ number }) => number },
      { header: say('Territoire', 'Territory'), kind: 'text', width: 28, value: (row) => row.territory.name },
      ...(plan.workshops.some(({ seatIds }) => seatIds)
        ? [
            {
              header: say('Siège', 'Seat'),
              kind: 'code' as const,
              width: 16,
              value: (row: Place) => row.why.seatId ?? '',
            },
          ]
        : []),
      {
        header: say('Pourquoi ici', 'Why here'),
        kind: 'text',
        width: 54,
        value: ({ why }) => sentences(why.reasons.filter((reason) => !isAlternative(reason))),
      },
      {
        header: say('Ce qu’il partage avec chacun', 'What it shares with each') + fictiveMark(plan, language),
        kind: 'text',
        width: 72,
        value: ({ why }) => sentences(why.members),
      },
      {
        header: say('Autre atelier possible', 'Other possible workshop'),
        kind: 'text',
        width: 40,
        value: ({ why }) => sentences(why.reasons.filter(isAlternative)),
      },
    ],
    placesIn(lookup),
    ({ number }) => number,
  );
}

/** Workshop by workshop, by territory. */
function placesIn({ plan, territory }: PlanLookup): Place[] {
  const all = explainTerritories(plan).flatMap(({ territoryId, placements }) =>
    placements.map((why) => ({ territory: territory(territoryId), why })),
  );
  return plan.workshops.flatMap(({ id }, place) =>
    all.flatMap((each) => (each.why.workshopId === id ? [{ number: place + 1, ...each }] : [])),
  );
}
