import type { GroupBounds } from '../methods/grouping/grouping-problem.js';
import type { ConflictPhrases } from './conflict-phrases.js';

export const conflictPhrases: ConflictPhrases = {
  names: (names) => {
    if (names.length > 6) return `${names.slice(0, 5).join(', ')} et ${names.length - 5} autres`;
    return names.length > 1 ? `${names.slice(0, -1).join(', ')} et ${names.at(-1)}` : names.join('');
  },
  unfitSizes: (order, count, bounds) => {
    if (count === null) return `${territories(order)} ne se répartissent pas en ateliers ${range(bounds)}.`;
    const needed =
      order < count * bounds.min
        ? `il en faudrait au moins ${count * bounds.min}`
        : `ils n’en accueillent que ${count * bounds.max}`;
    return `${territories(order)} ne se répartissent pas en ${workshops(count)} ${range(bounds)} : ${needed}.`;
  },
  unfitTotals: (order, smallest, largest) =>
    order < smallest
      ? `Les ateliers demandent ensemble au moins ${territories(smallest)} ; il y en a ${order}.`
      : `Les ateliers accueillent ensemble au plus ${territories(largest)} ; il y en a ${order}.`,
  withSizes: (count, bounds) => {
    const sizes = bounds ? ` ${range(bounds)}` : '';
    return count === null ? `des ateliers${sizes}` : `${workshops(count)}${sizes}`;
  },
  together: (names) => `${names} dans le même atelier`,
  apart: (names) => `${names} dans des ateliers différents`,
  pinned: (names, workshop) => `${names} dans l’atelier ${workshop}`,
  cannotHold: (rules, sizes) => {
    const start = sizes ? `Avec ${sizes}, ` : '';
    const [only] = rules;
    const sentence =
      rules.length === 1
        ? `cette demande ne peut pas être tenue : ${only}.`
        : `ces demandes ne tiennent pas ensemble : ${rules.join(' ; ')}.`;
    return start + (start ? sentence : sentence[0]?.toUpperCase() + sentence.slice(1));
  },
  bounds: (bounds, workshop) =>
    workshop === undefined ? `des ateliers ${range(bounds)}` : `l’atelier ${workshop} ${range(bounds)}`,
  count: (count) => workshops(count),
  lowerMinima: (places) => `abaisser les tailles minimales de ${seats(places)} en tout`,
  raiseMaxima: (places) => `relever les tailles maximales de ${seats(places)} en tout`,
  dropTogether: (names) => `ne plus réunir ${names}`,
  dropApart: (names) => `ne plus séparer ${names}`,
  dropPinned: (name, workshop) => `ne plus imposer l’atelier ${workshop} à ${name}`,
  waysOut: (changes, enough) =>
    enough
      ? `Possible : ${conflictPhrases.or(changes)}.`
      : `Pour commencer : ${conflictPhrases.or(changes)} ; il restera un autre désaccord à lever.`,
  or: (changes) => changes.join(', ou '),
};

function range({ min, max }: GroupBounds): string {
  return min === max ? `de ${max}` : `de ${min} à ${max}`;
}

function territories(count: number): string {
  return `${count} ${count > 1 ? 'territoires' : 'territoire'}`;
}

function workshops(count: number): string {
  return `${count} ${count > 1 ? 'ateliers' : 'atelier'}`;
}

function seats(count: number): string {
  return `${count} ${count > 1 ? 'places' : 'place'}`;
}
