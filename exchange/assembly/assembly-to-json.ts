import type { Assembly } from '../../engine/index.js';

/** An assembly as JSON, in the words of the engine; its taxonomy is a file of its own and is left out. */
export function assemblyToJson(assembly: Assembly): string {
  const { taxonomy: _, ...rest } = assembly;
  return `${JSON.stringify(rest, null, 2)}\n`;
}
