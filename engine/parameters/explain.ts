import { automatic, type Parameter } from './parameter.js';

/** Parameters of explanations. */
export const explain = {
  robustness: automatic({
    flag: 'robustness',
    integer: true,
    min: 0,
    max: 1000,
    fr: 'Nombre d’essais où une réponse sur cinq est retirée, pour dire si chaque placement est solide ; sans valeur, 20 jusqu’à 250 territoires et aucun au-delà.',
    en: 'How many trials leave out one answer in five, to tell how solid each placement is; without a value, 20 up to 250 territories and none beyond.',
  }),
} as const satisfies Record<string, Parameter>;
