import { automatic, choice, type Parameter } from './parameter.js';

/** Parameters of concerns. */
export const community = {
  method: choice({
    flag: 'community-method',
    default: 'automatic',
    choices: ['automatic', 'leiden', 'louvain', 'kmeans'],
    fr: 'Méthode qui fait apparaître les préoccupations communes ; automatique : la plus sûre sur ces données.',
    en: 'Method that brings out the shared concerns; automatic: the surest one on these data.',
  }),
  resolution: automatic({
    flag: 'resolution',
    min: 0.05,
    max: 20,
    fr: 'Finesse des préoccupations (Leiden, Louvain) : plus grand, plus nombreuses ; sans valeur, la plus sûre.',
    en: 'Resolution of the concerns (Leiden, Louvain): the larger, the more of them; without a value, the surest.',
  }),
  concernCount: automatic({
    flag: 'concerns',
    integer: true,
    min: 2,
    max: 1000,
    fr: 'Nombre de préoccupations cherchées (k-moyennes) ; sans valeur, √(n/2).',
    en: 'How many concerns are sought (k-means); without a value, √(n/2).',
  }),
} as const satisfies Record<string, Parameter>;
