import { type Parameter, real } from './parameter.js';

/** Parameters of profiles. */
export const profile = {
  themeSmoothing: real({
    flag: 'theme-smoothing',
    default: 0.3,
    min: 0,
    max: 1,
    fr: 'Poids du thème à côté du problème : deux problèmes d’un même thème se ressemblent un peu.',
    en: 'Weight of the theme beside the problem: two problems of one theme are a little alike.',
  }),
} as const satisfies Record<string, Parameter>;
