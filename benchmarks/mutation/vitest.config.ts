import { statSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Small files first: they test the pieces, most mutants fall to them, and whole searches need not be run then. */
class SmallFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sizeOf = ({ moduleId }: TestSpecification): number => statSync(moduleId).size;
    return [...files].sort((a, b) => sizeOf(a) - sizeOf(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

/** The tests of one folder of the engine, MUTATED: a mutant of it must fall to them, in a second or two. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    include: [`tests/engine/${process.env.MUTATED ?? 'criteria'}/**/*.test.ts`],
    // rules of every kind in whole searches: seconds a mutant, and what they see the contract sees
    exclude: ['tests/engine/criteria/combined-rules.test.ts'],
    setupFiles: ['benchmarks/mutation/setup.ts'],
    sequence: { sequencer: SmallFirst },
    testTimeout: 30_000,
  },
});
