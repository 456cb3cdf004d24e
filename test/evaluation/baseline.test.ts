/**
 * The judging may get better, never worse unnoticed: figures below `baseline.json` fail. After a change for the better:
 * `UPDATE_BASELINE=1 npx vitest run test/evaluation`, and commit the file with the change.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { measure } from '../../src/cli/evaluate.ts';
import { figures } from '../../src/core/evaluation/evaluate.ts';
import { folds, type LabelledRecord, readLabelledRecords } from '../../src/core/evaluation/labels.ts';
import { demoRecords, loadWorld } from '../../src/demo/world.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import { fallen } from '../support/baseline.ts';

const FILE = 'test/evaluation/baseline.json';
/** Labelled articles of others, which are not part of the project: measured where they are. */
const CORPUS = '../shared/corpus/dev.jsonl';

type Figures = Record<string, number>;
const baseline = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Figures>;
const settings = { configDir: null, reviewBelow: null };

async function check(name: string, records: readonly LabelledRecord[], world: Parameters<typeof loadKnowledge>[1]) {
  const now = figures(measure(records, await loadKnowledge(settings, world), 'none'));
  if (process.env.UPDATE_BASELINE === '1') {
    baseline[name] = Object.fromEntries(
      Object.entries(now).map(([figure, share]) => [figure, Number(share.toFixed(4))]),
    );
    writeFileSync(FILE, `${JSON.stringify(baseline, null, 2)}\n`);
  }
  expect(fallen(baseline[name] ?? {}, now)).toEqual([]);
}

test('judging of the invented world is as good as it was', async () => {
  const world = loadWorld('config/demo');
  await check('invented', demoRecords(world, world.startsAt, world.rounds), {
    folder: path.resolve('config/demo'),
    proposals: [],
  });
});

const corpus = existsSync(CORPUS) ? readLabelledRecords(readFileSync(CORPUS, 'utf8'), 'corpus') : [];
for (const [fold, records] of Object.entries(folds(corpus)))
  test.skipIf(records.length === 0)(`judging of the labelled articles (${fold}) is as good as it was`, async () => {
    await check(fold, records, null);
  });
