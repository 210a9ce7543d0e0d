import pc from 'picocolors';
import type { Communities, JudgedConcern, Language } from '../../engine/index.js';
import {
  type CommunitiesLookup,
  communitiesLookup,
  levelText,
  sharedProblemText,
} from '../../exchange/communities/communities-lookup.js';
import { departmentName } from '../../exchange/locale/department-names.js';
import { percentText } from '../../exchange/locale/number-text.js';
import { saying } from '../../exchange/locale/saying.js';
import { headingLines, type Paint } from './render-heading.js';
import { plainText } from './render-plain.js';
import { wrapped } from './render-wrapped.js';

/** what ties a concern; the rest is in the files */
const mostProblems = 4;
/** above, answers dealt out at random give as much now and then */
const notBeyondChance = 0.05;

/**
 * The concerns of an assembly for a terminal: each with what its territories share, how solid it is and who is in
 * it, then who is in none, and how far all this is to be believed. At most 100 columns.
 */
export function renderCommunities(communities: Communities, language: Language, colour: boolean): string {
  const paint = pc.createColors(colour);
  const lookup = communitiesLookup(communities, language);
  const lines = [
    ...headingLines(communities.assembly, language, paint),
    ...communities.concerns.flatMap((concern, place) => [
      ...concernLines(concern, place + 1, lookup, paint),
      '',
    ]),
    ...apartLines(lookup, paint),
    ...beliefLines(communities, language, paint),
  ];
  return `${lines.join('\n')}\n`;
}

function concernLines(
  concern: JudgedConcern,
  number: number,
  lookup: CommunitiesLookup,
  paint: Paint,
): string[] {
  const { language } = lookup;
  const say = saying(language);
  const size = concern.territoryIds.length;
  const found = percentText(concern.robustness, language);
  const facts = [
    say(`${size} territoires`, `${size} territories`),
    `${levelText(concern, language)} (${say(`retrouvée à ${found}`, `${found} found again`)})`,
    ...(concern.p > notBeyondChance
      ? [say('pas plus nette que par hasard', 'no sharper than by chance')]
      : []),
  ];
  const problems = concern.problems
    .slice(0, mostProblems)
    .map((problem) => sharedProblemText(concern, problem, lookup));
  return [
    ...wrapped(
      `${say('Préoccupation', 'Concern')} ${number} · `,
      plainText(concern.title[language]),
      paint.bold,
    ),
    ...wrapped('  ', facts.join(' · '), paint.dim),
    ...wrapped(say('  Partagent : ', '  Share: '), plainText(problems.join(' · '))),
    ...concern.territoryIds.flatMap((id) => memberLines(id, lookup)),
  ];
}

function memberLines(id: string, lookup: CommunitiesLookup): string[] {
  const { name, departments } = lookup.territory(id);
  const where = departments.length > 0 ? ` (${departments.map(departmentName).join(', ')})` : '';
  return wrapped('  • ', plainText(`${name}${where}`));
}

function apartLines(lookup: CommunitiesLookup, paint: Paint): string[] {
  const { apart } = lookup.communities;
  if (apart.length === 0) return [];
  const title = saying(lookup.language)('Sans préoccupation commune', 'Without a shared concern');
  return [paint.bold(`${title} (${apart.length})`), ...apart.flatMap((id) => memberLines(id, lookup)), ''];
}

function beliefLines(communities: Communities, language: Language, paint: Paint): string[] {
  const { choice, departments, significance, concerns, replicates } = communities;
  const say = saying(language);
  const robustness = say(
    `Solidité : une réponse sur cinq a été retirée au hasard, ${replicates} fois. Une préoccupation est dite solide quand elle se retrouve à 75\u00a0% au moins, fragile à moins de 60\u00a0%.`,
    `Robustness: one answer in five was taken out at random, ${replicates} times. A concern is called solid when it is found again at 75% or more, fragile below 60%.`,
  );
  const sentences =
    concerns.length === 0
      ? [choice.reason.text[language]]
      : [
          choice.reason.text[language],
          robustness,
          ...(departments ? [departments.reason.text[language]] : []),
          significance.reason.text[language],
        ];
  return [
    paint.bold(say('Ce que valent ces préoccupations', 'What these concerns are worth')),
    ...sentences.flatMap((sentence) => wrapped('  ', sentence)),
  ];
}
