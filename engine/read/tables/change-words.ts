import { plainText } from '../cells/plain-text.js';
import type { RawTable } from './raw-records.js';

/** What becomes of a territory of a plan. */
export type Change = 'left' | 'joined' | 'changed';

/** What a cell of that column says, or undefined. */
export function changeMeant(text: string): Change | undefined {
  return changeOfWord.get(plainText(text));
}

/** The column that says what becomes of each territory, or −1. */
export function changeColumn({ header }: RawTable): number {
  return header.findIndex((written) => changeHeaders.has(plainText(written)));
}

const changeHeaders: ReadonlySet<string> = new Set([
  ...['changement', 'changements', 'type de changement', 'mouvement', 'mouvements', 'evolution'],
  ...['change', 'changes', 'movement'],
]);

const changeWords: Readonly<Record<Change, readonly string[]>> = {
  left: [
    ...[
      'part',
      'parti',
      'partie',
      'depart',
      'quitte',
      'sort',
      'sortie',
      'sortant',
      'retire',
      'retrait',
      'supprime',
    ],
    ...['left', 'leaves', 'leave', 'leaving', 'out', 'removed', 'remove'],
  ],
  joined: [
    ...[
      'arrive',
      'arrivee',
      'rejoint',
      'entre',
      'entree',
      'entrant',
      'nouveau',
      'nouvelle',
      'ajout',
      'ajoute',
    ],
    ...['joined', 'joins', 'join', 'joining', 'new', 'added', 'add'],
  ],
  changed: [
    ...[
      'modifie',
      'modifiee',
      'modification',
      'change',
      'mis a jour',
      'mise a jour',
      'maj',
      'nouvelles reponses',
    ],
    ...['changed', 'changes', 'updated', 'update'],
  ],
};

const changeOfWord = new Map(
  (Object.entries(changeWords) as [Change, readonly string[]][]).flatMap(([change, words]) =>
    words.map((word) => [word, change] as const),
  ),
);
