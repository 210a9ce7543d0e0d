import type { RuleTerms } from '../reasons/rule-terms.js';
import type { ChangeSentences } from './change-statements.js';
import { ruleAsks } from './rule-words.en.js';
import type { Names } from './statements.js';
import { list, number, points, quoted } from './wording.en.js';

/** What a change does, in English: what would be in the conditional, what was done in the past. */
export const changeSentencesEn: ChangeSentences = {
  'change-on-workshop': (facts, { workshop }) => {
    const { sizeBefore, sizeAfter, pointsBefore, pointsAfter, kmBefore, kmAfter } = facts;
    const size =
      sizeBefore === sizeAfter
        ? `still ${members(sizeAfter, facts.seats)}`
        : `${members(sizeAfter, facts.seats)} instead of ${number(sizeBefore)}`;
    return `Workshop ${quoted(workshop(facts.workshopId))}: ${size}; mean likeness ${points(pointsAfter)} (${number(pointsBefore, 1)} before); mean distance ${number(kmAfter)} km (${number(kmBefore)} before).`;
  },
  'change-on-plan': (facts) => {
    const { pointsBefore, pointsAfter, decouplingBefore, decouplingAfter, kmBefore, kmAfter } = facts;
    return `All workshops together: mean likeness ${points(pointsAfter)} (${number(pointsBefore, 1)} before), ${number(decouplingAfter, 1)} of them beyond what distance leads to expect (${number(decouplingBefore, 1)} before); mean distance ${number(kmAfter)} km (${number(kmBefore)} before).`;
  },
  'change-for-territory': ({ territoryId, seatId, workshopId, pointsBefore, pointsAfter }, names) =>
    `${names.territory(territoryId)}${seatId ? ` (seat ${seatId})` : ''}: mean likeness ${points(pointsAfter)} with the other members of workshop ${quoted(names.workshop(workshopId))}, against ${number(pointsBefore, 1)} where it is.`,
  'change-joins': ({ territoryId, workshopId, points: likeness, needPercent }, names) => {
    const need =
      needPercent < 0
        ? 'it did not declare the need that opened it'
        : `it declares that need at ${needPercent}%`;
    return `${names.territory(territoryId)} would join workshop ${quoted(names.workshop(workshopId))}: ${need}; mean likeness ${points(likeness)} with the other members.`;
  },
  'change-leaves': ({ territoryId, workshopId, points: likeness, elsewhere }, names) => {
    const still =
      elsewhere > 0
        ? `it would keep ${number(elsewhere)} ${elsewhere > 1 ? 'others' : 'other'}`
        : 'it would sit nowhere';
    return `${names.territory(territoryId)} would leave workshop ${quoted(names.workshop(workshopId))}, where its mean likeness is ${points(likeness)}: ${still}.`;
  },
  'too-many-workshops': ({ territoryId, count, most }, names) =>
    `${names.territory(territoryId)} would sit in ${number(count)} workshops: ${number(most)} at most for a territory.`,
  'twice-on-problem': ({ territoryId, problemId }, names) =>
    `${names.territory(territoryId)} would sit in two workshops on one problem, ${quoted(names.problem(problemId))}.`,
  'experience-by-change': ({ before, after }) =>
    `The workshop would lack ${number(after)} ${after === 1 ? 'member' : 'members'} with experience (${number(before)} before).`,
  'not-kept-afresh': () =>
    'This change is for this plan: composed again from the start, workshops are others and it is not kept.',
  'workshop-too-small': ({ workshopId, size, limit, seats }, { workshop }) =>
    `Workshop ${quoted(workshop(workshopId))} would have only ${members(size, seats)}: it needs at least ${limit}.`,
  'workshop-too-large': ({ workshopId, size, limit, seats }, { workshop }) =>
    `Workshop ${quoted(workshop(workshopId))} would have ${members(size, seats)}: it takes at most ${limit}.`,
  'rule-broken-by-change': (facts, names) =>
    facts.level === 'hard'
      ? `Rule that must hold and no longer would: ${rule(facts, names)}.`
      : `Wish that would no longer be followed: ${rule(facts, names)}.`,
  'rule-mended-by-change': (facts, names) =>
    facts.level === 'hard'
      ? `Rule that must hold and would again: ${rule(facts, names)}.`
      : `Wish that would be followed: ${rule(facts, names)}.`,
  'alone-of-trait': ({ territoryId, workshopId, trait }, names) =>
    `${names.territory(territoryId)} would be the only ${traitName[trait] ?? quoted(trait)} territory of workshop ${quoted(names.workshop(workshopId))}.`,
  'alone-of-kind': ({ territoryId, workshopId, kind }, names) =>
    `${names.territory(territoryId)} would be the only ${kind} in workshop ${quoted(names.workshop(workshopId))}.`,
  'alone-of-civility': ({ territoryId, workshopId, civility }, names) =>
    `Workshop ${quoted(names.workshop(workshopId))} would have one ${civility === 'F' ? 'woman' : 'man'} only, who sits for ${names.territory(territoryId)}.`,
  'alone-of-college': ({ territoryId, workshopId, college }, names) =>
    `Workshop ${quoted(names.workshop(workshopId))} would have one person only of the college ${quoted(college)}, who sits for ${names.territory(territoryId)}.`,
  'seats-meet': ({ territoryId, workshopId, seatIds }, names) =>
    `${names.territory(territoryId)} would have ${seatIds.length} seats in workshop ${quoted(names.workshop(workshopId))} (${list(seatIds)}): the seats of one territory always stay apart.`,
  'balance-by-change': ({ balance, value, before, after }) => {
    const what = balance === 'parity' ? 'women and men' : `the college ${quoted(value)}`;
    return `The share of ${what} would be ${after > before ? 'less' : 'more'} even between workshops: ${number(after, 1)} ${after === 1 ? 'seat' : 'seats'} off in all, against ${number(before, 1)}.`;
  },
  'met-before': ({ territoryIds: [who = '', ...others], date, label }, { territory }) => {
    const when = date ? ` on ${date}` : '';
    const where = label ? ` (${quoted(label)})` : '';
    return `${territory(who)} would meet ${list(others.map(territory))} again: they were already together${when}${where}.`;
  },

  replanned: ({ moved, budget, joined, left, changed, seats }) => {
    const counted = (count: number, what: string): string[] =>
      count > 0 ? [`${number(count)} ${what}`] : [];
    const news = [...counted(left, 'left'), ...counted(joined, 'joined'), ...counted(changed, 'changed')];
    const start = news.length > 0 ? `${list(news)}: ` : '';
    const allowed = `(${number(budget)} at most)`;
    return moved === 0
      ? `${start}nobody ${news.length > 0 ? 'else ' : ''}changes workshop ${allowed}.`
      : `${start}${members(moved, seats)} ${moved > 1 ? 'change' : 'changes'} workshop ${allowed}.`;
  },
  'fewer-moves-do': ({ moves, percent }) =>
    `${moves > 0 ? `${number(moves)} ${moves > 1 ? 'moves' : 'move'}` : 'No move'} would already give ${percent}% of what these bring.`,
  'frozen-out-of-bounds': ({ workshopId, size, limit, seats }, { workshop }) =>
    size < limit
      ? `Workshop ${quoted(workshop(workshopId))}, left as it is, has only ${members(size, seats)}: it should have at least ${limit}.`
      : `Workshop ${quoted(workshop(workshopId))}, left as it is, has ${members(size, seats)}: it takes at most ${limit}.`,
  'workshop-closes': ({ workshopId }, { workshop }) =>
    `Workshop ${quoted(workshop(workshopId))} closes: there are no longer enough territories for all workshops.`,
  'workshop-opens': ({ workshopId }, { workshop }) =>
    `One more workshop opens, ${quoted(workshop(workshopId))}: the others could no longer take everyone.`,
  'rules-dropped': ({ ruleIds }) =>
    `${ruleIds.length > 1 ? `${number(ruleIds.length)} rules have` : 'One rule has'} nothing left to say and ${ruleIds.length > 1 ? 'are' : 'is'} dropped: ${list(ruleIds.map(quoted))}.`,
  'needs-more-moves': ({ budget, fewest }) =>
    `With ${number(budget)} ${budget === 1 ? 'move' : 'moves'} at most, sizes and rules cannot be kept: at least ${number(fewest)} are needed.`,
  'frozen-in-the-way': ({ workshopIds, fewest }, { workshop }) =>
    `The workshops left as they are prevent it (${list(workshopIds.map((id) => quoted(workshop(id))))}); without them ${number(fewest)} ${fewest === 1 ? 'move' : 'moves'} would do.`,
  'nothing-keeps-the-rules': () =>
    'No number of moves was found that keeps both sizes and rules: loosen a rule or the sizes.',

  'moved-by-hand': ({ askedBy, because }) => {
    const start = askedBy ? `Moved by hand, as asked by ${askedBy}` : 'Moved by hand';
    return because ? `${start}. Reason: ${because.replace(/[.\s]+$/u, '')}.` : `${start}.`;
  },
  'moved-to-fill': ({ workshopId, size, limit, seats }, { workshop }) =>
    `Workshop ${quoted(workshop(workshopId))} was left with ${members(size, seats)}: it needs at least ${limit}.`,
  'moved-to-make-room': ({ workshopId, size, limit, seats }, { workshop }) =>
    `Workshop ${quoted(workshop(workshopId))} would have had ${members(size, seats)}: it takes at most ${limit}.`,
  'moved-from-closed': ({ workshopId }, { workshop }) =>
    `Workshop ${quoted(workshop(workshopId))} closes: too few territories are left in it.`,
  'moved-to-new': () => 'One more workshop opens: the others were full.',
  'moved-for-rule': (facts, names) => `To keep a rule: ${rule(facts, names)}.`,
  'moved-for-likeness': ({ pointsFrom, pointsTo }) =>
    `It is more like the members of its new workshop: ${points(pointsTo)} on average, against ${number(pointsFrom, 1)} had it stayed.`,
  'moved-in-exchange': ({ fromWorkshopId, otherIds, pointsFrom, pointsTo }, names) =>
    `It leaves its place in workshop ${quoted(names.workshop(fromWorkshopId))} to ${list(otherIds.map(names.territory))}, which has more in common there; mean likeness ${points(pointsTo)} in its new workshop, against ${number(pointsFrom, 1)} had it stayed.`,
  'moved-likeness': ({ pointsFrom, pointsTo }) =>
    `Mean likeness ${points(pointsTo)} in its new workshop, against ${number(pointsFrom, 1)} had it stayed.`,
  'moved-for-balance': ({ pointsFrom, pointsTo }) =>
    `The balance of the whole asks for it; mean likeness ${points(pointsTo)} in its new workshop, against ${number(pointsFrom, 1)} had it stayed.`,
};

function rule(terms: RuleTerms, names: Names): string {
  const { because, askedBy } = terms;
  const reason = because.replace(/[.\s]+$/u, '');
  const motive = reason ? ` (${reason})` : '';
  return `${ruleAsks(terms, names)}${motive}${askedBy ? `, asked by ${askedBy}` : ''}`;
}

const traitName: Readonly<Record<string, string>> = {
  mountain: 'mountain',
  montagne: 'mountain',
  coast: 'coastal',
  littoral: 'coastal',
  rural: 'rural',
  urban: 'urban',
  urbain: 'urban',
};

function members(count: number, seats?: boolean): string {
  const [one, many] = seats ? ['seat', 'seats'] : ['territory', 'territories'];
  return `${number(count)} ${count === 1 ? one : many}`;
}
