import type { StoredEvent } from '../adapters/store/events.ts';
import { type Week, weekMoments, weekRange } from '../core/dates.ts';
import { isOldNews } from '../core/events/freshness.ts';
import { officialReport } from '../core/report-sites.ts';
import { type Digest, isClosed, weekDigest } from '../core/sending/digest.ts';
import type { Correction } from '../core/sending/digest-corrections.ts';
import { partedSince } from '../core/sending/digest-parted.ts';
import { isListed } from '../core/sending/digest-rows.ts';
import type { ToldThen } from '../core/sending/digest-set-aside.ts';
import { publicationIso } from '../core/sending/names.ts';
import { homeWeek, type Moved } from '../core/sending/told-earlier.ts';
import { endOfWeek } from '../core/sending/told-since.ts';
import type { Criteria } from '../core/types.ts';
import { version } from '../version.ts';
import { coverageOfWeek } from './coverage.ts';
import type { Deps } from './deps.ts';
import { toldBeforeWeek, toldEarlier } from './told-earlier.ts';

type Parts = Pick<Deps, 'store' | 'now' | 'names' | 'rulebook' | 'policy' | 'register' | 'reportSites'>;

/**
 * One week, whole: events, corrections, activity without grades, what waits for a person, and what was polled.
 *
 * @param asKnown `then`: events as they stood when the week closed; `now`: with everything learnt since
 */
export async function gatherWeek(
  { store, now, names, rulebook, policy, register, reportSites }: Parts,
  { week, asKnown, criteria }: { week: Week; asKnown: 'then' | 'now'; criteria: Criteria | null },
): Promise<Digest> {
  const { from, until } = weekMoments(week);
  const range = weekRange(week);
  const isOver = until < now();
  const asAt = asKnown === 'then' && isOver ? until : now();
  const telling = { endOf: endOfWeek, waits: false };
  const isLater = asKnown === 'now' && isOver;
  const [events, corrections, later, then, apart, activities, review, coverage] = await Promise.all([
    store.eventsAsAt(range, { from, until }, asAt),
    store.correctionsWithin({ from, until }, asAt, telling),
    // Up to and including this very moment.
    isLater ? store.correctionsWithin({ from: until, until: new Date(asAt.getTime() + 1) }, asAt, telling) : [],
    isLater ? store.eventsAsAt(range, { from, until }, until) : [],
    isLater ? store.toldApartSince(until) : [],
    store.activitiesAsAt(range, { from, until }, asAt),
    store.reviewAsAt(asAt),
    coverageOfWeek({ store, now }, week),
  ]);
  const toldThen = await whatBecame(store, then, { week, until, asAt });
  const parted = partedSince(toldThen, apart, later);
  const listed = [...events, ...corrections, ...later, ...parted].map(({ event }) => event);
  const official = listed.flatMap((event): [string, string][] => {
    const address = officialReport(event, register, reportSites);
    return address === null ? [] : [[event.key, address]];
  });
  const firstKeys = await store.firstKeys(
    listed.map(({ key }) => key),
    asAt,
  );
  return weekDigest(
    {
      week,
      asKnown,
      closed: isClosed(week, now()),
      version: `gradewatch ${version()}, rules ${rulebook.version}`,
      events: await withPast(store, events, { week, from, asAt }),
      corrections: await withTold(store, corrections, { before: from, asAt }),
      later: [...(await withTold(store, later, { before: until, asAt })), ...parted],
      toldThen,
      activities,
      review: review.map(({ id, claim, standing, article, title }) => ({
        ...{ id, claim, isUnplaced: standing !== 'review' },
        authority: claim.authority,
        grade: claim.grade,
        confidence: claim.confidence,
        quote: claim.evidence[0]?.quote ?? null,
        title,
        url: article.url,
        publisher: article.publisher,
      })),
      coverage,
      official: Object.fromEntries(official),
      firstKeys: Object.fromEntries(firstKeys),
      authorities: rulebook.authorities,
      criteria,
      sample: policy.sample,
    },
    names,
  );
}

/** Of what has a day of its own the day tells its age. */
function withPast(
  store: Deps['store'],
  events: readonly StoredEvent[],
  { week, from, asAt }: { week: Week; from: Date; asAt: Date },
) {
  return Promise.all(
    events.map(async ({ event, learntAt, changedAt }) => ({
      ...{ event, learntAt, changedAt },
      isOld: isOldNews(event, event.day === null ? await store.alertingOf(event, asAt) : []),
      toldBefore: await toldBeforeWeek(store, { event, learntAt }, { week, from, asAt }),
    })),
  );
}

/** Each with the last week that told it before. */
function withTold(store: Deps['store'], corrections: readonly Correction[], times: { before: Date; asAt: Date }) {
  return Promise.all(corrections.map(async (one) => ({ ...one, told: await toldEarlier(store, one.event, times) })));
}

interface Closed {
  week: Week;
  until: Date;
  asAt: Date;
}

/** What stands now where each of these stood. */
function whatBecame(store: Deps['store'], then: readonly StoredEvent[], closed: Closed): Promise<ToldThen[]> {
  return Promise.all(
    then.map(async ({ event, learntAt }) => {
      const stored = await store.event(event.key);
      const stands = stored?.event;
      if (stored && stands && !stands.waits) {
        const aside = stands.held ? ('held' as const) : null;
        const isDatedAnew = publicationIso(stands) !== publicationIso(event);
        const now = isDatedAnew ? await whereTo(store, stored, closed) : null;
        return { event, learntAt, keyNow: stands.key, aside, now };
      }
      const former = await store.formerEvent(event.key);
      const gone = former?.rejectedAt ? 'rejected' : 'gone';
      const aside = former?.state === 'waits_for_review' ? ('waits' as const) : gone;
      return { event, learntAt, keyNow: null, aside, now: null };
    }),
  );
}

/** Of what stands in another week than this one, which had it when it closed. */
async function whereTo(
  store: Deps['store'],
  { event, changedAt }: StoredEvent,
  { week, until, asAt }: Closed,
): Promise<Moved | null> {
  if (!isListed(event) || homeWeek(event) === week) return null;
  const told = await toldEarlier(store, event, { before: until, asAt });
  return told && { event, changedAt, told };
}
