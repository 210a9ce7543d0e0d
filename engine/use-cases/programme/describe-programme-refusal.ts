import type { EngineError } from '../../engine-error.js';
import type { Language } from '../../model/local-text.js';
import { parameters } from '../../options.js';
import type { Parameter } from '../../parameters/parameter.js';

/** Tells an organiser why a programme cannot be composed as asked; null for any other error, and in English. */
export function describeProgrammeRefusal({ code, value }: EngineError, language: Language): string | null {
  if (language !== 'fr') return null;
  if (code === 'entry-without-rounds') {
    return `L’entrée « ${value} » n’a pas de tours : on peut y siéger dans plusieurs ateliers, ou dans aucun.\nComposez le programme par l’entrée « territorial » ou « seats ».`;
  }
  return code === 'option-out-of-range' ? describeOption(String(value)) : null;
}

/** The sentence of the option says how it is written. */
function describeOption(path: string): string | null {
  const [stage = '', name = ''] = path.split('.');
  const parameter = (parameters as Record<string, Record<string, Parameter>>)[stage]?.[name];
  if (!parameter) return null;
  const called = parameter.flag === undefined ? path : `--${parameter.flag}`;
  return `La valeur de l’option « ${called} » ne convient pas.\n${parameter.fr}`;
}
