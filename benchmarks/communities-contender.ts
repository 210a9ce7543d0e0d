/**
 * One library of Node in a process of its own, so that none pays for the memory of another: answers one line of JSON
 * a request, as communities-peers.py does. Arguments: name, file of the graph. A request is `core SEED` (the graph is
 * ready) or `whole SEED` (from arrays of edges to communities).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import { createRng, leiden } from '../engine/index.js';
import { type EdgeList, graphOf } from './graphs/edge-list.js';
import { edgeListFromBytes } from './graphs/edge-list-bytes.js';

/** Makes the library's own graph, and gives back the core call on it. */
type Library = (list: EdgeList) => (seed: number) => () => ArrayLike<number>;

const decroise: Library = (list) => {
  const graph = graphOf(list);
  return (seed) => {
    const { membership } = leiden(graph, { seed });
    return () => membership;
  };
};

// CommonJS whose types say `export default`: under nodenext the import is typed as a module, and is the function
const detectLouvain = louvainModule as unknown as typeof louvainModule.default;

const graphology: Library = (list) => {
  const graph = new UndirectedGraph();
  for (let i = 0; i < list.order; i++) graph.addNode(i);
  for (let e = 0; e < list.sources.length; e++) {
    graph.addUndirectedEdge(list.sources[e], list.targets[e], { weight: list.weights[e] });
  }
  return (seed) => {
    const rng = createRng(seed);
    const labels = detectLouvain(graph, { rng: () => rng.next() });
    return () => Array.from({ length: list.order }, (_, i) => labels[i] ?? 0);
  };
};

interface NgraphGraph {
  addNode(id: number): void;
  addLink(from: number, to: number, weight: number): void;
}
const require = createRequire(import.meta.url);
const createGraph = require('ngraph.graph') as () => NgraphGraph;
const detectClusters = require('ngraph.louvain') as (
  graph: NgraphGraph,
  options: { seed: number },
) => { getClass(id: number): number };

const ngraph: Library = (list) => {
  const graph = createGraph();
  for (let i = 0; i < list.order; i++) graph.addNode(i);
  for (let e = 0; e < list.sources.length; e++) {
    graph.addLink(list.sources[e]!, list.targets[e]!, list.weights[e]!);
  }
  return (seed) => {
    const clusters = detectClusters(graph, { seed });
    return () => Array.from({ length: list.order }, (_, i) => clusters.getClass(i));
  };
};

const libraries: Readonly<Record<string, Library>> = { decroise, graphology, ngraph };

/** CPU seconds that this process has used, garbage collection and compilation included. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

const [name = '', file = ''] = process.argv.slice(2);
const library = libraries[name];
if (!library) throw new Error(`no library ${name}`);
const list = edgeListFromBytes(readFileSync(file));
let core: ReturnType<Library> | null = null;
console.log(JSON.stringify({ ready: true }));
for await (const line of createInterface({ input: process.stdin })) {
  const [what, seed] = line.split(' ');
  if (what === 'core') core ??= library(list);
  const start = cpuSeconds();
  const read = (what === 'core' && core ? core : library(list))(Number(seed));
  const seconds = cpuSeconds() - start;
  console.log(JSON.stringify({ seconds, membership: Array.from(read()) }));
}
