/** What alerts and digests have in common: a promise is a row that is claimed, tried and settled. */
import type { Channel } from '../../core/types.ts';
import { Prisma } from './client.ts';

export type PromiseState = 'pending' | 'held' | 'sending' | 'sent' | 'dead' | 'dropped';

/** A try to hand something over to a reader, and what came back. */
export interface Attempt {
  subscriptionId: string;
  channel: Channel;
  what: 'alert' | 'summary' | 'digest' | 'confirmation' | 'test';
  /** The key that Message-ID or webhook id follow from. */
  reference: string;
  /** `later`: it is tried again; `refused`: it is not; `gone`: nothing is sent there any more. */
  outcome: 'sent' | 'later' | 'refused' | 'gone';
  /** HTTP status or SMTP reply code, when one came. */
  status: number | null;
  message: string | null;
  nextTry: Date | null;
}

/**
 * How one try ended, and the try itself; null where the promise only waits for its hour. `perhaps`: it may have arrived all
 * the same, and counts as told from then on.
 */
export type Settlement =
  | { state: 'sent'; providerId: string; attempt: Attempt }
  | { state: 'pending'; error: string; nextAttempt: Date; attempt: Attempt | null; perhaps?: boolean }
  | { state: 'dead'; error: string; attempt: Attempt; perhaps?: boolean }
  | { state: 'dropped'; error: string };

/** Due: not yet tried, to be tried again, or claimed by a sender that is gone. */
export const waiting = (now: Date) => ({
  OR: [
    { state: 'pending', nextAttempt: { lte: now } },
    { state: 'sending', claimedUntil: { lt: now } },
  ],
});

/**
 * Settles promises and keeps the try in one statement: there is one after every message, so its cost is the rate at which
 * alerts leave.
 */
export function settle(ledger: 'Alert' | 'Digest', ids: string[], settlement: Settlement, now: Date): Prisma.Sql {
  const { state } = settlement;
  const perhaps = 'perhaps' in settlement && settlement.perhaps === true;
  const values = [
    Prisma.sql`"state" = ${state}, "claimedUntil" = NULL`,
    state === 'sent'
      ? Prisma.sql`"sentAt" = ${now}, "error" = NULL, "providerId" = ${settlement.providerId}`
      : Prisma.sql`"error" = ${settlement.error}`,
    ...(perhaps ? [Prisma.sql`"perhapsAt" = COALESCE("perhapsAt", ${now}::timestamp)`] : []),
    ...(state === 'pending' ? [Prisma.sql`"nextAttempt" = ${settlement.nextAttempt}`] : []),
  ];
  const table = Prisma.raw(`"public"."${ledger}"`);
  const update = Prisma.sql`UPDATE ${table} SET ${Prisma.join(values)} WHERE "id" = ANY(${ids})`;
  const attempt = state === 'dropped' ? null : settlement.attempt;
  return attempt === null ? update : Prisma.sql`WITH tried AS (${insertAttempt(attempt, now)}) ${update}`;
}

export const insertAttempt = (attempt: Attempt, now: Date): Prisma.Sql => {
  const { subscriptionId, channel, what, reference, outcome, status, message, nextTry } = attempt;
  return Prisma.sql`
    INSERT INTO "public"."Attempt"
      ("subscriptionId", "at", "channel", "what", "reference", "outcome", "status", "message", "nextTry")
    VALUES (${subscriptionId}, ${now}, ${channel}, ${what}, ${reference}, ${outcome}, ${status}, ${message}, ${nextTry})`;
};
