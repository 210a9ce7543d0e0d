import type { RuleAttribute } from '../../model/rule.js';
import type { LackingData, Unkeepable } from '../rules/unkeepable-rules.js';
import type { SentencesOf } from './finding-facts.js';
import type { RuleConflictKind, RuleFindingFacts, RulePart } from './rule-finding-facts.js';
import { decimal, listed, quoted } from './sentence-parts.fr.js';

/** The findings on rules, in French. */
export const frenchRuleSentences: SentencesOf<RuleFindingFacts> = {
  'pinned-without-workshop': () => ({
    message: 'Cette règle fixe un territoire sans dire dans quel atelier.',
    suggestion: 'Donnez le numéro de l’atelier, à partir de 1.',
  }),
  'pinned-to-several': () => ({
    message: 'Cette règle fixe un territoire dans plusieurs ateliers.',
    suggestion: 'Gardez un seul numéro, ou écrivez « ateliers permis » pour laisser le choix.',
  }),
  'workshop-ignored': () => ({
    message:
      'Un numéro d’atelier ne sert qu’aux règles « fixé », « ateliers permis » et « ateliers interdits » : il n’est pas lu.',
    suggestion: 'Pour imposer un atelier, ajoutez une règle « fixé ».',
  }),
  'rule-cell-ignored': ({ column, kind }) => ({
    message: `La colonne ${quoted(column)} ne sert pas aux règles ${quoted(kind.fr)} : elle n’est pas lue ici.`,
    suggestion: 'Videz la cellule, ou changez le type de la règle.',
  }),
  'rule-part-missing': ({ kind, part }) => ({
    message: `Il manque ${parts[part].what} à cette règle ${quoted(kind.fr)}.`,
    suggestion: parts[part].advice,
  }),
  'unknown-attribute-value': ({ attribute, value, known }) => ({
    message: `${holders[attribute]} n’a ${quoted(value)} pour ${attributes[attribute]}.`,
    suggestion:
      known.length > 0
        ? `Valeurs présentes : ${known.join(', ')}.`
        : `Aucune valeur n’est connue : complétez ${sources[attribute]}, ou retirez la règle.`,
  }),
  'distances-crossed': ({ minKm, maxKm }) => ({
    message: `Le minimum (${decimal(minKm)} km) dépasse le maximum (${decimal(maxKm)} km).`,
    suggestion: 'Échangez les deux distances ou corrigez celle qui est fausse.',
  }),
  'rule-cannot-hold': (facts) => ({
    message: `Cette règle impérative ne peut pas être tenue : ${reasons(facts)}. Elle n’est pas retenue.`,
    suggestion: 'Corrigez-la, retirez-la, ou notez-la « souhaité ».',
  }),
  'soft-rule-cannot-hold': (facts) => ({
    message: `Ce souhait ne pourra jamais être tenu entièrement : ${reasons(facts)}.`,
    suggestion: 'Corrigez-le, ou gardez-le : il sera suivi au mieux.',
  }),
  'rule-without-data': ({ needs }) => ({
    message: `Cette règle ne changera rien : ${lacking[needs].what}.`,
    suggestion: lacking[needs].advice,
  }),
  'pairing-of-several': ({ count }) => ({
    message: `Un jumelage imposé réunit deux territoires, et cette règle en cite ${count}.`,
    suggestion: 'Écrivez une règle par jumelage.',
  }),
  'pairing-always-hard': () => ({
    message: 'Un jumelage imposé ou exclu l’est toujours : « souhaité » n’est pas suivi.',
    suggestion: 'Retirez la règle si ce n’est qu’un souhait.',
  }),
  'rule-twice': ({ firstRow }) => ({
    message: `Cette règle est déjà à la ligne ${firstRow} : elle compte une fois.`,
  }),
  'circular-rules': ({ conflict, rules, territories, dropped }) => ({
    message: `Les règles ${listed(rules)} se contredisent : ${conflicts[conflict](territories)}. La règle ${dropped} n’est pas retenue.`,
    suggestion: `Supprimez la règle ${dropped}, ou ${rules.length > 2 ? 'l’une des autres' : 'l’autre'} : ${listed(rules.filter((rule) => rule !== dropped))}.`,
  }),
  'soft-rule-void': ({ rules, territories }) => ({
    message: `Ce souhait ne pourra pas être tenu pour ${listed(territories.map(quoted))}, à cause ${rules.length > 1 ? 'des règles impératives' : 'de la règle impérative'} ${listed(rules)}.`,
    suggestion: 'Retirez le souhait, ou assouplissez ce qui l’empêche.',
  }),
};

const parts: Readonly<Record<RulePart, { what: string; advice: string }>> = {
  workshop: { what: 'les ateliers', advice: 'Donnez leurs numéros, séparés par | ou par une virgule.' },
  attribute: { what: 'l’attribut', advice: 'Écrivez département, type, trait, collège ou civilité.' },
  value: { what: 'la valeur', advice: 'Écrivez par exemple 31, PETR, montagne ou femmes.' },
  count: {
    what: 'le nombre',
    advice: 'Écrivez un nombre entier, à partir de 1, dans la colonne « nombre ».',
  },
  km: { what: 'une distance', advice: 'Remplissez « km min », « km max » ou les deux.' },
};

const attributes: Readonly<Record<RuleAttribute, string>> = {
  department: 'département principal',
  kind: 'type',
  trait: 'trait',
  college: 'collège',
  civility: 'civilité',
};

const holders: Readonly<Record<RuleAttribute, string>> = {
  department: 'Aucun territoire',
  kind: 'Aucun territoire',
  trait: 'Aucun territoire',
  college: 'Aucun siège',
  civility: 'Aucun siège',
};

const sources: Readonly<Record<RuleAttribute, string>> = {
  department: 'la colonne « départements » des territoires',
  kind: 'la colonne « type » des territoires',
  trait: 'la colonne « traits » des territoires',
  college: 'la feuille « Sièges »',
  civility: 'les civilités de la feuille « Sièges »',
};

function reasons(facts: Unkeepable): string {
  switch (facts.why) {
    case 'too-few-values':
      return `il faudrait ${facts.count} valeurs différentes dans chaque atelier, et il n’y en a que ${facts.found} en tout`;
    case 'lone-holder':
      return `un seul territoire a ${listed(facts.values.map(quoted))}`;
    case 'no-chair-pair':
      return 'les sièges ne donnent pas une femme et un homme de deux territoires';
  }
}

const lacking: Readonly<Record<LackingData, { what: string; advice: string }>> = {
  availability: {
    what: 'aucun territoire n’a donné ses disponibilités',
    advice: 'Remplissez la colonne « disponibilités » des territoires.',
  },
  wishes: {
    what: 'aucun territoire n’a donné de souhait',
    advice: 'Remplissez la colonne « souhaits » des territoires.',
  },
  history: { what: 'l’historique est vide', advice: 'Remplissez la feuille « Historique ».' },
  positions: {
    what: 'aucun territoire n’a de position',
    advice: 'Donnez les SIREN des territoires, ou leurs latitudes et longitudes.',
  },
  members: {
    what: 'aucun territoire ne dit ce qu’il couvre',
    advice: 'Remplissez la colonne « membres » des territoires.',
  },
  values: {
    what: 'aucun territoire ni aucun siège n’a de valeur pour cet attribut',
    advice: 'Complétez les territoires ou les sièges, ou retirez la règle.',
  },
};

const conflicts: Readonly<Record<RuleConflictKind, (territories: readonly string[]) => string>> = {
  'apart-inside-together': (names) =>
    `${listed(names.map(quoted))} doivent être à la fois ensemble et séparés`,
  'pinned-twice': (names) =>
    names.length > 1
      ? `${listed(names.map(quoted))} doivent être ensemble et sont fixés dans deux ateliers`
      : `${listed(names.map(quoted))} est fixé dans deux ateliers`,
  'pinned-together-inside-apart': (names) =>
    `${listed(names.map(quoted))} doivent être séparés et n’ont qu’un même atelier où aller`,
  'no-workshop-left': (names) =>
    names.length > 1
      ? `${listed(names.map(quoted))} doivent être ensemble et n’ont plus d’atelier où aller`
      : `${listed(names.map(quoted))} n’a plus d’atelier où aller`,
  'pair-imposed-and-forbidden': (names) =>
    `le jumelage de ${listed(names.map(quoted))} est à la fois imposé et exclu`,
};
