/** Each measurement still runs, at a size that takes seconds; what it measures is asked by hand. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const SMALL: [string, string[], RegExp][] = [
  ['feed-reading', ['1'], /1000 items, .* ratio \d/],
  ['judging', ['20', '4000'], /20 articles .* ratio \d[\s\S]* MB resident/],
  ['matching', ['embedded', '300'], /300 subscriptions: .* match/],
  ['polls', ['100'], /100 polls in .* 250 items/],
];

test.each(SMALL)('%s', async (name, args, says) => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', `test/bench/${name}.ts`, ...args]);
  expect(stdout).toMatch(says);
});
