import { choice, integer, type Parameter, real } from './parameter.js';

/** Parameters of affinities. */
export const affinity = {
  likeness: choice({
    flag: 'likeness',
    default: 'cosine',
    choices: ['cosine', 'jaccard'],
    fr: 'Mesure de ressemblance de deux profils : cosinus ou Jaccard pondéré.',
    en: 'Likeness of two profiles: cosine or weighted Jaccard.',
  }),
  neighbours: integer({
    flag: 'neighbours',
    default: 12,
    min: 1,
    max: 200,
    unit: 'territories',
    fr: 'Nombre de plus proches profils gardés pour chaque territoire dans le réseau des affinités.',
    en: 'How many nearest profiles each territory keeps in the affinity network.',
  }),
  samePerimeterDiscount: real({
    flag: 'same-perimeter-discount',
    default: 0.5,
    min: 0,
    max: 1,
    fr: 'Réduction de l’affinité de deux territoires dont les périmètres se recouvrent (1 = annulée).',
    en: 'Discount on the affinity of two territories whose perimeters overlap (1 = none left).',
  }),
} as const satisfies Record<string, Parameter>;
