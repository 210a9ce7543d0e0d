import type { Assembly } from '../../../engine/index.js';
import { madeTerritory } from '../../engine/made-territory.js';

const problems = ['p', 'q', 'r'].map((id) => ({
  id,
  fr: `Problème ${id}`,
  en: `Problem ${id}`,
  synonyms: [],
}));

/** Nine territories on a line, each with a woman and a man, three problems shared by three each; all can host. */
export const seatedAssembly: Assembly = {
  name: '=Essai',
  taxonomy: { version: '1', themes: [{ id: 'theme', fr: 'Thème', en: 'Theme', problems }] },
  territories: Array.from({ length: 9 }, (_, k) =>
    madeTerritory({
      id: `t${k}`,
      name: `Territoire ${k}`,
      departments: [k < 5 ? '31' : '81'],
      position: { lat: 43 + k / 5, lon: 2 },
      canHost: true,
      needs: [{ problemId: ['p', 'q', 'r'][k % 3] ?? 'p', intensity: 1 }],
    }),
  ),
  seats: Array.from({ length: 9 }, (_, k) => k).flatMap((k) => [
    { id: `t${k}-f`, territoryId: `t${k}`, holder: { civility: 'F' as const, name: `Femme ${k}` } },
    { id: `t${k}-m`, territoryId: `t${k}`, holder: { civility: 'M' as const, name: `Homme ${k}` } },
  ]),
  history: [],
  rules: [],
};
