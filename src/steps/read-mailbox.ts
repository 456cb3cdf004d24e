/** Reading a folder of mails as a source: the mails not read before, oldest first, as one document of entries. */
import { firstOfMail } from '../adapters/feeds/mail.ts';
import type { StoredSource } from '../adapters/store/sources.ts';
import { itemKeys } from '../core/polling/identity.ts';
import type { Coded, ParsedEntry, ParsedFeed } from '../core/types.ts';
import { GiveUp } from '../errors.ts';
import type { Fetched, MailFile } from '../ports.ts';
import type { Deps } from './deps.ts';

/** Of one poll; the rest waits for the next, nothing is left out. */
const MOST = { mails: 100, entries: 400, bytes: 10 * 1_048_576 };

type Reading = Pick<Deps, 'mailbox' | 'feeds' | 'store'> & { at: Date };

/**
 * @returns the mails' bytes and entries; `parsed` is null where every mail is known
 * @throws TryLater where the folder cannot be read
 */
export async function readMailbox(
  { mailbox, feeds, store, at }: Reading,
  source: StoredSource,
): Promise<{ got: Fetched; parsed: ParsedFeed | null }> {
  const { mails, warnings } = await mailbox.list(source.url, at);
  const unread = await unreadOf(store, source, mails);
  const entries: ParsedEntry[] = [];
  const bodies: Uint8Array[] = [];
  const notes: Coded[] = [...warnings];
  let bytes = 0;
  let read = 0;
  for (const mail of unread) {
    if (read >= MOST.mails || entries.length >= MOST.entries || bytes >= MOST.bytes) break;
    read += 1;
    const body = await mailbox.read(mail.file).catch(() => null);
    if (body === null) continue; // moved on since it was listed: found under its new name next time
    bytes += body.length;
    bodies.push(body, Buffer.from('\n'));
    const parsed = await readOne(feeds, mail, body, at);
    entries.push(...parsed.entries);
    notes.push(...parsed.warnings);
  }
  if (unread.length > read)
    notes.push({ code: 'capped', message: `${unread.length - read} more mails wait for the next poll` });
  const got: Fetched = {
    status: 200,
    notModified: bodies.length === 0,
    url: source.url,
    hops: [],
    headers: {},
    ms: 0,
    body: Buffer.concat(bodies),
    validators: { etag: null, lastModified: null },
  };
  const isFirst = source.lastSuccess === null;
  return { got, parsed: bodies.length > 0 || isFirst ? feedOf(entries, notes) : null };
}

const feedOf = (entries: ParsedEntry[], warnings: Coded[]): ParsedFeed => ({
  format: 'mail',
  title: null,
  link: null,
  entries,
  warnings: [...new Map(warnings.map((one) => [one.code, one])).values()],
});

async function unreadOf(store: Deps['store'], source: StoredSource, mails: readonly MailFile[]): Promise<MailFile[]> {
  const named = itemKeys(
    mails.map(({ id }) => titled(id, '')),
    { id: source.id },
  );
  const known = await store.knownAmong(source.id, named);
  const ids = new Set<string>();
  return mails.filter(({ id }, at) => !known[at] && !ids.has(id) && ids.add(id));
}

/** A mail's first entry with nothing but a title. */
const titled = (mailId: string, title: string): ParsedEntry => ({
  id: firstOfMail(mailId),
  title,
  link: null,
  summary: null,
  content: null,
  published: null,
  publishedFrom: null,
  authors: [],
});

/** A mail built to harm keeps its subject: it is known from then on, and holds up none behind it. */
async function readOne(feeds: Deps['feeds'], mail: MailFile, body: Uint8Array, at: Date): Promise<ParsedFeed> {
  try {
    return await feeds.parse(body, { headers: {}, base: null, expect: 'mail', now: at });
  } catch (error) {
    if (!(error instanceof GiveUp)) throw error;
    return feedOf(
      [titled(mail.id, mail.subject.slice(0, 1_000))],
      [{ code: 'malformed', message: `a mail was kept by its subject alone: ${error.message}` }],
    );
  }
}
