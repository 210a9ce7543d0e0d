import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Language, type Parameter, type PartialOptions, parameters } from '../engine/index.js';
import type { Texts } from './texts.js';

type StageName = keyof typeof parameters;

/** Adds one flag for each parameter of the engine that has one, and `--size` for the two bounds, for the stages named. */
export function addOptionFlags(
  command: Command,
  texts: Texts,
  language: Language,
  stages: readonly StageName[] = Object.keys(parameters) as StageName[],
): void {
  const { minSize, maxSize } = parameters.workshop;
  if (stages.includes('workshop')) {
    command.addOption(
      new Option(
        '--size <min..max>',
        `${texts.sizeOption} (${texts.defaultIs(`${minSize.default}..${maxSize.default}`)})`,
      ).argParser((text) => parseSizes(text, texts)),
    );
  }
  for (const [parameter, stage] of flaggedParameters()) {
    if (!stages.includes(stage)) continue;
    const { flag, min, max, unit, choices } = parameter;
    const range = choices ? choices.join(' | ') : `${min}..${max}${unit === 'km' ? ' km' : ''}`;
    const initial = texts.defaultIs(parameter.default === null ? texts.automatic : String(parameter.default));
    command.addOption(
      new Option(
        `--${flag} <${choices ? 'choix' : 'n'}>`,
        `${parameter[language]} (${range} ; ${initial})`,
      ).argParser((text) => parseValue(text, parameter, texts)),
    );
  }
}

/** Reads the flags back into options of the engine; what was not given is left to its default. */
export function optionsFromFlags(flags: Readonly<Record<string, unknown>>): PartialOptions {
  const options: Record<string, Record<string, unknown>> = {};
  for (const [parameter, stage, name] of flaggedParameters()) {
    const value = flags[camelCase(parameter.flag)];
    if (value !== undefined) options[stage] = { ...options[stage], [name]: value };
  }
  const sizes = flags.size as { minSize: number; maxSize: number } | undefined;
  if (sizes) options.workshop = { ...options.workshop, ...sizes };
  return options;
}

function flaggedParameters(): [Parameter & { flag: string }, StageName, string][] {
  return Object.entries(parameters).flatMap(([stage, named]) =>
    Object.entries(named as Record<string, Parameter>).flatMap(([name, parameter]) =>
      parameter.flag === undefined
        ? []
        : [
            [{ ...parameter, flag: parameter.flag }, stage, name] as [
              Parameter & { flag: string },
              StageName,
              string,
            ],
          ],
    ),
  );
}

function parseValue(text: string, parameter: Parameter, texts: Texts): number | string {
  if (parameter.choices) {
    if (parameter.choices.includes(text)) return text;
    throw new InvalidArgumentError(texts.badNumber(text, texts.choiceRange(parameter.choices)));
  }
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = parameter;
  const whole = parameter.type === 'integer';
  const value = Number(text.trim().replace(',', '.'));
  if (text.trim() === '' || !(value >= min && value <= max) || (whole && !Number.isInteger(value))) {
    throw new InvalidArgumentError(texts.badNumber(text, texts.numberRange(whole, min, max)));
  }
  return value;
}

function parseSizes(text: string, texts: Texts): { minSize: number; maxSize: number } {
  const found = /^\s*(\d+)\s*(?:(?:\.\.|-|–|à)\s*(\d+))?\s*$/u.exec(text);
  const minSize = Number(found?.[1]);
  const maxSize = Number(found?.[2] ?? found?.[1]);
  const { min, max } = parameters.workshop.minSize;
  if (!found || minSize < min || maxSize > max)
    throw new InvalidArgumentError(texts.badNumber(text, texts.sizeRange));
  if (minSize > maxSize) throw new InvalidArgumentError(texts.sizesCrossed(minSize, maxSize));
  return { minSize, maxSize };
}

function camelCase(flag: string): string {
  return flag.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
