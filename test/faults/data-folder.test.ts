import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, chmod, cp, mkdir, mkdtemp, readFile, rm, stat, statfs, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DataFolderInUse, lockDataFolder, lockHolder } from '../../src/adapters/database/lock.ts';
import { openDatabase } from '../../src/adapters/database/open.ts';
import { makeFolder } from '../../src/adapters/make-folder.ts';
import { backends, silent } from '../support/backends.ts';
import { command } from '../support/processes.ts';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return { ...real, statfs: vi.fn(real.statfs) };
});

let dataDir: string;
let lock: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'gradewatch-lock-'));
  lock = join(dataDir, 'database.lock');
});
afterEach(async () => {
  for (const child of children.splice(0)) await killed(child);
  await rm(dataDir, { recursive: true, force: true });
});

async function starter(): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('../support/hold-folder.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
  });
  children.push(child);
  await said(child);
  return child;
}

const said = (child: ChildProcess) =>
  new Promise<string>((resolve) => child.once('message', (text) => resolve(String(text))));

function tryToHold(child: ChildProcess, socket: string | null = null): Promise<string> {
  const answer = said(child);
  child.send({ dataDir, socket });
  return answer;
}

function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

/** The number of a process that has ended. */
async function aDeadPid(): Promise<number> {
  const child = await starter();
  await killed(child);
  return child.pid!;
}

describe('a data folder has one process', () => {
  test('the second is refused, told which process has it and what to do', async () => {
    const first = await starter();
    expect(await tryToHold(first, '/somewhere/gradewatch.sock')).toBe('held');
    expect(() => lockDataFolder(dataDir, null)).toThrow(
      `The data folder ${dataDir} is in use by process ${first.pid} on ${hostname()}. Stop that process, choose another folder with GRADEWATCH_DATA, or set DATABASE_URL to run several processes.`,
    );
    expect(lockHolder(dataDir)).toMatchObject({ pid: first.pid, socket: '/somewhere/gradewatch.sock' });
  });

  test('it is free again after the holder let go, or ended', async () => {
    lockDataFolder(dataDir, null)();
    expect(existsSync(lock)).toBe(false);
    expect(lockHolder(dataDir)).toBeNull();
    const first = await starter();
    await tryToHold(first);
    first.disconnect();
    await new Promise((resolve) => first.once('exit', resolve));
    expect(existsSync(lock)).toBe(false);
  });

  test('after a kill -9, exactly one of six that start at once takes over', async () => {
    for (let round = 0; round < 3; round++) {
      const holder = await starter();
      expect(await tryToHold(holder)).toBe('held');
      const six = await Promise.all(Array.from({ length: 6 }, starter));
      await killed(holder);
      const answers = await Promise.all(six.map((child) => tryToHold(child)));
      expect(answers.filter((answer) => answer === 'held')).toHaveLength(1);
      const winner = six[answers.indexOf('held')]!;
      expect(answers.filter((answer) => answer.includes(`process ${winner.pid} on`))).toHaveLength(5);
      for (const child of six) await killed(child);
    }
  });
});

describe('what a lock on the disk means', () => {
  const held = (over: object) =>
    JSON.stringify({ pid: process.pid, start: null, host: hostname(), socket: null, ...over });
  const longAgo = new Date(Date.now() - 60_000);

  // what is in the file                                                    age        free?
  const locks: [string, () => Promise<string>, 'new' | 'old', boolean][] = [
    ['a process that is gone', async () => held({ pid: await aDeadPid() }), 'new', true],
    ['a living process', async () => held({}), 'old', false],
    ['another host, however old', async () => held({ host: 'elsewhere', pid: 1 }), 'old', false],
    ['half a lock, just written', async () => '{"pid":12', 'new', false],
    ['half a lock of long ago', async () => '{"pid":12', 'old', true],
    ['nothing yet', async () => '', 'new', false],
    ['nothing for a long time', async () => '', 'old', true],
    ['something else for a long time', async () => '[1,2,3]', 'old', true],
  ];
  for (const [name, content, age, free] of locks)
    test(`${name}: ${free ? 'taken over' : 'refused'}`, async () => {
      await writeFile(lock, await content());
      if (age === 'old') await utimes(lock, longAgo, longAgo);
      if (free) lockDataFolder(dataDir, null)();
      else expect(() => lockDataFolder(dataDir, null)).toThrow(DataFolderInUse);
    });

  test.runIf(process.platform === 'linux')('a number given to another process since: taken over', async () => {
    await writeFile(lock, held({ start: '1' }));
    lockDataFolder(dataDir, null)();
  });

  test('a lock of another host says how to get rid of it', async () => {
    await writeFile(lock, held({ host: 'elsewhere' }));
    expect(() => lockDataFolder(dataDir, null)).toThrow(`If elsewhere is gone for good, delete ${lock}.`);
  });

  test('a process that died while taking over does not block the next', async () => {
    await writeFile(lock, held({ pid: await aDeadPid() }));
    await writeFile(`${lock}.takeover`, held({ pid: await aDeadPid() }));
    lockDataFolder(dataDir, null)();
    expect(existsSync(`${lock}.takeover`)).toBe(false);
  });
});

describe('opening the embedded database', () => {
  const open = (folder: string) =>
    openDatabase({ url: null, dataDir: folder, migrationsDir: join(dataDir, 'none'), log: silent });
  beforeEach(() => mkdir(join(dataDir, 'none')));

  test('a folder that cannot be made is named, with what to do', async () => {
    await writeFile(join(dataDir, 'file'), '');
    await expect(open(join(dataDir, 'file', 'data'))).rejects.toThrow(
      /^The data folder .*data cannot be made: part of its path is a file\. Choose another folder with GRADEWATCH_DATA\./,
    );
    await expect(open(join(dataDir, 'file'))).rejects.toThrow('a file has its name');
    expect(lockHolder(join(dataDir, 'file', 'data'))).toBeNull();
  });

  test.runIf(process.platform === 'linux')(
    'a folder below /proc, where none can be made, is named at once',
    async () => {
      await expect(open('/proc/gradewatch/data')).rejects.toThrow(
        /^The data folder \/proc\/gradewatch\/data cannot be made there\. Choose another folder with GRADEWATCH_DATA\. \(\/proc takes no folders\)$/,
      );
      for (const line of ['events list', 'doctor']) {
        const { code, stdout, stderr } = await command(line.split(' '), { GRADEWATCH_DATA: '/proc/gradewatch/data' });
        expect([code, `${stdout}${stderr}`]).toEqual([1, expect.stringContaining('cannot be made there')]);
      }
    },
  );

  test('a folder of several missing parts is made, each for this user alone', async () => {
    const folder = join(dataDir, 'a', 'b', 'c');
    await Promise.all([makeFolder(folder, 0o700), makeFolder(folder, 0o700)]);
    for (const made of [folder, join(dataDir, 'a')]) expect((await stat(made)).mode & 0o777).toBe(0o700);
  });

  test.each(['events list', 'doctor'])('`%s` says so in one sentence, no fault of ours', async (line) => {
    await writeFile(join(dataDir, 'file'), '');
    for (const folder of [join(dataDir, 'file'), join(dataDir, 'file', 'data')]) {
      const { code, stdout, stderr } = await command(line.split(' '), { GRADEWATCH_DATA: folder });
      expect([code, `${stdout}${stderr}`]).toEqual([1, expect.stringContaining('Choose another folder with')]);
      expect(`${stdout}${stderr}`).not.toMatch(/Unexpected fault|\n\s+at /);
    }
  });

  test('doctor finds fault with a disk that is nearly full', async ({ skip }) => {
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', dataDir]).status !== 0)
      skip('this user may not mount a small disk');
    try {
      const { code, stdout } = await command(['doctor'], { GRADEWATCH_DATA: dataDir });
      const words = /^FAIL {2}data {6}The disk of the data folder .* is nearly full: [23] MiB free\. Free some space/m;
      expect([code, stdout]).toEqual([1, expect.stringMatching(words)]);
    } finally {
      spawnSync('umount', [dataDir]);
    }
  });

  test.skipIf(process.getuid?.() === 0)('a folder of somebody else is named, with what to do', async () => {
    await chmod(dataDir, 0o500);
    await expect(open(join(dataDir, 'data'))).rejects.toThrow('may not be written by this user');
    await chmod(dataDir, 0o700);
  });

  test('an initdb that was cut short is begun again, and the folder is for this user only', async () => {
    const folder = join(dataDir, 'data');
    await mkdir(join(folder, 'database', 'base'), { recursive: true });
    await mkdir(join(folder, 'database.new-12345'));
    const database = await open(folder);
    await database.ping(5_000);
    await database.close();
    expect(existsSync(join(folder, 'database.new-12345'))).toBe(false);
    expect((await stat(join(folder, 'database'))).mode & 0o077).toBe(0);
  });

  test.each(['start', 'start --once'])('`%s` with broken config makes none, and does not say so', async (line) => {
    const config = join(dataDir, 'config');
    const data = join(dataDir, 'new');
    await cp('config', config, { recursive: true });
    await appendFile(join(config, 'sources.csv'), 'half,a row\n');
    const { code, stderr } = await command(line.split(' '), { GRADEWATCH_DATA: data, GRADEWATCH_CONFIG: config });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^sources\.csv line \d+: 2 cells [^\n]*\n$/);
    expect(existsSync(data)).toBe(false);
  });

  test('a full disk ends it with a sentence; it is asked nothing more, as it might never answer', async () => {
    const broken: Error[] = [];
    const options = { url: null, dataDir, migrationsDir: join(dataDir, 'none'), log: silent };
    const database = await openDatabase({ ...options, onBroken: (error) => broken.push(error) });
    const full = "DO $$ BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = 'disk_full'; END $$";
    await expect(database.pool.query(full)).rejects.toThrow(/^The disk under the data folder is full, .* start again/);
    await expect(database.pool.query('SELECT 1')).rejects.toThrow(/^The disk under the data folder is full/);
    expect(broken).toHaveLength(1);
    await database.close();
    expect(lockHolder(dataDir)).toBeNull();
  });

  test('a damaged database is told, and the folder is let go', async () => {
    const opened = await backends({ migrationsDir: join(dataDir, 'none') })[0]!.open();
    await opened.database.close();
    const control = join(opened.dataDir, 'database', 'global', 'pg_control');
    await writeFile(control, (await readFile(control)).fill(7));
    const open = () =>
      openDatabase({ url: null, dataDir: opened.dataDir, migrationsDir: join(dataDir, 'none'), log: silent });
    await expect(open()).rejects.toThrow(/cannot be opened .* Restore a backup into another data folder/);
    expect(lockHolder(opened.dataDir)).toBeNull();
    // On a disk without room it is no damage that is told.
    vi.mocked(statfs).mockResolvedValueOnce({ bavail: 3, bsize: 1024 * 1024 } as never);
    await expect(open()).rejects.toThrow(/cannot be opened: its disk has 3 MB free .* start again/);
    await opened.close();
  });
});
