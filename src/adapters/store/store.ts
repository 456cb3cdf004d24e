import type { Pool } from 'pg';
import { activityStore } from './activities.ts';
import { articleStore } from './articles.ts';
import { attemptStore } from './attempts.ts';
import { claimStore } from './claims.ts';
import { isDatabaseFault, makeClient } from './client.ts';
import { complaintStore } from './complaints.ts';
import { correlationStore } from './correlation.ts';
import { decisionStore } from './decisions.ts';
import { digestStore } from './digests.ts';
import { eventStore } from './events.ts';
import { learntStore } from './events-learnt.ts';
import { findingStore } from './findings.ts';
import { formerEventStore } from './former-events.ts';
import { furnitureStore } from './furniture.ts';
import { givenUpStore } from './given-up.ts';
import { holdStore } from './holds.ts';
import { itemStore } from './items.ts';
import { journalStore } from './journal.ts';
import { ledgerStore } from './ledger.ts';
import { letterStore } from './letters.ts';
import { noticeStore } from './notices.ts';
import { outageStore } from './outages.ts';
import { personStore } from './persons.ts';
import { pushStore } from './push.ts';
import { registerRowStore } from './register-rows.ts';
import { reportStore } from './reports.ts';
import { restoreStore } from './restore.ts';
import { settlingStore } from './settling.ts';
import { sourceStore } from './sources.ts';
import { standingStore } from './standings.ts';
import { strandStore } from './strands.ts';
import { subscriptionStore } from './subscriptions.ts';
import { suppressionStore } from './suppressions.ts';
import { toldStore } from './told.ts';
import { traceStore } from './trace.ts';

/**
 * What the program remembers, as verbs of the product; each verb is one transaction. Prisma stays behind this door.
 *
 * @param pool connections to the product's tables; the caller ends them after `close`
 */
export function makeStore(pool: Pool) {
  const prisma = makeClient(pool);
  return {
    ...registerRowStore(prisma),
    ...sourceStore(prisma),
    ...givenUpStore(prisma),
    ...holdStore(prisma),
    ...itemStore(prisma),
    ...pushStore(prisma),
    ...reportStore(prisma),
    ...articleStore(prisma),
    ...activityStore(prisma),
    ...furnitureStore(prisma),
    ...findingStore(prisma),
    ...correlationStore(prisma),
    ...decisionStore(prisma),
    ...complaintStore(prisma),
    ...eventStore(prisma),
    ...learntStore(prisma),
    ...formerEventStore(prisma),
    ...noticeStore(prisma),
    ...standingStore(prisma),
    ...strandStore(prisma),
    ...subscriptionStore(prisma),
    ...suppressionStore(prisma),
    ...letterStore(prisma),
    ...personStore(prisma),
    ...ledgerStore(prisma),
    ...toldStore(prisma),
    ...settlingStore(prisma),
    ...digestStore(prisma),
    ...attemptStore(prisma),
    ...outageStore(prisma),
    ...claimStore(prisma),
    ...restoreStore(prisma),
    ...journalStore(prisma),
    ...traceStore(prisma),
    isDatabaseFault,
    close: () => prisma.$disconnect(),
  };
}

export type Store = ReturnType<typeof makeStore>;
export type { Confirmation, OwedLetter } from './letters.ts';
export type { StoredSubscription, SubscriptionToKeep } from './subscriptions.ts';
export type { Suppression } from './suppressions.ts';
