/** The embedded database: PGlite in a data folder that this process holds alone. */
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { giveUp } from '../../errors.ts';
import type { Log } from '../../ports.ts';
import { makeFolder, NO_FOLDERS } from '../make-folder.ts';
import { createHub, type Hub } from './hub.ts';
import { lockDataFolder } from './lock.ts';

export interface Embedded {
  hub: Hub;
  close(): Promise<void>;
}

/** A new directory takes 45 MB; below this much free space the first rows would already fail. */
const MIN_FREE_MB = 100;
/** After a full disk the engine first writes a new piece of its log, 16 MB, and another at its checkpoint. */
const MIN_FREE_TO_OPEN_MB = 32;

/**
 * Locks the data folder, makes the directory when there is none, and opens it.
 *
 * @param onBroken the engine died (see `createHub`)
 * @throws DataFolderInUse; GiveUp with a sentence about the folder (missing rights, full disk)
 */
export async function openEmbedded(
  dataDir: string,
  socket: string | null,
  log: Log,
  onBroken: (error: Error) => void,
): Promise<Embedded> {
  const unlock = await aboutFolder(dataDir, async () => {
    await makeFolder(dataDir, 0o700);
    return lockDataFolder(dataDir, socket);
  });
  try {
    const directory = join(dataDir, 'database');
    if (existsSync(join(directory, 'PG_VERSION'))) log.info('database.opening', { folder: dataDir });
    else await aboutFolder(dataDir, () => initialise(dataDir, directory, log));
    const db = await aboutFolder(dataDir, () => openDirectory(directory));
    let broken = false;
    const hub = createHub(db, (error) => {
      broken = true;
      onBroken(error);
    });
    return {
      hub,
      async close() {
        if (broken) unlock();
        else await db.close().finally(unlock);
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function openDirectory(directory: string): Promise<PGlite> {
  try {
    return await PGlite.create({ dataDir: directory });
  } catch (error) {
    if (isSystemError(error)) throw error;
    const freeMb = await freeSpaceMb(directory);
    if (freeMb < MIN_FREE_TO_OPEN_MB)
      throw giveUp(
        `The embedded database in ${directory} cannot be opened: its disk has ${freeMb} MB free and ${MIN_FREE_TO_OPEN_MB} MB are needed. Free some space and start again: nothing kept is lost.`,
        { cause: error },
      );
    throw giveUp(
      `The embedded database in ${directory} cannot be opened (${firstLine(error)}). Restore a backup into another data folder, or set this one aside and start anew.`,
      { cause: error },
    );
  }
}

/** `initdb` into a folder beside, renamed when complete: a directory that has the right name is whole. */
async function initialise(dataDir: string, directory: string, log: Log): Promise<void> {
  for (const name of await readdir(dataDir))
    if (name.startsWith('database.new-'))
      await rm(join(dataDir, name), { recursive: true, force: true, maxRetries: 5 });
  const freeMb = await freeSpaceMb(dataDir);
  if (freeMb < MIN_FREE_MB)
    throw giveUp(
      `The data folder ${dataDir} has ${freeMb} MB free and a new database needs ${MIN_FREE_MB} MB. Free some space or choose another folder with GRADEWATCH_DATA.`,
    );
  log.info('database.creating', { folder: dataDir });
  const fresh = join(dataDir, `database.new-${process.pid}`);
  await mkdir(fresh, { mode: 0o700 }); // the folder around it may have been made for everyone to read
  await initialiseInChild(fresh);
  await rm(directory, { recursive: true, force: true }); // has no PG_VERSION: an initdb that was cut short
  await rename(fresh, directory);
}

async function freeSpaceMb(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return Math.floor((bavail * bsize) / 1024 / 1024);
}

function initialiseInChild(directory: string): Promise<void> {
  const here = fileURLToPath(import.meta.url);
  const fromSource = here.endsWith('.ts'); // development and tests; the build has .js beside it
  const entry = join(dirname(here), `init-directory.${fromSource ? 'ts' : 'js'}`);
  return new Promise((resolve, reject) => {
    const child = fork(entry, [directory], {
      cwd: dirname(here),
      execArgv: fromSource ? ['--import', 'tsx'] : [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let fault: { message?: string; code?: string } = {};
    let lastWords = '';
    child.on('message', (message) => {
      fault = message as typeof fault;
    });
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      lastWords = (lastWords + text).slice(-2_000);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) return resolve();
      const why = fault.message ?? (lastWords.trim() || `it ended with ${signal ?? `exit code ${code}`}`);
      reject(Object.assign(new Error(`Making the embedded database failed: ${why}`), { code: fault.code }));
    });
  });
}

/** Turns a system error about the data folder into one sentence with what to do. */
export async function aboutFolder<T>(dataDir: string, act: () => Promise<T> | T): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const reason = FOLDER_FAULTS[(error as NodeJS.ErrnoException).code ?? ''];
    if (reason === undefined) throw error;
    throw giveUp(`The data folder ${dataDir} ${reason} (${firstLine(error)})`, { cause: error });
  }
}

const FOLDER_FAULTS: Record<string, string> = {
  [NO_FOLDERS]: 'cannot be made there. Choose another folder with GRADEWATCH_DATA.',
  EACCES: 'may not be written by this user. Give it to this user or choose another folder with GRADEWATCH_DATA.',
  EPERM: 'may not be written by this user. Give it to this user or choose another folder with GRADEWATCH_DATA.',
  EROFS: 'is on a read-only disk. Choose another folder with GRADEWATCH_DATA.',
  ENOTDIR: 'cannot be made: part of its path is a file. Choose another folder with GRADEWATCH_DATA.',
  EEXIST: 'cannot be made: a file has its name. Choose another folder with GRADEWATCH_DATA.',
  ENOSPC: 'is on a full disk. Free some space or choose another folder with GRADEWATCH_DATA.',
  EDQUOT: 'is over its disk quota. Free some space or choose another folder with GRADEWATCH_DATA.',
};

const isSystemError = (error: unknown): boolean => (error as NodeJS.ErrnoException).code !== undefined;
const firstLine = (error: unknown): string => String((error as Error).message ?? error).split('\n')[0]!;
