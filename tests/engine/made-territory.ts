import type { Territory } from '../../engine/model/territory.js';

/** A territory that says nothing but what the test gives. */
export function madeTerritory(given: Partial<Territory> & { readonly id: string }): Territory {
  return {
    name: given.id,
    kind: 'CC',
    departments: [],
    members: [],
    traits: [],
    needs: [],
    experiences: [],
    ...given,
  };
}
