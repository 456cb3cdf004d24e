/** The program as a person starts it: real processes on an embedded data folder, sources that cannot be reached. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockDataFolder } from '../../src/adapters/database/lock.ts';
import { demoSources, loadWorld } from '../../src/demo/world.ts';
import { copyInitialisedDirectory } from '../support/backends.ts';
import { type ConfigFolder, configWith } from '../support/config-folder.ts';
import { command, gradewatch, type Running } from '../support/processes.ts';

// Nothing listens on this port: every source refuses the connection, as without a network.
const nowhere = demoSources(loadWorld('config/demo'), 'http://127.0.0.1:9');
const ESCAPE = String.fromCharCode(27);

let config: ConfigFolder;
let dataDir: string;
let env: Record<string, string>;
beforeAll(async () => {
  config = await configWith(nowhere);
  dataDir = await mkdtemp(join(tmpdir(), 'gradewatch-start-'));
  await copyInitialisedDirectory(dataDir);
  env = {
    GRADEWATCH_DATA: dataDir,
    GRADEWATCH_CONFIG: config.path,
    GRADEWATCH_ALLOW_PRIVATE: '127.0.0.1',
    PORT: '0',
  };
});
afterAll(async () => {
  await config?.remove();
  await rm(dataDir, { recursive: true, force: true });
});

describe('start', () => {
  let running: Running;
  let address: string;
  beforeAll(async () => {
    running = gradewatch(['start'], env);
    [, address] = (await running.says(/^ready (http:\S+)$/m, 120_000)) as unknown as [string, string];
  }, 130_000);
  afterAll(async () => {
    running?.kill('SIGKILL');
    await running?.ended();
  });

  test('serves its first page and says that it is ready', async () => {
    const [page, ready] = await Promise.all([fetch(address), fetch(`${address}/readyz`)]);
    expect([page.status, ready.status]).toEqual([200, 200]);
    expect(await page.text()).toContain('Gradewatch');
  });

  test('without a network each source fails with its reason, and the program stays up', async () => {
    await expect
      .poll(
        async () => {
          const { stdout } = await command(['feeds', 'list', '--json'], env);
          return (JSON.parse(stdout) as { error: { class: string } | null }[]).map(({ error }) => error?.class);
        },
        { timeout: 90_000, interval: 1_000 },
      )
      .toEqual(nowhere.map(() => 'connect'));
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
  }, 100_000);

  test('a second start is refused and told which process has the data', async () => {
    const { code, stderr } = await command(['start'], env);
    expect(code).toBe(1);
    expect(stderr).toContain(`is in use by process ${running.pid}`);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('other commands work on the same data while it runs', async () => {
    const added = await command(
      ['feeds', 'add', 'http://127.0.0.1:9/more', '--name', 'More', '--kind', 'newspaper', '--format', 'rss'],
      env,
    );
    expect(added).toMatchObject({ code: 0 });
    const subscribed = await command(
      ['subscribe', '--email', 'desk@paper.example', '--authority', 'northshire', '--confirmed', 'a test', '--json'],
      env,
    );
    expect(JSON.parse(subscribed.stdout)).toMatchObject({ state: 'active' });
    const listed = await command(['events', 'list', '--json'], env);
    expect([listed.code, JSON.parse(listed.stdout)]).toEqual([0, []]);
    const mistyped = await command(['subscribe', '--email', 'desk@paper.example', '--authority', 'nortshire'], env);
    expect(mistyped.code).toBe(2);
    expect(mistyped.stderr).toContain('did you mean');
  });

  test('a command with settings of its own is told that the running ones are used', async () => {
    const same = await command(['events', 'list'], { ...env, GRADEWATCH_STORM: '5' });
    expect(same).toMatchObject({ code: 0, stderr: '' });
    const own = { GRADEWATCH_REVIEW_BELOW: '0.9', GRADEWATCH_SECRET: 'a secret of thirty-two letters or more' };
    const { code, stdout, stderr } = await command(['events', 'list', '--json'], { ...env, ...own });
    expect([code, JSON.parse(stdout)]).toEqual([0, []]);
    expect(stderr).toBe(
      'GRADEWATCH_SECRET, GRADEWATCH_REVIEW_BELOW are not used for this command: the running start answers it with its own settings; to use them, restart start with them, or stop start and run the command again.\n',
    );
  });

  test('doctor looks at all parts of the running program', async () => {
    const { code, stdout } = await command(['doctor'], env);
    expect(code).toBe(0);
    for (const part of ['settings', 'data', 'config', 'mail', 'database', 'queue', 'clock', 'delivery', 'operator'])
      expect(stdout).toMatch(new RegExp(`^ok {4}${part}`, 'm'));
    expect(stdout).toContain('embedded: DATABASE_URL is not set');
  });

  test('killed and started again it goes on where it was; Ctrl-C ends it without a fault', async () => {
    running.kill('SIGKILL');
    await running.ended();
    running = gradewatch(['start'], env);
    await running.says(/^ready/m, 120_000);
    const { stdout } = await command(['subscriptions', 'list', '--json'], env);
    expect(JSON.parse(stdout)).toHaveLength(1);
    running.kill('SIGINT');
    expect((await running.ended(30_000)).code).toBe(0);
    expect(running.stdout() + running.stderr()).not.toContain(ESCAPE);
  }, 150_000);

  test('--once polls what is due, sums up and ends', async () => {
    await command(
      ['feeds', 'add', 'http://127.0.0.1:9/yet-more', '--name', 'Yet more', '--kind', 'newspaper', '--format', 'rss'],
      env,
    );
    const { code, stdout } = await command(['start', '--once'], env);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /Sources +\d+ polled: 0 answered, \d+ failed[\s\S]*Failed +\d+ connect[\s\S]*Waiting +\d+ sources?/,
    );
    expect(stdout).not.toContain(ESCAPE);
  });

  test('a port that is taken is one sentence, and the data is let go', async () => {
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
    const { port } = squatter.address() as { port: number };
    const { code, stderr } = await command(['start'], { ...env, PORT: String(port) });
    squatter.close();
    expect(code).toBe(1);
    expect(stderr).toContain(`The pages cannot be served: port ${port} on 127.0.0.1 is taken; set PORT to another`);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect((await command(['subscriptions', 'list'], env)).code).toBe(0);
  });
});

describe('what is wrong is said at once', () => {
  test('every wrong setting is named together, with exit code 2', async () => {
    const { code, stderr } = await command(['events', 'list'], {
      ...{
        DATABASE_URL: 'mysql://x',
        PORT: 'eighty',
        GRADEWATCH_STORM: '0',
        MAIL_FROM: 'nobody',
        GRADEWATCH_STROM: '3',
      },
    });
    expect(code).toBe(2);
    for (const name of ['DATABASE_URL', 'PORT', 'GRADEWATCH_STORM', 'MAIL_FROM', 'GRADEWATCH_STROM'])
      expect(stderr).toMatch(new RegExp(`^${name} `, 'm'));
    expect(stderr).toContain('GRADEWATCH_STORM must be a whole number from 1 to 1000\n');
  });

  test('REDIS_URL without DATABASE_URL is a wrong setting', async () => {
    const { code, stderr } = await command(['start'], { REDIS_URL: 'redis://127.0.0.1:6379' });
    expect(code).toBe(2);
    expect(stderr).toContain('REDIS_URL is set without DATABASE_URL');
  });

  test('broken files of the config folder are named with their lines, all of them, and nothing starts', async () => {
    const broken = await configWith(nowhere);
    await writeFile(join(broken.path, 'sources.csv'), 'id,name,url\nx,X,ftp://x.example\n');
    await copyFile('LICENSE', join(broken.path, 'rules', 'movement.yaml'));
    await appendFile(join(broken.path, 'authorities.csv'), 'North Shire,,\n');
    const { code, stderr } = await command(['start'], { ...env, GRADEWATCH_CONFIG: broken.path });
    await broken.remove();
    expect(code).toBe(2);
    expect(stderr).toMatch(/^.*rules\/movement\.yaml/m);
    expect(stderr).toMatch(/^.*authorities\.csv line \d+/m);
    expect(stderr).toMatch(/^sources\.csv: missing columns/m);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('a folder of config that is not there, or a file where the data should be, is one sentence', async () => {
    for (const [setting, words] of [
      [{ GRADEWATCH_CONFIG: '/nowhere/config' }, 'GRADEWATCH_CONFIG: there is no folder /nowhere/config'],
      [{ GRADEWATCH_DATA: join(process.cwd(), 'LICENSE') }, 'cannot be made: a file has its name'],
    ] as const) {
      const { code, stderr } = await command(['start', '--once'], { ...env, ...setting });
      expect(code).not.toBe(0);
      expect(stderr).toContain(words);
      expect(stderr).not.toMatch(/Unexpected fault|\n\s+at /);
    }
  });

  test('a command that does not exist suggests the right word', async () => {
    const { code, stderr } = await command(['strat'], {});
    expect(code).toBe(2);
    expect(stderr).toContain('start');
  });
});

test('every command explains itself with an example', async () => {
  const top = await command(['--help'], {});
  expect(top.code).toBe(0);
  const names = [...top.stdout.matchAll(/^ {2}([a-z]+)(?:\|\S+)? /gm)].map(([, name]) => name!);
  expect(names.length).toBeGreaterThan(12);
  const pages = await Promise.all(names.map((name) => command([name, '--help'], {})));
  expect(pages.map(({ code }) => code)).toEqual(names.map(() => 0));
  for (const [index, name] of names.entries())
    expect(pages[index]!.stdout, name).toContain(`Usage: gradewatch ${name}`);
}, 120_000);

test('start waits for a command that holds the data for a moment, and says so', async () => {
  const release = lockDataFolder(dataDir, null);
  const running = gradewatch(['start'], env);
  try {
    await running.says(new RegExp(`Another command \\(process ${process.pid}\\) works on the data`), 60_000);
    release();
    await running.says(/^ready /m, 60_000);
  } finally {
    release();
    running.kill('SIGKILL');
    await running.ended();
  }
}, 130_000);

test.skipIf(!existsSync('dist'))('what the build makes can be run as it is, as npx does', async () => {
  const { bin } = JSON.parse(await readFile('package.json', 'utf8')) as { bin: { gradewatch: string } };
  const { stdout } = await promisify(execFile)(resolve(bin.gradewatch), ['--version']);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+/);
});
