import type { Language, Meeting, Person, Rule, RuleAttribute, TerritoryKind } from '../../../engine/index.js';

type Words<Code extends string> = Readonly<Record<Language, Readonly<Record<Code, string>>>>;

/** The words of cells, in place of the codes of the engine; the reader knows them all. */
export const kindWords: Words<TerritoryKind> = {
  fr: {
    CC: 'CC',
    CA: 'CA',
    CU: 'CU',
    METROPOLE: 'métropole',
    PETR: 'PETR',
    PNR: 'PNR',
    PAYS: 'pays',
    POLE_METROPOLITAIN: 'pôle métropolitain',
    ASSOCIATION: 'association',
    OTHER: 'autre',
  },
  en: {
    CC: 'CC',
    CA: 'CA',
    CU: 'CU',
    METROPOLE: 'METROPOLE',
    PETR: 'PETR',
    PNR: 'PNR',
    PAYS: 'PAYS',
    POLE_METROPOLITAIN: 'POLE_METROPOLITAIN',
    ASSOCIATION: 'ASSOCIATION',
    OTHER: 'OTHER',
  },
};

export const natureWords: Words<'need' | 'experience'> = {
  fr: { need: 'besoin', experience: 'expérience' },
  en: { need: 'need', experience: 'experience' },
};

export const civilityWords: Words<Person['civility']> = {
  fr: { F: 'Mme', M: 'M.', unspecified: 'non précisée' },
  en: { F: 'F', M: 'M', unspecified: 'unspecified' },
};

export const meetingWords: Words<Meeting['kind']> = {
  fr: { workshop: 'atelier', pairing: 'jumelage', chairs: 'binôme' },
  en: { workshop: 'workshop', pairing: 'pairing', chairs: 'chairs' },
};

export const ruleWords: Words<Rule['kind']> = {
  fr: {
    together: 'ensemble',
    apart: 'séparés',
    pinned: 'fixé',
    allowed: 'ateliers permis',
    forbidden: 'ateliers interdits',
    'at-most': 'au plus',
    'at-least-different': 'au moins … différents',
    'not-alone': 'pas seul',
    'target-share': 'part visée',
    'chair-pair': 'binôme possible',
    'past-meetings': 'déjà rencontrés',
    wishes: 'souhaits',
    'common-slots': 'créneau commun',
    spread: 'éloignement',
    'same-perimeter': 'même périmètre',
    'pair-imposed': 'jumelage imposé',
    'pair-forbidden': 'jumelage exclu',
  },
  en: {
    together: 'together',
    apart: 'apart',
    pinned: 'pinned',
    allowed: 'allowed',
    forbidden: 'forbidden',
    'at-most': 'at most',
    'at-least-different': 'at least … different',
    'not-alone': 'not alone',
    'target-share': 'target share',
    'chair-pair': 'chair pair',
    'past-meetings': 'past meetings',
    wishes: 'wishes',
    'common-slots': 'common slots',
    spread: 'spread',
    'same-perimeter': 'same perimeter',
    'pair-imposed': 'pairing imposed',
    'pair-forbidden': 'pairing forbidden',
  },
};

export const attributeWords: Words<RuleAttribute> = {
  fr: { department: 'département', kind: 'type', trait: 'trait', college: 'collège', civility: 'civilité' },
  en: { department: 'department', kind: 'kind', trait: 'trait', college: 'college', civility: 'civility' },
};

/** A civility as the value of a rule. */
export const civilityValues: Words<'F' | 'M'> = {
  fr: { F: 'femmes', M: 'hommes' },
  en: { F: 'women', M: 'men' },
};

export const levelWords: Words<Rule['level']> = {
  fr: { hard: 'impératif', soft: 'souhaité' },
  en: { hard: 'hard', soft: 'soft' },
};

export const yesNoWords: Words<'yes' | 'no'> = {
  fr: { yes: 'oui', no: 'non' },
  en: { yes: 'yes', no: 'no' },
};
