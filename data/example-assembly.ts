import type { Assembly } from '../engine/index.js';
import { createRng } from '../engine/index.js';
import { defaultTaxonomy } from './default-data.js';
import { inventAnswers } from './example/answers.js';
import { inventHistory } from './example/history.js';
import { participantsOf } from './example/participants.js';
import { exampleRules } from './example/rules.js';
import { inventSeats } from './example/seats.js';

/**
 * An assembly to try everything on: the real territories of a region (INSEE code), whose answers, seats,
 * history and rules are invented and said to be (`fictive`). The same region and seed give the same assembly.
 *
 * Occitanie ('76') has its project territories, whose perimeters overlap; the other regions have their EPCI.
 * What is no region code gives an assembly without territories.
 */
export function exampleAssembly({ region = '76', seed = 2016 } = {}): Assembly {
  const rng = createRng(seed).stream('example');
  const taxonomy = defaultTaxonomy();
  const problemIds = taxonomy.themes.flatMap((theme) => theme.problems.map((problem) => problem.id));
  const territories = participantsOf(region).map((territory) => ({
    ...territory,
    ...inventAnswers(territory, problemIds, rng),
  }));
  return {
    name: 'Assemblée d’exemple (réponses fictives)',
    fictive: true,
    taxonomy,
    territories,
    seats: inventSeats(territories, rng),
    history: inventHistory(territories, rng),
    rules: exampleRules(territories),
  };
}
