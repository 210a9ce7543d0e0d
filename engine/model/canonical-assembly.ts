import { EngineError } from '../engine-error.js';
import { type Assembly, assemblySchema } from './assembly.js';
import { byCodeUnit, dataDigest } from './canonical-json.js';
import type { Plan } from './plan.js';
import { type Rule, territoriesNamedBy } from './rule.js';
import type { Slot } from './slot.js';

/**
 * Checks an assembly and puts its lists in an order that does not depend on how they arrived:
 * territories, seats and rules by id, needs and experiences by problem, meetings by date then members, slots by time.
 *
 * @throws EngineError `invalid-assembly`, `duplicate-territory`, `unknown-problem`, `unknown-territory`
 */
export function canonicalAssembly(assembly: Assembly): Assembly {
  const parsed = assemblySchema.safeParse(assembly);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new EngineError(
      'invalid-assembly',
      `The assembly cannot be used: ${issue?.path.join('.')}: ${issue?.message}.`,
      'pass it through readAssembly, which reports every problem of an input at once.',
      issue?.path,
    );
  }
  const { territories, seats, rules, history, slots = [], ...rest } = parsed.data;
  checkReferences(parsed.data);
  return {
    ...rest,
    territories: territories
      .map((territory) => ({
        ...territory,
        members: [...territory.members].sort(byCodeUnit),
        traits: [...territory.traits].sort(byCodeUnit),
        ...(territory.availability && { availability: [...territory.availability].sort(byCodeUnit) }),
        needs: [...territory.needs].sort((a, b) => byCodeUnit(a.problemId, b.problemId)),
        experiences: [...territory.experiences].sort((a, b) => byCodeUnit(a.problemId, b.problemId)),
      }))
      .sort((a, b) => byCodeUnit(a.id, b.id)),
    seats: [...seats].sort((a, b) => byCodeUnit(a.id, b.id)),
    rules: rules.map(canonicalRule).sort((a, b) => byCodeUnit(a.id, b.id)),
    history: history
      .map((meeting) => ({
        ...meeting,
        territoryIds: [...meeting.territoryIds].sort(byCodeUnit),
        ...(meeting.seatIds && { seatIds: [...meeting.seatIds].sort(byCodeUnit) }),
      }))
      .sort((a, b) => byCodeUnit(JSON.stringify(a), JSON.stringify(b))),
    // no slot at all is as if nothing were told of them
    ...(slots.length > 0 && { slots: [...slots].sort((a, b) => byCodeUnit(timeOf(a), timeOf(b))) }),
  };
}

function timeOf({ date, start, end, id }: Slot): string {
  return `${date} ${start} ${end} ${id}`;
}

/** SHA-256, in hexadecimal, of an assembly in canonical order; seats count if they are given, nameless. */
export function digestOf(canonical: Plan['assembly']): string {
  return dataDigest(canonical);
}

function canonicalRule(rule: Rule): Rule {
  return {
    ...rule,
    ...('territoryIds' in rule &&
      rule.territoryIds && { territoryIds: [...rule.territoryIds].sort(byCodeUnit) }),
    ...('workshops' in rule && { workshops: [...rule.workshops].sort((a, b) => a - b) }),
  } as Rule;
}

function checkReferences({ territories, taxonomy, rules }: Assembly): void {
  const problemIds = new Set(taxonomy.themes.flatMap((theme) => theme.problems.map((problem) => problem.id)));
  const territoryIds = new Set<string>();
  for (const territory of territories) {
    if (territoryIds.has(territory.id)) {
      throw new EngineError(
        'duplicate-territory',
        `Two territories have the id "${territory.id}".`,
        'give each its own SIREN or code.',
        territory.id,
      );
    }
    territoryIds.add(territory.id);
    const unknown = [...territory.needs, ...territory.experiences].find(
      ({ problemId }) => !problemIds.has(problemId),
    );
    if (unknown) {
      throw new EngineError(
        'unknown-problem',
        `Territory "${territory.id}" names the problem "${unknown.problemId}", which the taxonomy does not hold.`,
        'pass the input through readAssembly, or bring the taxonomy it was written with.',
        unknown.problemId,
      );
    }
  }
  for (const rule of rules) {
    const unknown = territoriesNamedBy(rule).find((id) => !territoryIds.has(id));
    if (unknown !== undefined) {
      throw new EngineError(
        'unknown-territory',
        `Rule "${rule.id}" names the territory "${unknown}", which is not in the assembly.`,
        'correct the id, or drop the rule.',
        unknown,
      );
    }
  }
}
