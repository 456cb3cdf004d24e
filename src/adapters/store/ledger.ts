import { digestId } from '../../core/keys.ts';
import type { ToldNotice } from '../../core/sending/alert.ts';
import type { Channel, JudgementEvent } from '../../core/types.ts';
import { holdLock, json, type Prisma, type PrismaClient } from './client.ts';
import { reviveEvent } from './event-body.ts';
import { type PromiseState, type Settlement, settle, waiting } from './promises.ts';
import { type Together, togetherWith } from './together.ts';

export interface AlertToOpen {
  id: string;
  subscriptionId: string;
  eventKey: string;
  notice: string;
  channel: Channel;
  /** The event as it was when the promise was made. */
  body: JudgementEvent;
  /** What readers were told before, for corrections. */
  was: ToldNotice['was'];
  /** Message-ID or webhook id: the same on every resend. */
  reference: string;
}

export interface StoredAlert extends AlertToOpen {
  state: PromiseState;
  attempts: number;
  createdAt: Date;
  sentAt: Date | null;
  error: string | null;
  providerId: string | null;
  summary: string | null;
}

export interface AlertClaim {
  /** Reference of the summary that tells these together; null for alerts told one by one. */
  summary: string | null;
  alerts: StoredAlert[];
  /** Until when nobody else takes them. */
  until: Date;
  /** Something else is due to this reader. */
  more: boolean;
}

export type Sending =
  | { kind: 'single' | 'summary'; alerts: StoredAlert[] }
  | { kind: 'wait'; alerts: StoredAlert[]; until: Date };

/** Decides what goes out next, given what is due and what went out within the last hour: singles are told one by one. */
export type PlanSending = (due: StoredAlert[], sent: { sentAt: Date | null; summary: string | null }[]) => Sending;

export const readAlert = (row: Prisma.AlertGetPayload<Record<string, never>>): StoredAlert => ({
  ...(row as unknown as StoredAlert),
  body: reviveEvent(row.body),
});

const HOUR_MS = 3_600_000;
const MOST_IN_A_SUMMARY = 200;
/** Singles claimed at once: one claim costs as much as two sends. */
const MOST_SINGLES = 20;

/** What a dead sender had claimed, as it had claimed it. */
const resumed = (broken: StoredAlert, due: StoredAlert[]): Sending => ({
  kind: broken.summary === null ? 'single' : 'summary',
  alerts: due.filter(({ state, summary }) => state === 'sending' && summary === broken.summary),
});

/** A thousand readers of one judgement are promised the same words, and were told the same before. */
function byNotice(alerts: readonly AlertToOpen[]): AlertToOpen[][] {
  const groups: AlertToOpen[][] = [];
  for (const alert of alerts) {
    const group = groups.find(([first]) => first?.body === alert.body && first.was === alert.was);
    if (group) group.push(alert);
    else groups.push([alert]);
  }
  return groups;
}

/** One statement, and what all have in common in it once: opening costs readers a wait before the first is told. */
async function openNotice(prisma: PrismaClient, alerts: AlertToOpen[], now: Date): Promise<string[]> {
  const [first] = alerts;
  if (!first) return [];
  const column = (name: 'id' | 'subscriptionId' | 'channel' | 'reference') => alerts.map((alert) => alert[name]);
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    INSERT INTO "public"."Alert"
      ("id", "subscriptionId", "channel", "reference", "eventKey", "notice", "body", "was", "state", "nextAttempt", "createdAt")
    SELECT r."id", r."reader", r."channel", r."reference", ${first.eventKey}, ${first.notice},
           ${json(first.body)}::jsonb, ${json(first.was)}::jsonb, 'pending', ${now}::timestamp, ${now}::timestamp
    FROM unnest(${column('id')}::text[], ${column('subscriptionId')}::text[], ${column('channel')}::text[],
                ${column('reference')}::text[]) AS r("id", "reader", "channel", "reference")
    ON CONFLICT DO NOTHING RETURNING "id"`;
  return rows.map(({ id }) => id);
}

/**
 * The ledger of alerts: row first, then claim, send, settle. A claim that outlives its sender is taken up again with
 * the same reference, so nothing is lost and a receiver that honours the reference sees nothing twice.
 */
export function ledgerStore(prisma: PrismaClient) {
  return {
    /** @returns ids of the promises that are new */
    async openAlerts(alerts: AlertToOpen[], now: Date): Promise<string[]> {
      const opened: string[] = [];
      for (const group of byNotice(alerts)) opened.push(...(await openNotice(prisma, group, now)));
      return opened;
    },

    /**
     * Claims what is to be sent next to a subscription's reader, of all they asked for at that place, under the storm guard. A
     * reader has one sender at a time. A claim that
     * outlived its sender comes first and as it was: the same alerts, or the same summary of the same alerts, with the
     * same reference.
     *
     * @returns null when nothing is due, another sender is at it, or everything waits for the storm to pass
     */
    async claimAlerts(
      subscriptionId: string,
      now: Date,
      leaseMs: number,
      plan: PlanSending,
    ): Promise<AlertClaim | null> {
      return prisma.$transaction(async (tx) => {
        const { ids: readers, place } = await togetherWith(tx, subscriptionId);
        await holdLock(tx, `reader:${place}`);
        const sent = await tx.alert.findMany({
          where: {
            subscriptionId: { in: readers },
            OR: [
              { sentAt: { gte: new Date(now.getTime() - HOUR_MS) } },
              { state: 'sending', claimedUntil: { gte: now } },
            ],
          },
          select: { sentAt: true, summary: true, state: true },
        });
        if (sent.some(({ state }) => state === 'sending')) return null;
        const rows = await tx.alert.findMany({
          where: { subscriptionId: { in: readers }, ...waiting(now) },
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
          take: MOST_IN_A_SUMMARY,
        });
        const due = rows.map(readAlert);
        const broken = due.find(({ state }) => state === 'sending');
        const claim = broken ? resumed(broken, due) : due.length > 0 ? plan(due, sent) : null;
        if (claim === null) return null;
        const alerts = claim.kind === 'single' ? claim.alerts.slice(0, MOST_SINGLES) : claim.alerts;
        const ids = alerts.map(({ id }) => id);
        if (claim.kind === 'wait') {
          await tx.alert.updateMany({ where: { id: { in: ids } }, data: { nextAttempt: claim.until } });
          return null;
        }
        const summary = claim.kind === 'summary' ? (alerts[0]?.summary ?? digestId('summary', ...ids)) : null;
        const until = new Date(now.getTime() + leaseMs);
        // What was held, dropped or said otherwise since it was read is taken as it is now.
        const taken = await tx.alert.updateManyAndReturn({
          where: { id: { in: ids }, state: { in: ['pending', 'sending'] } },
          data: { state: 'sending', claimedUntil: until, attempts: { increment: 1 }, summary },
        });
        if (taken.length === 0) return null;
        const byId = new Map(taken.map((row) => [row.id, readAlert(row)]));
        const more = due.length > alerts.length || due.length === MOST_IN_A_SUMMARY;
        return { summary, until, alerts: ids.flatMap((id) => byId.get(id) ?? []), more };
      });
    },

    /** The subscriptions of one reader at one place. */
    togetherWith: (subscriptionId: string): Promise<Together> => togetherWith(prisma, subscriptionId),

    /** Gives back what was claimed and not tried. */
    async releaseAlerts(ids: string[]): Promise<void> {
      await prisma.alert.updateMany({
        where: { id: { in: ids }, state: 'sending' },
        data: { state: 'pending', claimedUntil: null, attempts: { decrement: 1 } },
      });
    },

    async settleAlerts(ids: string[], settlement: Settlement, now: Date): Promise<void> {
      await prisma.$executeRaw(settle('Alert', ids, settlement, now));
    },

    /** Readers to whom something is due. */
    async readersWaiting(now: Date, take: number): Promise<string[]> {
      const rows = await prisma.alert.findMany({
        where: waiting(now),
        distinct: ['subscriptionId'],
        orderBy: { subscriptionId: 'asc' },
        select: { subscriptionId: true },
        take,
      });
      return rows.map(({ subscriptionId }) => subscriptionId);
    },
  };
}
