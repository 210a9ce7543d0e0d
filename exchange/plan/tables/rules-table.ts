import type { Rule, StatedOutcome } from '../../../engine/index.js';
import { saying } from '../../locale/saying.js';
import type { PlanLookup } from './plan-lookup.js';
import { type Table, tableOf } from './table.js';

/** One row a rule: what was asked, what became of it, who asked and why; the broken ones first. */
export function rulesTable({ plan, language }: PlanLookup): Table {
  const say = saying(language);
  const rules = new Map(plan.assembly.rules.map((rule) => [rule.id, rule]));
  const outcomes = [...plan.ruleOutcomes].sort((a, b) => Number(isKept(a)) - Number(isKept(b)));
  return tableOf<Judged>(
    { sheet: say('Règles', 'Rules'), file: say('regles-bilan.csv', 'rules-outcome.csv') },
    [
      {
        header: say('Demande', 'Request'),
        kind: 'text',
        width: 44,
        value: ({ outcome }) => outcome.asks[language],
      },
      {
        header: say('Niveau', 'Level'),
        kind: 'text',
        width: 12,
        value: ({ outcome }) =>
          outcome.level === 'hard' ? say('impératif', 'hard') : say('souhaité', 'soft'),
      },
      {
        header: say('Tenue', 'Kept'),
        kind: 'text',
        width: 12,
        value: ({ outcome }) => (isKept(outcome) ? say('oui', 'yes') : say('non', 'no')),
      },
      {
        header: say('Précisions', 'Details'),
        kind: 'text',
        width: 60,
        value: ({ outcome }) => (isKept(outcome) ? null : outcome.reason.text[language]),
      },
      { header: say('Raison', 'Reason'), kind: 'text', width: 36, value: ({ rule }) => rule?.reason ?? null },
      {
        header: say('Demandé par', 'Asked by'),
        kind: 'text',
        width: 24,
        value: ({ rule }) => rule?.askedBy ?? null,
      },
    ],
    outcomes.map((outcome) => ({ outcome, rule: rules.get(outcome.ruleId) })),
    () => null,
  );
}

interface Judged {
  readonly outcome: StatedOutcome;
  readonly rule: Rule | undefined;
}

function isKept({ broken }: StatedOutcome): boolean {
  return broken.length === 0;
}
