import { type Assembly, type Pairings, type PartialOptions, pairTerritories } from '../../../engine/index.js';
import { madeTerritory } from '../../engine/made-territory.js';

const problem = (id: string) => ({ id, fr: `Problème ${id}`, en: `Problem ${id}`, synonyms: [] });

/** Two that help each other, three with one need, one that says nothing; the last of the three joins a pair. */
export const pairedAssembly: Assembly = {
  name: 'Essai',
  taxonomy: {
    version: '1',
    themes: [{ id: 'eau', fr: 'Eau et risques', en: 'Water', problems: ['p', 'q', 'r'].map(problem) }],
  },
  territories: [
    madeTerritory({
      id: '001',
      name: '=Côte',
      position: { lat: 43, lon: 3 },
      needs: [
        { problemId: 'p', intensity: 1 },
        { problemId: 'r', intensity: 0.5 },
      ],
      experiences: [{ problemId: 'q', level: 0.8 }],
    }),
    madeTerritory({
      id: '002',
      name: 'Montagne',
      position: { lat: 44, lon: 3 },
      needs: [{ problemId: 'q', intensity: 1 }],
      experiences: [{ problemId: 'p', level: 0.5 }],
    }),
    ...['003', '004', '005'].map((id) =>
      madeTerritory({ id, name: `Pays ${id}`, needs: [{ problemId: 'r', intensity: 1 }] }),
    ),
    madeTerritory({ id: '006', name: 'Muet' }),
  ],
  seats: [],
  history: [],
  rules: [{ id: 'r1', kind: 'pair-imposed', level: 'hard', territoryIds: ['003', '004'] }],
};

export function madePairings(options: PartialOptions = {}): Pairings {
  return pairTerritories(pairedAssembly, options);
}
