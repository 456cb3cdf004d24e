/**
 * Visits and outcomes without a grade, as a week tells them. An article that is read again may tell another outcome, or none: what
 * a week told when it closed stays, and what became of it is put right, as with events.
 */
import { type Week, weekMoments, weekRange } from '../dates.ts';
import type { Day, Evidence, UngradedActivity } from '../types.ts';
import { sectionOf } from './digest-rows.ts';
import { endOfWeek, toldSince } from './told-since.ts';

type AsKnown = 'then' | 'now';

/** What its article told from a moment on. */
interface ActivityRevision {
  /** False from when it tells nothing of it any more. */
  stands: boolean;
  outcome: string | null;
  day: Day | null;
  title: string;
  publisher: string | null;
  evidence: Evidence[];
  at: Date;
}

interface Told {
  id: string;
  articleId: string;
  authority: string;
  kind: UngradedActivity['kind'];
  url: string | null;
}

/** All that one article told of one visit or outcome. */
export interface ActivityHistory extends Told {
  /** Of what its source carried before it was watched. */
  isBackCatalogue: boolean;
  /** Oldest first, one at least. */
  revisions: ActivityRevision[];
}

/** One as a week tells it. */
export interface ListedActivity extends Told, Omit<ActivityRevision, 'stands'> {
  /** Published before the week, or old and without a day; learnt in it. */
  late: boolean;
  learnt: Date;
}

/** One that was told otherwise before: as it was, and as it is. What stands no more has neither outcome nor evidence. */
export interface ActivityCorrection extends Told, ActivityRevision {
  was: Pick<ActivityRevision, 'stands' | 'outcome'>;
}

/** What the week tells of one; null where that is nothing. */
export function listedActivity(history: ActivityHistory, week: Week, asKnown: AsKnown): ListedActivity | null {
  const { isBackCatalogue, revisions, ...told } = history;
  const known = asKnown === 'then' ? upTo(revisions, weekMoments(week).until) : revisions;
  const learnt = learntAt(known);
  const newest = known.at(-1);
  if (!learnt || !newest?.stands) return null;
  const { stands: _, ...said } = newest;
  const section = sectionOf(said, learnt, { week, asKnown }, isBackCatalogue && said.day === null);
  return section && { ...told, ...said, late: section === 'late', learnt };
}

/**
 * What the week puts right of one: what changed in it that an earlier week told or, as known now, what changed since of what
 * the week itself told. What was undone is left out.
 */
export function correctedActivity(history: ActivityHistory, week: Week, asKnown: AsKnown): ActivityCorrection | null {
  const { from, until } = weekMoments(week);
  const { isBackCatalogue: _, revisions, ...told } = history;
  const [before, atEnd, now] = [upTo(revisions, from), upTo(revisions, until), revisions].map((known) => known.at(-1));
  const wasTold = learntAt(upTo(revisions, from)) !== null && (before?.day ?? '') < weekRange(week).from;
  const was = wasTold ? before : asKnown === 'now' && listedActivity(history, week, 'then') ? atEnd : undefined;
  const stands = asKnown === 'now' ? now : atEnd;
  if (!was || !stands || isSame(was, stands) || (wasTold && atEnd && isSame(was, atEnd))) return null;
  const since = revisions.findLastIndex((revision) => !isSame(revision, stands)) + 1;
  const said = stands.stands ? stands : { ...stands, outcome: null, evidence: [] };
  return {
    ...told,
    ...said,
    at: revisions[since]?.at ?? stands.at,
    was: { stands: was.stands, outcome: was.outcome },
  };
}

const upTo = (revisions: readonly ActivityRevision[], moment: Date) => revisions.filter(({ at }) => at < moment);

/** Since when weeks could tell of it: what was gone before its week closed was told by none. */
const learntAt = (known: readonly ActivityRevision[]): Date | null =>
  toldSince(
    known.map(({ at, stands }) => ({ at, held: !stands })),
    endOfWeek,
  );

/** To whom reads of it: a headline, or a date that is learnt, puts nothing right. */
const isSame = (one: ActivityRevision, other: ActivityRevision): boolean =>
  one.stands === other.stands && (!one.stands || one.outcome === other.outcome);
