/** What alerts and digests have in common: a promise is a row that is claimed, tried and settled. */

export type PromiseState = 'pending' | 'held' | 'sending' | 'sent' | 'dead' | 'dropped';

/** How one try ended. */
export type Settlement =
  | { state: 'sent'; providerId: string }
  | { state: 'pending'; error: string; nextAttempt: Date }
  | { state: 'dead' | 'dropped'; error: string };

/** Due: not yet tried, to be tried again, or claimed by a sender that is gone. */
export const waiting = (now: Date) => ({
  OR: [
    { state: 'pending', nextAttempt: { lte: now } },
    { state: 'sending', claimedUntil: { lt: now } },
  ],
});

export const settled = (settlement: Settlement, now: Date) => ({
  ...settlement,
  claimedUntil: null,
  ...(settlement.state === 'sent' ? { sentAt: now, error: null } : {}),
});
