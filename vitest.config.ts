import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/** Tests of what is pure share one loaded rulebook a worker; all others have a world of their own. */
const PURE = ['test/judging/**/*.test.ts', 'test/evaluation/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A wait for something ends when it is there; how long that takes on a busy machine is no finding.
    expect: { poll: { timeout: 30_000 } },
    // Two at least: many tests wait for processes and servers of their own, so that one worker leaves two cores idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: [...configDefaults.exclude, ...PURE] },
      },
    ],
  },
});
