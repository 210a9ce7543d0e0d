import { type Baseline, type Language, type Measures, parameters, type Sweep } from '../../engine/index.js';
import { baselineLabel, baselineOrder } from '../locale/labels.js';
import { timesChance } from '../locale/measures-reading.js';
import { saying } from '../locale/saying.js';
import { type Reading, type Table, type TableCell, tableOf } from '../plan/tables/table.js';
import { kindText } from './sweep-labels.js';

interface Line {
  readonly what: string;
  readonly decoupling: number | null;
  readonly spread: number | null;
  readonly measures: Measures;
  readonly outOfBounds: number;
  readonly remarks: readonly string[];
}

/** Every scenario on one line, settings first, then nearness favoured, then the four other methods. */
export function sweepTable(sweep: Sweep, language: Language): Table {
  const say = saying(language);
  return tableOf<Line>(
    { sheet: say('Curseur', 'Dial'), file: say('curseur.csv', 'dial.csv') },
    [...settingColumns(language), ...measureColumns(language)],
    [...pointLines(sweep, language), ...baselineLines(sweep, language)],
    () => null,
  );
}

function pointLines({ points, knee }: Sweep, language: Language): Line[] {
  const say = saying(language);
  const decoupling: number = parameters.geography.decoupling.default;
  const spread: number = parameters.workshop.spread.default;
  return points.map((point, k) => ({
    what: kindText(point, language),
    decoupling: point.decoupling,
    spread: point.spread,
    measures: point.measures,
    outOfBounds: 0,
    remarks: [
      ...(k === knee ? [say('point d’équilibre', 'balance')] : []),
      ...(point.decoupling === decoupling && point.spread === spread
        ? [say('réglage habituel', 'usual setting')]
        : []),
      ...(point.efficient
        ? [say('rien de mieux sur les deux tableaux', 'nothing better on both counts')]
        : []),
    ],
  }));
}

function baselineLines({ baselines }: Sweep, language: Language): Line[] {
  return baselineOrder.flatMap((method) =>
    baselines
      .filter((baseline: Baseline) => baseline.method === method)
      .map(({ measures, outOfBounds }) => ({
        what: baselineLabel(method, language),
        decoupling: null,
        spread: null,
        measures,
        outOfBounds,
        remarks: [],
      })),
  );
}

function settingColumns(language: Language): Reading<Line>[] {
  const say = saying(language);
  return [
    { header: say('Ce qui est essayé', 'What is tried'), kind: 'text', width: 24, value: ({ what }) => what },
    {
      header: 'Décroisement',
      kind: 'decimal',
      width: 14,
      value: (line) => line.decoupling,
    },
    {
      header: say('Poids de l’éloignement', 'Weight of distance'),
      kind: 'decimal',
      width: 14,
      value: ({ spread }) => spread,
    },
    {
      header: say('Remarque', 'Remark'),
      kind: 'text',
      width: 34,
      value: ({ remarks }) => remarks.join(', '),
    },
  ];
}

function measureColumns(language: Language): Reading<Line>[] {
  const say = saying(language);
  const column = (
    header: string,
    kind: Reading<Line>['kind'],
    read: (measures: Measures) => TableCell,
  ): Reading<Line> => ({ header, kind, width: 15, value: ({ measures }) => read(measures) });
  return [
    column(say('Ressemblance (1 = le hasard)', 'Likeness (1 = chance)'), 'decimal', timesChance),
    column(say('Éloignement moyen', 'Mean distance'), 'km', ({ spreadKm }) => spreadKm),
    column(
      say('Ressemblance au-delà de la distance', 'Likeness beyond distance'),
      'decimal',
      ({ decoupling }) => decoupling,
    ),
    column(
      say('Part due à la proximité', 'Part due to nearness'),
      'decimal',
      ({ proximityEffect }) => proximityEffect,
    ),
    column(
      say('Paires d’un même département', 'Pairs of one département'),
      'percent',
      ({ sameDepartmentShare }) => sameDepartmentShare,
    ),
    column(
      say('Départements par atelier', 'Départements per workshop'),
      'decimal',
      ({ departmentsPerWorkshop }) => departmentsPerWorkshop,
    ),
    column(say('Ateliers', 'Workshops'), 'integer', ({ workshopCount }) => workshopCount),
    column(say('Plus petit atelier', 'Smallest workshop'), 'integer', ({ smallestSize }) => smallestSize),
    column(say('Plus grand atelier', 'Largest workshop'), 'integer', ({ largestSize }) => largestSize),
    {
      header: say('Territoires hors des tailles', 'Territories outside the sizes'),
      kind: 'integer',
      width: 15,
      value: ({ outOfBounds }) => outOfBounds,
    },
  ];
}
