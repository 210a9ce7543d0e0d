import { describe, expect, test } from 'vitest';
import { entrySentencesEn } from '../../../engine/explain/sentences/entry-sentences.en.js';
import { entrySentencesFr } from '../../../engine/explain/sentences/entry-sentences.fr.js';
import type { Names } from '../../../engine/explain/sentences/statements.js';

const names: Names = {
  problem: (id) => `P-${id}`,
  territory: (id) => id,
  workshop: (id) => id,
  rule: (id) => id,
};
const space = '\u00a0';

describe('the sentences of the entries', () => {
  test('tell a term that has not begun from one that has ended', () => {
    const facts = {
      territoryId: 't',
      seatId: 's-1',
      from: '2027-01-01',
      to: '2031-12-31',
      date: '2026-11-23',
    };
    expect(entrySentencesFr['seat-out-of-term'](facts, names)).toBe(
      'Le mandat du siège s-1 commence le 01/01/2027, après la séance du 23/11/2026.',
    );
    expect(entrySentencesFr['seat-out-of-term']({ ...facts, from: '', to: '2026-10-31' }, names)).toBe(
      'Le mandat du siège s-1 a pris fin le 31/10/2026, avant la séance du 23/11/2026.',
    );
    expect(entrySentencesEn['seat-out-of-term'](facts, names)).toContain('begins on 2027-01-01');
  });

  test('agree in number', () => {
    const short = (wanted: number, found: number) =>
      entrySentencesFr['referral-experience-short']({ wanted, found }, names);
    expect(short(3, 1)).toBe('Seulement 1 participant a une expérience sur le sujet ; 3 étaient souhaités.');
    expect(short(3, 2)).toContain('2 participants ont');
    expect(short(1, 0)).toBe('Aucun territoire n’a déclaré d’expérience sur le sujet.');
    expect(entrySentencesFr['closed-too-few']({ problemId: 'p', sharing: 2, minSize: 6 }, names)).toBe(
      '2 territoires le partagent, il en faut 6 pour ouvrir un atelier.',
    );
  });

  test('say what was recognised, and by which words', () => {
    const facts = { problemIds: ['a', 'b'], words: ['', 'vélo'], text: 'le vélo' };
    expect(entrySentencesFr['referral-read'](facts, names)).toBe(
      `La saisine porte sur «${space}P-a${space}» et «${space}P-b${space}» (reconnu par vélo).`,
    );
    expect(entrySentencesEn['referral-read'](facts, names)).toBe(
      'The referral is about “P-a” and “P-b” (recognised by vélo).',
    );
    expect(entrySentencesFr['referral-needs']({ problemIds: ['a'], percents: ['80'] }, names)).toBe(
      `Concerné par la saisine : «${space}P-a${space}» (80${space}%).`,
    );
  });

  test('exist in both languages, each with its own words', () => {
    expect(Object.keys(entrySentencesEn).sort()).toEqual(Object.keys(entrySentencesFr).sort());
  });
});
