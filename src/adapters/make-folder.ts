import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** What a folder throws that takes no folders: /proc says that the one to be made is not there. */
export const NO_FOLDERS = 'NO_FOLDERS';

/**
 * Makes a folder, and those around it that are missing, one by one: Node's own recursive making never returns where the
 * system denies the folder it is just to make, as below /proc.
 *
 * @param mode rights of each folder made here
 * @throws the system's error, of code {@link NO_FOLDERS} where the folder around it takes none
 */
export async function makeFolder(folder: string, mode = 0o777): Promise<void> {
  const missing: string[] = [];
  let at = path.resolve(folder);
  while (!(await isFolder(at)) && path.dirname(at) !== at) {
    missing.unshift(at);
    at = path.dirname(at);
  }
  for (const next of missing)
    try {
      await mkdir(next, { mode });
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      if (code === 'EEXIST' && (await isFolder(next))) continue; // another process was faster
      if (code !== 'ENOENT') throw cause;
      throw Object.assign(new Error(`${path.dirname(next)} takes no folders`, { cause }), { code: NO_FOLDERS });
    }
}

/** @throws the system's error where a part of the path is a file or may not be looked into */
async function isFolder(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
