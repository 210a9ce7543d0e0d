import type { Communities, JudgedConcern, Language } from '../../engine/index.js';
import { departmentLabel } from '../locale/department-names.js';
import { saying } from '../locale/saying.js';
import { csvFileOf } from '../plan/tables/csv-file.js';
import { type Reading, tableOf } from '../plan/tables/table.js';
import {
  type CommunitiesLookup,
  communitiesLookup,
  levelText,
  sharedProblemText,
} from './communities-lookup.js';

/** what ties a concern most; the whole list is in the JSON */
const mostProblems = 5;

interface Member {
  readonly id: string;
  /** null for a territory in no concern */
  readonly concern: JudgedConcern | null;
}

/** `preoccupations.csv`: one row a territory, by concern, those of no concern last. */
export function communitiesToCsv(
  communities: Communities,
  language: Language,
): { name: string; content: string } {
  const say = saying(language);
  const members: Member[] = [
    ...communities.concerns.flatMap((concern) => concern.territoryIds.map((id) => ({ id, concern }))),
    ...communities.apart.map((id) => ({ id, concern: null })),
  ];
  const names = {
    sheet: say('Préoccupations', 'Concerns'),
    file: say('preoccupations.csv', 'concerns.csv'),
  };
  const readings = readingsOf(communitiesLookup(communities, language));
  return csvFileOf(
    tableOf<Member>(names, readings, members, () => null),
    language,
  );
}

function readingsOf(lookup: CommunitiesLookup): Reading<Member>[] {
  const { language } = lookup;
  const say = saying(language);
  const text = (header: string, value: Reading<Member>['value']): Reading<Member> => ({
    header,
    kind: 'text',
    width: 30,
    value,
  });
  return [
    text(say('Préoccupation', 'Concern'), ({ concern }) => concern?.id ?? say('aucune', 'none')),
    text(say('Intitulé', 'Title'), ({ concern }) => concern?.title[language] ?? null),
    text(say('Identifiant', 'Identifier'), ({ id }) => id),
    text(say('Territoire', 'Territory'), ({ id }) => lookup.territory(id).name),
    text('Départements', ({ id }) => lookup.territory(id).departments.map(departmentLabel)),
    text(say('Problèmes partagés', 'Shared problems'), ({ concern }) =>
      concern
        ? concern.problems
            .slice(0, mostProblems)
            .map((problem) => sharedProblemText(concern, problem, lookup))
        : null,
    ),
    text(say('Solidité', 'Robustness'), ({ concern }) => (concern ? levelText(concern, language) : null)),
    {
      ...text(say('Retrouvée (0 à 1)', 'Found again (0 to 1)'), ({ concern }) => concern?.robustness ?? null),
      kind: 'decimal',
    },
  ];
}
