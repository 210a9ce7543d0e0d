import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import { createRng, leiden } from '../engine/index.js';
import { type EdgeList, graphOf } from './graphs/edge-list.js';
import { packageRoot } from './result-file.js';

/** One answer: CPU seconds of the core call alone, the graph being ready in the library's own form. */
export interface Answer {
  readonly seconds: number;
  readonly membership: ArrayLike<number>;
}

/** A way to find communities in one graph. */
export interface Contender {
  readonly name: string;
  /** needs no warming up */
  readonly compiled: boolean;
  run(seed: number): Promise<Answer>;
  close(): void;
}

/** CPU seconds that this process has used, its garbage collection included. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** greatest graph that ngraph.louvain is asked about: it takes seconds a call at 5,000, minutes beyond */
const ngraphMost = 1200;

/** Ours first, then the packages of Node, then those of Python if they are installed, each with its own copy of the graph. */
export async function contendersOn(list: EdgeList): Promise<Contender[]> {
  const packages =
    list.order <= ngraphMost ? [graphologyLouvain(list), ngraphLouvain(list)] : [graphologyLouvain(list)];
  return [decroise(list), ...packages, ...(await pythonContenders(list))];
}

function decroise(list: EdgeList): Contender {
  const graph = graphOf(list);
  return local('decroise', (seed) => {
    const { membership } = leiden(graph, { seed });
    return () => membership;
  });
}

export function graphologyOf(list: EdgeList): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (let i = 0; i < list.order; i++) graph.addNode(i);
  for (let e = 0; e < list.sources.length; e++) {
    graph.addUndirectedEdge(list.sources[e], list.targets[e], { weight: list.weights[e] });
  }
  return graph;
}

// CommonJS whose types say `export default`: under nodenext the import is typed as a module, and is the function
export const detectLouvain = louvainModule as unknown as typeof louvainModule.default;

function graphologyLouvain(list: EdgeList): Contender {
  const graph = graphologyOf(list);
  return local('graphology', (seed) => {
    const rng = createRng(seed);
    const labels = detectLouvain(graph, { rng: () => rng.next() });
    return () => Array.from({ length: list.order }, (_, i) => labels[i] ?? 0);
  });
}

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

/** ngraph.louvain by itself stops at the first level. */
function ngraphLouvain(list: EdgeList): Contender {
  const graph = createGraph();
  for (let i = 0; i < list.order; i++) graph.addNode(i);
  for (let e = 0; e < list.sources.length; e++) {
    graph.addLink(list.sources[e]!, list.targets[e]!, list.weights[e]!);
  }
  return local('ngraph (one level)', (seed) => {
    const clusters = detectClusters(graph, { seed });
    return () => Array.from({ length: list.order }, (_, i) => clusters.getClass(i));
  });
}

function local(name: string, call: (seed: number) => () => ArrayLike<number>): Contender {
  return {
    name,
    compiled: false,
    run: async (seed) => {
      const start = cpuSeconds();
      const read = call(seed);
      const seconds = cpuSeconds() - start;
      return { seconds, membership: read() };
    },
    close: () => {},
  };
}

const python = '/usr/bin/python3';

async function pythonContenders(list: EdgeList): Promise<Contender[]> {
  if (spawnSync(python, ['-c', 'import igraph, leidenalg']).status !== 0) {
    console.log('igraph and leidenalg left out: apt-get install python3-igraph python3-leidenalg');
    return [];
  }
  const directory = mkdtempSync(join(tmpdir(), 'decroise-communities-'));
  const file = join(directory, 'graph.bin');
  const parts = [Uint32Array.of(list.order, list.sources.length), list.sources, list.targets, list.weights];
  writeFileSync(
    file,
    Buffer.concat(
      parts.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
    ),
  );
  const child = spawn(python, [join(packageRoot, 'benchmarks/communities-peers.py'), file], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ask = asker(child);
  await ask(null);
  rmSync(directory, { recursive: true });
  return ['igraph', 'leidenalg'].map((name) => ({
    name,
    compiled: true,
    run: (seed) => ask(`${name} ${seed}\n`) as Promise<Answer>,
    close: () => child.stdin?.end(),
  }));
}

/** Sends a line, if there is one, and gives back the next line of the answer. */
function asker(child: ChildProcess): (line: string | null) => Promise<unknown> {
  if (!child.stdin || !child.stdout) throw new Error('the pipes to Python are not open');
  const { stdin } = child;
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return async (line) => {
    if (line !== null) stdin.write(line);
    const { value, done } = await lines.next();
    if (done) throw new Error('Python ended early');
    return JSON.parse(value) as unknown;
  };
}
