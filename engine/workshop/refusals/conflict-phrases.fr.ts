import type { GroupBounds } from '../../methods/grouping/problem/grouping-problem.js';
import type { ConflictPhrases } from './conflict-phrases.js';

/** The phrases, for a grouping of territories or of seats. */
export function conflictPhrases(unit: 'territory' | 'seat'): ConflictPhrases {
  const units = unit === 'seat' ? delegates : territories;
  return {
    ...phrases,
    unfitSizes: (order, count, bounds) => sayUnfitSizes(units(order), order, count, bounds),
    unfitTotals: (order, smallest, largest) => sayUnfitTotals(units, order, smallest, largest),
  };
}

const phrases: Omit<ConflictPhrases, 'unfitSizes' | 'unfitTotals'> = {
  names: (names) => {
    if (names.length > 6) return `${names.slice(0, 5).join(', ')} et ${names.length - 5} autres`;
    return names.length > 1 ? `${names.slice(0, -1).join(', ')} et ${names.at(-1)}` : names.join('');
  },
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
  dropPinnedSome: (names, workshop, others) =>
    `ne plus imposer l’atelier ${workshop} à ${names}${others > 0 ? ` (ou à ${others} autres de ceux qui y sont fixés)` : ''}`,
  waysOut: (changes, enough) =>
    enough
      ? `Possible : ${phrases.or(changes)}.`
      : `Pour commencer : ${phrases.or(changes)} ; il restera un autre désaccord à lever.`,
  crowded: (name, seatCount, most) =>
    `${name} a ${seatCount} sièges, qui doivent tous être dans des ateliers différents, et il n’y a au plus que ${workshops(most)}.`,
  fewConcerned: (concerned, required, bounds) => {
    if (required > bounds.max)
      return `Des règles font participer ${territories(required)} à un atelier ${range(bounds)}.`;
    if (concerned >= bounds.min)
      return `Les règles ne laissent aucun atelier ${range(bounds)} parmi les ${territories(concerned)} que la saisine concerne.`;
    return concerned === 0
      ? 'Aucun territoire n’a déclaré de besoin ni d’expérience sur les problèmes de la saisine : ajoutez des problèmes voisins.'
      : `${territories(concerned)} ${concerned > 1 ? 'ont' : 'a'} déclaré un besoin ou une expérience sur les problèmes de la saisine, il en faut ${bounds.min}.`;
  },
  or: (changes) => changes.join(', ou '),
};

function sayUnfitSizes(units: string, order: number, count: number | null, bounds: GroupBounds): string {
  if (count === null) return `${units} ne se répartissent pas en ateliers ${range(bounds)}.`;
  const needed =
    order < count * bounds.min
      ? `il en faudrait au moins ${count * bounds.min}`
      : `ils n’en accueillent que ${count * bounds.max}`;
  return `${units} ne se répartissent pas en ${workshops(count)} ${range(bounds)} : ${needed}.`;
}

function sayUnfitTotals(
  units: (count: number) => string,
  order: number,
  smallest: number,
  largest: number,
): string {
  return order < smallest
    ? `Les ateliers demandent ensemble au moins ${units(smallest)} ; il y en a ${order}.`
    : `Les ateliers accueillent ensemble au plus ${units(largest)} ; il y en a ${order}.`;
}

function range({ min, max }: GroupBounds): string {
  return min === max ? `de ${max}` : `de ${min} à ${max}`;
}

function territories(count: number): string {
  return `${count} ${count > 1 ? 'territoires' : 'territoire'}`;
}

function delegates(count: number): string {
  return `${count} ${count > 1 ? 'sièges' : 'siège'}`;
}

function workshops(count: number): string {
  return `${count} ${count > 1 ? 'ateliers' : 'atelier'}`;
}

function seats(count: number): string {
  return `${count} ${count > 1 ? 'places' : 'place'}`;
}
