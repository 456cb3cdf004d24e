import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A wait for something ends when it is there; how long that takes on a busy machine is no finding.
    expect: { poll: { timeout: 30_000 } },
    // Two at least: many tests wait for processes and servers of their own, so that one worker leaves two cores idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
