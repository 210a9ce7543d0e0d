import { choice, integer, list, type Parameter } from './parameter.js';

/** Parameters of pairings. */
export const pairing = {
  style: choice({
    flag: 'pairing-style',
    default: 'same-problem',
    choices: ['same-problem', 'complementary'],
    fr: 'Jumelages : mêmes problèmes, loin l’un de l’autre, ou cadres complémentaires.',
    en: 'Pairings: the same problems far apart, or complementary settings.',
  }),
  candidates: integer({
    flag: 'pairing-candidates',
    default: 16,
    min: 1,
    max: 1000,
    unit: 'territories',
    fr: 'Nombre de partenaires possibles examinés pour chaque territoire.',
    en: 'How many possible partners are weighed for each territory.',
  }),
  partners: integer({
    flag: 'partners',
    default: 1,
    min: 1,
    max: 20,
    unit: 'territories',
    fr: 'Nombre de partenaires d’un même territoire, au plus.',
    en: 'How many partners one territory may have, at most.',
  }),
  variant: choice({
    flag: 'pairing-variant',
    default: 'best-total',
    choices: ['best-total', 'stable'],
    fr: 'Ce que les jumelages favorisent : l’ensemble (chacun servi si possible, puis la plus grande valeur totale) ou la stabilité (jamais deux territoires qui préféreraient tous deux être ensemble).',
    en: 'What the pairings favour: the whole (everyone served if possible, then the most value in all) or stability (never two territories that would both rather be together).',
  }),
  oddOne: choice({
    flag: 'odd-one',
    default: 'trio',
    choices: ['alone', 'trio'],
    fr: 'Territoire resté sans partenaire : le laisser seul, ou le joindre à un jumelage pour former un trio.',
    en: 'A territory left without a partner: leave it alone, or let it join a pairing, making a trio.',
  }),
  imposed: list({
    flag: 'impose-pairs',
    fr: 'Jumelages imposés, séparés par des virgules : deux identifiants de territoires joints par « + ».',
    en: 'Pairings imposed, separated by commas: two territory ids joined by "+".',
  }),
  forbidden: list({
    flag: 'forbid-pairs',
    fr: 'Jumelages exclus, séparés par des virgules : deux identifiants de territoires joints par « + ».',
    en: 'Pairings forbidden, separated by commas: two territory ids joined by "+".',
  }),
} as const satisfies Record<string, Parameter>;
