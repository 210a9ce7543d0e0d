import { InvalidArgumentError } from 'commander';
import type { Texts } from '../texts/texts.js';

/** Values of `--format`, one or several, set apart by commas or bars. */
export function formatParser(
  formats: readonly string[],
  texts: Texts,
): (value: string, previous: unknown) => string[] {
  return (value, previous) => {
    const chosen = Array.isArray(previous) ? (previous as string[]) : [];
    for (const name of value.split(/[,|]/).map((part) => part.trim().toLowerCase())) {
      if (!formats.includes(name))
        throw new InvalidArgumentError(texts.badValue(name, texts.choiceRange(formats)));
      if (!chosen.includes(name)) chosen.push(name);
    }
    return chosen;
  };
}

/** A port number. */
export function portParser(texts: Texts): (value: string) => number {
  return wholeParser(texts, 65535);
}

/** A whole number from 0 to `most`. */
export function wholeParser(texts: Texts, most: number): (value: string) => number {
  return (value) => {
    const whole = value.trim() === '' ? Number.NaN : Number(value);
    if (!Number.isInteger(whole) || whole < 0 || whole > most) {
      throw new InvalidArgumentError(texts.badValue(value, texts.numberRange(true, 0, most)));
    }
    return whole;
  };
}

/** A time in seconds, decimals with a point or a comma. */
export function secondsParser(texts: Texts): (value: string) => number {
  const most = 86400;
  return (value) => {
    const seconds = value.trim() === '' ? Number.NaN : Number(value.replace(',', '.'));
    if (!(seconds > 0 && seconds <= most)) {
      throw new InvalidArgumentError(texts.badValue(value, texts.numberRange(false, 0, most)));
    }
    return seconds;
  };
}
