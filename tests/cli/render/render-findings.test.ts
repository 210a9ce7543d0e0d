import { describe, expect, test } from 'vitest';
import { renderFindings } from '../../../cli/render/render-findings.js';
import type { Finding } from '../../../engine/index.js';

const findings: Finding[] = [
  {
    severity: 'repair',
    code: 'zero',
    table: 'Territoires',
    row: 4,
    column: 'départements',
    value: '9',
    message: 'Le zéro de tête a été remis : 09.',
  },
  { severity: 'warning', code: 'far', message: 'Trois territoires n’ont pas de position.' },
  {
    severity: 'question',
    code: 'ambiguous-name',
    table: 'Territoires',
    row: 7,
    column: 'nom',
    value: 'PETR Causses',
    message: 'Deux territoires portent presque ce nom.',
    suggestion: 'Donnez le SIREN.',
    candidates: [
      { id: '1', label: 'PETR Causses et Cévennes', confidence: 0.8 },
      { id: '2', label: 'Association Causses Cévennes', confidence: 0.6 },
    ],
  },
  {
    severity: 'error',
    code: 'not-a-number',
    table: 'Territoires',
    row: 12,
    column: 'Population',
    value: '12O00',
    message: 'Ce n’est pas un nombre.',
    suggestion: 'Écrivez 12000.',
  },
];

describe('renderFindings', () => {
  test('groups by severity, errors first, with place, value and what to do', () => {
    expect(renderFindings(findings, 'fr', false)).toBe(
      [
        'À corriger (1)',
        '  « Territoires », ligne 12, colonne « Population » : « 12O00 »',
        '    Ce n’est pas un nombre.',
        '    → Écrivez 12000.',
        '',
        'À décider (1)',
        '  « Territoires », ligne 7, colonne « nom » : « PETR Causses »',
        '    Deux territoires portent presque ce nom.',
        '    → Donnez le SIREN.',
        '    ? Peut-être : PETR Causses et Cévennes (1) ; Association Causses Cévennes (2)',
        '',
        'À vérifier (1)',
        '  Trois territoires n’ont pas de position.',
        '',
        'Corrigé automatiquement (1)',
        '  « Territoires », ligne 4, colonne « départements » : « 9 »',
        '    Le zéro de tête a été remis : 09.',
        '',
        '1 erreur, 1 question, 1 avertissement, 1 correction',
        '',
      ].join('\n'),
    );
  });

  test('says when there is nothing to say', () => {
    expect(renderFindings([], 'en', false)).toBe('Nothing to report.\n');
  });

  test('stops at fifty of a severity and counts the rest', () => {
    const many = Array.from({ length: 63 }, (_, place) => ({ ...findings[3]!, row: place + 2 }));
    const text = renderFindings(many, 'fr', false);
    expect(text.match(/Ce n’est pas un nombre/g)).toHaveLength(50);
    expect(text).toContain('  … et 13 autres\n');
    expect(text).toContain('63 erreurs, 0 question');
  });

  test('fits a hundred columns and lets no value drive the terminal', () => {
    const text = renderFindings(
      [{ ...findings[3]!, value: `\u001b[2J${'long '.repeat(60)}`, message: 'mot '.repeat(80) }],
      'fr',
      false,
    );
    expect(text).not.toContain('\u001b');
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });
});
