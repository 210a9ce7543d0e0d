import type { Assembly, Language, Peer, Peers, Territory } from '../../engine/index.js';
import { departmentLabel } from '../locale/department-names.js';
import { problemLabels } from '../locale/problem-labels.js';
import { saying } from '../locale/saying.js';
import { type Reading, type Table, tableOf } from '../plan/tables/table.js';

/** Peers, and the assembly that names them. */
export interface PeersSource {
  readonly peers: Peers;
  readonly assembly: Pick<Assembly, 'territories' | 'taxonomy'>;
  readonly language: Language;
}

interface Placed extends Peer {
  readonly where: 'near' | 'far' | 'unlocated';
}

/** One row a peer: the near ones, then the far ones, the most alike first. */
export function peersTable({ peers, assembly, language }: PeersSource): Table {
  const say = saying(language);
  const territories = new Map(assembly.territories.map((territory) => [territory.id, territory]));
  const label = problemLabels(assembly.taxonomy, language);
  const text = (header: string, width: number, value: Reading<Placed>['value']): Reading<Placed> => ({
    header,
    kind: 'text',
    width,
    value,
  });
  return tableOf<Placed>(
    { sheet: say('Pairs', 'Peers'), file: say('pairs.csv', 'peers.csv') },
    [
      text(say('Où', 'Where'), 12, ({ where }) => whereText(where, language)),
      text(say('Territoire', 'Territory'), 36, ({ territoryId }) => nameOf(territories, territoryId)),
      text('Départements', 22, ({ territoryId }) =>
        (territories.get(territoryId)?.departments ?? []).map(departmentLabel),
      ),
      {
        header: 'Distance',
        kind: 'km',
        width: 11,
        value: ({ distanceKm }) => distanceKm,
      },
      {
        header: say('Ressemblance', 'Likeness'),
        kind: 'percent',
        width: 14,
        value: ({ likeness }) => likeness,
      },
      text(say('Problèmes en commun', 'Problems in common'), 42, ({ drivers }) =>
        drivers.slice(0, mostProblems).map(({ problemId }) => label(problemId)),
      ),
      text(say('Ce qu’il peut montrer', 'What it can show'), 42, ({ showsProblemIds }) =>
        showsProblemIds.slice(0, mostProblems).map(label),
      ),
      text(say('Même périmètre', 'Same perimeter'), 12, ({ samePerimeter }) =>
        samePerimeter > 0 ? say('en partie', 'in part') : null,
      ),
      { ...text(say('Identifiant', 'Identifier'), 13, ({ territoryId }) => territoryId), kind: 'code' },
    ],
    [
      ...peers.near.map((peer): Placed => ({ ...peer, where: 'near' })),
      ...peers.far.map((peer): Placed => ({ ...peer, where: 'far' })),
      ...peers.unlocated.map((peer): Placed => ({ ...peer, where: 'unlocated' })),
    ],
    () => null,
  );
}

/** as many as a cell bears; all are in the JSON */
const mostProblems = 5;

/** One row a problem that the territory or a peer declares: its answer beside the median of its peers. */
export function comparisonTable({ peers, assembly, language }: PeersSource): Table {
  const say = saying(language);
  const label = problemLabels(assembly.taxonomy, language);
  type Row = Peers['problems'][number];
  return tableOf<Row>(
    { sheet: say('Comparaison', 'Comparison'), file: say('pairs-comparaison.csv', 'peers-comparison.csv') },
    [
      {
        header: say('Problème', 'Problem'),
        kind: 'text',
        width: 50,
        value: ({ problemId }) => label(problemId),
      },
      {
        header: say('Sa réponse (0 à 1)', 'Its answer (0 to 1)'),
        kind: 'decimal',
        width: 14,
        value: ({ own }) => own,
      },
      {
        header: say('Médiane de ses pairs', 'Median of its peers'),
        kind: 'decimal',
        width: 14,
        value: ({ median }) => median,
      },
    ],
    peers.problems,
    () => null,
  );
}

export function whereText(where: 'near' | 'far' | 'unlocated', language: Language): string {
  const say = saying(language);
  switch (where) {
    case 'near':
      return say('près', 'near');
    case 'far':
      return say('loin', 'far');
    case 'unlocated':
      return say('sans position', 'no position');
  }
}

function nameOf(territories: ReadonlyMap<string, Territory>, id: string): string {
  return territories.get(id)?.name ?? id;
}
