import type { Baseline, Language, Measures, Plan } from '../../../engine/index.js';
import { baselineLabel, baselineOrder } from '../../locale/labels.js';
import { timesChance } from '../../locale/measures-reading.js';
import { kilometresText, numberText, percentText } from '../../locale/number-text.js';
import { saying } from '../../locale/saying.js';

/** One measure, for our plan then for each method it is judged beside. */
export interface MeasureLine {
  readonly label: string;
  readonly unit: MeasureUnit;
  /** one number a column of `measureColumns`; null where the measure does not exist */
  readonly values: readonly (number | null)[];
}

/** times: a ratio to chance · percent: a share 0..1 */
export type MeasureUnit = 'times' | 'decimal' | 'km' | 'percent' | 'count' | 'mean';

/** The columns: our plan first, then the methods present in the plan, always in one order. */
export function measureColumns(plan: Pick<Plan, 'baselines'>, language: Language): string[] {
  return [
    saying(language)('Notre plan', 'Our plan'),
    ...orderedBaselines(plan).map(({ method }) => baselineLabel(method, language)),
  ];
}

/** The lines of the comparison, the ones that matter most first. */
export function measureLines(plan: Pick<Plan, 'measures' | 'baselines'>, language: Language): MeasureLine[] {
  const say = saying(language);
  const baselines = orderedBaselines(plan);
  const all = [plan.measures, ...baselines.map(({ measures }) => measures)];
  const line = (label: string, unit: MeasureUnit, read: (measures: Measures) => number | null) => ({
    label,
    unit,
    values: all.map(read),
  });
  return [
    line(say('Ressemblance (1 = le hasard)', 'Likeness (1 = chance)'), 'times', timesChance),
    line(say('Éloignement moyen', 'Mean distance'), 'km', ({ spreadKm }) => spreadKm),
    line('Décroisement', 'decimal', ({ decoupling }) => decoupling),
    line(
      say('Part due à la proximité', 'Part due to nearness'),
      'decimal',
      ({ proximityEffect }) => proximityEffect,
    ),
    line(
      say('Paires d’un même département', 'Pairs of one département'),
      'percent',
      ({ sameDepartmentShare }) => sameDepartmentShare,
    ),
    line(
      say('Départements par atelier', 'Départements per workshop'),
      'mean',
      ({ departmentsPerWorkshop }) => departmentsPerWorkshop,
    ),
    line(
      say('Types de territoires par atelier', 'Kinds of territory per workshop'),
      'mean',
      ({ kindsPerWorkshop }) => kindsPerWorkshop,
    ),
    line(
      say('Thèmes par atelier', 'Themes per workshop'),
      'mean',
      ({ themesPerWorkshop }) => themesPerWorkshop,
    ),
    line(say('Plus petit atelier', 'Smallest workshop'), 'count', ({ smallestSize }) => smallestSize),
    line(say('Plus grand atelier', 'Largest workshop'), 'count', ({ largestSize }) => largestSize),
    {
      label: say('Territoires hors des tailles', 'Territories outside the sizes'),
      unit: 'count',
      values: [0, ...baselines.map(({ outOfBounds }) => outOfBounds)],
    },
  ];
}

/** What the numbers of a measure are, for a column of its own; those of `percent` are then written as `columnValue`. */
export function unitText(unit: MeasureUnit, language: Language): string {
  const say = saying(language);
  switch (unit) {
    case 'times':
      return say('fois le hasard', 'times chance');
    case 'decimal':
      return say('0 à 1', '0 to 1');
    case 'km':
      return 'km';
    case 'percent':
      return '%';
    case 'count':
      return say('nombre', 'count');
    case 'mean':
      return say('moyenne', 'mean');
  }
}

/** The number of a measure beside its unit: a share in per cent, all others as they are. */
export function columnValue(value: number | null, unit: MeasureUnit): number | null {
  return value !== null && unit === 'percent' ? 100 * value : value;
}

/** The value as a reader of the language writes it: "× 2,1", "128 km", "4 %". */
export function measureText(value: number | null, unit: MeasureUnit, language: Language): string {
  if (value === null) return '–';
  switch (unit) {
    case 'times':
      return `×\u00a0${numberText(value, 1, language)}`;
    case 'decimal':
      return numberText(value, 2, language);
    case 'km':
      return kilometresText(value, language);
    case 'percent':
      return percentText(value, language);
    case 'count':
      return numberText(value, 0, language);
    case 'mean':
      return numberText(value, 1, language);
  }
}

function orderedBaselines({ baselines }: Pick<Plan, 'baselines'>): Baseline[] {
  return baselineOrder.flatMap((method) => baselines.filter((baseline) => baseline.method === method));
}
