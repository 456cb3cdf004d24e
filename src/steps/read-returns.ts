import { readReportMail } from '../adapters/mail/report.ts';
import { canonicalJson } from '../core/keys.ts';
import { keyOfMessageId } from '../core/sending/message-id.ts';
import { readReport } from '../core/sending/returned.ts';
import { TryLater } from '../errors.ts';
import type { MailboxLook } from '../ports.ts';
import type { Deps } from './deps.ts';
import { endAllTo } from './suppress.ts';

const LOOK_EVERY_MS = 5 * 60_000;
/** Of one look; the rest waits for the next. */
const MOST_MAILS = 50;
const LOOKED = 'returns looked at';
const READ = 'returns read';
const RETURNED = 'subscription.returned';

type Parts = Pick<Deps, 'store' | 'now' | 'log' | 'mailbox' | 'policy' | 'addressKey'>;

/**
 * Reads the folder into which mail to our sender is delivered: what came back because its mailbox is not known, or was
 * reported as unwanted, ends all that goes to that address. Only a report that names a message we did send counts: its
 * Message-ID is known to who got it. Of each mail in the folder a short key is remembered, so that none is opened twice; what
 * was read and not remembered is read again without harm. Safe to repeat.
 */
export async function readReturns(deps: Parts): Promise<void> {
  const { store, now, mailbox, policy } = deps;
  const at = now();
  const last = Date.parse((await store.fact(LOOKED)) ?? '');
  if (policy.returns === null || at.getTime() - last < LOOK_EVERY_MS) return;
  await store.setFact(LOOKED, at.toISOString(), at);
  const known = new Set((await store.fact(READ))?.split(' '));
  const found = await lookInto(deps, policy.returns, known);
  if (found === null || found.unread.length === 0) return;
  try {
    for (const { key, file } of found.unread) {
      // Moved on by whoever reads the folder too: found under its new name next time.
      const bytes = await mailbox.read(file).catch(() => null);
      if (bytes === null) continue;
      await take(deps, bytes);
      known.add(key);
    }
  } finally {
    await store.setFact(READ, [...known].filter((key) => found.there.has(key)).join(' '), at);
  }
}

async function lookInto(
  { mailbox, now, log }: Parts,
  folder: string,
  known: ReadonlySet<string>,
): Promise<MailboxLook | null> {
  try {
    return await mailbox.look(folder, now(), known, MOST_MAILS);
  } catch (error) {
    if (!(error instanceof TryLater)) throw error;
    log.warn('returns.not_read', { class: error.details.errorClass });
    return null;
  }
}

async function take(deps: Parts, bytes: Uint8Array): Promise<void> {
  const { store, now, log } = deps;
  const report = await readReportMail(bytes);
  const returned = report && readReport(report);
  const of = report && keyOfMessageId(report.messageId);
  const sent = returned && of && (await store.sentAs('mail', of));
  if (!sent) return;
  const { says, ends } = returned;
  const detail = { says, of };
  const history = await store.history([sent.id]);
  // Whoever asked anew since is not ended by the same report once more.
  if (history.some((one) => one.kind === RETURNED && canonicalJson(one.detail) === canonicalJson(detail))) return;
  if (ends !== null && sent.address !== null) {
    const ended = await endAllTo(deps, 'mail', sent.address, ends);
    log.info('returns.ended', { subscription: sent.id, ended });
  }
  await store.journal([{ kind: RETURNED, subject: sent.id, by: 'mail', detail }], now());
}
