import { explainTerritories, readTerritoryName } from '../../engine/index.js';
import { readPlan } from '../../exchange/plan/read-plan.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { refuseInput } from '../input/refuse-input.js';
import { renderExplanations } from '../render/render-explanations.js';
import type { Terminal } from '../terminal.js';
import { textsOf } from '../texts/texts-of.js';

export interface ExplainFlags {
  /** id or name */
  readonly territory?: string;
  readonly json?: boolean;
}

/** `decroise explain PLAN`: why each territory sits where it sits, or why one does. */
export async function explain(file: string, flags: ExplainFlags, terminal: Terminal): Promise<ExitCode> {
  const { language, colour } = terminal;
  const { plan, findings } = await readPlan(file, language);
  if (!plan) return refuseInput(findings, flags, terminal);
  const only =
    flags.territory === undefined ? null : readTerritoryName(flags.territory, plan.assembly.territories);
  if (only && !('id' in only)) {
    terminal.remark(textsOf(language).unknownTerritory(flags.territory ?? '', only.near));
    return exitCodes.badUse;
  }
  const explanations = explainTerritories(plan, only ? [only.id] : undefined);
  if (flags.json) {
    const placements = explanations.flatMap(({ territoryId, placements: own }) =>
      own.map((place) => ({ territoryId, ...place })),
    );
    const unplaced = explanations.flatMap((each) => each.unplaced);
    terminal.answer(`${JSON.stringify({ placements, unplaced }, null, 2)}\n`);
  } else {
    terminal.answer(renderExplanations(explanations, plan, language, colour.answer));
  }
  return exitCodes.done;
}
