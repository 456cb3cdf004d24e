import { expect, test } from 'vitest';
import { runProcess } from '../support/processes.ts';

test('while the demonstration runs, other commands work on its data', async () => {
  const demo = runProcess('src/cli/main.ts', ['demo'], { PORT: '0' });
  try {
    const [, dataDir] = await demo.says(/Commands: GRADEWATCH_DATA=(\S+)/, 180_000);
    const list = runProcess('src/cli/main.ts', ['events', 'list', '--authority', 'northshire', '--json'], {
      GRADEWATCH_DATA: dataDir!,
    });
    expect(await list.ended(60_000)).toMatchObject({ code: 0 });
    expect(JSON.parse(list.stdout())).toContainEqual(expect.objectContaining({ authority: 'northshire' }));
  } finally {
    demo.kill('SIGINT');
  }
  expect(await demo.ended(60_000)).toMatchObject({ code: 0 });
}, 300_000);
