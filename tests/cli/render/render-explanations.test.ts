import { describe, expect, it } from 'vitest';
import { renderExplanations } from '../../../cli/render/render-explanations.js';
import { exampleAssembly } from '../../../data/example-assembly.js';
import { composePlan, explainTerritories } from '../../../engine/index.js';

const plan = composePlan(exampleAssembly(), { workshop: { effort: 0 }, explain: { robustness: 3 } });

describe('renderExplanations', () => {
  it('tells one territory what the plan tells of it, then what it shares with each member, in 100 columns', () => {
    const [{ id, name } = { id: '', name: '' }] = plan.assembly.territories;
    const explanations = explainTerritories(plan, [id]);
    const text = renderExplanations(explanations, plan, 'fr', false);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    const flat = text.replaceAll(/\s+/gu, ' ');
    const [place] = explanations[0]!.placements;
    for (const { text: sentence } of [...place!.reasons, ...place!.members]) {
      expect(flat).toContain(sentence.fr.replaceAll(/\s+/gu, ' '));
    }
    expect(flat.indexOf(name)).toBeLessThan(flat.indexOf('Ce qu’il partage avec chacun :'));
    expect(text.match(/^ {2}• /gmu)).toHaveLength(1);
  });

  it('says it in English too', () => {
    expect(renderExplanations(explainTerritories(plan), plan, 'en', false)).toContain(
      'What it shares with each:',
    );
  });

  it('names the seat where seats are placed, and says which sit nowhere', () => {
    const seated = composePlan(exampleAssembly(), { workshop: { entry: 'seats', effort: 0 } });
    const text = renderExplanations(explainTerritories(seated), seated, 'fr', false).replaceAll(/\s+/gu, ' ');
    for (const seatId of seated.workshops.flatMap(({ seatIds = [] }) => seatIds)) {
      expect(text).toContain(`(siège ${seatId})`);
    }
    expect(text).toContain('Sans atelier');
  });
});
