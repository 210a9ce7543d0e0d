import { describe, expect, test } from 'vitest';
import { pairingReasons, unpairedReason } from '../../../../engine/explain/reasons/pairing-reasons.js';
import { reasonSchema } from '../../../../engine/model/reason.js';
import { distancesOf, profilesOf, taxonomy, territory } from '../ground-of.js';

const nbsp = '\u00a0';
const ground = {
  territories: [territory('a'), territory('b'), territory('c')],
  profiles: profilesOf(
    [
      [0, 0.5, 1, 1],
      [0, 1, 0.2, 0.9],
      [0, 0, 0, 0, 1],
    ],
    undefined,
    [1, 1, 3, 1, 1, 1],
  ),
  distances: distancesOf([
    [0, 212.4, 0.3],
    [212.4, 0, 9],
    [0.3, 9, 0],
  ]),
  taxonomy,
  metBefore: [],
};

describe('pairingReasons', () => {
  const [reasons = []] = pairingReasons(
    [
      {
        i: 0,
        j: 1,
        given: [{ problem: 3 }, { problem: 4 }, { problem: 1 }, { problem: 2 }],
        received: [{ problem: 2 }],
      },
    ],
    ground,
  );

  test('says both ways what one shows and the other needs, its strongest need first, three problems at most', () => {
    expect(reasons[0]).toEqual({
      code: 'pair-shows-needs',
      facts: { fromId: 'a', toId: 'b', problemIds: ['p1', 'p3', 'p4'], strongestNeedId: 'p1' },
      text: {
        fr: `CC A peut montrer ce que cherche CC B : «${nbsp}Gares${nbsp}» (son besoin le plus fort), «${nbsp}Accès aux soins${nbsp}» et «${nbsp}GEMAPI${nbsp}».`,
        en: 'CC A can show what CC B is looking for: “Stations” (its strongest need), “Access to care” and “GEMAPI”.',
      },
    });
    // a needs p2 and p3 alike: neither is its strongest
    expect(reasons[1]?.facts).toEqual({ fromId: 'b', toId: 'a', problemIds: ['p2'], strongestNeedId: '' });
  });

  test('names the problems both face, the rare and strong ones first', () => {
    // lesser need × rarity: p1 .5, p2 .2 × 3 = .6, p3 .9
    expect(reasons[2]?.facts).toEqual({ problemIds: ['p3', 'p2', 'p1'] });
    expect(reasons[2]?.text.fr).toMatch(/^Les deux territoires rencontrent les mêmes problèmes : «/);
  });

  test('ends with the distance, rounded to the kilometre, when both are located', () => {
    expect(reasons[3]).toEqual({
      code: 'pair-distance',
      facts: { distanceKm: 212 },
      text: {
        fr: `212${nbsp}km les séparent à vol d’oiseau.`,
        en: 'They are 212 km apart as the crow flies.',
      },
    });
    const near = pairingReasons([{ i: 0, j: 2, given: [], received: [] }], ground);
    expect(near[0]?.map((r) => r.text.fr)).toEqual(['Moins d’un kilomètre les sépare à vol d’oiseau.']);
    const nowhere = { ...ground, distances: { ...ground.distances, located: Uint8Array.of(1, 1, 0) } };
    expect(pairingReasons([{ i: 0, j: 2, given: [], received: [] }], nowhere)).toEqual([[]]);
  });

  test('says why a territory has no partner, whichever the reason', () => {
    const codes = ['odd-one-out', 'nothing-in-common', 'nothing-declared'] as const;
    const said = codes.map((code) => unpairedReason(code, ground.territories[0] ?? territory('a'), taxonomy));
    expect(said.map((r) => r.code)).toEqual([
      'odd-one-out',
      'unpaired-nothing-in-common',
      'unpaired-nothing-declared',
    ]);
    for (const reason of [...said, ...reasons]) expect(reasonSchema.parse(reason)).toEqual(reason);
  });
});
