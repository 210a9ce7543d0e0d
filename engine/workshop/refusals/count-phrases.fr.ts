import type { CountLimits, CountPhrases } from './count-phrases.js';

export const countPhrases: CountPhrases = {
  among: (count, subject) => `les ${count} ${subject}`,
  allowed: (names, workshops) => `${names} seulement dans ${oneOf(workshops)}`,
  forbidden: (names, workshops) => `${names} hors ${ofWorkshops(workshops)}`,
  quota: askedOf,
  variety: (min, subject, kinds) => `au moins ${different(min, subject)} par atelier, sur ${kinds} en tout`,
  raiseQuota: (max, whom) => `accepter jusqu’à ${max} par atelier parmi ${whom}`,
  lowerQuota: (min, whom) => `se contenter de ${min} par atelier parmi ${whom}`,
  lowerVariety: (min, subject) => `se contenter de ${different(min, subject)} par atelier`,
  dropAllowed: (names, others) =>
    `laisser ${names} aller dans n’importe quel atelier${orOthers(others, 'de ceux qui sont dans ce cas')}`,
  dropForbidden: (names, workshops, others) =>
    `autoriser à nouveau ${names} dans ${oneOf(workshops)}${orOthers(others, 'de ceux qui en sont exclus')}`,
  dropQuota: (limits, whom) => `ne plus demander ${askedOf(limits, whom)}`,
  dropVariety: (subject) => `ne plus demander plusieurs ${subject ?? 'catégories'} par atelier`,
};

function orOthers(others: number, which: string): string {
  if (others === 0) return '';
  return others === 1 ? ` (ou un autre ${which})` : ` (ou ${others} autres ${which})`;
}

function askedOf(limits: CountLimits, whom: string): string {
  const { share, min, max } = limits;
  if (share === undefined) return `${asked(limits)} parmi ${whom}`;
  const percent = String(Math.round(1000 * share) / 10).replace('.', ',');
  const count = min === max ? `soit ${min}` : `de ${min} à ${max} selon sa taille`;
  return `une part de ${percent} % par atelier (${count}) pour ${whom}`;
}

function asked({ min, max, orNone }: CountLimits): string {
  const least = orNone && min === 2 ? 'jamais un seul par atelier' : `au moins ${min} par atelier`;
  const atLeast = orNone && min > 2 ? `aucun ou au moins ${min} par atelier` : least;
  if (max === undefined) return atLeast;
  if (min === 0) return max === 0 ? 'aucun par atelier' : `au plus ${max} par atelier`;
  return `${atLeast} et au plus ${max}`;
}

function different(min: number, subject: string | undefined): string {
  return `${min} ${subject ?? 'catégories'}${min > 1 ? (subject === undefined ? ' différentes' : ' différents') : ''}`;
}

function oneOf(workshops: readonly number[]): string {
  const [only] = workshops;
  if (workshops.length === 1) return `l’atelier ${only}`;
  return `les ateliers ${workshops.slice(0, -1).join(', ')} ou ${workshops.at(-1)}`;
}

function ofWorkshops(workshops: readonly number[]): string {
  if (workshops.length === 1) return `de l’atelier ${workshops[0]}`;
  return `des ateliers ${workshops.slice(0, -1).join(', ')} et ${workshops.at(-1)}`;
}
