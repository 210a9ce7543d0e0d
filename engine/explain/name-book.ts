import type { Language, LocalText } from '../model/local-text.js';
import type { Rule } from '../model/rule.js';
import type { Taxonomy } from '../model/taxonomy.js';
import type { Territory } from '../model/territory.js';
import { ruleTerms } from './reasons/rule-terms.js';
import { ruleAsks as asksEn } from './sentences/rule-words.en.js';
import { ruleAsks as asksFr } from './sentences/rule-words.fr.js';
import type { Names } from './sentences/statements.js';

export type NameBook = Readonly<Record<Language, Names>>;

/** The names that sentences use, a rule by what it asks; an id that nothing names stands for itself. */
export function nameBook(
  taxonomy: Taxonomy,
  territories: readonly Territory[],
  workshops: ReadonlyMap<string, LocalText> = new Map(),
  rules: readonly Rule[] = [],
): NameBook {
  const problems = new Map(taxonomy.themes.flatMap((theme) => theme.problems).map((p) => [p.id, p]));
  const territoryNames = new Map(territories.map(({ id, name }) => [id, name]));
  const ruleOf = new Map(rules.map((rule) => [rule.id, rule]));
  const inLanguage = (language: Language): Names => {
    const names: Names = {
      problem: (id) => problems.get(id)?.[language] ?? id,
      territory: (id) => territoryNames.get(id) ?? id,
      workshop: (id) => workshops.get(id)?.[language] ?? id,
      rule: (id) => {
        const rule = ruleOf.get(id);
        return rule ? (language === 'fr' ? asksFr : asksEn)(ruleTerms(rule), names) : id;
      },
    };
    return names;
  };
  return { fr: inLanguage('fr'), en: inLanguage('en') };
}
