import type { RuleAttribute } from '../../model/rule.js';
import type { LackingData, Unkeepable } from '../rules/unkeepable-rules.js';
import type { SentencesOf } from './finding-facts.js';
import type { RuleConflictKind, RuleFindingFacts, RulePart } from './rule-finding-facts.js';
import { listed, quoted } from './sentence-parts.en.js';

/** The findings on rules, in English. */
export const englishRuleSentences: SentencesOf<RuleFindingFacts> = {
  'pinned-without-workshop': () => ({
    message: 'This rule pins a territory without saying to which workshop.',
    suggestion: 'Give the number of the workshop, from 1.',
  }),
  'pinned-to-several': () => ({
    message: 'This rule pins a territory to several workshops.',
    suggestion: 'Keep one number, or write "allowed" to leave the choice.',
  }),
  'workshop-ignored': () => ({
    message: 'A workshop number is for "pinned", "allowed" and "forbidden" rules only: it is not read.',
    suggestion: 'To impose a workshop, add a "pinned" rule.',
  }),
  'rule-cell-ignored': ({ column, kind }) => ({
    message: `Column ${quoted(column)} is of no use to ${quoted(kind.en)} rules: it is not read here.`,
    suggestion: 'Empty the cell, or change the kind of the rule.',
  }),
  'rule-part-missing': ({ kind, part }) => ({
    message: `This ${quoted(kind.en)} rule lacks ${parts[part].what}.`,
    suggestion: parts[part].advice,
  }),
  'unknown-attribute-value': ({ attribute, value, known }) => ({
    message: `${holders[attribute]} has ${quoted(value)} for ${attributes[attribute]}.`,
    suggestion:
      known.length > 0
        ? `Values that are there: ${known.join(', ')}.`
        : `No value is known: complete ${sources[attribute]}, or remove the rule.`,
  }),
  'distances-crossed': ({ minKm, maxKm }) => ({
    message: `The minimum (${minKm} km) is above the maximum (${maxKm} km).`,
    suggestion: 'Swap the two distances, or correct the wrong one.',
  }),
  'rule-cannot-hold': (facts) => ({
    message: `This hard rule cannot be kept: ${reasons(facts)}. It is not taken.`,
    suggestion: 'Correct it, remove it, or make it "soft".',
  }),
  'soft-rule-cannot-hold': (facts) => ({
    message: `This wish can never be kept in full: ${reasons(facts)}.`,
    suggestion: 'Correct it, or leave it: it will be followed as well as can be.',
  }),
  'rule-without-data': ({ needs }) => ({
    message: `This rule will change nothing: ${lacking[needs].what}.`,
    suggestion: lacking[needs].advice,
  }),
  'pairing-of-several': ({ count }) => ({
    message: `An imposed pairing joins two territories, and this rule names ${count}.`,
    suggestion: 'Write one rule a pairing.',
  }),
  'pairing-always-hard': () => ({
    message: 'A pairing imposed or forbidden always is: "soft" is not followed.',
    suggestion: 'Remove the rule if it is only a wish.',
  }),
  'rule-twice': ({ firstRow }) => ({
    message: `This rule already stands in row ${firstRow}: it counts once.`,
  }),
  'circular-rules': ({ conflict, rules, territories, dropped }) => ({
    message: `Rules ${listed(rules)} contradict each other: ${conflicts[conflict](territories)}. Rule ${dropped} is not taken.`,
    suggestion: `Remove rule ${dropped}, or ${rules.length > 2 ? 'one of the others' : 'the other'}: ${listed(rules.filter((rule) => rule !== dropped))}.`,
  }),
  'soft-rule-void': ({ rules, territories }) => ({
    message: `This wish cannot be kept for ${listed(territories.map(quoted))}, because of the hard ${rules.length > 1 ? 'rules' : 'rule'} ${listed(rules)}.`,
    suggestion: 'Remove the wish, or relax what stands against it.',
  }),
};

const parts: Readonly<Record<RulePart, { what: string; advice: string }>> = {
  workshop: { what: 'its workshops', advice: 'Give their numbers, separated by | or commas.' },
  attribute: { what: 'its attribute', advice: 'Write department, kind, trait, college or civility.' },
  value: { what: 'its value', advice: 'Write for example 31, PETR, mountain or women.' },
  count: { what: 'its count', advice: 'Write a whole number, from 1, in the column "count".' },
  km: { what: 'a distance', advice: 'Fill in "km min", "km max" or both.' },
};

const attributes: Readonly<Record<RuleAttribute, string>> = {
  department: 'main département',
  kind: 'kind',
  trait: 'trait',
  college: 'college',
  civility: 'civility',
};

const holders: Readonly<Record<RuleAttribute, string>> = {
  department: 'No territory',
  kind: 'No territory',
  trait: 'No territory',
  college: 'No seat',
  civility: 'No seat',
};

const sources: Readonly<Record<RuleAttribute, string>> = {
  department: 'the column "departments" of the territories',
  kind: 'the column "kind" of the territories',
  trait: 'the column "traits" of the territories',
  college: 'the sheet "Seats"',
  civility: 'the civilities of the sheet "Seats"',
};

function reasons(facts: Unkeepable): string {
  switch (facts.why) {
    case 'too-few-values':
      return `each workshop would need ${facts.count} different values, and there are ${facts.found} in all`;
    case 'lone-holder':
      return `only one territory has ${listed(facts.values.map(quoted))}`;
    case 'no-chair-pair':
      return 'the seats do not give a woman and a man of two territories';
  }
}

const lacking: Readonly<Record<LackingData, { what: string; advice: string }>> = {
  availability: {
    what: 'no territory told when it is available',
    advice: 'Fill in the column "availability" of the territories.',
  },
  wishes: {
    what: 'no territory made a wish',
    advice: 'Fill in the column "wishes" of the territories.',
  },
  history: { what: 'the history is empty', advice: 'Fill in the sheet "History".' },
  positions: {
    what: 'no territory has a position',
    advice: 'Give the SIREN of the territories, or their latitudes and longitudes.',
  },
  members: {
    what: 'no territory says what it covers',
    advice: 'Fill in the column "members" of the territories.',
  },
  values: {
    what: 'no territory and no seat has a value for this attribute',
    advice: 'Complete the territories or the seats, or remove the rule.',
  },
};

const conflicts: Readonly<Record<RuleConflictKind, (territories: readonly string[]) => string>> = {
  'apart-inside-together': (names) => `${listed(names.map(quoted))} are to be both together and apart`,
  'pinned-twice': (names) =>
    names.length > 1
      ? `${listed(names.map(quoted))} are to be together and are pinned to two workshops`
      : `${listed(names.map(quoted))} is pinned to two workshops`,
  'pinned-together-inside-apart': (names) =>
    `${listed(names.map(quoted))} are to be apart and have but one workshop to go to, the same`,
  'no-workshop-left': (names) =>
    names.length > 1
      ? `${listed(names.map(quoted))} are to be together and have no workshop left to go to`
      : `${listed(names.map(quoted))} has no workshop left to go to`,
  'pair-imposed-and-forbidden': (names) =>
    `the pairing of ${listed(names.map(quoted))} is both imposed and forbidden`,
};
