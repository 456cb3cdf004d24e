import { digestId } from '../../core/keys.ts';
import type { ToldNotice } from '../../core/sending/alert.ts';
import { MOST_IN_A_SUMMARY } from '../../core/sending/storm.ts';
import { messageKey, toldAsOne, toldTogether } from '../../core/sending/told-as-one.ts';
import type { Channel, JudgementEvent } from '../../core/types.ts';
import { type Client, holdLock, json, type Prisma, type PrismaClient } from './client.ts';
import { reviveEvent } from './event-body.ts';
import { everyKey } from './former-keys.ts';
import { type PromiseState, type Settlement, settle, waiting } from './promises.ts';
import { type Together, togetherWith } from './together.ts';

export interface AlertToOpen {
  id: string;
  subscriptionId: string;
  eventKey: string;
  notice: string;
  channel: Channel;
  /** The event as it is told: as it was when the promise was made or, while it waited, last brought in line. */
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
  /** Why it is not tried yet, where something holds it back: the storm guard, quiet hours, its event, a person. */
  waits: 'storm' | 'quiet' | 'held' | 'review' | null;
  nextAttempt: Date;
  /** Since when it may have arrived though nobody said so. */
  perhapsAt: Date | null;
  providerId: string | null;
  summary: string | null;
  /** Reference of the alert whose message told this one too, where several subscriptions of its reader asked for it. */
  carriedBy: string | null;
}

export interface AlertClaim {
  /** Reference of the summary that tells these together; null for judgements told one by one. */
  summary: string | null;
  /** Those that one message tells stand together: see `toldTogether`. */
  alerts: StoredAlert[];
  /** Until when nobody else takes them. */
  until: Date;
  /** Something else is due to this reader. */
  more: boolean;
}

export type Sending =
  | { kind: 'single' | 'summary'; alerts: StoredAlert[] }
  | { kind: 'wait'; alerts: StoredAlert[]; until: Date }
  | { kind: 'gather' };

/**
 * Decides what goes out next, given what is due and what went out within the last hour, each judgement counted once: singles
 * are told one by one, what gathers stays due.
 */
export type PlanSending = (due: StoredAlert[], sent: SentBefore) => Sending;
type SentBefore = { sentAt: Date | null; summary: string | null; notice: string }[];

export const readAlert = (row: Prisma.AlertGetPayload<Record<string, never>>): StoredAlert => ({
  ...(row as unknown as StoredAlert),
  body: reviveEvent(row.body),
});

const HOUR_MS = 3_600_000;
/** What may have arrived first, then what was promised longest ago; of one instant by event, and so by authority. */
const AS_CLAIMED = [
  { perhapsAt: { sort: 'asc', nulls: 'last' } },
  { createdAt: 'asc' },
  { eventKey: 'asc' },
  { id: 'asc' },
] satisfies Prisma.AlertOrderByWithRelationInput[];
/** Singles claimed at once: one claim costs as much as two sends. */
const MOST_SINGLES = 20;

/** What may have arrived, as it was sent. */
const resumed = (broken: StoredAlert, due: StoredAlert[]) => ({
  kind: broken.summary === null ? ('single' as const) : ('summary' as const),
  messages: toldTogether(due.filter(({ perhapsAt, summary }) => perhapsAt !== null && summary === broken.summary)),
});

/** What is due, as it is planned; null where nothing goes out. @param isAll whether all that is due was read */
function planned(due: StoredAlert[], sent: SentBefore, { plan, isAll }: { plan: PlanSending; isAll: boolean }) {
  const messages = toldAsOne(due);
  // The last may lack some of what it tells.
  const whole = isAll || messages.length < 2 ? messages : messages.slice(0, -1);
  const claim = plan(
    whole.map(([first]) => first),
    sent,
  );
  if (claim.kind === 'gather') return null;
  return { ...claim, messages: whole.filter(([first]) => claim.alerts.includes(first)) };
}

/** Remembers by which alert's message the others of it are told. */
async function carryTogether(tx: Client, messages: readonly StoredAlert[][]): Promise<StoredAlert[]> {
  const carried: StoredAlert[] = [];
  for (const [first, ...others] of messages) {
    if (!first) continue;
    const carriedBy = messageKey(first);
    if (others.length > 0)
      await tx.alert.updateMany({ where: { id: { in: others.map(({ id }) => id) } }, data: { carriedBy } });
    carried.push(first, ...others.map((other) => ({ ...other, carriedBy })));
  }
  return carried;
}

/** What a dead sender had claimed may have arrived, and is due again. @returns of which events it is */
async function lapse(tx: Client, readers: readonly string[], now: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ eventKey: string }[]>`
    UPDATE "public"."Alert"
    SET "state" = 'pending', "claimedUntil" = NULL, "nextAttempt" = ${now}, "perhapsAt" = COALESCE("perhapsAt", ${now}::timestamp)
    WHERE "subscriptionId" = ANY(${readers}) AND "state" = 'sending' AND "claimedUntil" < ${now}
    RETURNING "eventKey"`;
  return rows.map(({ eventKey }) => eventKey);
}

/** Without corrections of what their readers surely were not told: whoever looks at the event next drops them. */
async function needed(tx: Client, due: StoredAlert[]): Promise<StoredAlert[]> {
  const corrections = due.filter(({ notice }) => notice !== 'first');
  if (corrections.length === 0) return due;
  const untold = await tx.alert.findMany({
    where: {
      subscriptionId: { in: corrections.map(({ subscriptionId }) => subscriptionId) },
      eventKey: { in: await everyKey(tx, [...new Set(corrections.map(({ eventKey }) => eventKey))]) },
      ...{ notice: 'first', state: 'pending', perhapsAt: null },
    },
    select: { subscriptionId: true },
  });
  const readers = new Set(untold.map(({ subscriptionId }) => subscriptionId));
  return due.filter(({ notice, subscriptionId }) => notice === 'first' || !readers.has(subscriptionId));
}

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
     * reader has one sender at a time. What may have arrived (a claim that outlived its sender, a try that was not answered)
     * comes first and as it was: the same alerts, or the same summary of what is still so of them, with the same reference.
     *
     * @returns null when nothing is due, another sender is at it, or everything waits: for the storm to pass, or for more
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
        await lapse(tx, readers, now);
        const sent = await tx.alert.findMany({
          where: {
            subscriptionId: { in: readers },
            OR: [
              { sentAt: { gte: new Date(now.getTime() - HOUR_MS) } },
              { state: 'sending', claimedUntil: { gte: now } },
            ],
          },
          select: { sentAt: true, summary: true, notice: true, state: true, reference: true, carriedBy: true },
        });
        if (sent.some(({ state }) => state === 'sending')) return null;
        const rows = await tx.alert.findMany({
          where: { subscriptionId: { in: readers }, state: 'pending', nextAttempt: { lte: now } },
          orderBy: AS_CLAIMED,
          take: MOST_IN_A_SUMMARY,
        });
        const isAll = rows.length < MOST_IN_A_SUMMARY;
        const due = await needed(tx, rows.map(readAlert));
        const broken = due.find(({ perhapsAt }) => perhapsAt !== null);
        const once = toldTogether(sent).map(([first]) => first);
        const claim = broken ? resumed(broken, due) : due.length > 0 ? planned(due, once, { plan, isAll }) : null;
        if (claim === null) return null;
        const messages = claim.kind === 'single' ? claim.messages.slice(0, MOST_SINGLES) : claim.messages;
        const alerts = messages.flat();
        const ids = alerts.map(({ id }) => id);
        if (claim.kind === 'wait') {
          await tx.alert.updateMany({ where: { id: { in: ids } }, data: { nextAttempt: claim.until, waits: 'storm' } });
          return null;
        }
        const summary = claim.kind === 'summary' ? (alerts[0]?.summary ?? digestId('summary', ...ids)) : null;
        const until = new Date(now.getTime() + leaseMs);
        // What was held, dropped or said otherwise since it was read is taken as it is now.
        const taken = await tx.alert.updateManyAndReturn({
          where: { id: { in: ids }, state: 'pending' },
          data: {
            ...{ state: 'sending', claimedUntil: until, attempts: { increment: 1 }, summary, waits: null },
            ...(broken ? {} : { carriedBy: null }),
          },
        });
        if (taken.length === 0) return null;
        const byId = new Map(taken.map((row) => [row.id, readAlert(row)]));
        const told = messages.map((message) => message.flatMap(({ id }) => byId.get(id) ?? []));
        const more = due.length > alerts.length || !isAll;
        return { summary, until, alerts: summary === null ? await carryTogether(tx, told) : told.flat(), more };
      });
    },

    /**
     * Events to look at before anything is sent to these subscriptions: those of corrections that are due, of what a dead
     * sender had claimed, and of first news that says anything else than its event says by now, whatever it waited for.
     */
    async toLookAtAgain(readers: readonly string[], now: Date): Promise<string[]> {
      const lapsed = await lapse(prisma, readers, now);
      const due = await prisma.$queryRaw<{ eventKey: string }[]>`
        SELECT a."eventKey" FROM "public"."Alert" a
        LEFT JOIN "public"."EventAlias" former ON former."alias" = a."eventKey"
        LEFT JOIN "public"."Event" e ON e."key" = COALESCE(former."key", a."eventKey")
        WHERE a."subscriptionId" = ANY(${readers}) AND a."state" = 'pending' AND a."nextAttempt" <= ${now}
          AND (a."notice" <> 'first' OR a."body" <> e."body")
        ORDER BY a."perhapsAt" ASC NULLS LAST, a."createdAt", a."eventKey", a."id" LIMIT ${MOST_IN_A_SUMMARY}`;
      return [...new Set([...lapsed, ...due.map(({ eventKey }) => eventKey)])];
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
