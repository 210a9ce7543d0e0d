import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { EdgeList } from './graphs/edge-list.js';
import { edgeListToBytes } from './graphs/edge-list-bytes.js';
import { packageRoot } from './result-file.js';

/** One answer: CPU seconds of the call alone, and the community of each place. */
export interface Answer {
  readonly seconds: number;
  readonly membership: ArrayLike<number>;
}

/** A library in a process of its own, which has read the graph. */
export interface Contender {
  readonly name: string;
  /** needs no warming up */
  readonly compiled: boolean;
  /** communities of the graph that is ready in the library's own form */
  core(seed: number): Promise<Answer>;
  /** from arrays of edges to communities; for libraries of Node */
  whole(seed: number): Promise<Answer>;
  close(): void;
}

/** greatest graph that ngraph.louvain is asked about: it takes seconds a call at 5,000, minutes beyond */
const ngraphMost = 1200;
const python = '/usr/bin/python3';

/** Ours first, then the packages of Node, then those of Python if they are installed. */
export async function contendersOn(list: EdgeList): Promise<Contender[]> {
  const directory = mkdtempSync(join(tmpdir(), 'decroise-communities-'));
  const file = join(directory, 'graph.bin');
  writeFileSync(file, edgeListToBytes(list));
  const packages = list.order <= ngraphMost ? ['graphology', 'ngraph'] : ['graphology'];
  const contenders: Contender[] = [];
  for (const name of ['decroise', ...packages]) contenders.push(await nodeContender(name, file));
  contenders.push(...(await pythonContenders(file)));
  rmSync(directory, { recursive: true });
  return contenders;
}

async function nodeContender(name: string, file: string): Promise<Contender> {
  const child = spawn(
    process.execPath,
    [join(packageRoot, 'dist/benchmarks/communities-contender.js'), name, file],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const ask = asker(child);
  await ask(null);
  return {
    name: name === 'ngraph' ? 'ngraph (one level)' : name,
    compiled: false,
    core: (seed) => ask(`core ${seed}\n`),
    whole: (seed) => ask(`whole ${seed}\n`),
    close: () => child.stdin?.end(),
  };
}

async function pythonContenders(file: string): Promise<Contender[]> {
  if (spawnSync(python, ['-c', 'import igraph, leidenalg']).status !== 0) {
    console.log('igraph and leidenalg left out: apt-get install python3-igraph python3-leidenalg');
    return [];
  }
  const child = spawn(python, [join(packageRoot, 'benchmarks/communities-peers.py'), file], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ask = asker(child);
  await ask(null);
  return ['igraph', 'leidenalg'].map((name) => ({
    name,
    compiled: true,
    core: (seed) => ask(`${name} ${seed}\n`),
    whole: () => Promise.reject(new Error('the whole way is for Node')),
    close: () => child.stdin?.end(),
  }));
}

/** Sends a line, if there is one, and gives back the next line of the answer. */
function asker(child: ChildProcess): (line: string | null) => Promise<Answer> {
  if (!child.stdin || !child.stdout) throw new Error('the pipes to a contender are not open');
  const { stdin } = child;
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return async (line) => {
    if (line !== null) stdin.write(line);
    const { value, done } = await lines.next();
    if (done) throw new Error('a contender ended early');
    return JSON.parse(value) as Answer;
  };
}
