import { randomUUID } from 'node:crypto';
import type { StoredSubscription, SubscriptionToKeep } from '../adapters/store/store.ts';
import { newWebhookSecret } from '../adapters/webhook/index.ts';
import { londonDay } from '../core/dates.ts';
import { isQuietHours, type QuietHours } from '../core/sending/cadence.ts';
import { criteriaFaults } from '../core/sending/impossible.ts';
import { criteriaKeys } from '../core/sending/route.ts';
import { noteLine } from '../core/sending/safe.ts';
import { endedFaults, neverSent } from '../core/sending/wishes.ts';
import type { Cadence, Channel, Criteria } from '../core/types.ts';
import { GiveUp, tryLater, WrongUse } from '../errors.ts';
import type { Deps } from './deps.ts';
import { sendConfirmation } from './send-confirmation.ts';
import { suppressionFaults } from './suppress.ts';

export interface SubscriptionAsked {
  channel: Channel;
  address: string;
  criteria: Criteria;
  every: Cadence;
  note: string | null;
  /** An operator vouches for the reader's consent, in these words; null sends a confirmation first. */
  confirmed: string | null;
  /** London hours in which nothing is sent; what comes in them is sent at their end. */
  quiet?: QuietHours | null;
}

export interface Subscribed {
  subscription: string;
  state: 'pending' | 'active';
  /** It ran already: nothing was added. */
  exists?: true;
  /** It waited for its reader until now, and an operator's word made it active. */
  confirmed?: true;
  /** Signs the calls; shown this once. */
  secret?: string;
  /** What the mail server said of the confirmation, or `outbox:` and the file it was written to. */
  confirmation?: string;
  /** Why the confirmation waits to be sent; it goes out by itself. */
  waits?: string;
  /** Why it never will be. */
  fault?: string;
}

/**
 * Adds one subscription. It waits for the reader's confirmation unless an operator vouches: a letter or a call with a link
 * that only who reads what arrives there can follow. It is owed from the moment the subscription is kept, so that neither a
 * crash nor a mail server that is away loses it. What runs already is not added again; while it waits for its reader, that
 * reader is asked once more.
 *
 * @throws WrongUse for a bad address or contradictory criteria; GiveUp when the confirmation was refused
 */
export async function subscribe(deps: Deps, asked: SubscriptionAsked): Promise<Subscribed> {
  const [done] = await keepAll(deps, [checked(deps, asked)], deps.now());
  if (!done) throw tryLater('the subscription ended while it was asked for again; ask once more');
  if (done.state !== 'pending') return done;
  if (done.exists) await deps.store.oweConfirmationAnew(done.subscription, deps.now());
  return { ...done, ...(await sendConfirmation(deps, { subscriptionId: done.subscription })) };
}

/** Keeps one, owing no letter yet. @returns undefined when it ended meanwhile. @throws WrongUse as `subscribe` does */
export async function keepAsked(deps: Deps, asked: SubscriptionAsked): Promise<Subscribed | undefined> {
  const [done] = await keepAll(deps, [checked(deps, asked)], null);
  return done;
}

/**
 * Adds a list, all or none. A confirmation that could not be sent is named in its line: the others are sent all the same.
 *
 * @throws WrongUse naming every fault of every line
 */
export async function subscribeAll(deps: Deps, asked: readonly SubscriptionAsked[]): Promise<Subscribed[]> {
  const kept = await keepAll(
    deps,
    asked.map((one) => checked(deps, one)),
    deps.now(),
  );
  const results: Subscribed[] = [];
  for (const done of kept)
    results.push(
      done.state === 'pending' && !done.exists
        ? { ...done, ...(await confirmationFault(deps, done.subscription)) }
        : done,
    );
  return results;
}

async function confirmationFault(
  deps: Deps,
  subscriptionId: string,
): Promise<Pick<Subscribed, 'fault' | 'waits' | 'confirmation'>> {
  try {
    return await sendConfirmation(deps, { subscriptionId });
  } catch (error) {
    if (!(error instanceof GiveUp)) throw error;
    return { fault: `the confirmation was not sent: ${error.message}` };
  }
}

/** What is wrong with a wish, a sentence each, whoever asks. */
export function wishFaults(
  { criteria, quiet, every }: Pick<SubscriptionAsked, 'criteria' | 'quiet' | 'every'>,
  { names, rulebook, now }: Pick<Deps, 'names' | 'rulebook' | 'now'>,
): string[] {
  const faults = [
    ...criteriaFaults(criteria, names),
    ...endedFaults(criteria, rulebook.authorities, londonDay(now()), names),
    ...neverSent(criteria, every, names),
  ];
  if (quiet && !isQuietHours(quiet)) faults.push('quiet hours are two different times of day, such as 22:00 and 07:00');
  return faults;
}

function checked(
  deps: Pick<Deps, 'channels' | 'now' | 'names' | 'rulebook'>,
  asked: SubscriptionAsked,
): SubscriptionToKeep & { by: string } {
  const faults = wishFaults(asked, deps);
  if (faults.length > 0) throw new WrongUse(faults);
  const { criteria, channel, every, note, quiet = null } = asked;
  const address = deps.channels[channel].check(asked.address);
  return {
    ...{ id: randomUUID(), channel, address, criteria, every, note: noteLine(note), quiet },
    state: asked.confirmed === null ? 'pending' : 'active',
    secret: channel === 'webhook' ? newWebhookSecret() : null,
    terms: criteriaKeys(criteria),
    since: deps.now(),
    basis: asked.confirmed ?? 'asked for by the reader',
    by: asked.confirmed === null ? 'reader' : 'operator',
  };
}

/** @returns what came of each, in order */
async function keepAll(
  deps: Deps,
  asked: readonly ReturnType<typeof checked>[],
  owesFrom: Date | null,
): Promise<Subscribed[]> {
  const { store, now } = deps;
  const faults = (await suppressionFaults(deps, asked)).filter((fault) => fault !== null);
  if (faults.length > 0) throw new WrongUse([...new Set(faults)]);
  const added = new Set(
    await store.addSubscriptions(
      asked.map(({ by: _by, ...subscription }) => subscription),
      owesFrom,
    ),
  );
  const fresh = asked.filter(({ id }) => added.has(id));
  await store.journal(
    fresh.map(({ id, by, channel, criteria, every, state, quiet }) => ({
      kind: 'subscription.added',
      subject: id,
      by,
      detail: { channel, criteria, every, state, quiet },
    })),
    now(),
  );
  const there = await store.runningLike(asked);
  const done: Subscribed[] = [];
  for (const [index, one] of asked.entries()) {
    const running = there[index];
    if (added.has(one.id)) done.push(addedNow(one));
    else if (running) done.push(await thereAlready(deps, running, one));
  }
  return done;
}

const addedNow = ({ id, state, secret }: ReturnType<typeof checked>): Subscribed => ({
  subscription: id,
  state: state === 'pending' ? 'pending' : 'active',
  ...(secret ? { secret } : {}),
});

/** An operator's word settles what still waits for its reader. */
async function thereAlready(
  { store, now }: Deps,
  there: StoredSubscription,
  { state, basis }: ReturnType<typeof checked>,
): Promise<Subscribed> {
  if (there.state !== 'pending' || state === 'pending')
    return { subscription: there.id, state: there.state === 'pending' ? 'pending' : 'active', exists: true };
  const detail = { basis };
  // A list may ask for the same twice.
  if (await store.confirmSubscription(there.id, now(), basis))
    await store.journal([{ kind: 'subscription.confirmed', subject: there.id, by: 'operator', detail }], now());
  return { subscription: there.id, state: 'active', exists: true, confirmed: true };
}
