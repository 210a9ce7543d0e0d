import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Finding, type Language, type Programme, programmeSchema } from '../../engine/index.js';
import { saying } from '../locale/saying.js';

const sentSchema = programmeSchema.pick({ format: true, calendar: true });

/**
 * Reads the calendar of a programme written before as JSON (`programme.json`), for the next version to go on from it.
 *
 * Bad content is never thrown: it is a finding, and `sent` is null.
 */
export async function readSentCalendar(
  path: string,
  language: Language,
): Promise<{ sent: Pick<Programme, 'calendar'> | null; findings: Finding[] }> {
  const say = saying(language);
  const file = basename(path);
  const refuse = (why: string): { sent: null; findings: Finding[] } => ({
    sent: null,
    findings: [
      {
        severity: 'error',
        code: 'not-a-programme',
        table: file,
        message: say(
          `« ${file} » ne donne pas le calendrier d’un programme de Décroise (${why}).`,
          `"${file}" does not give the calendar of a programme of Décroise (${why}).`,
        ),
        suggestion: say(
          'Donnez le fichier programme.json écrit par « decroise programme … --format json ».',
          'Give the programme.json that "decroise programme … --format json" wrote.',
        ),
      },
    ],
  });
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return refuse(String(error.code));
  }
  const parsed = sentSchema.safeParse(jsonOrNothing(text));
  if (parsed.success) return { sent: parsed.data, findings: [] };
  const [issue] = parsed.error.issues;
  return refuse(issue === undefined || issue.path.length === 0 ? 'JSON' : issue.path.join('.'));
}

/** What does not parse is no programme: the schema then says so. */
function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
