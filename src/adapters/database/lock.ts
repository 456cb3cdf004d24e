/**
 * One process at a time in a data folder.
 *
 * PGlite does not lock its directory: two processes in one directory lose all commits of one of them and damage the catalogue,
 * without an error. So the lock is ours: a file beside the database directory with the holder's pid, start time and host.
 *
 * A live holder's lock is never taken, nor that of another host; there are no heartbeats, because the engine can block the
 * event loop for longer than any sensible beat. A dead holder's lock is taken over by exactly one of any number of starters.
 */
import { closeSync, openSync, readFileSync, rmSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { GiveUp } from '../../errors.ts';

export interface LockHolder {
  pid: number;
  /** Start time of the process in clock ticks since boot, null where the system does not tell. Guards against a pid used again. */
  start: string | null;
  host: string;
  /** Where the holder answers commands, null when it does not. */
  socket: string | null;
}

/** Somebody else works in this data folder. `holder` is null while its lock is being written. */
export class DataFolderInUse extends GiveUp {
  readonly holder: LockHolder | null;
  constructor(dataDir: string, holder: LockHolder | null) {
    const who = holder ? `process ${holder.pid} on ${holder.host}` : 'a process that is just starting';
    const elsewhere = holder && holder.host !== hostname();
    super(
      `The data folder ${dataDir} is in use by ${who}. Stop that process, choose another folder with GRADEWATCH_DATA, or set DATABASE_URL to run several processes.` +
        (elsewhere ? ` If ${holder.host} is gone for good, delete ${lockFile(dataDir)}.` : ''),
    );
    this.holder = holder;
  }
}

/** A lock without readable content is being written, or its writer died meanwhile: this long we believe the first. */
const HALF_WRITTEN_MS = 5_000;

/**
 * Takes the lock or says who has it.
 *
 * @param socket where this process will answer commands, null when it will not
 * @returns release; also done when the process exits
 * @throws DataFolderInUse
 */
export function lockDataFolder(dataDir: string, socket: string | null): () => void {
  const file = lockFile(dataDir);
  const self: LockHolder = { pid: process.pid, start: startTime(process.pid), host: hostname(), socket };
  const body = JSON.stringify(self);
  for (let round = 0; round < 50; round++) {
    if (create(file, body)) return releaser(file, body);
    const found = readLock(file);
    if (found === null) continue; // released between our two looks
    if (isStale(found)) bury(file, found.raw);
    else if (found.holder === null)
      sleep(20); // being written this moment: then we can say by whom
    else throw new DataFolderInUse(dataDir, found.holder);
  }
  throw new DataFolderInUse(dataDir, null);
}

/** The live (or foreign) process that holds a data folder; null when nobody does, or when there can be no such folder: opening it says why. */
export function lockHolder(dataDir: string): LockHolder | null {
  let found: FoundLock | null;
  try {
    found = readLock(lockFile(dataDir));
  } catch (error) {
    if (['ENOTDIR', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
  return found === null || isStale(found) ? null : found.holder;
}

const lockFile = (dataDir: string): string => join(dataDir, 'database.lock');

/** Creates a file with content unless it exists. On a full disk nothing is left behind. */
function create(file: string, body: string): boolean {
  let handle: number;
  try {
    handle = openSync(file, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    writeSync(handle, body);
    return true;
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
}

function releaser(file: string, body: string): () => void {
  const release = () => {
    process.off('exit', release);
    try {
      if (readFileSync(file, 'utf8') === body) unlinkSync(file);
    } catch {
      // Gone already: then it is not ours to remove.
    }
  };
  process.on('exit', release);
  return release;
}

interface FoundLock {
  raw: string;
  ageMs: number;
  holder: LockHolder | null;
}

function readLock(file: string): FoundLock | null {
  let raw: string;
  let ageMs: number;
  try {
    raw = readFileSync(file, 'utf8');
    // The file system's clock against the system's: no decision of the product rests on it.
    ageMs = performance.timeOrigin + performance.now() - statSync(file).mtimeMs;
  } catch (error) {
    // No folder, or a file where one should be: nobody holds it. Whoever makes the folder says what is wrong.
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
  return { raw, ageMs, holder: parse(raw) };
}

function parse(raw: string): LockHolder | null {
  try {
    const { pid, start, host, socket } = JSON.parse(raw) as Partial<LockHolder>;
    if (!Number.isInteger(pid) || typeof host !== 'string') return null;
    return { pid: pid as number, start: start ?? null, host, socket: socket ?? null };
  } catch {
    return null;
  }
}

function isStale({ holder, ageMs }: FoundLock): boolean {
  if (holder === null) return ageMs > HALF_WRITTEN_MS;
  return holder.host === hostname() && !isAlive(holder);
}

function isAlive({ pid, start }: LockHolder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const now = startTime(pid);
  return start === null || now === null || start === now; // another start time: the pid was given to somebody else
}

/** Field 22 of /proc/PID/stat; the name in field 2 may hold spaces and brackets, so count from its end. Linux only. */
function startTime(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(') ') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/**
 * Removes a dead process's lock. Reading and removing are two steps, and between them another starter may have removed the
 * dead lock and made its own, which we must not touch. So removing needs a permit, a file created exclusively: while we hold
 * it nobody else removes anything, and the lock is read once more under it.
 */
function bury(file: string, raw: string): void {
  const permit = `${file}.takeover`;
  if (!create(permit, JSON.stringify({ pid: process.pid, start: startTime(process.pid), host: hostname() }))) {
    const other = readLock(permit);
    if (other !== null && isStale(other)) rmSync(permit, { force: true }); // it died in the act
    sleep(20);
    return;
  }
  try {
    if (readLock(file)?.raw === raw) rmSync(file, { force: true });
  } finally {
    rmSync(permit, { force: true });
  }
}

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
