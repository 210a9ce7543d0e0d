import { describe, expect, test } from 'vitest';
import { defaultTaxonomy } from '../../../../data/default-data.js';
import { type ReferralChoices, readReferral } from '../../../../engine/read/problems/referral-problems.js';
import { describeRefusal } from '../../../../engine/use-cases/refusal/describe-refusal.js';
import { thrownBy } from '../../thrown-error.js';

const taxonomy = defaultTaxonomy();
const read = (problems: readonly string[], text = '') => readReferral({ problems, text }, taxonomy);

describe('readReferral', () => {
  test('takes problems by their ids, and by their labels word for word', () => {
    expect(read(['mob.covoiturage', 'Logements vacants']).problems).toEqual([
      'mob.covoiturage',
      'hab.vacance',
    ]);
    expect(read([' HAB.vacance ', 'hab.vacance']).problems).toEqual(['hab.vacance']);
  });

  test('recognises the problems of a question, and the words that tell them', () => {
    const { problems, words } = read(
      [],
      'Comment remettre sur le marché les logements vacants de nos centres ?',
    );
    expect(problems).toEqual(['hab.vacance']);
    expect(words[0]).toMatch(/vacant/u);
    expect(read([], 'vélo et logements vacants').problems.toSorted()).toEqual([
      'hab.vacance',
      'mob.modes-actifs',
    ]);
    expect(read(['mob.covoiturage'], 'logements vacants').problems).toEqual([
      'mob.covoiturage',
      'hab.vacance',
    ]);
  });

  test('offers candidates for what it cannot read for sure', () => {
    const error = thrownBy(() => read([], 'la mobilité'));
    expect(error.code).toBe('referral-not-understood');
    const { candidates } = error.value as ReferralChoices;
    expect(candidates.map(({ problemId }) => problemId)).toContain('mob.covoiturage');
    expect(describeRefusal(error, 'fr')).toMatch(
      /^Aucun problème n’est reconnu à coup sûr dans « la mobilité »\. Choisissez parmi/u,
    );
    expect(describeRefusal(error, 'en')).toContain('mob.covoiturage (Carpooling');
  });

  test('does not choose between two problems that the same words speak of', () => {
    const two = {
      version: 'two',
      themes: [
        {
          id: 't',
          fr: 'Thème',
          en: 'Theme',
          problems: [
            { id: 'a', fr: 'Eau potable', en: 'Drinking water', synonyms: ['réseau vétuste'] },
            { id: 'b', fr: 'Assainissement', en: 'Sewerage', synonyms: ['réseau vétuste'] },
          ],
        },
      ],
    };
    const error = thrownBy(() => readReferral({ problems: [], text: 'un réseau vétuste' }, two));
    expect(error.code).toBe('ambiguous-referral');
    expect((error.value as ReferralChoices).candidates.map(({ problemId }) => problemId)).toEqual(['a', 'b']);
    expect(describeRefusal(error, 'fr')).toContain('a (Eau potable) ; b (Assainissement)');
    // naming one of them settles it
    expect(readReferral({ problems: ['b'], text: 'un réseau vétuste' }, two).problems).toContain('b');
  });

  test('refuses an unknown id and a referral that names nothing', () => {
    expect(thrownBy(() => read(['hab.vacances'])).code).toBe('unknown-problem');
    const empty = thrownBy(() => read([], '  '));
    expect(empty.code).toBe('referral-without-problem');
    expect(describeRefusal(empty, 'fr')).toMatch(/^Une saisine nomme ses problèmes/u);
  });
});
