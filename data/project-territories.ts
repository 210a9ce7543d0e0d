import type { GazetteerEntry, Position, TerritoryKind } from '../engine/index.js';
import { readDataFile } from './data-file.js';

interface ProjectTerritory {
  readonly siren: string;
  readonly name: string;
  readonly kind: TerritoryKind;
  /**
   * Given only where the members do not say it: a number when the perimeter covers a part of them,
   * null when the published figures contradict each other.
   */
  readonly population?: number | null;
  readonly members: readonly string[];
}

/**
 * The PETR, regional nature parks, pays and pôles métropolitains of `project-territories.json`.
 *
 * Départements, region, position and population are made from their member EPCI, found in `epci`;
 * the main département is where most inhabitants live. A member that `epci` lacks is left aside.
 */
export function readProjectTerritories(epci: readonly GazetteerEntry[]): GazetteerEntry[] {
  const table = readDataFile('project-territories.json') as { territories: ProjectTerritory[] };
  const byId = new Map(epci.map((entry) => [entry.id, entry]));
  return table.territories.map((territory) => {
    const members = territory.members.flatMap((id) => byId.get(id) ?? []);
    return entryOf(territory, members);
  });
}

function entryOf(territory: ProjectTerritory, members: readonly GazetteerEntry[]): GazetteerEntry {
  const entry: GazetteerEntry = {
    id: territory.siren,
    name: territory.name,
    kind: territory.kind,
    departments: rankedDepartments(members),
    region: heaviest(members, (member) => member.region),
    members: [...territory.members],
  };
  const population = territory.population === undefined ? inhabitants(members) : territory.population;
  if (population !== null) entry.population = population;
  const position = middleOf(members);
  if (position) {
    const coversPart = typeof territory.population === 'number';
    entry.position = coversPart ? { ...position, approximate: true } : position;
  }
  return entry;
}

/** The département where most inhabitants live, then the others as their members name them. */
function rankedDepartments(members: readonly GazetteerEntry[]): string[] {
  const main = heaviest(members, (member) => member.departments[0] ?? '');
  const all = members.flatMap((member) => member.departments).sort();
  return [...new Set([main, ...all])];
}

function heaviest(members: readonly GazetteerEntry[], codeOf: (member: GazetteerEntry) => string): string {
  const total = new Map<string, number>();
  for (const member of members) {
    const code = codeOf(member);
    total.set(code, (total.get(code) ?? 0) + (member.population ?? 0));
  }
  const ranked = [...total.entries()].sort(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? '';
}

function middleOf(members: readonly GazetteerEntry[]): Position | null {
  let weight = 0;
  let lat = 0;
  let lon = 0;
  for (const { population = 0, position } of members) {
    if (!position) continue;
    weight += population;
    lat += population * position.lat;
    lon += population * position.lon;
  }
  if (weight === 0) return null;
  return { lat: round5(lat / weight), lon: round5(lon / weight) };
}

function inhabitants(members: readonly GazetteerEntry[]): number {
  return members.reduce((total, member) => total + (member.population ?? 0), 0);
}

function round5(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
