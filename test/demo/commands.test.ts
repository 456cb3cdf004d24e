import { expect, test } from 'vitest';
import { gradewatch } from '../support/processes.ts';

test('while the demonstration runs, other commands work on its data', async () => {
  const demo = gradewatch(['demo'], { PORT: '0' });
  try {
    const [, dataDir] = await demo.says(/Commands: GRADEWATCH_DATA=(\S+)/, 180_000);
    expect(demo.stdout() + demo.stderr()).toContain('Pages: http://');
    const list = gradewatch(['events', 'list', '--authority', 'northshire', '--json'], {
      GRADEWATCH_DATA: dataDir!,
    });
    expect(await list.ended(60_000)).toMatchObject({ code: 0 });
    expect(JSON.parse(list.stdout())).toContainEqual(expect.objectContaining({ authority: 'northshire' }));
  } finally {
    demo.kill('SIGINT');
  }
  expect(await demo.ended(60_000)).toMatchObject({ code: 0 });
}, 300_000);

test('shown once, it names no pages: they are gone when it ends', async () => {
  const demo = gradewatch(['demo', '--once'], {});
  expect(await demo.ended(180_000)).toMatchObject({ code: 0 });
  expect(demo.stdout()).toContain('The week’s digest (sample)');
  expect(demo.stdout() + demo.stderr()).not.toContain('Pages:');
}, 200_000);
