import { placingKinds } from '../reasons/rule-terms.js';
import { entrySentencesEn } from './entry-sentences.en.js';
import { pairingSentencesEn } from './pairing-sentences.en.js';
import { ruleAsks, ruleBroken } from './rule-words.en.js';
import type { Names, Sentences, Statements } from './statements.js';
import { list, lowered, number, points, quoted, quotedList } from './wording.en.js';

/** Every reason in English. */
export const sentencesEn: Sentences = {
  ...entrySentencesEn,
  ...pairingSentencesEn,
  'nothing-declared': () =>
    'This territory declared no need: it completes this workshop, and no problem ties it to one rather than another.',
  'alone-in-workshop': () => 'This territory is alone in this workshop.',
  'shared-problems': ({ problemIds, sharedWith }, names) => {
    const parts = problemIds.map((id, rank) => {
      const count = Number(sharedWith[rank]);
      const noun = count > 1 ? 'territories' : 'territory';
      const others = count > 1 ? 'others' : 'other';
      const whom = rank === 0 ? `other ${noun} of the workshop` : others;
      return `${quoted(names.problem(id))} with ${number(count)} ${whom}`;
    });
    return `Shares ${list(parts)}.`;
  },
  'no-shared-problem': () => 'No other territory of the workshop declared the same problems.',
  'closest-members': ({ territoryIds, distancesKm }, names) => {
    const members = territoryIds.map((id, rank) => {
      const km = distancesKm[rank];
      return km ? `${names.territory(id)} (${number(Number(km))} km away)` : names.territory(id);
    });
    return members.length > 1
      ? `Closest profiles in the workshop: ${list(members)}.`
      : `Closest profile in the workshop: ${list(members)}.`;
  },
  'explained-by-neighbourhood': ({ percent, problemIds, percents }, names) => {
    const parts = problemIds.map((id, rank) => `${quoted(names.problem(id))} (${percents[rank]}%)`);
    return `Its neighbourhood explains ${percent}% of its needs, above all ${list(parts)}: that part counts less in bringing it together with others.`;
  },
  'next-best-workshop': ({ workshopId, pointsHere, pointsThere, cost }, names) => {
    const compared = `mean likeness would be ${points(pointsThere)} there, against ${number(pointsHere, 1)} here`;
    const start = `Another possible workshop: ${quoted(names.workshop(workshopId))}; ${compared}`;
    return cost < 0
      ? `${start}. The balance of the whole (sizes, rules, distance) places it here.`
      : `${start}.`;
  },
  'held-by-rule': (facts, names) => `${rule(facts, names)}${motive(facts)}.`,
  'rule-not-kept': notKept,
  'rule-kept': () => 'Rule kept.',
  'rule-broken': ruleBroken,
  'pair-shared-problems': ({ problemIds }, names) =>
    `Both territories face the same ${problemIds.length > 1 ? 'problems' : 'problem'}: ${quotedList(problemIds, names.problem)}.`,
  'pair-distance': ({ distanceKm }) =>
    distanceKm < 1
      ? 'They are less than a kilometre apart as the crow flies.'
      : `They are ${number(distanceKm)} km apart as the crow flies.`,
  'odd-one-out': () =>
    'This territory has no partner this time: those that would suit it make better pairings elsewhere.',
  'unpaired-nothing-in-common': () =>
    'This territory has no partner: no other shares its problems, can show what it is looking for, or is looking for what it can show.',
  'unpaired-nothing-declared': () =>
    'This territory has no partner: it declared neither a need nor an experience.',
  'concerns-surest': ({ method, resolution, tried, stability, distinction }) =>
    `Several levels of detail were compared (${tried.join(', ')}). Level ${resolution} is kept: from one run to another its results agree at ${stability}%, and the problems that characterise a concern are on average ${distinction} points more common in it than in the assembly. Method: ${methodName(method)}.`,
  'concerns-by-profiles': ({ stability, networkStability }) =>
    `Likeness from one territory to the next does not say who belongs together: runs agree at ${networkStability}% only. The answers were therefore compared directly (${methodName('kmeans')}), which agree at ${stability}%.`,
  'concerns-as-asked': ({ method, resolution, stability }) =>
    `Sought as asked: ${methodName(method)}${resolution > 0 ? `, level of detail ${resolution}` : ''}. From one run to another, results agree at ${stability}%.`,
  'concerns-untied': () => 'No problem brings two territories together: there is no shared concern.',
  'concerns-and-departments': ({ ami, level }) => {
    const measured = `(overlap of ${number(Math.max(0, ami), 2)}, from 0 to 1)`;
    if (level === 'unrelated')
      return `They do not follow the départements ${measured}: they bring distant territories together.`;
    return level === 'partly'
      ? `They follow the départements in part ${measured}: proximity counts without explaining everything.`
      : `They largely follow the départements ${measured}. Turn the décroisement up (--decoupling) to see what goes beyond them.`;
  },
  'concerns-against-chance': ({ modularity, byChance, level, replicates }) => {
    const measured = `sharpness ${number(modularity, 2)}, against ${number(byChance, 2)} on average over ${replicates} draws in which the same answers are dealt out at random`;
    if (level === 'clear') return `They are not an effect of chance: ${measured}.`;
    return level === 'slight'
      ? `They go a little beyond what chance gives: ${measured}.`
      : `They do not differ from chance: ${measured}. Take them with caution.`;
  },
};

/** Methods are called by their published names. */
function methodName(method: string): string {
  return { leiden: 'Leiden', louvain: 'Louvain', kmeans: 'k-means' }[method] ?? method;
}

function notKept(facts: Statements['rule-not-kept'], names: Names): string {
  const start = facts.level === 'hard' ? 'Rule not kept' : 'Wish not followed';
  return placingKinds.has(facts.kind)
    ? `${start}: ${lowered(rule(facts, names))}${motive(facts)}.`
    : `${start}, “${ruleAsks(facts, names)}”${motive(facts)}.`;
}

function rule(facts: Statements['held-by-rule'], names: Names): string {
  const others = list(facts.otherIds.map(names.territory));
  switch (facts.kind) {
    case 'pinned':
      return 'A rule fixes its place in a given workshop';
    case 'together':
      return `A rule keeps it together with ${others || 'other territories'}`;
    case 'apart':
      return `A rule keeps it apart from ${others || 'other territories'}`;
    case 'allowed':
      return `A rule narrows the choice of its workshop (allowed: ${list(facts.workshops)})`;
    case 'forbidden':
      return `A rule narrows the choice of its workshop (excluded: ${list(facts.workshops)})`;
    default:
      return ruleAsks(facts, names);
  }
}

function motive({ because, askedBy }: Statements['held-by-rule']): string {
  const reason = because ? `: ${because.replace(/[.\s]+$/u, '')}` : '';
  return askedBy ? `${reason} (asked by ${askedBy})` : reason;
}
