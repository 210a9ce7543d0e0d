/**
 * Modularity of the communities found, ours beside the other libraries', over five seeds, recounted by our
 * `modularity` from the membership of each; and disconnected communities on sparse graphs with hubs, over forty.
 *
 *   npm run build && node dist/benchmarks/quality/communities.js
 */
import { createRng, leiden, modularity } from '../../engine/index.js';
import { contendersOn, detectLouvain, graphologyOf } from '../communities-peers.js';
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
const connectedness = countDisconnected();
console.log(connectedness);
writeResult('communities-quality', {
  note: 'igraph cannot be seeded from Python without slowing it down: its five runs are five draws',
  rows,
  connectedness,
});

async function judge(list: EdgeList): Promise<Row> {
  const graph = graphOf(list);
  const found: [string, number[]][] = [];
  for (const { name, run, close } of await contendersOn(list)) {
    const qualities: number[] = [];
    for (const seed of seeds) qualities.push(modularity(graph, (await run(seed)).membership));
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

/** Graphs of 1,000 places, one a seed: on how many of forty does a method leave a community in several parts? */
function countDisconnected() {
  const outcome = { graphs: 40, decroise: 0, decroiseOneIteration: 0, graphology: 0 };
  for (let seed = 1; seed <= outcome.graphs; seed++) {
    const list = hubRich(1000, createRng(seed));
    const graph = graphOf(list);
    const rng = createRng(seed);
    const labels = detectLouvain(graphologyOf(list), { rng: () => rng.next() });
    const louvain = Array.from({ length: list.order }, (_, i) => labels[i] ?? 0);
    if (disconnectedCommunities(graph, leiden(graph, { seed }).membership) > 0) outcome.decroise++;
    if (disconnectedCommunities(graph, leiden(graph, { seed, iterations: 1 }).membership) > 0) {
      outcome.decroiseOneIteration++;
    }
    if (disconnectedCommunities(graph, louvain) > 0) outcome.graphology++;
  }
  return outcome;
}

function millionths(value: number): number {
  return Math.round(1e7 * value) / 1e7;
}
