import { type Language, type Rule, territoriesNamedBy } from '../../../engine/index.js';
import type { References } from './references.js';
import { type Column, listCell } from './table.js';
import { attributeWords, civilityValues, kindWords, levelWords, ruleWords } from './words.js';

/** The columns of the rules: those that no rule fills, kinds with a workshop apart, are left out. */
export function ruleColumns(references: References, language: Language): Column<Rule>[] {
  return [
    { fr: 'id', en: 'id', cell: ({ id }) => id },
    { fr: 'règle', en: 'rule', cell: ({ kind }) => ruleWords[language][kind] },
    {
      fr: 'territoires',
      en: 'territories',
      cell: (rule) => listCell(territoriesNamedBy(rule).map(references.territoryInList)),
    },
    { fr: 'atelier', en: 'workshop', cell: workshopsCell },
    {
      fr: 'attribut',
      en: 'attribute',
      cell: (rule) => ('attribute' in rule ? attributeWords[language][rule.attribute] : null),
      optional: true,
    },
    { fr: 'valeur', en: 'value', cell: (rule) => valueCell(rule, language), optional: true },
    { fr: 'nombre', en: 'count', cell: (rule) => ('count' in rule ? rule.count : null), optional: true },
    {
      fr: 'part',
      en: 'share',
      cell: (rule) => ('share' in rule ? (rule.share ?? null) : null),
      optional: true,
    },
    {
      fr: 'km min',
      en: 'km min',
      cell: (rule) => ('minKm' in rule ? (rule.minKm ?? null) : null),
      optional: true,
    },
    {
      fr: 'km max',
      en: 'km max',
      cell: (rule) => ('maxKm' in rule ? (rule.maxKm ?? null) : null),
      optional: true,
    },
    { fr: 'niveau', en: 'level', cell: ({ level }) => levelWords[language][level] },
    { fr: 'poids', en: 'weight', cell: ({ weight }) => weight },
    { fr: 'raison', en: 'reason', cell: ({ reason }) => reason },
    { fr: 'demandé par', en: 'asked by', cell: ({ askedBy }) => askedBy },
  ];
}

function workshopsCell(rule: Rule): number | string | null {
  if (rule.kind === 'pinned') return rule.workshop;
  if (rule.kind !== 'allowed' && rule.kind !== 'forbidden') return null;
  const [only, ...others] = rule.workshops;
  return others.length === 0 ? (only ?? null) : rule.workshops.join('|');
}

function valueCell(rule: Rule, language: Language): string | null {
  if (!('value' in rule) || rule.value === undefined) return null;
  const { attribute, value } = rule;
  if (attribute === 'civility') return civilityValues[language][value as 'F' | 'M'] ?? value;
  if (attribute === 'kind') return kindWords[language][value as keyof typeof kindWords.fr] ?? value;
  return value;
}
