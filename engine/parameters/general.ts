import { day, integer, type Parameter } from './parameter.js';

/** Parameters of the whole. */
export const general = {
  seed: integer({
    flag: 'seed',
    default: 1,
    min: 0,
    max: 4294967295,
    fr: 'Graine des tirages : la même graine redonne exactement le même plan.',
    en: 'Seed of the draws: the same seed gives exactly the same plan.',
  }),
  date: day({
    flag: 'date',
    fr: 'Jour de la séance (aaaa-mm-jj) : seuls les sièges en cours de mandat ce jour-là comptent ; sans valeur, tous.',
    en: 'Day of the session (yyyy-mm-dd): only seats within their term that day count; without a value, all of them.',
  }),
} as const satisfies Record<string, Parameter>;
