import { readReportMail } from '../adapters/mail/report.ts';
import { keyOfMessageId } from '../core/sending/alert.ts';
import { readReport } from '../core/sending/returned.ts';
import { TryLater } from '../errors.ts';
import type { MailList } from '../ports.ts';
import type { Deps } from './deps.ts';

const LOOK_EVERY_MS = 5 * 60_000;
/** Of one look; the rest waits for the next. */
const MOST_MAILS = 50;
const LOOKED = 'returns looked at';
const KNOWN = 'returns known';

type Parts = Pick<Deps, 'store' | 'now' | 'log' | 'mailbox' | 'policy'>;

/**
 * Reads the folder into which mail to our sender is delivered: what came back because its mailbox is not known, or was
 * reported as unwanted, ends all that goes to that address. Only a report that names a message we did send counts: its
 * Message-ID is known to who got it. Each mail is read once; safe to repeat.
 */
export async function readReturns(deps: Parts): Promise<void> {
  const { store, now, mailbox, policy } = deps;
  const at = now();
  const last = Date.parse((await store.fact(LOOKED)) ?? '');
  if (policy.returns === null || at.getTime() - last < LOOK_EVERY_MS) return;
  await store.setFact(LOOKED, at.toISOString(), at);
  const list = await listOf(deps, policy.returns);
  if (list === null) return;
  const known = new Set(JSON.parse((await store.fact(KNOWN)) ?? '[]') as string[]);
  const unread = list.mails.filter(({ id }) => !known.has(id)).slice(0, MOST_MAILS);
  if (unread.length === 0) return;
  for (const { id, file } of unread) {
    // Moved on by whoever reads the folder too: found under its new name next time.
    const bytes = await mailbox.read(file).catch(() => null);
    if (bytes === null) continue;
    await take(deps, bytes);
    known.add(id);
  }
  const there = list.mails.map(({ id }) => id).filter((id) => known.has(id));
  await store.setFact(KNOWN, JSON.stringify(there), at);
}

async function listOf({ mailbox, now, log }: Parts, folder: string): Promise<MailList | null> {
  try {
    return await mailbox.list(folder, now());
  } catch (error) {
    if (!(error instanceof TryLater)) throw error;
    log.warn('returns.not_read', { class: error.details.errorClass });
    return null;
  }
}

async function take({ store, now, log }: Parts, bytes: Uint8Array): Promise<void> {
  const report = await readReportMail(bytes);
  const returned = report && readReport(report);
  const sent = returned && (await store.sentAs('mail', keyOfMessageId(report.messageId)));
  if (!sent) return;
  const { says, ends } = returned;
  await store.journal([{ kind: 'subscription.returned', subject: sent.id, by: 'mail', detail: { says } }], now());
  if (ends === null || sent.address === null) return;
  const ended = await store.endSubscriptionsTo('mail', sent.address, ends, now());
  log.info('returns.ended', { subscription: sent.id, ended });
}
