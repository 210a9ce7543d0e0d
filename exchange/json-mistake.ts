import type { JsonMistakeKind } from './read-facts.js';

/** Where a text stops being JSON, counted from 1, and what a person did wrong there. */
export interface JsonMistake {
  readonly line: number;
  readonly column: number;
  readonly mistake: JsonMistakeKind;
}

/** What may stand at the present place. */
type Expected = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/**
 * Finds the first mistake of a text that `JSON.parse` refuses (RFC 8259); null if there is none.
 *
 * Engines word this each in their way, some without a place; here it is always a line, a column and a plain cause.
 * Nothing is recursive: depth costs memory, not stack.
 */
export function findJsonMistake(text: string): JsonMistake | null {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    at = skipBlanks(text, at);
    const character = text[at];
    if (character === undefined) {
      return expected === 'nothing' ? null : locate(text, at, 'unclosed');
    }
    if (character === '}' || character === ']') {
      const opener = character === '}' ? '{' : '[';
      const empty = expected === (opener === '{' ? 'name-or-end' : 'value-or-end');
      if (open.at(-1) !== opener || !(empty || expected === 'comma-or-end')) {
        const afterComma = open.at(-1) === opener && (expected === 'name' || expected === 'value');
        return locate(text, at, afterComma && lastSign(text, at) === ',' ? 'trailing-comma' : 'bad-word');
      }
      open.pop();
      at++;
      expected = open.length > 0 ? 'comma-or-end' : 'nothing';
      continue;
    }
    if (expected === 'nothing')
      return locate(text, at, startsComment(text, at) ? 'comment' : 'text-after-end');
    if (expected === 'colon' || expected === 'comma-or-end') {
      if (character !== (expected === 'colon' ? ':' : ','))
        return locate(text, at, missing(text, at, expected));
      expected = expected === 'comma-or-end' && open.at(-1) === '{' ? 'name' : 'value';
      at++;
      continue;
    }
    if (character === '"') {
      const end = endOfText(text, at);
      if (typeof end !== 'number') return end;
      at = end;
      const named: boolean = expected === 'name' || expected === 'name-or-end';
      expected = named ? 'colon' : open.length > 0 ? 'comma-or-end' : 'nothing';
      continue;
    }
    if (expected === 'name' || expected === 'name-or-end')
      return locate(text, at, misplaced(text, at, 'missing-quote'));
    if (character === '{' || character === '[') {
      open.push(character);
      expected = character === '{' ? 'name-or-end' : 'value-or-end';
      at++;
      continue;
    }
    const word = wordAt(text, at);
    if (!/^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(word)) {
      return locate(text, at, misplaced(text, at, /^[-+.\d]/.test(word) ? 'bad-number' : 'bad-word'));
    }
    at += word.length;
    expected = open.length > 0 ? 'comma-or-end' : 'nothing';
  }
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

function wordAt(text: string, from: number): string {
  let to = from;
  while (to < text.length && !' \t\n\r,:"{}[]'.includes(text.charAt(to))) to++;
  return text.slice(from, to);
}

function missing(text: string, at: number, expected: 'colon' | 'comma-or-end'): JsonMistakeKind {
  if (startsComment(text, at)) return 'comment';
  if (expected === 'colon') return 'missing-colon';
  // `1,5` reads as a number, then a comma; `1 5` or `"a" "b"` want one; `1.5.2` cannot be told apart
  return text[at] === ':' ? 'bad-word' : 'missing-comma';
}

function misplaced(text: string, at: number, otherwise: JsonMistakeKind): JsonMistakeKind {
  if (startsComment(text, at)) return 'comment';
  if ("'‘’“”«»`".includes(text.charAt(at))) return 'wrong-quote';
  return ',:'.includes(text.charAt(at)) ? 'bad-word' : otherwise;
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
