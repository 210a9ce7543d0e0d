import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Language, Parameter, PartialOptions } from '../../engine/index.js';
import { parameters, planStages } from '../../engine/options.js';
import type { Texts } from '../texts/texts.js';

type StageName = keyof typeof parameters;

/** Adds one flag for each parameter of the engine that has one, and `--size` for the two bounds, for the stages named: those of a plan unless told. */
export function addOptionFlags(
  command: Command,
  texts: Texts,
  language: Language,
  stages: readonly StageName[] = planStages,
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
    command.addOption(
      new Option(
        `--${parameter.flag} <${placeholders[parameter.type]}>`,
        describe(parameter, texts, language),
      ).argParser((text) => parseValue(text, parameter, texts)),
    );
  }
}

const placeholders: Readonly<Record<Parameter['type'], string>> = {
  integer: 'n',
  number: 'n',
  choice: 'choix',
  day: 'jour',
  list: 'liste',
  text: 'texte',
};

/** The sentence of a parameter, then its range and default where it has them. */
function describe(parameter: Parameter, texts: Texts, language: Language): string {
  const { type, min, max, unit, choices } = parameter;
  if (type === 'day' || type === 'list' || type === 'text') return parameter[language];
  const range = choices ? choices.join(' | ') : `${min}..${max}${unit === 'km' ? ' km' : ''}`;
  const initial = texts.defaultIs(parameter.default === null ? texts.automatic : String(parameter.default));
  return `${parameter[language]} (${range} ; ${initial})`;
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

function parseValue(text: string, parameter: Parameter, texts: Texts): number | string | string[] {
  if (parameter.type === 'text') return text;
  if (parameter.type === 'list') {
    return text
      .split(/[,;|]/u)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }
  if (parameter.type === 'day') return parseDay(text, texts);
  if (parameter.choices) {
    if (parameter.choices.includes(text)) return text;
    throw new InvalidArgumentError(texts.badValue(text, texts.choiceRange(parameter.choices)));
  }
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = parameter;
  const whole = parameter.type === 'integer';
  const value = Number(text.trim().replace(',', '.'));
  if (text.trim() === '' || !(value >= min && value <= max) || (whole && !Number.isInteger(value))) {
    throw new InvalidArgumentError(texts.badValue(text, texts.numberRange(whole, min, max)));
  }
  return value;
}

/** A day of the calendar, as 2026-11-23 or 23/11/2026. */
function parseDay(text: string, texts: Texts): string {
  const french = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\s*$/u.exec(text);
  const iso = french
    ? `${french[3]}-${french[2]?.padStart(2, '0')}-${french[1]?.padStart(2, '0')}`
    : text.trim();
  const date = new Date(`${iso}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/u.test(iso) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso))
    return iso;
  throw new InvalidArgumentError(texts.badValue(text, texts.dayRange));
}

function parseSizes(text: string, texts: Texts): { minSize: number; maxSize: number } {
  const found = /^\s*(\d+)\s*(?:(?:\.\.|-|–|à)\s*(\d+))?\s*$/u.exec(text);
  const minSize = Number(found?.[1]);
  const maxSize = Number(found?.[2] ?? found?.[1]);
  const { min, max } = parameters.workshop.minSize;
  if (!found || minSize < min || maxSize > max)
    throw new InvalidArgumentError(texts.badValue(text, texts.sizeRange));
  if (minSize > maxSize) throw new InvalidArgumentError(texts.sizesCrossed(minSize, maxSize));
  return { minSize, maxSize };
}

function camelCase(flag: string): string {
  return flag.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
