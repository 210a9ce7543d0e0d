import { type Command, InvalidArgumentError } from 'commander';
import type { Parameter } from '../../engine/index.js';
import { parameters } from '../../engine/options.js';
import type { Texts } from '../texts/texts.js';

/** settings a sweep may hold: more would say no more, and take minutes */
const mostValues = 101;

/**
 * Lets a flag of the engine that takes one number take several: `0..1:0.1` (from, to, step), or `0|0.5|1`.
 * Its description and range stay those of the engine.
 */
export function takeRange(command: Command, flag: 'decoupling' | 'spread', texts: Texts): void {
  const option = command.options.find(({ long }) => long === `--${flag}`);
  if (!option) throw new TypeError(`there is no flag --${flag} to widen`);
  const parameter: Parameter =
    flag === 'decoupling' ? parameters.geography.decoupling : parameters.workshop.spread;
  option.flags = `--${flag} <0..1:0.1>`;
  option.argParser((text: string) => parseRange(text, parameter, texts));
}

/** @throws InvalidArgumentError for what is no list of numbers within the range of the parameter */
export function parseRange(text: string, { min = 0, max = 1 }: Parameter, texts: Texts): number[] {
  const refuse = (): never => {
    throw new InvalidArgumentError(texts.badValue(text, texts.valueRange(min, max, mostValues)));
  };
  const numberIn = (part: string): number => {
    const value = Number(part.trim().replace(',', '.'));
    return part.trim() !== '' && value >= min && value <= max ? value : refuse();
  };
  const range = /^\s*([\d.,]+?)\s*(?:\.\.|à)\s*([\d.,]+)\s*(?::\s*([\d.,]+)\s*)?$/u.exec(text);
  if (!range) {
    const values = text.split(/[|;\s]+/u).filter((part) => part !== '');
    if (values.length === 0 || values.length > mostValues) return refuse();
    return values.map(numberIn);
  }
  const [from, to] = [numberIn(range[1] ?? ''), numberIn(range[2] ?? '')];
  const step = range[3] === undefined ? (to - from) / 10 : Number(range[3].replace(',', '.'));
  if (from === to) return [from];
  const count = Math.floor((to - from) / step + 1e-9) + 1;
  if (!(step > 0) || !(count >= 2 && count <= mostValues)) return refuse();
  // 0.30000000000000004 would be told as such
  return Array.from({ length: count }, (_, k) => Number((from + k * step).toFixed(9)));
}
