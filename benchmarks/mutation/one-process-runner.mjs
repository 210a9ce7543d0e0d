// A test runner for Stryker that loads everything once and runs the tests of each mutant in the same process: the
// engine keeps no state in its modules, so that no test can tell. The runner for vitest starts workers that load
// all modules anew for each mutant, half a second and more.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

const folder = process.env.MUTATED ?? 'criteria';
/** rules of every kind in whole searches: seconds a mutant, and what they see the contract sees */
const leftOut = ['tests/engine/criteria/combined-rules.test.js'];
/** a mutant that takes so many times the steps of the code it is of, and this many more, never ends */
const patience = { factor: 5, steps: 100_000 };

class OneProcessRunner {
  #tests = [];
  /** where the instrumented code looks for the mutant that is active, and keeps what is covered */
  #mutants;

  constructor() {
    globalThis.__stryker__ ??= {};
    this.#mutants = globalThis.__stryker__;
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    // the sandbox, once the runner has been put there; a runner that had to be stopped has built it already
    const built = resolve('.mutation/built');
    const registry = pathToFileURL(resolve('benchmarks/mutation/test-registry.mjs')).href;
    if (!existsSync(built)) build(built, registry);
    await import(pathToFileURL(join(built, 'benchmarks/mutation/setup.js')).href);
    const { tests } = await import(registry);
    for (const file of filesUnder(join(built, 'tests/engine', folder), '.test.js')) {
      const name = relative(built, file);
      if (leftOut.includes(name)) continue;
      const known = tests.length;
      await import(pathToFileURL(file).href);
      for (const test of tests.slice(known)) {
        const id = `${name.replace(/\.js$/, '.ts')}#${test.name}`;
        this.#tests.push({ ...test, id, fileName: resolve(name.replace(/\.js$/, '.ts')) });
      }
    }
  }

  /** Twice over: once for what each test covers, once for the steps it takes. */
  async dryRun() {
    const mutants = this.#mutants;
    mutants.activeMutant = undefined;
    mutants.steps = undefined;
    const results = [];
    for (const test of this.#tests) {
      mutants.currentTestId = test.id;
      results.push(await resultOf(test));
    }
    mutants.currentTestId = undefined;
    mutants.mostSteps = Number.POSITIVE_INFINITY;
    for (const test of this.#tests) {
      mutants.steps = 0;
      await resultOf(test);
      test.steps = mutants.steps;
    }
    mutants.steps = undefined;
    return { status: 'complete', tests: results, mutantCoverage: mutants.mutantCoverage };
  }

  /** The shortest tests first, until one fails. */
  async mutantRun({ activeMutant, testFilter }) {
    const mutants = this.#mutants;
    const chosen = this.#tests.filter(({ id }) => testFilter?.includes(id) ?? true);
    chosen.sort((a, b) => a.steps - b.steps);
    mutants.activeMutant = activeMutant.id;
    try {
      for (const [k, test] of chosen.entries()) {
        mutants.steps = 0;
        mutants.mostSteps = patience.factor * test.steps + patience.steps;
        const { status, failureMessage } = await resultOf(test);
        if (mutants.steps > mutants.mostSteps) return { status: 'timeout', reason: `steps: ${test.name}` };
        if (status === failed) {
          return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests: k + 1 };
        }
      }
      return { status: 'survived', nrOfTests: chosen.length };
    } finally {
      mutants.activeMutant = undefined;
      mutants.steps = undefined;
    }
  }
}

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'one-process', injectableClass: OneProcessRunner },
];

const succeeded = 0;
const failed = 1;

// where instrumented code comes by: beside a mutant, and at the one that is active
const coverStarts = 'function cover() {';
const mutantIsActive = 'if (ns.activeMutant === id) {';
const countStep =
  "if (ns.steps !== undefined && ++ns.steps > ns.mostSteps) throw new Error('too many steps');";
/** what is covered is of use in the dry run only */
const coverNothing = 'if (ns.steps !== undefined) return;';

async function resultOf({ id, name, fileName, run }) {
  const begun = performance.now();
  const result = (status, more) => ({
    ...{ id, name, fileName, status, timeSpentMs: performance.now() - begun },
    ...more,
  });
  try {
    await run();
    return result(succeeded);
  } catch (error) {
    return result(failed, { failureMessage: String(error?.message ?? error) });
  }
}

/** Types stripped file by file: what runs is all that is needed. */
function build(built, registry) {
  const sources = [
    ...filesUnder('engine', '.ts'),
    ...filesUnder('tests/engine', '.ts'),
    'tests/setup.ts',
    'benchmarks/mutation/setup.ts',
  ];
  const compilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
  };
  for (const source of sources) {
    const { outputText } = ts.transpileModule(readFileSync(source, 'utf8'), { compilerOptions });
    const target = join(built, source.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(
      target,
      outputText
        .replace(coverStarts, `${coverStarts}\n${countStep}\n${coverNothing}`)
        .replace(mutantIsActive, `${mutantIsActive}\n${countStep}`)
        .replaceAll("from 'vitest'", `from '${registry}'`),
    );
  }
}

function filesUnder(directory, ending) {
  return readdirSync(directory, { recursive: true })
    .map((name) => join(directory, name))
    .filter((path) => path.endsWith(ending))
    .sort();
}
