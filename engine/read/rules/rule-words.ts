import type { Rule, RuleAttribute, RuleKind } from '../../model/rule.js';
import type { Choices } from '../cells/read-words.js';

/** What organisers write for each kind of rule; a number among the words ("au plus 3") is its count. */
export const kindWords: Choices<RuleKind> = {
  together: ['ensemble', 'together', 'même atelier', 'regrouper', 'grouper', 'réunir'],
  apart: ['séparés', 'apart', 'séparé', 'séparées', 'séparer', 'à part', 'pas ensemble', 'distincts'],
  pinned: [
    'fixé',
    'pinned',
    'fixe',
    'fixés',
    'fixée',
    'fixées',
    'fixer',
    'imposé',
    'épinglé',
    'atelier imposé',
  ],
  allowed: [
    'ateliers permis',
    'allowed',
    'atelier permis',
    'ateliers autorisés',
    'atelier autorisé',
    'permis',
    'autorisés',
    'allowed workshops',
  ],
  forbidden: [
    'ateliers interdits',
    'forbidden',
    'atelier interdit',
    'interdits',
    'interdit',
    'ateliers exclus',
    'forbidden workshops',
  ],
  'at-most': ['au plus', 'at most', 'au maximum', 'maximum', 'pas plus de', 'max', 'no more than'],
  'at-least-different': [
    'au moins … différents',
    'at least … different',
    'au moins différentes',
    'différents',
    'diversité',
    'variété',
  ],
  'not-alone': ['pas seul', 'not alone', 'pas seule', 'pas seuls', 'jamais seul', 'pas isolé', 'no lone one'],
  'target-share': ['part visée', 'target share', 'part cible', 'proportion visée', 'part souhaitée', 'quota'],
  'chair-pair': [
    'binôme possible',
    'chair pair',
    'binôme',
    'binôme femme-homme',
    'binôme H/F',
    'binôme F/H',
    'chair pair possible',
  ],
  'past-meetings': [
    'déjà rencontrés',
    'past meetings',
    'déjà vus',
    'rencontres passées',
    'éviter les retrouvailles',
    'already met',
  ],
  wishes: ['souhaits', 'wishes', 'souhaits des territoires', 'vœux', 'ranked wishes'],
  'common-slots': [
    'créneau commun',
    'common slots',
    'créneaux communs',
    'créneau visio commun',
    'disponibilités',
    'common slot',
  ],
  spread: ['éloignement', 'spread', 'distance', 'éloignement moyen', 'distance moyenne'],
  'same-perimeter': [
    'même périmètre',
    'same perimeter',
    'périmètres communs',
    'pas le même périmètre',
    'périmètres qui se recouvrent',
  ],
  'pair-imposed': [
    'jumelage imposé',
    'pairing imposed',
    'jumelage demandé',
    'jumeler',
    'jumelés',
    'pair imposed',
    'imposed pair',
    'imposed pairing',
  ],
  'pair-forbidden': [
    'jumelage exclu',
    'pairing forbidden',
    'jumelage interdit',
    'ne pas jumeler',
    'pas jumelés',
    'pair forbidden',
    'forbidden pair',
    'forbidden pairing',
  ],
};

export const levelWords: Choices<Rule['level']> = {
  hard: ['impératif', 'hard', 'impérative', 'obligatoire', 'ferme', 'dur', 'dure'],
  soft: ['souhaité', 'soft', 'souhaitée', 'souhait', 'souple', 'préférence', 'souhaitable'],
};

export const attributeWords: Choices<RuleAttribute> = {
  department: ['département', 'department', 'départements', 'departments', 'dép', 'dpt'],
  kind: ['type', 'kind', 'type de territoire', 'nature', 'catégorie', 'types'],
  trait: ['trait', 'trait', 'traits', 'caractéristique', 'milieu'],
  college: ['collège', 'college', 'collèges', 'colleges'],
  civility: ['civilité', 'civility', 'genre', 'sexe', 'femmes et hommes', 'parité'],
};

/** A civility as the value of a rule. */
export const civilityWords: Choices<'F' | 'M'> = {
  F: ['femmes', 'women', 'femme', 'woman', 'Mme', 'madame'],
  M: ['hommes', 'men', 'homme', 'man', 'M.', 'H', 'monsieur'],
};

/** Kinds that are a wish unless told otherwise: kept to the letter, they would leave no plan. */
export const softByNature: ReadonlySet<RuleKind> = new Set(['target-share', 'past-meetings', 'wishes']);
