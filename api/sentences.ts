import type { Language } from '../engine/index.js';

/** What the service says of itself, in both languages. */
export interface Sentences {
  readonly bodyTooLarge: (bytes: number) => string;
  readonly notJson: string;
  readonly malformedJson: string;
  readonly notFound: (path: string) => string;
  readonly unknownPlan: string;
  readonly unknownTerritory: (name: string, near: readonly string[]) => string;
  readonly unknownTheme: (name: string, known: readonly string[]) => string;
  readonly methodNotAllowed: (method: string, path: string) => string;
  readonly unusable: (errors: number) => string;
  readonly tooManyTerritories: (max: number) => string;
  readonly tooLong: (seconds: number) => string;
  readonly busy: string;
  readonly internalError: string;
}

export function sentencesOf(language: Language): Sentences {
  return { fr: french, en: english }[language];
}

const french: Sentences = {
  bodyTooLarge: (bytes) =>
    `La requête dépasse ${megabytes(bytes)} Mo. Retirez ce qui ne décrit pas les territoires, ou utilisez la commande « decroise plan ».`,
  notJson: 'Envoyez du JSON, avec l’en-tête Content-Type: application/json.',
  malformedJson:
    'Le corps de la requête n’est pas du JSON valide. Vérifiez guillemets, virgules et accolades.',
  notFound: (path) => `Rien ne répond à ${path}. La liste des adresses est dans /openapi.json.`,
  unknownPlan:
    'Ce plan n’est pas, ou plus, gardé ici : seuls les derniers le sont. Composez-le de nouveau par POST /v1/plans, ou joignez-le à la demande (« plan »).',
  unknownTerritory: (name, near) =>
    near.length > 0
      ? `« ${name} » n’y est pas. Peut-être : ${near.join(' ; ')}.`
      : `« ${name} » n’y est pas. Donnez l’identifiant ou le nom d’un territoire qui s’y trouve.`,
  unknownTheme: (name, known) =>
    `« ${name} » n’est pas un thème de la taxonomie. Donnez l’un de ceux-ci : ${known.join(', ')}.`,
  methodNotAllowed: (method, path) => `${path} n’admet pas ${method}. Voyez /openapi.json.`,
  unusable: (errors) =>
    `${errors === 1 ? 'Une erreur empêche' : `${errors} erreurs empêchent`} d’utiliser l’assemblée ; chacune est dans « findings ».`,
  tooManyTerritories: (max) =>
    `Le service répond tout de suite jusqu’à ${max} territoires. Au-delà, utilisez la commande « decroise plan ».`,
  tooLong: (seconds) =>
    `Le calcul a dépassé ${seconds} s et a été arrêté. Baissez l’option « effort », ou utilisez la commande « decroise plan ».`,
  busy: 'Trop de calculs attendent. Réessayez dans quelques secondes.',
  internalError: 'Une erreur inattendue s’est produite. Elle est notée dans le journal du service.',
};

const english: Sentences = {
  bodyTooLarge: (bytes) =>
    `The request is over ${megabytes(bytes)} MB. Take out what does not describe territories, or use the "decroise plan" command.`,
  notJson: 'Send JSON, with the header Content-Type: application/json.',
  malformedJson: 'The body of the request is not valid JSON. Check quotes, commas and braces.',
  notFound: (path) => `Nothing answers at ${path}. The addresses are listed in /openapi.json.`,
  unknownPlan:
    'This plan is not, or no longer, kept here: only the last ones are. Compose it again with POST /v1/plans, or send it with the request ("plan").',
  unknownTerritory: (name, near) =>
    near.length > 0
      ? `"${name}" is not there. Perhaps: ${near.join('; ')}.`
      : `"${name}" is not there. Give the id or the name of a territory that is.`,
  unknownTheme: (name, known) =>
    `"${name}" is no theme of the taxonomy. Give one of these: ${known.join(', ')}.`,
  methodNotAllowed: (method, path) => `${path} does not take ${method}. See /openapi.json.`,
  unusable: (errors) =>
    `${errors === 1 ? 'One error keeps' : `${errors} errors keep`} the assembly from being used; see "findings".`,
  tooManyTerritories: (max) =>
    `The service answers at once for up to ${max} territories. Beyond that, use the "decroise plan" command.`,
  tooLong: (seconds) =>
    `The work took more than ${seconds} s and was stopped. Lower the "effort" option, or use the "decroise plan" command.`,
  busy: 'Too many requests are waiting. Try again in a few seconds.',
  internalError: 'An unexpected error happened. It is in the log of the service.',
};

function megabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}
