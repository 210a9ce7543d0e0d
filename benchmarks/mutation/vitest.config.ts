import { defineConfig } from 'vitest/config';

/** The tests of one folder of the engine, MUTATED: a mutant of it must fall to them, in a second or two. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    include: [`tests/engine/${process.env.MUTATED ?? 'criteria'}/**/*.test.ts`],
    // rules of every kind in whole searches: seconds a mutant, and what they see the contract sees
    exclude: ['tests/engine/criteria/combined-rules.test.ts'],
    setupFiles: ['benchmarks/mutation/setup.ts'],
    testTimeout: 30_000,
  },
});
