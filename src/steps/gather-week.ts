import { type Week, weekMoments, weekRange } from '../core/dates.ts';
import { officialReport } from '../core/report-sites.ts';
import { type Digest, isClosed, weekDigest } from '../core/sending/digest.ts';
import { endOfWeek } from '../core/sending/told-since.ts';
import type { Criteria } from '../core/types.ts';
import { version } from '../version.ts';
import { coverageOfWeek } from './coverage.ts';
import type { Deps } from './deps.ts';

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
  const [events, corrections, later, activities, review, coverage] = await Promise.all([
    store.eventsAsAt(range, { from, until }, asAt),
    store.correctionsWithin({ from, until }, asAt, telling),
    // Up to and including this very moment.
    asKnown === 'now' && isOver
      ? store.correctionsWithin({ from: until, until: new Date(asAt.getTime() + 1) }, asAt, telling)
      : [],
    store.activities(range.from, range.until, asAt),
    store.reviewAsAt(asAt),
    coverageOfWeek({ store, now }, week),
  ]);
  const listed = [...events, ...corrections, ...later].map(({ event }) => event);
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
      events,
      corrections,
      later,
      activities: activities.map(
        ({ article, title, ...activity }) =>
          ({ ...activity, title, url: article.url, publisher: article.publisher }) as Digest['activities'][number],
      ),
      review: review.map(({ id, claim, article, title }) => ({
        id,
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
