import type { OwedLetter, StoredSubscription } from '../adapters/store/store.ts';
import { alertFooter } from '../core/sending/alert-footer.ts';
import { letterBrief, manageOf } from '../core/sending/brief.ts';
import { afterQuiet } from '../core/sending/cadence.ts';
import type { Message } from '../core/sending/message.ts';
import { leftAddressLetter, successionLetter } from '../core/sending/notes-to-readers.ts';
import { nextTry } from '../core/sending/retry.ts';
import { criteriaWords } from '../core/sending/route.ts';
import { GiveUp, TryLater } from '../errors.ts';
import type { Deps } from './deps.ts';
import { linksOf } from './letters.ts';
import { isOnHold } from './on-hold.ts';
import { sendOwedConfirmation } from './send-confirmation.ts';
import { endAllTo } from './suppress.ts';

const LEASE_MS = 2 * 60_000;

/** Sends the letter that is owed about a subscription itself, once: it is claimed before and settled after. */
export async function sendLetter(deps: Deps, { subscriptionId }: { subscriptionId: string }) {
  const { store, now, channels } = deps;
  const owed = (await isOnHold(store)) ? null : await store.claimLetter(subscriptionId, now(), LEASE_MS);
  const reader = owed && (await readerOf(deps, owed, subscriptionId));
  if (!owed || !reader?.address) {
    if (owed) await store.settleLetter(subscriptionId, null);
    return { subscription: subscriptionId, sent: false };
  }
  if (owed.kind === 'confirmation') {
    const tried = await sendOwedConfirmation(deps, { ...reader, address: reader.address }, owed);
    return { subscription: subscriptionId, sent: tried.state === 'sent' };
  }
  // Unlike a letter about an address left, it can wait: what it tells of happens at midnight.
  const out = owed.kind === 'succession' ? afterQuiet(now(), reader.quiet) : now();
  if (out > now()) {
    await store.settleLetter(subscriptionId, { owed: { ...owed, tries: owed.tries - 1 }, at: out });
    return { subscription: subscriptionId, sent: false };
  }
  const { tries: _tries, ...said } = owed;
  const body = { type: `subscription.${owed.kind}`, subscription: reader.id, ...said };
  try {
    await channels[reader.channel].deliver({
      ...{ key: `${subscriptionId}.${owed.kind}`, address: reader.address, secret: reader.secret },
      ...(await letterOf(deps, reader, owed)),
      json: JSON.stringify(body),
    });
    await store.settleLetter(subscriptionId, null);
    return { subscription: subscriptionId, sent: true };
  } catch (error) {
    if (!(error instanceof TryLater || error instanceof GiveUp)) throw error;
    const { ends } = error.details;
    if (error instanceof GiveUp && ends !== undefined) await endAllTo(deps, reader.channel, reader.address, ends);
    const at =
      error instanceof TryLater ? nextTry(reader.channel, owed.tries, now(), error.details.retryAfterMs) : null;
    await store.settleLetter(subscriptionId, at && { owed, at });
    return { subscription: subscriptionId, sent: false, status: error.details.status ?? null };
  }
}

/**
 * A letter about an address left is for that address, one that asks to confirm for who has not; any other for what runs
 * now, if anything does.
 */
async function readerOf(
  { store }: Pick<Deps, 'store'>,
  { kind }: OwedLetter,
  subscriptionId: string,
): Promise<StoredSubscription | null> {
  let reader = await store.subscription(subscriptionId);
  if (kind === 'address_changed') return reader;
  if (kind === 'confirmation') return reader?.state === 'pending' ? reader : null;
  while (reader?.replacedBy) reader = await store.subscription(reader.replacedBy);
  return reader?.state === 'active' ? reader : null;
}

async function letterOf(
  deps: Deps,
  reader: StoredSubscription,
  owed: Exclude<OwedLetter, { kind: 'confirmation' }>,
): Promise<Pick<Message, 'letter' | 'brief' | 'unsubscribe'>> {
  const { names, policy, rulebook } = deps;
  const { sample, contact } = policy;
  if (owed.kind === 'address_changed') {
    const letter = leftAddressLetter({ contact, sample });
    return { letter, brief: letterBrief(letter), unsubscribe: null };
  }
  const links = await linksOf(deps, reader, null);
  const why = `You asked for ${criteriaWords(reader.criteria, names)}.`;
  const lastDay = rulebook.authorities.find(({ slug }) => slug === owed.authority)?.validTo ?? '';
  const { authority, successors } = owed;
  const letter = successionLetter({
    ...{ authority, successors, lastDay, criteria: reader.criteria, sample, names },
    footer: alertFooter({ why, note: reader.note, links }),
  });
  return {
    letter,
    brief: letterBrief(letter, { manage: manageOf(reader.id, links.preferences) }),
    unsubscribe: links.unsubscribe,
  };
}
