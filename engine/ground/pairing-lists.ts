import { EngineError } from '../engine-error.js';
import type { Rule } from '../model/rule.js';
import type { Options } from '../options.js';

export interface PairingLists {
  readonly imposed: readonly (readonly [number, number])[];
  readonly forbidden: readonly (readonly [number, number])[];
}

/**
 * The imposed and forbidden pairs of the options, "a+b", and of the rules, as indices of the territories.
 *
 * @throws EngineError `unknown-pair`, `pair-of-itself`, `pair-imposed-and-forbidden`, `too-many-imposed-pairs` (more
 *   than `partners` for one territory)
 */
export function pairingLists(
  options: Options['pairing'],
  rules: readonly Rule[],
  territoryIds: readonly string[],
): PairingLists {
  const indexOf = new Map(territoryIds.map((id, i) => [id, i]));
  const ruled = (kind: 'pair-imposed' | 'pair-forbidden'): (readonly [number, number])[] =>
    rules.flatMap((rule) => (rule.kind === kind ? pairsAmong(rule.territoryIds, indexOf) : []));
  const asked = (texts: readonly string[]) => texts.map((text) => readPair(text, indexOf));
  const imposed = once([...asked(options.imposed), ...ruled('pair-imposed')]);
  const forbidden = once([...asked(options.forbidden), ...ruled('pair-forbidden')]);
  const barred = new Set(forbidden.map(String));
  const uses = new Uint32Array(territoryIds.length);
  for (const pair of imposed) {
    const ids = pair.map((i) => territoryIds[i] ?? '');
    if (barred.has(String(pair))) {
      throw new EngineError(
        'pair-imposed-and-forbidden',
        `The pair "${ids.join('+')}" is both imposed and forbidden.`,
        'take it out of one of the two lists.',
        ids,
      );
    }
    for (const i of pair) {
      uses[i] = (uses[i] ?? 0) + 1;
      if ((uses[i] ?? 0) <= options.partners) continue;
      throw new EngineError(
        'too-many-imposed-pairs',
        `"${territoryIds[i]}" is in more imposed pairs than it may have partners (${options.partners}).`,
        'impose fewer pairs for it, or allow more partners.',
        territoryIds[i],
      );
    }
  }
  return { imposed, forbidden };
}

/** Splits at the "+" that has a territory on each side: an identifier may hold one itself. */
function readPair(text: string, indexOf: ReadonlyMap<string, number>): readonly [number, number] {
  for (let at = text.indexOf('+'); at !== -1; at = text.indexOf('+', at + 1)) {
    const one = indexOf.get(text.slice(0, at).trim());
    const other = indexOf.get(text.slice(at + 1).trim());
    if (one === undefined || other === undefined) continue;
    if (one !== other) return inOrder(one, other);
    throw new EngineError(
      'pair-of-itself',
      `The pair "${text}" names one territory twice.`,
      'name two territories.',
      text,
    );
  }
  throw new EngineError(
    'unknown-pair',
    `"${text}" does not name two territories of the assembly.`,
    'give two identifiers joined by "+".',
    text,
  );
}

/** A rule of an assembly in canonical order names territories that are there. */
function pairsAmong(
  ids: readonly string[],
  indexOf: ReadonlyMap<string, number>,
): (readonly [number, number])[] {
  const indices = ids.flatMap((id) => indexOf.get(id) ?? []);
  return indices.flatMap((one, k) =>
    indices.slice(k + 1).flatMap((other) => (one === other ? [] : [inOrder(one, other)])),
  );
}

function inOrder(one: number, other: number): readonly [number, number] {
  return [Math.min(one, other), Math.max(one, other)];
}

function once(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  return [...new Map(pairs.map((pair) => [String(pair), pair])).values()];
}
