/**
 * A folder of mails on this machine: a Maildir, or a folder of .eml files. It is only ever read: what is in it belongs
 * to whoever delivers there, and which mails are known the store remembers.
 */
import { createHash } from 'node:crypto';
import { type FileHandle, lstat, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import PostalMime from 'postal-mime';
import { tryLater } from '../errors.ts';
import type { Mailbox, MailboxLook, MailFile, MailList } from '../ports.ts';
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
      const files = await filesOf(folderOf(url), now);
      return withHeads(files, senders);
    },
    look: (address, now, known, most) => lookInto(folderOf(new URL(address)), now, known, most),
    read: (file) => begin(file, MOST_BYTES),
  };
}

const folderOf = ({ pathname }: URL) => fileURLToPath(new URL(pathname, 'file://'));

interface Found {
  file: string;
  mtimeMs: number;
}

interface Folder {
  /** Parts of a Maildir are written whole; a file elsewhere may still be growing, and its name may be used again. */
  isMaildir: boolean;
  paths: string[];
}

async function pathsIn(folder: string): Promise<Folder> {
  const names = await namesIn(folder);
  if (!names.includes('cur') && !names.includes('new'))
    return {
      isMaildir: false,
      paths: names.filter((name) => /\.eml$/i.test(name)).map((name) => path.join(folder, name)),
    };
  const parts = await Promise.all(
    ['new', 'cur'].map(async (part) => {
      const found = await namesIn(path.join(folder, part), []);
      return found.filter((name) => !name.startsWith('.')).map((name) => path.join(folder, part, name));
    }),
  );
  return { isMaildir: true, paths: parts.flat() };
}

/** A mail's file as it is now; null for links and devices, for what moved on meanwhile and what is still being written. */
async function fileAt(file: string, { isMaildir }: Folder, now: Date) {
  const stat = await lstat(file).catch(() => null); // moved on by whoever reads the folder too: found next time
  if (!stat?.isFile()) return null;
  return !isMaildir && Math.abs(now.getTime() - stat.mtimeMs) < SETTLED_MS ? null : stat;
}

/** Oldest first, the newest {@link MOST_MAILS}. */
async function filesOf(where: string, now: Date): Promise<{ files: Found[]; more: number }> {
  const folder = await pathsIn(where);
  const found: Found[] = [];
  for (const file of folder.paths) {
    const stat = await fileAt(file, folder, now);
    if (stat) found.push({ file, mtimeMs: stat.mtimeMs });
  }
  found.sort((a, b) => a.mtimeMs - b.mtimeMs || (a.file < b.file ? -1 : 1));
  return { files: found.slice(-MOST_MAILS), more: Math.max(0, found.length - MOST_MAILS) };
}

async function lookInto(where: string, now: Date, known: ReadonlySet<string>, most: number): Promise<MailboxLook> {
  const folder = await pathsIn(where);
  const looked: MailboxLook = { there: new Set(), unread: [] };
  const named = folder.paths.map((file) => ({ file, name: nameOf(file) }));
  for (const { file, name } of named.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    // The name of a mail in a Maildir is its own for ever.
    if (folder.isMaildir && known.has(keyOf(name))) looked.there.add(keyOf(name));
    else if (looked.unread.length < most || !folder.isMaildir) {
      const stat = await fileAt(file, folder, now);
      if (!stat) continue;
      const key = folder.isMaildir ? keyOf(name) : keyOf(`${name} ${stat.size} ${stat.mtimeMs}`);
      looked.there.add(key);
      if (!known.has(key) && looked.unread.length < most) looked.unread.push({ key, file });
    }
  }
  return looked;
}

/** Without the flags that mail programs add when they sort a Maildir. */
const nameOf = (file: string) => path.basename(file).replace(/[:;!]2,[A-Za-z]*$/, '');

/** Short, as there may be many: 64 bits tell the mails of a folder apart. */
const keyOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 11);

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
