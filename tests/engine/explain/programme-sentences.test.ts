import { describe, expect, test } from 'vitest';
import { nameBook } from '../../../engine/explain/name-book.js';
import { programmeSentencesEn } from '../../../engine/explain/sentences/programme-sentences.en.js';
import { programmeSentencesFr } from '../../../engine/explain/sentences/programme-sentences.fr.js';
import { programmeNameBook, stateProgramme } from '../../../engine/explain/sentences/state-programme.js';
import type { ProgrammeNotice } from '../../../engine/model/programme-notice.js';
import { madeTerritory } from '../made-territory.js';

const at = { round: 2, workshopId: 'w1' };
const names = programmeNameBook(
  nameBook(
    { version: '1', themes: [] },
    [madeTerritory({ id: 't1', name: 'Pays de Bize' })],
    new Map([['w1', { fr: 'Eau', en: 'Water' }]]),
  ),
  new Map([
    ['s1', { fr: '3 novembre', en: '3 November' }],
    ['s2', { fr: '11 novembre', en: '11 November' }],
  ]),
  new Map([['p1', { fr: 'siège 1', en: 'seat 1' }]]),
);

const said: readonly (readonly [ProgrammeNotice, string, string])[] = [
  [
    {
      code: 'chair-missing',
      facts: { ...at, civility: 'M', cause: 'nobody', deputyIds: ['a', 'b'], standInIds: [] },
    },
    'Tour 2, atelier «\u00a0Eau\u00a0» : il manque un homme ; deux suppléants sont disponibles.',
    'Round 2, workshop “Water”: a man is missing; two deputies are free.',
  ],
  [
    {
      code: 'chair-missing',
      facts: { ...at, civility: 'F', cause: 'busy', deputyIds: [], standInIds: ['p1'] },
    },
    'Tour 2, atelier «\u00a0Eau\u00a0» : il manque une femme (toutes celles de l’atelier animent ailleurs à ce tour) ; aucune suppléante n’est disponible. En attendant : siège 1.',
    'Round 2, workshop “Water”: a woman is missing (all those of the workshop chair elsewhere in this round); no deputy is free. Meanwhile: seat 1.',
  ],
  [
    { code: 'left-over', facts: { civility: 'F', personIds: ['p1'] } },
    'Une femme sans binôme : siège 1.',
    'One woman in no pair: seat 1.',
  ],
  [
    { code: 'duties-uneven', facts: { civility: 'F', least: 0, most: 2, proven: true } },
    'Les femmes animent de 0 à 2 fois, tours passés compris : on ne peut pas faire plus égal avec ces présences.',
    'Women chair from 0 to 2 times, past rounds included: it cannot be more even with who is present.',
  ],
  [
    {
      code: 'slot-instead',
      facts: { workshopId: 'w1', askedSlotId: 's2', slotId: 's1', cause: 'holiday' },
    },
    'Atelier «\u00a0Eau\u00a0» : 3 novembre au lieu de 11 novembre, car c’est un jour férié.',
    'Workshop “Water”: 3 November instead of 11 November, as that is a public holiday.',
  ],
  [
    { code: 'position-unknown', facts: { territoryIds: ['t1'] } },
    'Trajets comptés sans Pays de Bize, dont l’emplacement n’est pas connu.',
    'Travel counted without Pays de Bize, whose position is not known.',
  ],
  [
    { code: 'nobody-can-host', facts: { asked: true } },
    'Personne ne peut accueillir l’atelier : il se tient en visioconférence.',
    'Nobody can host the workshop: it meets by video.',
  ],
  [
    { code: 'fewer-pilots', facts: { asked: 4, chosen: 1 } },
    '1 territoire pilote au lieu de 4 : les quotas n’en permettent pas plus.',
    '1 pilot territory instead of 4: the quotas allow no more.',
  ],
  [
    { code: 'sits-out', facts: { round: 2, participantIds: ['p1'] } },
    'Tour 2 : les tailles demandées ne laissent pas de place à siège 1 ; chacun passe son tour aussi rarement que les autres. Pour placer tout le monde, élargissez les tailles.',
    'Round 2: the sizes asked for leave no place to seat 1; nobody sits out more often than others by more than one turn if it can be. To place everyone, widen the sizes.',
  ],
  [
    { code: 'meets-again', facts: { rounds: 4, repeats: 24, fewestPossible: 20, byRule: 3 } },
    'En 4 tours, des membres se retrouvent 24 fois (dont 3 pour tenir une règle « ensemble » ; on ne peut pas descendre sous 20 avec ces tailles). Moins de tours ou des ateliers plus petits en demanderaient moins.',
    'In 4 rounds, members meet again 24 times (3 of them to keep a rule “together”; fewer than 20 are not possible with these sizes). Fewer rounds or smaller workshops would take fewer.',
  ],
  [
    {
      code: 'round-day-instead',
      facts: { round: 1, asked: '2026-11-11', day: '2026-12-01', cause: 'holiday' },
    },
    'Tour 1 : le mardi 1er décembre 2026 au lieu du mercredi 11 novembre 2026, car c’est un jour sans séance (férié ou exclu).',
    'Round 1: Tuesday 1 December 2026 instead of Wednesday 11 November 2026, as it is a day without sessions (a public holiday, or left out).',
  ],
  [
    { code: 'fewer-workshops', facts: { round: 2, asked: 3, held: 1, present: 6 } },
    'Tour 2 : 1 atelier au lieu de 3, car 6 participants ne suffisent pas à les remplir.',
    'Round 2: 1 workshop instead of 3, as 6 members do not fill them.',
  ],
];

describe('the sentences of a programme', () => {
  test.each(said)('%j is said in both languages', (notice, fr, en) => {
    const reason = stateProgramme(notice, names);
    expect(reason).toEqual({ code: notice.code, facts: notice.facts, text: { fr, en } });
  });

  test('both languages say the same codes', () => {
    expect(Object.keys(programmeSentencesFr)).toEqual(Object.keys(programmeSentencesEn));
  });
});
