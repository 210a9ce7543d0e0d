/**
 * Modularity of the communities found, ours beside the other libraries', over five seeds, recounted by our
 * `modularity` from the membership of each; and disconnected communities on sparse graphs with hubs, over forty.
 *
 *   npm run build && node dist/benchmarks/quality/communities.js
 */
import { createRng, modularity } from '../../engine/index.js';
import { contendersOn } from '../communities-peers.js';
import { benchmarkGraphs } from '../graphs/benchmark-graphs.js';
import { disconnectedCommunities } from '../graphs/disconnected-communities.js';
import { type EdgeList, graphOf } from '../graphs/edge-list.js';
import { hubRich } from '../graphs/hub-rich.js';
import { writeResult } from '../result-file.js';

interface Row {
  readonly graph: string;
  readonly order: number;
  readonly edges: number;
  readonly modularity: Record<string, { mean: number; min: number; max: number }>;
  /** our mean less theirs */
  readonly oursLess: Record<string, number>;
}

const seeds = [1, 2, 3, 4, 5];
const rows: Row[] = [];
for (const make of benchmarkGraphs) rows.push(await judge(make()));
for (const { graph, oursLess } of rows) console.log(graph, JSON.stringify(oursLess));
const connectedness = await countDisconnected();
console.log(connectedness);
writeResult('communities-quality', {
  note: 'igraph cannot be seeded from Python without slowing it down: its five runs are five draws',
  rows,
  disconnectedOfForty: connectedness,
});

async function judge(list: EdgeList): Promise<Row> {
  const graph = graphOf(list);
  const found: [string, number[]][] = [];
  for (const { name, core, close } of await contendersOn(list)) {
    const qualities: number[] = [];
    for (const seed of seeds) qualities.push(modularity(graph, (await core(seed)).membership));
    found.push([name, qualities]);
    if (name !== 'igraph') close();
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const ours = mean(found[0]?.[1] ?? []);
  return {
    graph: list.name,
    order: list.order,
    edges: list.sources.length,
    modularity: Object.fromEntries(
      found.map(([name, all]) => [
        name,
        { mean: millionths(mean(all)), min: millionths(Math.min(...all)), max: millionths(Math.max(...all)) },
      ]),
    ),
    oursLess: Object.fromEntries(found.slice(1).map(([name, all]) => [name, millionths(ours - mean(all))])),
  };
}

/** Sparse graphs of 2,000 places: on how many of forty does a method leave a community in several parts? */
async function countDisconnected(): Promise<Record<string, number>> {
  const outcome: Record<string, number> = {};
  for (let seed = 1; seed <= 40; seed++) {
    const list = hubRich(2000, createRng(seed));
    for (const { name, core, close } of await contendersOn(list)) {
      const { membership } = await core(seed);
      const parted = disconnectedCommunities(graphOf(list), membership) > 0;
      outcome[name] = (outcome[name] ?? 0) + (parted ? 1 : 0);
      if (name !== 'igraph') close();
    }
  }
  return outcome;
}

function millionths(value: number): number {
  return Math.round(1e7 * value) / 1e7;
}
