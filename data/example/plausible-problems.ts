import type { Territory, TerritoryKind } from '../../engine/index.js';

const cities: readonly TerritoryKind[] = ['CA', 'CU', 'METROPOLE'];
const largeCities: readonly TerritoryKind[] = ['CU', 'METROPOLE'];

/** Problems that only some settings can have; every other problem can be anyone's. */
const settings: Readonly<Record<string, (territory: Territory) => boolean>> = {
  'cul.stations': ({ traits }) => traits.includes('montagne'),
  'ris.montagne': ({ traits }) => traits.includes('montagne'),
  'ris.littoral': ({ traits }) => traits.includes('littoral'),
  'coh.quartiers': ({ kind }) => cities.includes(kind),
  'mob.zfe-air': ({ kind }) => cities.includes(kind),
  'mob.desserte-rurale': ({ kind }) => !largeCities.includes(kind),
  'ser.tres-haut-debit': ({ kind }) => !largeCities.includes(kind),
  'gou.ingenierie': ({ kind }) => !largeCities.includes(kind),
  'agr.transmission': ({ kind }) => !largeCities.includes(kind),
  'cen.commerce': ({ kind }) => !largeCities.includes(kind),
};

/** What a setting brings with it, whatever the archetype. */
const settingProblems: Readonly<Record<string, readonly string[]>> = {
  montagne: ['cul.stations', 'ris.montagne', 'agr.foret-bois'],
  littoral: ['ris.littoral', 'ris.inondation', 'hab.tension'],
  rural: ['mob.desserte-rurale', 'sante.acces-soins', 'gou.ingenierie'],
};

/** Whether a territory of this kind and setting may declare the problem: no ski resort by the sea. */
export function isPlausible(problemId: string, territory: Territory): boolean {
  return settings[problemId]?.(territory) ?? true;
}

/** The problems that the setting of a territory makes likelier. */
export function problemsOfSetting({ traits }: Territory): string[] {
  return traits.flatMap((trait) => settingProblems[trait] ?? []);
}
