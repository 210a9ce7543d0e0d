import { z } from 'zod';
import { EngineError } from './engine-error.js';
import { type Options, type PartialOptions, parameters } from './options.js';
import type { Parameter } from './parameters/parameter.js';

/** The schema of a whole or partial set of options, for edges that publish one. */
export const optionsSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(parameters).map(([stage, named]) => [
      stage,
      z
        .strictObject(
          Object.fromEntries(
            Object.entries(named).map(([name, parameter]) => [name, schemaOf(parameter).optional()]),
          ),
        )
        .optional(),
    ]),
  ),
);

/**
 * Fills in the defaults, checks every value, freezes the result.
 *
 * @throws EngineError `unknown-option`, `option-out-of-range`, `sizes-crossed`
 */
export function resolveOptions(partial: PartialOptions = {}): Options {
  const parsed = optionsSchema.safeParse(partial);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const path = issue.path.join('.');
    if (issue.code === 'unrecognized_keys') {
      const name = [...issue.path, issue.keys[0]].join('.');
      throw new EngineError(
        'unknown-option',
        `There is no option "${name}".`,
        'look the name up in docs/options.md.',
        name,
      );
    }
    throw new EngineError(
      'option-out-of-range',
      `Option ${path} cannot be used: ${issue.message}.`,
      `give ${describeRange(path)}.`,
      path,
    );
  }
  const resolved = Object.fromEntries(
    Object.entries(parameters).map(([stage, named]) => [
      stage,
      Object.freeze(
        Object.fromEntries(
          Object.entries(named).map(([name, parameter]) => [
            name,
            (partial as Record<string, Record<string, unknown> | undefined>)[stage]?.[name] ??
              parameter.default,
          ]),
        ),
      ),
    ]),
  ) as Options;
  const { minSize, maxSize } = resolved.workshop;
  if (minSize > maxSize) {
    throw new EngineError(
      'sizes-crossed',
      `The smallest size of a workshop (${minSize}) is above the largest (${maxSize}).`,
      `swap them: ${maxSize}..${minSize}.`,
      [minSize, maxSize],
    );
  }
  return Object.freeze(resolved);
}

/** The options that a plan depends on, as it keeps them. */
export function planOptions({ programme: _, ...options }: Options): Omit<Options, 'programme'> {
  return options;
}

function describeRange(path: string): string {
  const [stage, name] = path.split('.');
  const parameter = (parameters as Record<string, Record<string, Parameter>>)[stage ?? '']?.[name ?? ''];
  if (!parameter) return 'an object of options by stage';
  if (parameter.choices) return `one of ${parameter.choices.join(', ')}`;
  if (parameter.type === 'day') return 'a day as yyyy-mm-dd, or null';
  if (parameter.type === 'list') return 'a list of texts';
  if (parameter.type === 'text') return 'a text';
  const kind = parameter.type === 'integer' ? 'a whole number' : 'a number';
  return `${kind} from ${parameter.min} to ${parameter.max}${parameter.default === null ? ', or null' : ''}`;
}

function schemaOf(parameter: Parameter): z.ZodType {
  if (parameter.choices) return z.enum(parameter.choices as [string, ...string[]]);
  if (parameter.type === 'day') return z.iso.date().nullable();
  if (parameter.type === 'list') return z.array(z.string().min(1));
  if (parameter.type === 'text') return z.string();
  const base = parameter.type === 'integer' ? z.number().int() : z.number();
  const ranged = base
    .min(parameter.min ?? Number.NEGATIVE_INFINITY)
    .max(parameter.max ?? Number.POSITIVE_INFINITY);
  return parameter.default === null ? ranged.nullable() : ranged;
}
