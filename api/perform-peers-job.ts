import { type Assembly, findPeers, readTerritoryName, readThemeName } from '../engine/index.js';
import type { Job, JobAnswer } from './job-runner.js';
import { sentencesOf } from './sentences.js';

/** The peers of the territory that the request names, on the theme it names, or why there is none of that name. */
export function performPeers(assembly: Assembly, job: Extract<Job, { kind: 'peers' }>): JobAnswer {
  const { territory, theme, query, options, language } = job;
  const sentences = sentencesOf(language);
  const found = readTerritoryName(territory, assembly.territories);
  if (!('id' in found)) {
    const detail = sentences.unknownTerritory(territory, found.near);
    return { kind: 'refused', code: 'unknown-territory', detail, value: territory };
  }
  const themeId = theme === undefined ? undefined : readThemeName(theme, assembly.taxonomy);
  if (theme !== undefined && themeId === undefined) {
    const known = assembly.taxonomy.themes.map(({ id }) => id);
    return {
      kind: 'refused',
      code: 'unknown-theme',
      detail: sentences.unknownTheme(theme, known),
      value: theme,
    };
  }
  const asked = { ...query, ...(themeId !== undefined && { themeId }) };
  return { kind: 'peers-found', peers: findPeers(assembly, found.id, asked, options) };
}
