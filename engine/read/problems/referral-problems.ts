import { EngineError } from '../../engine-error.js';
import type { Taxonomy } from '../../model/taxonomy.js';
import { plainText } from '../cells/plain-text.js';
import { createProblemLookup } from './problem-lookup.js';
import { createProblemMatcher, type ProblemCandidate } from './text-to-problems.js';

/** The problems of a referral. */
export interface Referral {
  /** as named, then as recognised in the text, each once */
  readonly problems: readonly string[];
  /** the words of the text that each was recognised by, '' for one named by its id */
  readonly words: readonly string[];
}

/** What a refused referral offers to choose from, in the value of its error. */
export interface ReferralChoices {
  /** what could not be read */
  readonly text: string;
  readonly candidates: readonly { readonly problemId: string; readonly fr: string; readonly en: string }[];
}

/** a problem less sure than this is a guess */
const leastSure = 0.35;
/** two problems claimed by the same words are told apart by at least this much confidence */
const clearlyAhead = 0.15;
const shown = 5;

/**
 * Reads what a referral asks: problems by their ids (labels and synonyms will do), and those that its text speaks of.
 *
 * Of problems recognised by words in common, the clearly surest is taken; without one the text is ambiguous.
 *
 * @throws EngineError `referral-without-problem`, and with `ReferralChoices` as its value: `unknown-problem`,
 * `ambiguous-referral`, `referral-not-understood`
 */
export function readReferral(
  { problems, text }: { readonly problems: readonly string[]; readonly text: string },
  taxonomy: Taxonomy,
): Referral {
  const wordsOf = new Map<string, string>();
  for (const id of problemsNamed(problems, taxonomy)) wordsOf.set(id, '');
  if (text.trim() !== '') {
    for (const { problemId, evidence } of problemsSpokenOf(text, taxonomy, wordsOf)) {
      if (!wordsOf.has(problemId)) wordsOf.set(problemId, evidence.split(', ')[0] ?? '');
    }
  }
  if (wordsOf.size === 0) {
    throw new EngineError(
      'referral-without-problem',
      'A referral names no problem.',
      'give the ids of its problems, or its question as a text.',
    );
  }
  return { problems: [...wordsOf.keys()], words: [...wordsOf.values()] };
}

function problemsNamed(named: readonly string[], taxonomy: Taxonomy): string[] {
  const { byId, byWords } = createProblemLookup(taxonomy, createProblemMatcher);
  return named.map((name) => {
    const id = byId.get(name.replace(/\s+/g, '').toLowerCase());
    if (id !== undefined) return id;
    const [only, ...rivals] = byWords.get(plainText(name)) ?? [];
    if (only !== undefined && rivals.length === 0) return only;
    throw refusal(
      'unknown-problem',
      `The taxonomy holds no problem "${name}".`,
      name,
      createProblemMatcher(taxonomy)(name),
      taxonomy,
    );
  });
}

function problemsSpokenOf(
  text: string,
  taxonomy: Taxonomy,
  named: ReadonlyMap<string, string>,
): ProblemCandidate[] {
  const candidates = createProblemMatcher(taxonomy)(text);
  const taken: ProblemCandidate[] = [];
  for (const [rank, candidate] of candidates.entries()) {
    // the surest stands for itself even when it is not sure enough to be taken
    const rival = [...taken, ...candidates.slice(0, Math.min(1, rank))].find(({ evidence }) =>
      haveWordsInCommon(evidence, candidate.evidence),
    );
    if (rival) {
      const close = rival.confidence - candidate.confidence < clearlyAhead;
      if (close && !named.has(candidate.problemId) && !named.has(rival.problemId)) {
        throw refusal(
          'ambiguous-referral',
          `“${text}” may speak of several problems.`,
          text,
          candidates,
          taxonomy,
        );
      }
    } else if (candidate.confidence >= leastSure) taken.push(candidate);
  }
  if (taken.length > 0 || named.size > 0) return taken;
  throw refusal(
    'referral-not-understood',
    `No problem of the taxonomy is recognised for sure in “${text}”.`,
    text,
    candidates.length > 0 ? candidates : problemsOfTheme(text, taxonomy),
    taxonomy,
  );
}

/** The problems of the themes whose labels share the beginning of a word with the text. */
function problemsOfTheme(text: string, taxonomy: Taxonomy): ProblemCandidate[] {
  const stems = (words: string) =>
    plainText(words)
      .split(/[^a-z0-9]+/u)
      .filter((word) => word.length > 4)
      .map((word) => word.slice(0, 5));
  const said = new Set(stems(text));
  return taxonomy.themes
    .filter(({ fr, en }) => [...stems(fr), ...stems(en)].some((stem) => said.has(stem)))
    .flatMap(({ problems }) => problems.map(({ id }) => ({ problemId: id, confidence: 0, evidence: '' })));
}

function haveWordsInCommon(a: string, b: string): boolean {
  const words = new Set(a.split(/[\s,’']+/u));
  return b.split(/[\s,’']+/u).some((word) => word.length > 2 && words.has(word));
}

function refusal(
  code: string,
  message: string,
  text: string,
  candidates: readonly ProblemCandidate[],
  taxonomy: Taxonomy,
): EngineError {
  const labels = new Map(taxonomy.themes.flatMap((theme) => theme.problems).map((p) => [p.id, p]));
  const choices: ReferralChoices = {
    text,
    candidates: candidates.slice(0, shown).map(({ problemId }) => {
      const { fr = problemId, en = problemId } = labels.get(problemId) ?? {};
      return { problemId, fr, en };
    }),
  };
  const ids = choices.candidates.map(({ problemId }) => problemId).join(', ');
  return new EngineError(
    code,
    message,
    ids === '' ? 'give the ids of its problems.' : `give the ids of its problems; candidates: ${ids}.`,
    choices,
  );
}
