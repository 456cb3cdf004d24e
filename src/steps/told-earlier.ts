import { isInRange, type Week, weekRange } from '../core/dates.ts';
import { reasonLeft } from '../core/events/reasons.ts';
import { tells } from '../core/sending/digest-rows.ts';
import type { ToldEarlier } from '../core/sending/told-earlier.ts';
import type { JudgementEvent } from '../core/types.ts';
import type { Deps } from './deps.ts';

/**
 * The last week closed by `before` that told an event, as it told it, with why a person took away what had told it then.
 *
 * @param event as it stood at `asAt`
 */
export async function toldEarlier(
  store: Deps['store'],
  event: JudgementEvent,
  { before, asAt }: { before: Date; asAt: Date },
): Promise<ToldEarlier | null> {
  const { closes, datedSince } = await store.atCloses(event.key, before, asAt);
  for (const { week, stood } of closes) {
    const told = stood.find((one) => tells(week, one))?.event;
    if (told) return { week, event: told, since: datedSince, reason: await whyOtherwise(store, told, event, asAt) };
  }
  return null;
}

/** The same, where it stands in this week's days and was learnt before it. */
export async function toldBeforeWeek(
  store: Deps['store'],
  { event, learntAt }: { event: JudgementEvent; learntAt: Date },
  { week, from, asAt }: { week: Week; from: Date; asAt: Date },
): Promise<ToldEarlier | null> {
  const isHere = event.day !== null && isInRange(event.day, weekRange(week));
  return isHere && learntAt < from ? toldEarlier(store, event, { before: from, asAt }) : null;
}

/** Of reports that told it then and do so no longer, or say another day by a person's word. */
async function whyOtherwise(store: Deps['store'], then: JudgementEvent, now: JudgementEvent, asAt: Date) {
  const left = new Map(now.reports.map(({ findingId, person }) => [findingId, person]));
  const ids = then.reports
    .filter(({ findingId, person }) => !left.has(findingId) || left.get(findingId) !== person)
    .map(({ findingId }) => findingId);
  if (ids.length === 0) return null;
  const decisions = await store.decisions(ids);
  return reasonLeft(
    ids,
    decisions.filter(({ at }) => at <= asAt),
  );
}
