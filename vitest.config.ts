import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { SHORT_LIVED } from './test/support/short-lived.ts';

/** Tests of what is pure share one loaded rulebook and one copy of the code a worker. */
const WORLDS_IN_SENDING =
  'areas-quoted|changed-*|corrections-*|delivery-log|digest*|mail|outage|push|reports-change-*|supervision|waits|webhook';
const PURE = [
  'test/{config,core,explain,feeds,judging,pages,polling,register,relevance}/**/*.test.ts',
  'test/evaluation/!(ingest-corpus).test.ts',
  'test/events/!(joint-report).test.ts',
  `test/sending/!(${WORLDS_IN_SENDING}).test.ts`,
];
/** These open an installation or a store of their own and close it; they share the code, which takes longer to load than many run. */
const WORLDS = [
  'test/{cli,steps,web}/!(start|classify|in-browser).test.ts',
  `test/sending/@(${WORLDS_IN_SENDING}).test.ts`,
];

/** Small files that take long: begun last, as small ones are, one of them would run on when all others are done. */
const LONG = [
  ...[
    'faults/kill',
    'demo/commands',
    'server/workers',
    'cli/start',
    'faults/data-folder',
    'journey/seeds',
    'contract/backup',
  ],
  ...[
    'evaluation/ingest-corpus',
    'steps/merged-as-told',
    'steps/dry-run-merged',
    'sending/changed-while-waiting',
    'web/pages',
  ],
  ...['judging/hostile', 'judging/rules'],
];
const isLong = ({ moduleId }: TestSpecification) => LONG.some((name) => moduleId.endsWith(`/test/${name}.test.ts`));

/** The longest first, and last those of which the last is soon done. Workers are shared only within a project. */
const IN_ORDER = ['whole', 'worlds', 'pure'];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return IN_ORDER.flatMap((name) => {
      const own = sorted.filter(({ project }) => project.name === name);
      return [...own.filter(isLong), ...own.filter((file) => !isLong(file))];
    });
  }
}

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A wait for something ends when it is there; how long that takes on a busy machine is no finding.
    expect: { poll: { timeout: 30_000 } },
    // One more than cores: many tests wait for processes and servers of their own, and leave theirs idle.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongFirst },
    execArgv: SHORT_LIVED,
    setupFiles: 'test/support/each-file.ts',
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      { extends: true, test: { name: 'worlds', include: WORLDS, isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...PURE, ...WORLDS],
          globalSetup: 'test/support/built.ts',
        },
      },
    ],
  },
});
