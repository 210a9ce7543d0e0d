import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Finding, type Language, type Plan, planFormat, planSchema } from '../../engine/index.js';
import { saying } from '../locale/saying.js';
import { findJsonMistake } from '../read/json-mistake.js';

/**
 * Reads a plan that Décroise wrote as JSON (`plan.json`).
 *
 * Bad content is never thrown: it is a finding, and `plan` is null.
 */
export async function readPlan(
  path: string,
  language: Language,
): Promise<{ plan: Plan | null; findings: Finding[] }> {
  const file = basename(path);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (reason === null) throw error;
    return refused(file, 'plan-unreadable', unreadable(file, reason, language), {});
  }
  const parsed = parseJson(text);
  if ('line' in parsed) {
    return refused(file, 'plan-unreadable', notAPlan(file, language), { row: parsed.line });
  }
  const plan = planSchema.safeParse(parsed.value);
  if (plan.success) return { plan: plan.data, findings: [] };
  const format = (parsed.value as { format?: unknown } | null)?.format;
  if (format !== planFormat) return refused(file, 'not-a-plan', notAPlan(file, language), {});
  const [issue] = plan.error.issues;
  return refused(file, 'altered-plan', altered(`${issue?.path.join('.')}: ${issue?.message}`, language), {});
}

type Sentence = Pick<Finding, 'message' | 'suggestion'>;

function refused(
  table: string,
  code: string,
  sentence: Sentence,
  place: Pick<Finding, 'row'>,
): { plan: null; findings: Finding[] } {
  return { plan: null, findings: [{ severity: 'error', code, table, ...place, ...sentence }] };
}

function parseJson(text: string): { value: unknown } | { line: number } {
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/u, '')) as unknown };
  } catch (error) {
    const mistake = findJsonMistake(text);
    if (mistake === null) throw error;
    return { line: mistake.line };
  }
}

function unreadable(file: string, reason: string, language: Language): Sentence {
  const say = saying(language);
  return {
    message: say(`« ${file} » ne peut pas être lu (${reason}).`, `"${file}" cannot be read (${reason}).`),
    suggestion: say(
      'Vérifiez le chemin et les droits du fichier.',
      'Check the path and the rights of the file.',
    ),
  };
}

function notAPlan(file: string, language: Language): Sentence {
  const say = saying(language);
  return {
    message: say(`« ${file} » n’est pas un plan de Décroise.`, `"${file}" is not a plan of Décroise.`),
    suggestion: say(
      'Donnez le fichier plan.json écrit par « decroise plan … --format json ».',
      'Give the plan.json that "decroise plan … --format json" wrote.',
    ),
  };
}

function altered(problem: string, language: Language): Sentence {
  const say = saying(language);
  return {
    message: say(
      `Ce plan a été modifié à la main et ne se lit plus (${problem}).`,
      `This plan was altered by hand and no longer reads (${problem}).`,
    ),
    suggestion: say('Reprenez le fichier tel que Décroise l’a écrit.', 'Take the file as Décroise wrote it.'),
  };
}
