import type { GazetteerEntry, Territory, TerritoryKind } from '../../engine/index.js';
import { readEpciRecords } from '../gazetteer-table.js';
import { readProjectTerritories } from '../project-territories.js';
import { traitsOf } from './traits.js';

const urbanKinds: ReadonlySet<TerritoryKind> = new Set(['CA', 'CU', 'METROPOLE']);

/**
 * The territories of a region as they are: every project territory, every CA, CU and métropole, and the
 * CC that belong to no project territory; all the EPCI where no project territory is known. By identifier.
 * None for what is no region code.
 */
export function participantsOf(region: string): Territory[] {
  const records = readEpciRecords();
  const epci = records.map((record) => record.entry);
  const recordOf = new Map(records.map((record) => [record.entry.id, record]));
  const projects = readProjectTerritories(epci).filter((entry) => entry.region === region);
  const grouped = new Set(projects.flatMap((entry) => entry.members));
  const onTheirOwn = epci.filter(
    (entry) => entry.region === region && (urbanKinds.has(entry.kind) || !grouped.has(entry.id)),
  );
  const covered = (ids: readonly string[]) => ids.flatMap((id) => recordOf.get(id) ?? []);
  const own = onTheirOwn.map((entry) => territoryOf(entry, traitsOf(covered([entry.id]))));
  const projected = projects.map((entry) => territoryOf(entry, traitsOf(covered(entry.members))));
  return [...own, ...projected].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function territoryOf(entry: GazetteerEntry, traits: string[]): Territory {
  const territory: Territory = {
    id: entry.id,
    name: entry.name,
    kind: entry.kind,
    departments: [...entry.departments],
    members: entry.members,
    traits,
    needs: [],
    experiences: [],
  };
  if (entry.position) territory.position = entry.position;
  if (entry.population !== undefined) territory.population = entry.population;
  return territory;
}
