/**
 * A folder of mails on this machine: a Maildir, or a folder of .eml files. It is only ever read: what is in it belongs
 * to whoever delivers there, and which mails are known the store remembers.
 */
import { type FileHandle, lstat, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import PostalMime from 'postal-mime';
import { tryLater } from '../errors.ts';
import type { Mailbox, MailFile, MailList } from '../ports.ts';
import { envelopeOf } from './feeds/mail.ts';

/** More is no news folder; the newest are looked at. */
const MOST_MAILS = 5_000;
/** A longer mail is read up to here: its text stands before its attachments. */
const MOST_BYTES = 5 * 1_048_576;
const MAX_HEAD_BYTES = 512 * 1024;
/** Most heads are short: more is read only where one goes on. */
const HEAD_BYTES = [16 * 1024, MAX_HEAD_BYTES];
/** A file outside a Maildir may still be being written. */
const SETTLED_MS = 60_000;

export function makeMailbox(): Mailbox {
  return {
    list: async (address, now) => {
      const url = new URL(address);
      const senders = url.searchParams.getAll('from').map((one) => one.toLowerCase());
      const files = await filesOf(fileURLToPath(new URL(url.pathname, 'file://')), now);
      return withHeads(files, senders);
    },
    read: (file) => begin(file, MOST_BYTES),
  };
}

interface Found {
  file: string;
  mtimeMs: number;
}

/** Oldest first, the newest {@link MOST_MAILS}. Links and devices are no mails. */
async function filesOf(folder: string, now: Date): Promise<{ files: Found[]; more: number }> {
  const names = await namesIn(folder);
  const isMaildir = names.includes('cur') || names.includes('new');
  const paths = isMaildir
    ? (await Promise.all(['new', 'cur'].map((part) => namesIn(path.join(folder, part), [])))).flatMap((list, at) =>
        list.filter((name) => !name.startsWith('.')).map((name) => path.join(folder, at === 0 ? 'new' : 'cur', name)),
      )
    : names.filter((name) => /\.eml$/i.test(name)).map((name) => path.join(folder, name));
  const found: Found[] = [];
  for (const file of paths) {
    const stat = await lstat(file).catch(() => null); // moved on by whoever reads the folder too: found next time
    if (!stat?.isFile()) continue;
    if (!isMaildir && Math.abs(now.getTime() - stat.mtimeMs) < SETTLED_MS) continue;
    found.push({ file, mtimeMs: stat.mtimeMs });
  }
  found.sort((a, b) => a.mtimeMs - b.mtimeMs || (a.file < b.file ? -1 : 1));
  return { files: found.slice(-MOST_MAILS), more: Math.max(0, found.length - MOST_MAILS) };
}

async function namesIn(folder: string, missing?: string[]): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (missing && code === 'ENOENT') return missing;
    const what = code === 'ENOENT' ? 'is not there' : code === 'ENOTDIR' ? 'is no folder' : `cannot be read (${code})`;
    throw tryLater(
      `${folder} ${what}; a Maildir or a folder of .eml files that this process may read was expected there`,
      { cause, errorClass: 'connect' },
    );
  }
}

async function withHeads({ files, more }: { files: Found[]; more: number }, senders: string[]): Promise<MailList> {
  const mails: MailFile[] = [];
  const strange: string[] = [];
  for (const { file } of files) {
    const mail = await headOf(file);
    if (mail === null) strange.push(path.basename(file));
    else if (senders.length === 0 || senders.some((sender) => isFrom(mail.from, sender))) mails.push(mail);
  }
  const warnings = [];
  if (strange.length > 0)
    warnings.push({
      code: 'no_mail',
      message: `${strange.length} file(s) were left out because they are no mails, the first "${strange[0]!.slice(0, 80)}"`,
    });
  if (more > 0)
    warnings.push({
      code: 'capped',
      message: `the folder holds ${files.length + more} mails; the newest ${MOST_MAILS} are looked at: move old ones away`,
    });
  return { mails, warnings };
}

/** `example.org` means every address of that host and of those below it. */
const isFrom = (address: string, sender: string) =>
  address === sender || address.endsWith(`@${sender}`) || address.endsWith(`.${sender}`);

async function headOf(file: string): Promise<MailFile | null> {
  for (const bytes of HEAD_BYTES) {
    const begun = await begin(file, bytes).catch(() => new Uint8Array());
    const text = Buffer.from(begun).toString('latin1');
    const end = /\r?\n\r?\n/.exec(text)?.index ?? (begun.length < bytes ? text.length : -1);
    if (end < 0) continue;
    const mail = await PostalMime.parse(begun.subarray(0, end), { maxHeadersSize: MAX_HEAD_BYTES }).catch(() => null);
    const id = mail && envelopeOf(mail)?.id;
    return id ? { file, id, subject: mail.subject ?? '', from: (mail.from?.address ?? '').toLowerCase() } : null;
  }
  return null;
}

async function begin(file: string, bytes: number): Promise<Uint8Array> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, 'r');
    const buffer = Buffer.alloc(Math.min(bytes, (await handle.stat()).size));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle?.close();
  }
}
