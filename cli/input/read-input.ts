import { readFile } from 'node:fs/promises';
import { defaultGazetteer, defaultTaxonomy } from '../../data/default-data.js';
import type { Assembly, Finding, Taxonomy } from '../../engine/index.js';
import { readAssembly, taxonomySchema } from '../../engine/planning.js';
import { readRecords } from '../../exchange/read/read-records.js';
import type { Terminal } from '../terminal.js';

export interface ReadInput {
  /** null when the file holds nothing that can be read as an assembly */
  readonly input: Assembly | null;
  readonly findings: readonly Finding[];
}

/** From a file to an assembly and everything there is to say about it. */
export async function readInput(
  file: string,
  flags: { readonly taxonomy?: string },
  terminal: Terminal,
): Promise<ReadInput> {
  const { language } = terminal;
  const taxonomy = await readTaxonomy(flags.taxonomy, terminal);
  if ('findings' in taxonomy) return { input: null, findings: taxonomy.findings };
  const { records, findings } = await readRecords(file, { language });
  if (!records) return { input: null, findings };
  const read = readAssembly(records, { taxonomy, gazetteer: defaultGazetteer(), language });
  return { input: read.assembly, findings: [...findings, ...read.findings] };
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

async function readTaxonomy(
  file: string | undefined,
  { language }: Terminal,
): Promise<Taxonomy | { findings: Finding[] }> {
  if (file === undefined) return defaultTaxonomy();
  const fault = (reason: string): { findings: Finding[] } => ({
    findings: [
      {
        severity: 'error',
        code: 'unusable-taxonomy',
        table: file,
        message:
          language === 'fr'
            ? `La taxonomie ne peut pas être lue : ${reason}`
            : `The taxonomy cannot be read: ${reason}`,
        suggestion:
          language === 'fr'
            ? 'Partez de data/taxonomy.json, fourni avec Décroise, et gardez sa forme.'
            : 'Start from data/taxonomy.json, which comes with Décroise, and keep its shape.',
      },
    ],
  });
  try {
    const parsed = taxonomySchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    return fault(`${issue?.path.join('.')}: ${issue?.message}`);
  } catch (error) {
    return fault(error instanceof Error ? error.message : String(error));
  }
}
