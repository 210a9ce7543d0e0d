import type { Baseline, Language, LocalText, Person, TerritoryKind, Workshop } from '../../engine/index.js';
import { territoryKindNames } from '../../engine/planning.js';

/** "Communauté de communes" for CC, and so on. */
export function kindLabel(kind: TerritoryKind, language: Language): string {
  return territoryKindNames[kind][language];
}

export function formatLabel(format: Workshop['format'], language: Language): string {
  return formats[format][language];
}

export function cadenceLabel(cadence: Workshop['cadence'], language: Language): string {
  return cadences[cadence][language];
}

/** Nothing for a civility that was not stated. */
export function civilityLabel(civility: Person['civility'] | undefined, language: Language): string | null {
  if (civility === 'F') return { fr: 'Madame', en: 'Ms' }[language];
  return civility === 'M' ? { fr: 'Monsieur', en: 'Mr' }[language] : null;
}

/** The methods that the plan is judged beside, in the order they are shown. */
export const baselineOrder: readonly Baseline['method'][] = ['department', 'random', 'louvain', 'kmeans'];

export function baselineLabel(method: Baseline['method'], language: Language): string {
  return baselines[method][language];
}

/** Known traits in the language; any other as the organiser wrote it. */
export function traitLabel(trait: string, language: Language): string {
  return traits.get(trait)?.[language] ?? trait;
}

const formats: Readonly<Record<Workshop['format'], LocalText>> = {
  video: { fr: 'Visioconférence', en: 'Video conference' },
  'in-person': { fr: 'Présentiel', en: 'In person' },
};

const cadences: Readonly<Record<Workshop['cadence'], LocalText>> = {
  'one-off': { fr: 'Ponctuel', en: 'One-off' },
  lasting: { fr: 'Durable', en: 'Lasting' },
};

const baselines: Readonly<Record<Baseline['method'], LocalText>> = {
  department: { fr: 'Par département', en: 'By département' },
  random: { fr: 'Au hasard', en: 'At random' },
  louvain: { fr: 'Louvain seul', en: 'Louvain alone' },
  kmeans: { fr: 'k-moyennes', en: 'k-means' },
};

const traits: ReadonlyMap<string, LocalText> = new Map([
  ['mountain', { fr: 'montagne', en: 'mountain' }],
  ['coast', { fr: 'littoral', en: 'coast' }],
  ['rural', { fr: 'rural', en: 'rural' }],
  ['urban', { fr: 'urbain', en: 'urban' }],
]);
