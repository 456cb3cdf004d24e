/** Promises not yet kept, brought in line with an event that changed. */
import { changesBetween, isTakenBack } from '../../core/events/notices.ts';
import { type Beliefs, type KeysTold, type Told, toldAs } from '../../core/events/told.ts';
import { asOne, wasTold } from '../../core/sending/was-told.ts';
import type { Criteria, JudgementEvent } from '../../core/types.ts';
import { json, type Prisma, type PrismaClient } from './client.ts';
import { reviveEvent } from './event-body.ts';
import { everyKey } from './former-keys.ts';
import type { StoredSubscription } from './subscriptions.ts';
import { keysTold, toldOf } from './told.ts';

/** Why a promise was dropped before it was kept. */
const NOT_ASKED_FOR = 'it became another judgement than was asked for, or one told already';
const TAKEN_BACK = 'the judgement was taken back before it was told';
const PERHAPS_TOLD = 'it may have arrived, and is no longer so: a correction says what is';
const NOTHING_LEFT = 'nothing left to correct by it';

interface FirstRow {
  id: string;
  reader: string;
  state: string;
  error: string | null;
  /** It may have arrived. */
  perhaps: boolean;
  /** The reader was sent a correction of it, or may have been. */
  corrected: boolean;
  body: unknown;
  /** It says anything else than the event: a report, a day, a key, though it may be the same judgement. */
  outdated: boolean;
  criteria: Criteria;
  since: Date;
  widened: StoredSubscription['widened'];
}

/** What a reader asks for, and what is news to them. */
export interface Asking {
  /** Whether such an event is what they asked for. */
  wants(reader: Pick<StoredSubscription, 'criteria'>): boolean;
  /** Whether it may be told as first news now: what was dropped does not come back as old news. */
  isNews(reader: Pick<StoredSubscription, 'criteria' | 'since' | 'widened'>): boolean;
}

const isTold = ({ state, perhaps }: FirstRow) => perhaps || state === 'sending' || state === 'sent';
const differs = ({ body }: { body: unknown }, event: JudgementEvent) =>
  changesBetween(reviveEvent(body), event).length > 0;

interface Settled {
  /** What says from now on what the event is. */
  anew: FirstRow[];
  /** What goes out after all. */
  revived: FirstRow[];
  dropped: { reason: string; rows: FirstRow[] }[];
}

/** What becomes of first news. After a merge a reader may have been promised both: one of them is told. */
function settled(all: FirstRow[], event: JudgementEvent, { wants, isNews }: Asking): Settled {
  const waiting = all.filter((row) => !isTold(row));
  const told = new Set(all.filter(isTold).map(({ reader }) => reader));
  const oldest = new Map([...waiting].reverse().map((row) => [row.reader, row]));
  const isDouble = (row: FirstRow) => told.has(row.reader) || oldest.get(row.reader) !== row;
  const gone = isTakenBack(event);
  const changed = waiting.filter((row) => row.state === 'dropped' || isDouble(row) || row.outdated);
  const mayCome = (row: FirstRow) => row.state !== 'dropped' || isNews(row);
  const anew = gone ? [] : changed.filter((row) => !isDouble(row) && wants(row) && mayCome(row));
  // What may have arrived is sent again as it was, or not at all.
  const perhaps = all.filter((row) => row.perhaps && row.state !== 'sending' && row.state !== 'sent');
  const untrue = perhaps.filter((row) => row.state !== 'dropped' && differs(row, event));
  const again = perhaps.filter(
    (row) =>
      row.state === 'dropped' && row.error === PERHAPS_TOLD && !row.corrected && !differs(row, event) && isNews(row),
  );
  return {
    anew,
    revived: [...anew.filter(({ state }) => state === 'dropped'), ...again],
    dropped: [
      {
        reason: gone ? TAKEN_BACK : NOT_ASKED_FOR,
        rows: changed.filter((row) => row.state !== 'dropped' && !anew.includes(row)),
      },
      { reason: PERHAPS_TOLD, rows: untrue },
    ],
  };
}

const readersOf = (rows: readonly { reader: string }[]) => [...new Set(rows.map(({ reader }) => reader))];
const these = (rows: readonly { id: string }[]) => ({ id: { in: rows.map(({ id }) => id) } });

export function settlingStore(prisma: PrismaClient) {
  return {
    /** What is not yet on its way of an event, under any key it ever had, waits with it. */
    async holdAlerts(eventKey: string, waits: 'held' | 'review'): Promise<void> {
      await prisma.alert.updateMany({
        where: { eventKey: { in: await everyKey(prisma, [eventKey]) }, state: 'pending' },
        data: { state: 'held', waits },
      });
    },

    /**
     * First news that surely reached nobody yet is brought in line with an event that changed in anything since it was
     * promised, its reports and their words included, so that it goes out once and right. To whoever asked for no such
     * event it does not go, nor to anybody once it was taken back, unless it becomes one again while it is news. First
     * news that may have arrived does not go out again once it is not so.
     *
     * @returns readers to whom something dropped before is due
     */
    async settleFirst(event: JudgementEvent, asking: Asking, now: Date): Promise<string[]> {
      const keys = await everyKey(prisma, [event.key]);
      return prisma.$transaction(async (tx) => {
        const all = await tx.$queryRaw<FirstRow[]>`
          SELECT a."id", a."subscriptionId" AS reader, a."state", a."error", a."perhapsAt" IS NOT NULL AS perhaps,
                 EXISTS (SELECT 1 FROM "public"."Alert" c
                         WHERE c."subscriptionId" = a."subscriptionId" AND c."eventKey" = ANY(${keys}) AND c."notice" <> 'first'
                           AND (c."state" IN ('sending', 'sent') OR c."perhapsAt" IS NOT NULL)) AS corrected,
                 a."body", a."body" <> ${json(event)}::jsonb AS outdated, s."criteria", s."since", s."widened"
          FROM "public"."Alert" a JOIN "public"."Subscription" s ON s."id" = a."subscriptionId"
          WHERE a."eventKey" = ANY(${keys}) AND a."notice" = 'first'
            AND (a."state" IN ('pending', 'held', 'sending', 'sent') OR a."perhapsAt" IS NOT NULL
              OR (a."state" = 'dropped' AND a."error" IN (${NOT_ASKED_FOR}, ${TAKEN_BACK})))
          ORDER BY a."eventKey" <> ${event.key}, a."createdAt", a."id" FOR UPDATE OF a`;
        if (all.length === 0) return [];
        const { anew, revived, dropped } = settled(all, event, asking);
        await tx.alert.updateMany({ where: these(anew), data: { body: json(event) } });
        await tx.alert.updateMany({
          where: these(revived),
          data: { state: 'pending', error: null, waits: null, nextAttempt: now },
        });
        for (const { reason, rows } of dropped)
          await tx.alert.updateMany({ where: these(rows), data: { state: 'dropped', error: reason, waits: null } });
        return readersOf(revived);
      });
    },

    /** First news of an event that was held goes out, saying what it is now. @returns readers to whom something is due */
    async freeFirst(event: JudgementEvent, now: Date): Promise<string[]> {
      const held = { eventKey: { in: await everyKey(prisma, [event.key]) }, state: 'held', notice: 'first' };
      const free = (where: Prisma.AlertWhereInput, data: Prisma.AlertUpdateManyMutationInput) =>
        prisma.alert.updateManyAndReturn({
          where: { ...held, ...where },
          data: { ...data, state: 'pending', waits: null, nextAttempt: now },
          select: { subscriptionId: true },
        });
      const freed = [
        ...(await free({ perhapsAt: null }, { body: json(event) })),
        ...(await free({ perhapsAt: { not: null } }, {})),
      ];
      return [...new Set(freed.map(({ subscriptionId }) => subscriptionId))];
    },

    /**
     * Corrections of an event that wait to be sent are brought in line with what it is now: the newest one stays for a
     * reader who believes something wrong, saying what that is; any other is dropped. One that may have arrived stays as it
     * was while it is so.
     *
     * @param wrong by reader, what is believed wrongly
     * @returns readers to whom something held before is due
     */
    async settleCorrections(
      event: JudgementEvent,
      wrong: (told: Told[], keys: KeysTold) => Map<string, Beliefs>,
      now: Date,
    ): Promise<string[]> {
      const keys = await everyKey(prisma, [event.key]);
      const waits = { eventKey: { in: keys }, notice: { not: 'first' }, state: { in: ['pending', 'held'] } };
      if ((await prisma.alert.findFirst({ where: waits, select: { id: true } })) === null) return [];
      return prisma.$transaction(async (tx) => {
        const rows = await tx.$queryRaw<
          { id: string; reader: string; state: string; perhaps: boolean; body: unknown }[]
        >`
          SELECT "id", "subscriptionId" AS reader, "state", "perhapsAt" IS NOT NULL AS perhaps, "body" FROM "public"."Alert"
          WHERE "eventKey" = ANY(${keys}) AND "notice" <> 'first' AND "state" IN ('pending', 'held')
          ORDER BY "createdAt", length("notice"), "notice", "id" FOR UPDATE`;
        const known = await keysTold(tx, event);
        const believed = wrong(await toldOf(tx, event), known);
        const newest = new Map(rows.map((row) => [row.reader, row]));
        const kept = [...newest.values()].filter(
          (row) => believed.has(row.reader) && !(row.perhaps && differs(row, event)),
        );
        const keptIds = new Set(kept.map(({ id }) => id));
        await tx.alert.updateMany({
          where: these(rows.filter(({ id }) => !keptIds.has(id))),
          data: { state: 'dropped', error: NOTHING_LEFT, waits: null },
        });
        for (const was of new Set([...believed.values()]))
          await tx.alert.updateMany({
            where: these(kept.filter(({ reader, perhaps }) => !perhaps && believed.get(reader) === was)),
            data: { body: json(event), was: json(asOne(was.map((one) => wasTold(one, toldAs(one, known))))) },
          });
        const held = kept.filter(({ state }) => state === 'held');
        await tx.alert.updateMany({
          where: these(held),
          data: { state: 'pending', waits: null, nextAttempt: now },
        });
        return readersOf(held);
      });
    },
  };
}
