import type { Context } from 'hono';
import { z } from 'zod';
import { findingSchema, type Language } from '../engine/index.js';

/** RFC 9457 (Nottingham, Wilde, Dalal, 2023), with the engine's code, findings and conflict beside. */
export const problemDetailsSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  findings: z.array(findingSchema).optional(),
  conflict: z.unknown().optional(),
});

export type ProblemDetails = z.infer<typeof problemDetailsSchema>;

type Status = 400 | 404 | 405 | 409 | 413 | 415 | 422 | 500 | 503;
type Extra = Pick<ProblemDetails, 'findings' | 'conflict'>;

const titles: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'malformed-json': { fr: 'JSON illisible', en: 'Malformed JSON' },
  'invalid-request': { fr: 'Requête invalide', en: 'Invalid request' },
  'invalid-assembly': { fr: 'Assemblée inutilisable', en: 'Unusable assembly' },
  infeasible: { fr: 'Aucun plan possible', en: 'No plan possible' },
  'budget-too-small': { fr: 'Trop peu de déplacements permis', en: 'Too few moves allowed' },
  'change-breaks-rules': { fr: 'Changement contraire aux règles', en: 'The change breaks rules' },
  'unknown-plan': { fr: 'Plan inconnu', en: 'Unknown plan' },
  'unknown-territory': { fr: 'Territoire inconnu', en: 'Unknown territory' },
  'unknown-theme': { fr: 'Thème inconnu', en: 'Unknown theme' },
  'unknown-workshop': { fr: 'Atelier inconnu', en: 'Unknown workshop' },
  'not-found': { fr: 'Adresse inconnue', en: 'Not found' },
  'method-not-allowed': { fr: 'Méthode non admise', en: 'Method not allowed' },
  'not-json': { fr: 'Format non admis', en: 'Unsupported media type' },
  'body-too-large': { fr: 'Requête trop volumineuse', en: 'Request too large' },
  'too-large-for-now': {
    fr: 'Assemblée trop grande pour une réponse immédiate',
    en: 'Assembly too large for an immediate answer',
  },
  'too-long': { fr: 'Calcul trop long', en: 'The work took too long' },
  busy: { fr: 'Service occupé', en: 'Service busy' },
  'internal-error': { fr: 'Erreur interne', en: 'Internal error' },
};

/** Answers a problem; the title is fixed by the code, the detail speaks of this request. */
export function problem(
  c: Context,
  status: Status,
  code: string,
  detail: string,
  extra: Extra = {},
): Response {
  const language = languageOf(c);
  const body: ProblemDetails = {
    type: `urn:decroise:problem:${code}`,
    title: (titles[code] ?? titles['invalid-request']!)[language],
    status,
    detail,
    code,
    ...extra,
  };
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json; charset=utf-8' });
}

/** French unless the client prefers English. */
export function languageOf(c: Context): Language {
  const accepted = c.req.header('accept-language') ?? '';
  const rank = (tag: string): number => accepted.toLowerCase().search(new RegExp(`\\b${tag}\\b`, 'u'));
  const [french, english] = [rank('fr'), rank('en')];
  return english >= 0 && (french < 0 || english < french) ? 'en' : 'fr';
}
