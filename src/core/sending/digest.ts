/**
 * One week's digest as data. People file it, so it is a function of its input alone: same week, same rows, same version,
 * same digest, in every format.
 *
 * Two views. `then`: what was known when the week closed (the caller gives events as they stood). `now`: the same week
 * with everything learnt since. An event stands in the week of its publication; one learnt after that week closed is
 * listed, marked late, in the week it was learnt, and in its own week in the `now` view. So is old news without a date.
 */
import { dayStart, type Week, weekRange } from '../dates.ts';
import { canonicalJson, sha256 } from '../keys.ts';
import type { Authority, Criteria, Day, DayRange, JudgementEvent } from '../types.ts';
import {
  type ActivityCorrection,
  type ActivityHistory,
  correctedActivity,
  type ListedActivity,
  listedActivity,
} from './activity-history.ts';
import type { EventRow } from './columns.ts';
import { askedBeside, type Waiting } from './digest-asked.ts';
import { type Correction, correctionsOf, type ListedCorrection } from './digest-corrections.ts';
import type { WeekEvent } from './digest-moved.ts';
import { byText, isListed, rowOf, sectionOf } from './digest-rows.ts';
import { type SetAside, setAside, type ToldThen } from './digest-set-aside.ts';
import { putRightWithin, toldFirst } from './digest-within.ts';
import { isDisputed } from './disputed-words.ts';
import { oddsWords } from './event-words.ts';
import { gradePlace } from './in-order.ts';
import { movement, type Names } from './names.ts';
import { matches } from './route.ts';
import { toldOtherwise } from './told-earlier.ts';

export interface Coverage {
  /** Sources that were to be polled in the week. */
  sources: number;
  /** Of these, answered at least once. */
  polled: number;
  /** Of these, not asked in it: the program did not run, or they were not due. */
  untried: number;
  /** Did not answer when they were asked last in the week, whether or not before. */
  failing: { name: string; since: Day; why: string }[];
  /** Answered, but bring nothing for longer than their own rhythm lets expect. */
  silent: { name: string; since: Day }[];
  resting: { name: string; why: string }[];
  /** Slugs of the authorities of which a source of their own answered. */
  heard: string[];
}

/** Below this share of sources that answered, what is missing may be as much as what is told. */
const POOR = 0.5;

/** `none`: no source answered, so that a week without news says nothing. */
export function coverageState({ sources, polled }: Coverage): 'none' | 'poor' | 'good' {
  if (polled === 0) return 'none';
  return polled < sources * POOR ? 'poor' : 'good';
}

/** `9 of 12 sources answered in this week, 2 were asked in vain, 1 was not asked in it (at its end 3 failing, 1 silent, 1 resting)`. */
export function coverageWords({ sources, polled, untried, failing, silent, resting }: Coverage): string {
  const were = (count: number, what: string) =>
    count === 0 ? [] : [`${count} ${count === 1 ? 'was' : 'were'} ${what}`];
  const end = (
    [
      ['failing', failing],
      ['silent', silent],
      ['resting', resting],
    ] as const
  ).flatMap(([word, { length }]) => (length === 0 ? [] : [`${length} ${word}`]));
  const parts = [
    `${polled} of ${sources} sources answered in this week`,
    ...were(sources - polled - untried, 'asked in vain'),
    ...were(untried, 'not asked in it'),
  ];
  return `${parts.join(', ')}${end.length > 0 ? ` (at its end ${end.join(', ')})` : ''}`;
}

export interface Reported {
  title: string;
  url: string | null;
  publisher: string | null;
}

/** A finding that waits for a person. */
export interface InReview extends Reported {
  id: string;
  authority: string;
  grade: string | null;
  confidence: number;
  quote: string | null;
  /** Why it waits; left out where it only is not sure enough. */
  reason?: string;
}

export interface DigestInput {
  week: Week;
  asKnown: 'then' | 'now';
  /** False while the week goes on: the digest then says that it is unfinished. */
  closed: boolean;
  /** Of the program and its rules: stated, because another version may judge otherwise. */
  version: string;
  /** Every event published or learnt in the week; others are left aside. */
  events: readonly WeekEvent[];
  /** Corrections made in the week, with the event as it stands and since when it could be told. */
  corrections: readonly Correction[];
  /** Likewise made since the week closed, with what was told apart since: the `now` view tells those of what the week told. None for the other. */
  later: readonly Correction[];
  /** What the closed week may have told, for the `now` view to account for. None for the other. */
  toldThen: readonly ToldThen[];
  /** Every visit or outcome without a grade that the week may tell, or put right. */
  activities: readonly ActivityHistory[];
  /** Findings that waited for a person at the week's end, each with what it says. `isUnplaced`: sure, but which judgement does it tell? */
  review: readonly (Omit<InReview, 'reason'> & { claim: Waiting; isUnplaced?: boolean })[];
  coverage: Coverage;
  /** By event key: the inspectorate's own report, and the key an event was first known by where it had another. */
  official: Readonly<Record<string, string>>;
  firstKeys: Readonly<Record<string, string>>;
  authorities: readonly Authority[];
  /** What the reader asked for; null for everything. */
  criteria: Criteria | null;
  sample: boolean;
}

type Given =
  | 'events'
  | 'authorities'
  | 'corrections'
  | 'later'
  | 'toldThen'
  | 'official'
  | 'firstKeys'
  | 'review'
  | 'activities';

export interface Digest extends Omit<DigestInput, Given> {
  range: DayRange;
  rows: EventRow[];
  late: EventRow[];
  up: EventRow[];
  down: EventRow[];
  firsts: EventRow[];
  streaks: EventRow[];
  corrections: ListedCorrection[];
  /** Told and put right within the week, so that it stands in none of the above. */
  putRight: ListedCorrection[];
  setAside: SetAside[];
  activities: ListedActivity[];
  activityCorrections: ActivityCorrection[];
  review: InReview[];
  /** Slugs of the authorities in force of which the week has no judgement, though a source of their own answered. */
  quiet: string[];
  /** Likewise, but no source of their own answered: of these the week knows nothing. */
  unheard: string[];
  totals: {
    inspectorate: string;
    service: string;
    framework: string | null;
    scale: string | null;
    grade: string | null;
    count: number;
    /** Of these those whose grade is in dispute. */
    disputed: number;
  }[];
  /** Names the content: the same in every format of one edition. */
  edition: string;
}

/** What a week's digest holds, in the order in which it is told. */
export function weekDigest(given: DigestInput, names: Names): Digest {
  // Before its end a week knows nothing but what is known now.
  const input: DigestInput = given.closed ? given : { ...given, asKnown: 'now' };
  const range = weekRange(input.week);
  const asked = (event: JudgementEvent) => input.criteria === null || matches(input.criteria, event, names);
  const first = toldFirst(input);
  const placed = input.events
    .filter(({ event }) => isListed(event) && asked(event))
    .flatMap(({ event, learntAt, changedAt, isOld, toldBefore }) => {
      const section = sectionOf(event, learntAt, input, isOld);
      const told = toldOtherwise(event, toldBefore, asked) ?? undefined;
      return section === null
        ? []
        : [rowOf(input, { event, learntAt, changedAt, section, told, was: first.get(event.key) })];
    })
    .sort(byPlace(names));
  const judgements = placed.filter(({ section }) => section === 'judgement');
  // What an earlier week told counts there. As known now, when that week gave it away, it counts here.
  const isNewHere = ({ told }: EventRow) => !told || (input.closed && input.asKnown === 'now');
  const rows = judgements.filter(isNewHere);
  // Which way a grade in dispute went nobody can say yet.
  const sure = rows.filter(({ event }) => !isDisputed(event));
  const moved = (direction: string) => sure.filter(({ event }) => movement(event).direction === direction);
  const { place, activity, waiting } = askedBeside(input.criteria, names);
  const without = withoutNews(input.authorities, range, judgements).filter(place);
  const heard = new Set(input.coverage.heard);
  const standing = new Set(placed.map(({ event }) => event.key));
  const corrections = correctionsOf(input, asked, standing);
  const listed = new Set([...standing, ...corrections.map(({ event }) => event.key)]);
  const putRight = putRightWithin(input, asked, listed);
  const activities = input.activities.filter(activity);
  const told = new Set([...listed, ...putRight.map(({ event }) => event.key)]);
  const content = {
    ...input,
    range,
    rows,
    late: placed.filter(({ section }) => section === 'late').sort(newestFirst),
    up: moved('up'),
    down: moved('down'),
    firsts: moved('first'),
    streaks: sure.filter(({ event }) => (movement(event).streak ?? 0) > 1),
    corrections,
    putRight,
    setAside: setAside(input, told, asked),
    activities: activities.flatMap((one) => listedActivity(one, input.week, input.asKnown) ?? []).sort(byDay),
    activityCorrections: activities
      .flatMap((one) => correctedActivity(one, input.week, input.asKnown) ?? [])
      .sort(byDay),
    review: input.review
      .filter(({ claim }) => waiting(claim))
      .map(({ claim, isUnplaced = false, ...shown }) => ({ ...shown, ...reasonToWait(claim, isUnplaced, names) }))
      .sort(byText(({ authority, id }) => `${authority} ${id}`)),
    quiet: without.filter((slug) => heard.has(slug)),
    unheard: without.filter((slug) => !heard.has(slug)),
    totals: totalsOf(rows, names),
  };
  const { events: _events, authorities: _authorities, later: _later, toldThen: _toldThen, ...more } = content;
  const { official: _official, firstKeys: _firstKeys, ...kept } = more;
  return { ...kept, edition: sha256(canonicalJson(named(kept))).slice(0, 16) };
}

/** Said without the threshold, which is each installation's own. */
function reasonToWait(claim: Waiting, isUnplaced: boolean, names: Names): Pick<InReview, 'reason'> {
  const reason = oddsWords(claim, names) ?? (isUnplaced ? 'it is not clear which judgement it tells' : null);
  return reason === null ? {} : { reason };
}

const byDay = byText<ListedActivity | ActivityCorrection>(
  ({ authority, day, title, id }) => `${day} ${authority} ${title} ${id}`,
);

/** An edition without anything put right within it, set aside, or a visit put right, is called what it always was. */
function named<Content extends Pick<Digest, 'putRight' | 'setAside' | 'activityCorrections'>>(all: Content) {
  const { putRight: within, setAside: aside, activityCorrections: put, ...content } = all;
  return {
    ...content,
    ...(within.length > 0 ? { putRight: within } : {}),
    ...(aside.length > 0 ? { setAside: aside } : {}),
    ...(put.length > 0 ? { activityCorrections: put } : {}),
  };
}

/** Region, authority, then key: an order no machine's locale can change. */
const byPlace = (names: Names) =>
  byText<EventRow>(
    ({ event }) => `${names.authority(event.authority).region}\u0001${event.authority}\u0001${event.key}`,
  );

/** Of what was published long apart the day tells more than the place. Equal days stay in the order of places. */
const newestFirst = (a: EventRow, b: EventRow): number => (b.event.day ?? '').localeCompare(a.event.day ?? '');

function withoutNews(authorities: readonly Authority[], range: DayRange, rows: readonly EventRow[]): string[] {
  const told = new Set(rows.map(({ event }) => event.authority));
  return authorities
    .filter(
      ({ validFrom, validTo }) =>
        (validFrom === null || validFrom < range.until) && (validTo === null || validTo >= range.from),
    )
    .map(({ slug }) => slug)
    .filter((slug) => !told.has(slug))
    .sort();
}

type Total = Digest['totals'][number];

/** By who judged what under which framework, then from best to worst. */
function totalsOf(rows: readonly EventRow[], names: Names): Digest['totals'] {
  const totals = new Map<string, Total>();
  for (const { event } of rows) {
    const { inspectorate, service, framework, scale } = event;
    const grades = event.headlines.length > 0 ? event.headlines.map(({ grade }) => grade) : [event.grade];
    for (const grade of grades) {
      const key = canonicalJson([inspectorate, service, framework, scale, grade]);
      const total = totals.get(key) ?? { inspectorate, service, framework, scale, grade, count: 0, disputed: 0 };
      const disputed = total.disputed + (isDisputed(event) ? 1 : 0);
      totals.set(key, { ...total, count: total.count + 1, disputed });
    }
  }
  const kind = byText<Total>(({ inspectorate, service, framework }) =>
    canonicalJson([inspectorate, service, framework]),
  );
  const worse = (a: Total, b: Total) => placeOf(a) - placeOf(b) || byText<Total>(canonicalJson)(a, b);
  return [...totals.values()].sort((a, b) => kind(a, b) || worse(a, b));

  function placeOf(total: Total): number {
    return gradePlace(total.grade, total, names);
  }
}

/** Whether a week has ended in London. */
export const isClosed = (week: Week, now: Date): boolean => dayStart(weekRange(week).until) <= now;
