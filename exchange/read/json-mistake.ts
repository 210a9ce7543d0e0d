import type { JsonMistakeKind } from './read-facts.js';

/** Where a text stops being JSON, counted from 1, and what a person did wrong there. */
export interface JsonMistake {
  readonly line: number;
  readonly column: number;
  readonly mistake: JsonMistakeKind;
}

type Opener = '{' | '[';

/** What may stand at the present place. */
type Expected = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/**
 * Finds the first mistake of a text that `JSON.parse` refuses (RFC 8259); null if there is none.
 *
 * Engines word this each in their way, some without a place; here it is always a line, a column and a plain cause.
 * Nothing is recursive: depth costs memory, not stack.
 */
export function findJsonMistake(text: string): JsonMistake | null {
  const open: Opener[] = [];
  let expected: Expected = 'value';
  let at = skipBlanks(text, 0);
  while (at < text.length) {
    const character = text.charAt(at);
    const mistake = mistakeAt(text, at, expected, open.at(-1));
    if (mistake) return locate(text, at, mistake);
    if (character === '{' || character === '[') {
      open.push(character);
      expected = character === '{' ? 'name-or-end' : 'value-or-end';
      at++;
    } else if (character === ':' || character === ',') {
      expected = character === ',' && open.at(-1) === '{' ? 'name' : 'value';
      at++;
    } else {
      const end = character === '"' ? endOfText(text, at) : at + wordAt(text, at).length;
      if (typeof end !== 'number') return end;
      if (character === '}' || character === ']') open.pop();
      const named: boolean = expected === 'name' || expected === 'name-or-end';
      expected = named && character === '"' ? 'colon' : open.length > 0 ? 'comma-or-end' : 'nothing';
      at = end;
    }
    at = skipBlanks(text, at);
  }
  return expected === 'nothing' ? null : locate(text, at, 'unclosed');
}

/** Why the sign at a place may not stand there; null if it may. Texts in quotes are checked to their end elsewhere. */
function mistakeAt(
  text: string,
  at: number,
  expected: Expected,
  opener: Opener | undefined,
): JsonMistakeKind | null {
  const character = text.charAt(at);
  if (startsComment(text, at)) return 'comment';
  if (expected === 'nothing') return 'text-after-end';
  if (character === '}' || character === ']') return mistakeOfClosing(text, at, expected, opener);
  if (expected === 'colon') return character === ':' ? null : 'missing-colon';
  if (expected === 'comma-or-end')
    return character === ',' ? null : character === ':' ? 'bad-word' : 'missing-comma';
  if (character === '"') return null;
  if ("'‘’“”«»`".includes(character)) return 'wrong-quote';
  if (character === ',' || character === ':') return 'bad-word';
  // `43,93`: in a list the comma is lost to us, but after a name a figure can only be decimals
  const decimals = isDigit(character) && text[at - 1] === ',' && isDigit(text[at - 2]);
  if (expected === 'name' && decimals) return 'decimal-comma';
  if (expected === 'name' || expected === 'name-or-end') return 'missing-quote';
  if (character === '{' || character === '[') return null;
  const word = wordAt(text, at);
  if (/^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(word)) return null;
  return /^[-+.\d]/.test(word) ? 'bad-number' : 'bad-word';
}

function mistakeOfClosing(
  text: string,
  at: number,
  expected: Expected,
  opener: Opener | undefined,
): JsonMistakeKind | null {
  if (opener !== (text[at] === '}' ? '{' : '[')) return 'bad-word';
  if (expected === 'comma-or-end' || expected === 'name-or-end' || expected === 'value-or-end') return null;
  return expected === 'name' || lastSign(text, at) === ',' ? 'trailing-comma' : 'bad-word';
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at++;
  return at;
}

/** Where a text in quotes that starts at `from` ends, or the mistake in it. */
function endOfText(text: string, from: number): number | JsonMistake {
  for (let at = from + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') return at + 1;
    if (character < ' ') return locate(text, at, 'line-break-in-text');
    if (character !== '\\') continue;
    const sequence = /^(?:["\\/bfnrt]|u[\da-fA-F]{4})/.exec(text.slice(at + 1, at + 6));
    if (!sequence) return locate(text, at, 'bad-escape');
    at += sequence[0].length;
  }
  return locate(text, from, 'unclosed-quote');
}

/** What stands between two signs: a word, a number, or one closing sign. */
function wordAt(text: string, from: number): string {
  let to = from + 1;
  if (text[from] === '}' || text[from] === ']') return text.slice(from, to);
  while (to < text.length && !' \t\n\r,:"{}[]'.includes(text.charAt(to))) to++;
  return text.slice(from, to);
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

function startsComment(text: string, at: number): boolean {
  return text.startsWith('//', at) || text.startsWith('/*', at) || text.startsWith('#', at);
}

/** The last sign before a place that is not blank. */
function lastSign(text: string, before: number): string | undefined {
  let at = before - 1;
  while (at >= 0 && ' \t\n\r'.includes(text.charAt(at))) at--;
  return text[at];
}

function locate(text: string, at: number, mistake: JsonMistakeKind): JsonMistake {
  const before = text.slice(0, at).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, mistake };
}
