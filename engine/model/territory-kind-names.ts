import type { LocalText } from './local-text.js';
import type { TerritoryKind } from './territory.js';

/** What each kind of territory is called, with a capital, in each language. */
export const territoryKindNames: Readonly<Record<TerritoryKind, LocalText>> = {
  CC: { fr: 'Communauté de communes', en: 'Community of communes (CC)' },
  CA: { fr: 'Communauté d’agglomération', en: 'Agglomeration community (CA)' },
  CU: { fr: 'Communauté urbaine', en: 'Urban community (CU)' },
  METROPOLE: { fr: 'Métropole', en: 'Metropolis' },
  PETR: { fr: 'PETR', en: 'PETR' },
  PNR: { fr: 'Parc naturel régional', en: 'Regional nature park' },
  PAYS: { fr: 'Pays', en: 'Pays' },
  POLE_METROPOLITAIN: { fr: 'Pôle métropolitain', en: 'Metropolitan pole' },
  ASSOCIATION: { fr: 'Association', en: 'Association' },
  OTHER: { fr: 'Autre', en: 'Other' },
};
