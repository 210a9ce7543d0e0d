import { automatic, type Parameter, real } from './parameter.js';

/** Parameters of what the neighbourhood explains. */
export const geography = {
  decoupling: real({
    flag: 'decoupling',
    default: 0.5,
    min: 0,
    max: 1,
    fr: 'Décroisement : part de ce que le voisinage explique qui est retirée des profils (0 = rien, 1 = tout).',
    en: 'Décroisement: how much of what the neighbourhood explains is taken out of the profiles (0 none, 1 all).',
  }),
  bandwidthKm: automatic({
    flag: 'bandwidth',
    unit: 'km',
    min: 1,
    max: 1000,
    fr: 'Rayon du voisinage ; sans valeur, il est choisi d’après les données.',
    en: 'Radius of the neighbourhood; without a value it is chosen from the data.',
  }),
} as const satisfies Record<string, Parameter>;
