import type { Programme } from '../../engine/index.js';
import { departmentLabel } from '../locale/department-names.js';
import { kindLabel } from '../locale/labels.js';
import { percentText } from '../locale/number-text.js';
import { saying } from '../locale/saying.js';
import { type Table, tableOf } from '../plan/tables/table.js';
import type { ProgrammeLookup } from './programme-lookup.js';

type Pilot = NonNullable<Programme['pilots']>['chosen'][number];

/** One row a pilot territory: whom it stands for, and how like it they are. */
export function pilotsTable(lookup: ProgrammeLookup): Table {
  const { programme, language } = lookup;
  const say = saying(language);
  const stoodFor = ({ territoryId, represents }: Pilot) =>
    represents.filter((other) => other.territoryId !== territoryId);
  return tableOf<Pilot>(
    { sheet: say('Territoires pilotes', 'Pilot territories'), file: say('pilotes.csv', 'pilots.csv') },
    [
      {
        header: say('Territoire pilote', 'Pilot territory'),
        kind: 'text',
        width: 40,
        value: ({ territoryId }) => lookup.territory(territoryId).name,
      },
      {
        header: say('Type', 'Kind'),
        kind: 'text',
        width: 26,
        value: ({ territoryId }) => kindLabel(lookup.territory(territoryId).kind, language),
      },
      {
        header: 'Départements',
        kind: 'text',
        width: 24,
        value: ({ territoryId }) => lookup.territory(territoryId).departments.map(departmentLabel),
      },
      {
        header: say('Nombre de territoires représentés', 'Number of territories it stands for'),
        kind: 'integer',
        width: 15,
        value: (pilot) => stoodFor(pilot).length,
      },
      {
        header: say('Représente (ressemblance)', 'Stands for (likeness)'),
        kind: 'text',
        width: 60,
        value: (pilot) =>
          stoodFor(pilot).map(
            ({ territoryId, likeness }) =>
              `${lookup.territory(territoryId).name} (${percentText(likeness, language)})`,
          ),
      },
      {
        header: say('Identifiant', 'Identifier'),
        kind: 'code',
        width: 13,
        value: ({ territoryId }) => territoryId,
      },
    ],
    programme.pilots?.chosen ?? [],
    () => null,
  );
}
