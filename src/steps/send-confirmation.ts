import type { Confirmation, StoredSubscription } from '../adapters/store/store.ts';
import { pathOf } from '../core/sending/brief.ts';
import { whenWords } from '../core/sending/cadence.ts';
import { confirmationLetter } from '../core/sending/confirmation.ts';
import { giveUp } from '../errors.ts';
import type { Deps } from './deps.ts';
import { handOver, type Tried } from './hand-over.ts';
import { latestOf } from './latest-judgements.ts';
import { HOLD_WORDS, isOnHold } from './on-hold.ts';

/** How long a confirm link works, days. */
export const CONFIRM_DAYS = 3;
/** How long after somebody asked they may still be asked to confirm, days, where nothing ran to do so: then they have forgotten. */
export const ASK_LATE_DAYS = 7;

const CONFIRM_WORDS = 'Press here to see what was asked for, and say yes. Nothing else is sent before you do.';

const LEASE_MS = 2 * 60_000;

type OwedConfirmation = Confirmation & { tries: number };

/** What came of asking at once: what the provider calls the letter, or why it waits. */
export type AskedToConfirm = { confirmation: string } | { waits: string };

/**
 * Sends the letter that is owed to one reader who has still to confirm, or the call that carries the link, without waiting
 * for whoever sends letters: a person looks on. What was not taken yet is tried again by them. Confirming is the only thing
 * the link does, so sending it again harms nobody.
 *
 * @throws GiveUp when it was refused; asking again sends it again
 */
export async function sendConfirmation(
  deps: Deps,
  { subscriptionId }: { subscriptionId: string },
): Promise<AskedToConfirm> {
  const { store, now } = deps;
  const reader = await store.subscription(subscriptionId);
  if (!reader?.address || reader.state !== 'pending') return { confirmation: '' };
  if (await isOnHold(store)) return { waits: HOLD_WORDS };
  const owed = await store.claimLetter(subscriptionId, now(), LEASE_MS);
  if (owed?.kind !== 'confirmation') return { waits: '`gradewatch start` is about to' };
  const tried = await sendOwedConfirmation(deps, { ...reader, address: reader.address }, owed);
  if (tried.state === 'dead') throw giveUp(tried.error);
  return tried.state === 'sent'
    ? { confirmation: tried.providerId }
    : { waits: `${tried.error}. It is tried again while \`gradewatch start\` runs` };
}

/**
 * Asks one reader to confirm and settles the letter that was owed.
 *
 * @param owed the letter; `tries`: how often it was tried, this time included
 */
export async function sendOwedConfirmation(
  deps: Deps,
  reader: StoredSubscription & { address: string },
  owed: OwedConfirmation,
): Promise<Tried> {
  const tried = await handOverConfirmation(deps, reader, owed);
  await deps.store.settleLetter(reader.id, tried.state === 'pending' ? { owed, at: tried.nextAttempt } : null);
  return tried;
}

async function handOverConfirmation(
  deps: Deps,
  reader: StoredSubscription & { address: string },
  { letter: name, tries }: OwedConfirmation,
): Promise<Tried> {
  const { store, now, names, policy } = deps;
  const latest = await latestOf(deps, reader.criteria);
  const link = `${policy.publicUrl}/confirm/${await deps.newToken(reader.id, 'confirm')}`;
  const letter = confirmationLetter(
    {
      ...{ criteria: reader.criteria, when: whenWords(reader), latest },
      ...{ link, days: CONFIRM_DAYS, note: reader.note, sample: policy.sample },
    },
    names,
  );
  const tried = await handOver(deps, reader, {
    what: 'confirmation',
    message: {
      ...{
        key: [reader.id, 'confirmation', ...(name ? [name] : [])].join('.'),
        address: reader.address,
        secret: reader.secret,
        letter,
        brief: { text: CONFIRM_WORDS, page: pathOf(link), manage: null, urgent: true },
        unsubscribe: null,
      },
      json: JSON.stringify({
        ...{ type: 'subscription.confirmation', subscription: reader.id, criteria: reader.criteria },
        ...{ confirm: link, days: CONFIRM_DAYS },
      }),
    },
    tries,
  });
  await store.keepAttempt(tried.attempt, now());
  return tried;
}
