import type { ChangeEffect } from '../../model/change-effect.js';
import type { EngineError } from '../../model/engine-error.js';
import type { Language } from '../../model/local-text.js';
import type { BudgetConflict } from '../replan/replan-refusal.js';

/** Tells an organiser why a plan cannot be changed as asked; null for any other error, and for what English says well. */
export function describeChangeRefusal(error: EngineError, language: Language): string | null {
  if (error.code === 'budget-too-small') {
    return (error.value as BudgetConflict).reasons.map(({ text }) => text[language]).join(' ');
  }
  if (error.code === 'change-breaks-rules') {
    return (error.value as ChangeEffect).remarks
      .filter(({ code }) => breaking.has(code))
      .map(({ text }) => text[language])
      .join(' ');
  }
  return language === 'fr' ? (french[error.code]?.(String(error.value)) ?? null) : null;
}

/** What keeps a change by hand from being made without being asked for twice. */
const breaking: ReadonlySet<string> = new Set([
  'workshop-too-small',
  'workshop-too-large',
  'rule-broken-by-change',
]);

const french: Readonly<Record<string, (value: string) => string>> = {
  'unknown-workshop': (id) =>
    `Il n’y a pas d’atelier « ${id} » dans ce plan.\nDonnez l’identifiant d’un de ses ateliers, comme A01.`,
  'territory-already-there': (id) =>
    `Le territoire « ${id} » est déjà dans le plan.\nDites plutôt qu’il est modifié, ou donnez au nouveau un autre identifiant.`,
  'not-in-a-workshop': (id) =>
    `Le territoire « ${id} » n’est dans aucun atelier.\nPlacez-le d’abord dans un atelier.`,
  'entry-not-changeable': () =>
    'Seul un plan de l’entrée territoriale se change atelier par atelier.\nPour les autres entrées, composez de nouveau avec des règles qui disent ce qui doit changer.',
  'bad-budget': (budget) =>
    `Le nombre de déplacements « ${budget} » ne convient pas.\nDonnez un nombre entier, 0 ou plus.`,
};
