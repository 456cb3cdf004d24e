import type { StoredSubscription } from '../adapters/store/store.ts';
import { changesBetween, isTakenBack } from '../core/events/notices.ts';
import type { PutRightSince, ToldNotice } from '../core/sending/alert.ts';
import { wasToldByDay } from '../core/sending/cadence.ts';
import { type Correction, isCorrectionFor } from '../core/sending/digest-corrections.ts';
import { asksSince, matches } from '../core/sending/route.ts';
import { endOfDay } from '../core/sending/told-since.ts';
import { wasTold } from '../core/sending/was-told.ts';
import type { JudgementEvent } from '../core/types.ts';
import type { Deps } from './deps.ts';
import { heardByDay } from './heard-by-day.ts';
import { newsOf } from './route-notice.ts';

const FIRST: ToldNotice = { notice: 'first', was: null };

interface Moments {
  from: Date;
  until: Date;
}

export interface ToldOfDay {
  event: JudgementEvent;
  notice: ToldNotice;
  /** When it was put right, oldest first. */
  corrected: Date[];
  /** What of that came after the day was over; null where nothing of it is otherwise than it was then. */
  putRightSince: PutRightSince | null;
}

type Found = Pick<ToldOfDay, 'event' | 'notice'>;

/**
 * What became known on a day, or became what the reader asks for, was news then as an alert would have been, and still stands;
 * and what was put right, or released by a person, of earlier days. All as it is now, when the message is made: what of it was
 * known otherwise when the day was over says so. One that could not be handed over in time tells what is so when it leaves.
 */
export async function toldOfDay(
  deps: Deps,
  reader: StoredSubscription,
  { from, until }: Moments,
): Promise<ToldOfDay[]> {
  const { store, names } = deps;
  const asked = (event: JudgementEvent) => matches(reader.criteria, event, names);
  const [learnt, within, changed, handed, alerted] = await Promise.all([
    store.eventsLearnt({ from, until }, endOfDay),
    store.correctionsWithin({ from, until }, until, { endOf: endOfDay, waits: true }),
    store.eventsChanged({ from, until }),
    store.digestsHanded(reader.id),
    store.eventsPromised(reader.id),
  ]);
  const corrections = await Promise.all(within.map((one) => asIsNow(deps, one, until)));
  // What is new this day nobody was told before.
  const older = [...learnt.filter(({ storedAt }) => storedAt < from), ...within, ...changed];
  const keys = older.map(({ event }) => event.key);
  const heard = await heardByDay(deps, reader, { keys, before: from, handed });
  const times = await store.correctionTimes([...learnt, ...corrections].map(({ event }) => event.key));
  const freed = await store.newsSince([...corrections, ...changed].map(({ event }) => event.key));
  const correctedAt = ({ key }: JudgementEvent) => times.get(key) ?? [];
  const news = await keptBy(learnt, async ({ event, foundAt, storedAt }) =>
    isNews(event, { at: foundAt, learntAt: storedAt }),
  );
  const putRight = await keptBy(corrections, async (one) => {
    const since = freed.has(one.event.key) ? freed.get(one.event.key) : one.storedAt;
    if (!since) return false;
    const learntAt = since > one.learntAt ? since : one.learntAt;
    const asking = { ...reader, since: asksSince(reader, one.event, names) };
    return (
      wasToldByDay(asking, { at: one.at, learntAt, earlier: correctedAt(one.event) }, handed) &&
      isNews(one.before ?? one.event, { at: since, learntAt: one.storedAt })
    );
  });
  const said = new Set([...learnt, ...corrections].map(({ event }) => event.key));
  const become = await keptBy(
    changed.filter(({ event }) => !said.has(event.key)),
    async ({ event, then, before, learntAt }) =>
      (freed.get(event.key) ?? learntAt) < from &&
      freed.get(event.key) !== null &&
      asked(then.event) &&
      (await isNews(then.event, { at: then.at, learntAt })) &&
      !(await someIs(before, async (one) => asked(one.event) && isNews(one.event, { at: one.at, learntAt }))),
  );
  // Who was alerted, before there were messages of a day, has been told.
  const toTell = [...news, ...become].filter(
    ({ event }) =>
      !event.held &&
      !event.waits &&
      !isTakenBack(event) &&
      asked(event) &&
      !alerted.has(event.key) &&
      !heard.knows(event.key, deps.now()),
  );
  // To whom it only now is what they ask for, or who was told of no part of it, it is news.
  const isFirst = (one: Correction) =>
    putRight.some(({ event }) => event === one.event) &&
    isCorrectionFor(one, from, asked) &&
    asked(one.event) &&
    !isTakenBack(one.event) &&
    !isUndone(one);
  const corrected = corrections.toSorted(byTime).flatMap((one): Found[] => {
    const { event, began, tellsAt, notice } = one;
    if (event.held) return [];
    if (!heard.knows(event.key, tellsAt)) return isFirst(one) ? [{ event, notice: FIRST }] : [];
    const was = heard.wrong(event.key, { began, now: tellsAt });
    return was ? [{ event, notice: { ...notice, was } }] : [];
  });
  // What stands again by itself may be both: it is told once.
  const again = new Set(corrected.map(({ event }) => event.key));
  const first = toTell.filter(({ event }) => !again.has(event.key));
  const all: Found[] = [...first.map(({ event }) => ({ event, notice: FIRST })), ...corrected];
  return Promise.all(
    all.map(async (one) => {
      const made = correctedAt(one.event);
      return { ...one, corrected: made, putRightSince: await putRightSince(store, one.event, made, until) };
    }),
  );

  async function isNews(event: JudgementEvent, { at, learntAt }: { at: Date; learntAt: Date }): Promise<boolean> {
    return (await newsOf({ ...deps, now: () => at }, { event, learntAt }))(reader);
  }
}

/** @param corrected when it was put right, oldest first @param until when the day was over */
async function putRightSince(
  store: Deps['store'],
  event: JudgementEvent,
  corrected: readonly Date[],
  until: Date,
): Promise<PutRightSince | null> {
  const at = corrected.at(-1);
  if (!at || at < until) return null;
  const then = await store.eventStoodAt(event.key, until);
  return then && changesBetween(then, event).length > 0 ? { was: wasTold(then), at } : null;
}

async function someIs<One>(all: readonly One[], is: (one: One) => Promise<boolean>): Promise<boolean> {
  return (await keptBy(all, is)).length > 0;
}

async function keptBy<One>(all: readonly One[], keeps: (one: One) => Promise<boolean>): Promise<One[]> {
  const kept = await Promise.all(all.map(keeps));
  return all.filter((_, index) => kept[index]);
}

/**
 * What a person holds or has still to rule on stays as it was told last.
 *
 * @returns `storedAt`: when it first was known at all; `tellsAt`: as of when it is told
 */
async function asIsNow<One extends Correction>({ store, now }: Pick<Deps, 'store' | 'now'>, one: One, until: Date) {
  const stored = await store.event(one.event.key);
  const tells = stored && !stored.event.held && !stored.event.waits;
  return {
    ...one,
    event: tells ? stored.event : one.event,
    storedAt: stored?.learntAt ?? one.learntAt,
    tellsAt: tells ? now() : until,
  };
}

/** What was put right first is told first; of one instant in the order of keys, and so of authorities. */
const byTime = (one: Correction, other: Correction) => one.at.getTime() - other.at.getTime();

const isUndone = ({ event, before }: { event: JudgementEvent; before: JudgementEvent | null }) =>
  before !== null && before.key === event.key && changesBetween(before, event).length === 0;
