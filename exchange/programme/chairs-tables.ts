import type { Chair, Duty } from '../../engine/index.js';
import { civilityLabel } from '../locale/labels.js';
import { saying } from '../locale/saying.js';
import { type Reading, type Table, tableOf } from '../plan/tables/table.js';
import { type ProgrammeLookup, type RoundWorkshop, workshopsOf } from './programme-lookup.js';

/** One row a workshop: the woman and the man who chair it, or who does in the meantime. */
export function chairsTable(lookup: ProgrammeLookup): Table {
  const { programme, language } = lookup;
  const say = saying(language);
  const missing = say('à trouver', 'to be found');
  const who = (chair: Chair | null | undefined): string => (chair ? lookup.person(chair) : missing);
  const where = (chair: Chair | null | undefined): string | null =>
    chair ? lookup.territory(chair.territoryId).name : null;
  const text = (
    header: string,
    width: number,
    value: Reading<RoundWorkshop>['value'],
  ): Reading<RoundWorkshop> => ({ header, kind: 'text', width, value });
  return tableOf<RoundWorkshop>(
    { sheet: say('Présidences', 'Chairs'), file: say('presidences.csv', 'chairs.csv') },
    [
      { header: say('Tour', 'Round'), kind: 'integer', width: 7, value: ({ round }) => round },
      { header: say('Atelier', 'Workshop'), kind: 'badge', width: 9, value: ({ number }) => number },
      text(say('Titre', 'Title'), 38, ({ title }) => title[language]),
      text(say('Une femme', 'A woman'), 30, ({ chairs }) => who(chairs?.woman)),
      text(say('Territoire de la femme', 'Her territory'), 32, ({ chairs }) => where(chairs?.woman)),
      text(say('Un homme', 'A man'), 30, ({ chairs }) => who(chairs?.man)),
      text(say('Territoire de l’homme', 'His territory'), 32, ({ chairs }) => where(chairs?.man)),
      text(
        say('En attendant', 'In the meantime'),
        40,
        ({ chairs }) => chairs?.standIns.map((chair) => `${lookup.person(chair)} (${where(chair)})`) ?? null,
      ),
      text(say('Identifiant', 'Identifier'), 13, ({ id }) => id),
    ],
    workshopsOf(programme).filter(({ chairs }) => chairs !== undefined),
    ({ round }) => round,
  );
}

/** One row a person who may chair: how often before, how often now; who never does last. */
export function dutiesTable(lookup: ProgrammeLookup): Table {
  const { programme, language } = lookup;
  const say = saying(language);
  const duties = [...(programme.chairing?.duties ?? [])].sort(
    (a, b) => b.now - a.now || b.past + b.now - a.past - a.now,
  );
  return tableOf<Duty>(
    { sheet: say('Qui anime combien', 'Duties'), file: say('qui-anime-combien.csv', 'duties.csv') },
    [
      { header: say('Personne', 'Person'), kind: 'text', width: 34, value: (duty) => lookup.person(duty) },
      {
        header: say('Civilité', 'Civility'),
        kind: 'text',
        width: 12,
        value: ({ civility }) => civilityLabel(civility, language),
      },
      {
        header: say('Territoire', 'Territory'),
        kind: 'text',
        width: 40,
        value: ({ territoryId }) => lookup.territory(territoryId).name,
      },
      {
        header: say('Fois dans ce programme', 'Times in this programme'),
        kind: 'integer',
        width: 14,
        value: ({ now }) => now,
      },
      {
        header: say('Fois par le passé', 'Times before'),
        kind: 'integer',
        width: 12,
        value: ({ past }) => past,
      },
      {
        header: say('En tout', 'In all'),
        kind: 'integer',
        width: 10,
        value: ({ past, now }) => past + now,
      },
      { header: say('Siège', 'Seat'), kind: 'code', width: 16, value: ({ seatId }) => seatId },
    ],
    duties,
    () => null,
  );
}
