/** Where the process that holds a data folder answers commands. */
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Linux refuses addresses of 108 bytes and more, macOS of 104. */
const MAX_PATH_BYTES = 100;

/**
 * The same for the same folder: a socket in it, in the temporary folder where that path would be too long, or a named pipe on
 * Windows.
 */
export function socketAddress(dataDir: string): string {
  const folder = resolve(dataDir);
  const name = `gradewatch-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const inside = join(folder, 'gradewatch.sock');
  return Buffer.byteLength(inside) < MAX_PATH_BYTES ? inside : join(tmpdir(), `${name}.sock`);
}
