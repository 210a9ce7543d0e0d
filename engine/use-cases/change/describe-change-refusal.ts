import type { EngineError } from '../../engine-error.js';
import type { ChangeEffect } from '../../model/change-effect.js';
import type { Language } from '../../model/local-text.js';
import type { BudgetConflict } from '../../model/replanning.js';
import { isBreaking } from './breaking-remarks.js';

/** Tells an organiser why a plan cannot be changed as asked; null for any other error, and for what English says well. */
export function describeChangeRefusal(error: EngineError, language: Language): string | null {
  if (error.code === 'budget-too-small') {
    return (error.value as BudgetConflict).reasons.map(({ text }) => text[language]).join(' ');
  }
  if (error.code === 'change-breaks-rules') {
    return (error.value as ChangeEffect).remarks
      .filter(isBreaking)
      .map(({ text }) => text[language])
      .join(' ');
  }
  if (error.code === 'change-not-of-entry') {
    return language === 'fr' ? foreignChange(error.value as ForeignChange) : null;
  }
  return language === 'fr' ? (french[error.code]?.(String(error.value)) ?? null) : null;
}

interface ForeignChange {
  readonly kind: string;
  readonly entry: string;
  readonly kinds: readonly string[];
}

function foreignChange({ kind, entry, kinds }: ForeignChange): string {
  const what = entries[entry] ?? '';
  return `Le changement « ${kind} » ne s’applique pas à un plan ${what}.\nDites-le par l’un de ceux-ci : ${kinds.join(', ')}.`;
}

const entries: Readonly<Record<string, string>> = {
  territorial: 'de l’entrée territoriale, où chaque territoire a un atelier',
  seats: 'de l’entrée par siège, où ce sont des sièges qui ont une place',
  thematic: 'de l’entrée thématique, où un territoire rejoint ou quitte un atelier',
  referral: 'd’une saisine, où un territoire rejoint ou quitte le seul atelier',
};

const french: Readonly<Record<string, (value: string) => string>> = {
  'unknown-workshop': (id) =>
    `Il n’y a pas d’atelier « ${id} » dans ce plan.\nDonnez l’identifiant d’un de ses ateliers, comme A01.`,
  'unknown-seat': (id) =>
    `Ce plan ne place aucun siège « ${id} ».\nReprenez l’identifiant d’un siège de ses ateliers ; un siège vacant, ou hors mandat, n’y est pas.`,
  'not-in-workshop': (id) =>
    `Le territoire « ${id} » n’est pas dans l’atelier indiqué.\nNommez un atelier où il siège.`,
  'already-in-workshop': (id) =>
    `Le territoire « ${id} » est déjà dans l’atelier indiqué.\nFaites-en venir un autre, ou nommez un autre atelier.`,
  'seat-already-there': (id) =>
    `Le siège « ${id} » est déjà dans le plan.\nDonnez au nouveau un autre identifiant.`,
  'territory-already-there': (id) =>
    `Le territoire « ${id} » est déjà dans le plan.\nDites plutôt qu’il est modifié, ou donnez au nouveau un autre identifiant.`,
  'not-in-a-workshop': (id) => `« ${id} » n’est dans aucun atelier.\nPlacez-le d’abord dans un atelier.`,
  'bad-budget': (budget) =>
    `Le nombre de déplacements « ${budget} » ne convient pas.\nDonnez un nombre entier, 0 ou plus.`,
};
