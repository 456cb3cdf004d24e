/** A digest for programs: events in the product's one event shape, with where and when they were listed. */
import type { EventRow } from './columns.ts';
import { coverageState, type Digest } from './digest.ts';
import { momentIso, type Names, publicationIso } from './names.ts';
import { publicEvent, publicWas } from './public-event.ts';
import { homeWeek } from './told-earlier.ts';

const toldJson = ({ event, told, section }: EventRow) =>
  told
    ? {
        told: { week: told.week, published: publicationIso(told.event), reason: told.reason },
        ...(section === 'correction' ? { movedTo: homeWeek(event) } : {}),
      }
    : {};

const rowJson = (row: EventRow, names: Names) => ({
  ...publicEvent(row.event, names, row.official),
  late: row.section === 'late',
  learnt: momentIso(row.learntAt),
  ...(row.was ? { was: publicWas(row.was, row.event, names) } : {}),
  ...toldJson(row),
});

/** The JSON form. Keys are added, never renamed; `v` rises when one changes meaning. */
export function digestJson(digest: Digest, names: Names) {
  const {
    week,
    range,
    asKnown,
    closed,
    version,
    edition,
    sample,
    criteria,
    coverage,
    activities,
    activityCorrections,
    review,
    quiet,
    unheard,
    totals,
  } = digest;
  const { heard: _heard, ...counted } = coverage;
  const keys = (rows: readonly EventRow[]) => rows.map(({ event }) => event.key);
  return {
    v: 1,
    week,
    from: range.from,
    until: range.until,
    timeZone: 'Europe/London',
    asKnown,
    closed,
    version,
    edition,
    sample,
    criteria,
    events: digest.rows.map((row) => rowJson(row, names)),
    late: digest.late.map((row) => rowJson(row, names)),
    movers: { up: keys(digest.up), down: keys(digest.down) },
    firsts: keys(digest.firsts),
    streaks: keys(digest.streaks),
    corrections: digest.corrections.map(({ row, notice, at }) => ({
      notice: notice.notice,
      was: publicWas(notice.was, row.event, names),
      at: momentIso(at),
      ...toldJson(row),
      event: publicEvent(row.event, names, row.official),
    })),
    putRight: digest.putRight.map(({ row, notice, at }) => ({
      was: publicWas(notice.was, row.event, names),
      at: momentIso(at),
      event: publicEvent(row.event, names, row.official),
    })),
    setAside: digest.setAside.map(({ row, why }) => ({
      why,
      was: publicWas(row.was ?? null, row.event, names),
      event: publicEvent(row.event, names, row.official),
    })),
    activities: activities.map((activity) => ({ ...activity, learnt: momentIso(activity.learnt) })),
    activityCorrections: activityCorrections.map((activity) => ({ ...activity, at: momentIso(activity.at) })),
    review: review.map((one) => ({ ...one, reason: one.reason ?? null })),
    quiet,
    unheard,
    totals,
    coverage: { state: coverageState(coverage), ...counted },
  };
}
