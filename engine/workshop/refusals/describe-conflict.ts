import type { EngineError } from '../../engine-error.js';
import type { Change, ConflictRule, GroupingConflict } from '../../methods/grouping/conflicts/conflict.js';
import type { Language } from '../../model/local-text.js';
import { nameOf } from '../name-of.js';
import { conflictPhrases as en } from './conflict-phrases.en.js';
import { conflictPhrases as fr } from './conflict-phrases.fr.js';
import type { ConflictPhrases } from './conflict-phrases.js';
import { sayAllowed, sayCount, sayDroppedAllowed, sayDroppedCount, sayLimit } from './say-counts.js';
import type { WorkshopConflict } from './workshop-conflict.js';

/**
 * Tells an organiser what an error of code `infeasible` is about: what cannot hold, and what would.
 *
 * Territories go by the names that `composeWorkshops` was given. Any other error is told by its message.
 */
export function describeConflict(error: EngineError, language: Language): string {
  const { value } = error;
  if (error.code !== 'infeasible' || !isConflict(value)) return error.message;
  const names: string[] = [];
  for (const { index, name } of value.territories ?? []) names[index] = name;
  const said = sayOfEntry(value, phrasesOf(language, value.unit));
  if (said === null) {
    return describeGroupingConflict(value.conflict, value.relaxation, names, language, value.unit);
  }
  const { changes, enough } = sayChanges(value.relaxation, names, language, value.unit);
  return changes.length > 0 ? `${said} ${phrasesOf(language, value.unit).waysOut(changes, enough)}` : said;
}

/** What cannot hold in an entry that has its own reasons; null for the others. */
function sayOfEntry(
  { conflict, delegation, referral }: GroupingConflict & Partial<WorkshopConflict>,
  say: ConflictPhrases,
): string | null {
  const sizes = conflict.find((rule) => rule.kind === 'sizes');
  if (delegation) return say.crowded(delegation.name, delegation.seatCount, sizes?.groupCount ?? 0);
  if (!referral || !sizes?.bounds) return null;
  return say.fewConcerned(referral.concernedCount, referral.requiredCount, sizes.bounds);
}

function isConflict(value: unknown): value is GroupingConflict & Partial<WorkshopConflict> {
  return typeof value === 'object' && value !== null && 'conflict' in value && 'relaxation' in value;
}

/**
 * Tells an organiser what cannot hold and what would: two or three sentences in French or English.
 *
 * `names[i]` is the name of unit i, a territory or a seat. Workshops are numbered from 1.
 */
export function describeGroupingConflict(
  conflict: readonly ConflictRule[],
  relaxation: readonly Change[],
  names: readonly string[],
  language: Language,
  unit: Unit = 'territory',
): string {
  const rules = describeRules(conflict, names, language, unit);
  const { changes, enough } = sayChanges(relaxation, names, language, unit);
  return changes.length > 0 ? `${rules} ${phrasesOf(language, unit).waysOut(changes, enough)}` : rules;
}

/** The first half of `describeGroupingConflict`: what cannot hold. */
export function describeRules(
  conflict: readonly ConflictRule[],
  names: readonly string[],
  language: Language,
  unit: Unit = 'territory',
): string {
  const say = phrasesOf(language, unit);
  const sizes = conflict.find((rule) => rule.kind === 'sizes');
  const rules = sayRules(conflict, names, say, language);
  if (rules.length > 0) {
    return say.cannotHold(rules, sizes ? say.withSizes(sizes.groupCount, sizes.bounds) : '');
  }
  if (!sizes) return '';
  if (sizes.bounds) return say.unfitSizes(sizes.order, sizes.groupCount, sizes.bounds);
  return say.unfitTotals(sizes.order, sizes.smallestTotal ?? 0, sizes.largestTotal ?? 0);
}

/** The ways out as one piece of advice: “workshops of 5 to 10, or …”. Empty when there is none. */
export function describeRelaxation(
  relaxation: readonly Change[],
  names: readonly string[],
  language: Language,
  unit: Unit = 'territory',
): string {
  const { changes } = sayChanges(relaxation, names, language, unit);
  return changes.length > 0 ? `${phrasesOf(language, unit).or(changes)}.` : '';
}

type Unit = NonNullable<WorkshopConflict['unit']>;

function phrasesOf(language: Language, unit: Unit = 'territory'): ConflictPhrases {
  return language === 'fr' ? fr(unit) : en(unit);
}

/**
 * One phrase a rule, but one for the pairs of units that a single rule keeps apart, and one for the units
 * pinned to one workshop: a conflict of sixty pairs is one sentence.
 */
function sayRules(
  conflict: readonly ConflictRule[],
  names: readonly string[],
  say: ConflictPhrases,
  language: Language,
): string[] {
  const unitsByPhrase = new Map<string, { rule: ConflictRule; units: Set<number> }>();
  for (const rule of conflict) {
    if (rule.kind === 'sizes') continue;
    const alike = placesNamedBy(rule) ?? rule.ruleId ?? rule.index;
    const key = `${rule.kind} ${alike}`;
    const phrase = unitsByPhrase.get(key) ?? { rule, units: new Set<number>() };
    for (const i of unitsNamedBy(rule)) phrase.units.add(i);
    unitsByPhrase.set(key, phrase);
  }
  return [...unitsByPhrase.values()].flatMap(({ rule, units }) => {
    const listed = say.names([...units].map((i) => nameOf(names, i)));
    switch (rule.kind) {
      case 'together':
        return [say.together(listed)];
      case 'apart':
        return [say.apart(listed)];
      case 'pinned':
        return [say.pinned(listed, rule.group + 1)];
      case 'allowed':
        return [sayAllowed(listed, rule, language)];
      case 'quota':
      case 'variety':
        return [sayCount(rule, names, say, language)];
      default:
        return [];
    }
  });
}

/** What makes places alike: one phrase tells all units bound to them. */
function placesNamedBy(rule: ConflictRule): string | undefined {
  if (rule.kind === 'pinned') return `${rule.group}`;
  if (rule.kind !== 'allowed') return undefined;
  return rule.except ? `not ${rule.except.join()}` : rule.groups.join();
}

/** The units that a rule names one by one, kinds of a variety apart. */
export function unitsNamedBy(rule: ConflictRule): readonly number[] {
  switch (rule.kind) {
    case 'pinned':
    case 'allowed':
      return [rule.unit];
    case 'together':
    case 'apart':
    case 'quota':
      return rule.units;
    default:
      return [];
  }
}

/** The changes that are enough alone; where there is none, those that are a first step. Three rules at most. */
function sayChanges(
  relaxation: readonly Change[],
  names: readonly string[],
  language: Language,
  unit?: Unit,
): { changes: string[]; enough: boolean } {
  const say = phrasesOf(language, unit);
  const enough = relaxation.some(({ sufficient }) => sufficient);
  const useful = relaxation.filter(({ sufficient }) => sufficient === enough);
  const isDrop = ({ kind }: Change): boolean => kind === 'drop' || kind === 'drop-some';
  const drops = useful.filter(isDrop).slice(0, 3);
  const others = useful.filter((change) => !isDrop(change));
  const changes = [...drops, ...others].map((change) => sayChange(change, names, say, language));
  return { changes: [...new Set(changes)], enough };
}

function sayChange(
  change: Change,
  names: readonly string[],
  say: ConflictPhrases,
  language: Language,
): string {
  switch (change.kind) {
    case 'bounds':
      return say.bounds(change, change.group === undefined ? undefined : change.group + 1);
    case 'group-count':
      return say.count(change.groupCount);
    case 'lower-minima':
      return say.lowerMinima(change.places);
    case 'raise-maxima':
      return say.raiseMaxima(change.places);
    case 'limit':
      return sayLimit(change, names, say, language);
    case 'drop':
      return sayDrop(change.rule, names, say, language);
    case 'drop-some':
      return sayDropSome(change, names, say, language);
  }
}

/** As few as are enough, by name, and that others of them would do as well. */
function sayDropSome(
  { rules, count }: Extract<Change, { kind: 'drop-some' }>,
  names: readonly string[],
  say: ConflictPhrases,
  language: Language,
): string {
  const [first] = rules;
  if (!first) return '';
  const units = rules.slice(0, count).flatMap(unitsNamedBy);
  const listed = say.names(units.map((i) => nameOf(names, i)));
  const others = count < rules.length ? count : 0;
  if (first.kind === 'pinned') return say.dropPinnedSome(listed, first.group + 1, others);
  return first.kind === 'allowed' ? sayDroppedAllowed(listed, first, others, language) : '';
}

function sayDrop(
  rule: ConflictRule,
  names: readonly string[],
  say: ConflictPhrases,
  language: Language,
): string {
  if (rule.kind === 'sizes') return say.withSizes(rule.groupCount, rule.bounds);
  if (rule.kind === 'pinned') return say.dropPinned(nameOf(names, rule.unit), rule.group + 1);
  if (rule.kind === 'allowed') return sayDroppedAllowed(nameOf(names, rule.unit), rule, 0, language);
  if (rule.kind === 'quota' || rule.kind === 'variety') return sayDroppedCount(rule, names, say, language);
  const listed = say.names(rule.units.map((i) => nameOf(names, i)));
  return rule.kind === 'together' ? say.dropTogether(listed) : say.dropApart(listed);
}
