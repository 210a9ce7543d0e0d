/** One parameter of the engine: its type, default, range, unit and sentence. */
export interface Parameter {
  /** day: yyyy-mm-dd · list: texts without a comma */
  readonly type: 'integer' | 'number' | 'choice' | 'day' | 'list' | 'text';
  /** null: chosen from the data */
  readonly default: number | string | readonly string[] | null;
  readonly min?: number;
  readonly max?: number;
  readonly choices?: readonly string[];
  readonly unit?: string;
  /** name of the command flag, without dashes; a parameter without one has a flag of its own making (sizes) */
  readonly flag?: string;
  readonly fr: string;
  readonly en: string;
}

/** What a parameter holds once resolved. */
export type ValueOf<P> = P extends { type: 'choice'; choices: readonly (infer C)[] }
  ? C
  : P extends { type: 'day' }
    ? string | null
    : P extends { type: 'list' }
      ? readonly string[]
      : P extends { type: 'text' }
        ? string
        : P extends { default: infer D }
          ? null extends D
            ? number | null
            : number
          : never;

type Described = { readonly fr: string; readonly en: string; readonly unit?: string; readonly flag?: string };
type Ranged = Described & { readonly min: number; readonly max: number };

/** A whole number of a range. */
export function integer(given: Ranged & { readonly default: number }) {
  return { type: 'integer' as const, ...given };
}

/** A number of a range. */
export function real(given: Ranged & { readonly default: number }) {
  return { type: 'number' as const, ...given };
}

/** A number of a range, chosen from the data where none is given. */
export function automatic(given: Ranged & { readonly integer?: boolean }) {
  const { integer: whole, ...rest } = given;
  return { type: whole ? ('integer' as const) : ('number' as const), ...rest, default: null };
}

/** One of some words. */
export function choice<const C extends readonly string[]>(
  given: Described & { readonly default: C[number]; readonly choices: C },
) {
  return { type: 'choice' as const, ...given };
}

/** A day as yyyy-mm-dd, or none. */
export function day(given: Described) {
  return { type: 'day' as const, ...given, default: null };
}

/** Texts without a comma, none unless a default is given. */
export function list(given: Described & { readonly default?: readonly string[] }) {
  return { type: 'list' as const, ...given, default: given.default ?? [] };
}

/** A free text, empty by default. */
export function text(given: Described) {
  return { type: 'text' as const, ...given, default: '' };
}
