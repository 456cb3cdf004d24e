import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadRulebook } from '../../src/adapters/config/rulebook.ts';
import { type ConfigFolder, configWith } from '../support/config-folder.ts';

let folder: ConfigFolder;
beforeAll(async () => {
  folder = await configWith([]);
});
afterAll(() => folder?.remove());

test('a row of regions.csv that says nothing, or a region a second time, is named with its line', async () => {
  const rows = ['region,in_a_sentence', 'North East,the North East', 'London,', 'North East,the north-east'];
  await writeFile(join(folder.path, 'regions.csv'), `${rows.join('\n')}\n`);
  expect(() => loadRulebook(folder.path)).toThrow(
    /regions\.csv line 3: needs a region.*line 4: "North East" has a row/s,
  );
});
