import { describe, expect, test } from 'vitest';
import { nameBook } from '../../../../engine/explain/name-book.js';
import { heldReason } from '../../../../engine/explain/reasons/place-reasons.js';
import type { Rule } from '../../../../engine/model/rule.js';
import { madeTerritory } from '../../made-territory.js';
import { taxonomy } from '../ground-of.js';

const territories = ['CC A', 'CC B', 'CC C'].map((name, k) => madeTerritory({ id: `t${k}`, name }));
const rules: Rule[] = [
  { id: 'R1', kind: 'at-most', level: 'hard', attribute: 'department', count: 3 },
  { id: 'R2', kind: 'apart', level: 'soft', territoryIds: ['t0', 't2'] },
];
const titles = new Map([['w2', { fr: 'Logement vacant', en: 'Vacant housing' }]]);
const names = nameBook(taxonomy, territories, titles, rules);

function textOf(ruleIds: string[], exchangedWith = -1) {
  const held = { workshop: 1, exchangedWith, loss: -0.0125, ruleIds };
  return heldReason({ best: null, held }, territories, ['w1', 'w2'], names)[0]?.text;
}

describe('what holds a territory from a better workshop', () => {
  test('is named by what the rule asks', () => {
    expect(textOf(['R1'])).toEqual({
      fr: 'Sans la règle «\u00a0au plus 3 d’un même département par atelier\u00a0», il irait dans «\u00a0Logement vacant\u00a0» : l’ensemble y gagnerait 1,3\u00a0% d’affinité.',
      en: 'Without the rule “at most 3 of one département in a workshop”, it would go to “Vacant housing”: the whole would gain 1.3% of affinity.',
    });
  });

  test('is named rule by rule where there are several, with who would come in exchange', () => {
    expect(textOf(['R1', 'R2'], 1)).toEqual({
      fr: 'Sans les règles «\u00a0au plus 3 d’un même département par atelier\u00a0» et «\u00a0séparer CC A et CC C\u00a0», il irait dans «\u00a0Logement vacant\u00a0», en échange de CC B : l’ensemble y gagnerait 1,3\u00a0% d’affinité.',
      en: 'Without the rules “at most 3 of one département in a workshop” and “keep apart CC A and CC C”, it would go to “Vacant housing”, in exchange for CC B: the whole would gain 1.3% of affinity.',
    });
  });

  test('goes by its id where the rule is not at hand', () => {
    expect(textOf(['R9'])?.en).toContain('Without the rule “R9”');
  });

  test('keeps the ids of the rules in its facts, and says nothing where none holds it', () => {
    const held = { workshop: 1, exchangedWith: -1, loss: -0.01, ruleIds: ['R2'] };
    const [reason] = heldReason({ best: null, held }, territories, ['w1', 'w2'], names);
    expect([reason?.code, reason?.facts.ruleIds]).toEqual(['held-from-better', ['R2']]);
    expect(heldReason({ best: null, held: null }, territories, [], names)).toEqual([]);
  });
});
