import { randomUUID } from 'node:crypto';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { sha256 } from '../../core/keys.ts';
import { tryLater } from '../../errors.ts';
import { makeFolder } from '../make-folder.ts';

/**
 * Writes one message as a file whose name follows from its Message-ID, whole or not at all: a resend replaces the file,
 * so each mail stands in the outbox once. Readable by the owner only, because it holds an address.
 *
 * @returns the file's path
 * @throws TryLater when the folder cannot be written (full disk, missing rights)
 */
export async function writeOutbox(dir: string, messageId: string, message: Uint8Array): Promise<string> {
  const words = messageId
    .replace(/@.*$/u, '')
    .replaceAll(/[^A-Za-z0-9.-]+/g, '_')
    .replaceAll(/^[_.-]+|[_.-]+$/g, '')
    .slice(0, 80);
  const file = path.join(dir, `${words}-${sha256(messageId).slice(0, 12)}.eml`);
  const unfinished = `${file}.${randomUUID()}.part`;
  try {
    await makeFolder(dir, 0o700);
    const handle = await open(unfinished, 'w', 0o600);
    try {
      await handle.writeFile(message);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
    return file;
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => {});
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown error';
    throw tryLater(`cannot write mail to the outbox ${dir}: ${code}; free space or fix the folder's rights`, { cause });
  }
}

/** Mails written before a time go: each holds its reader's address. What is no mail of ours stays. @returns how many went */
export async function tidyOutbox(dir: string, before: Date): Promise<number> {
  const names = await readdir(dir).catch(() => []);
  let gone = 0;
  for (const name of names.filter((one) => /\.eml(?:\.[\w-]+\.part)?$/.test(one))) {
    const file = path.join(dir, name);
    const written = await stat(file).catch(() => null);
    if (!written?.isFile() || written.mtime >= before) continue;
    await rm(file, { force: true });
    gone += 1;
  }
  return gone;
}
