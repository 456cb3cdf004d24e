/** What an article says: the one way in. Pure; the same article and rulebook give the same verdict. */
import type { ArticleText, Assessment, Claim, Subject } from '../types.ts';
import { withDistinctions } from './distinctions.ts';
import { findingsOf, waitsForReview } from './findings.ts';
import { noticesOf } from './notices.ts';
import { read } from './read.ts';
import { rejectionsOf } from './rejections.ts';
import type { Rulebook } from './rules/rulebook.ts';
import { type Signals, signalsOf } from './rules/signals.ts';
import { settle } from './settle.ts';
import type { Refused, Statement } from './statement.ts';
import { statementsIn } from './statements.ts';
import type { Reading } from './text/reading.ts';
import type { Meter } from './text/trie.ts';
import { usableOf } from './usable.ts';
import { type Weighed, weigh } from './weigh.ts';
import { matterOf } from './what.ts';
import { timelineOf } from './when/timeline.ts';
import { tied } from './who/joint.ts';
import { type Subjects, subjectsOf } from './who/subjects.ts';

/** Everything looked at on the way to the verdict: what `classify --explain` shows. */
export interface Trace extends Pick<Weighed, 'points' | 'relevance'> {
  reading: Reading;
  subjects: Subjects;
  statements: Statement[];
  refused: Refused[];
  signals: Signals;
  meter: Meter;
}

export function assess(article: ArticleText, rulebook: Rulebook): Assessment {
  return assessTraced(article, rulebook).assessment;
}

export function assessTraced(article: ArticleText, rulebook: Rulebook): { assessment: Assessment; trace: Trace } {
  const meter: Meter = { steps: 0 };
  const reading = read(article, rulebook, meter);
  const matter = matterOf(reading, rulebook);
  const { statements, refused, subjects } = statementsIn(reading, rulebook, subjectsOf(reading, rulebook), matter);
  const signals = signalsOf(reading, rulebook);
  const timeline = timelineOf(reading);
  const provider = refused.find(({ code }) => code === 'provider')?.rating.mention.from ?? null;
  settle(statements, signals, reading, { providerTitle: matter.providerTitle, provider, timeline, subjects });
  const usable = usableOf(statements, reading, rulebook, { titlePlural: subjects.titlePlural, timeline });
  const weighed = weigh(usable, { reading, subjects, signals, refused }, rulebook);
  const { claims: found, history } = findingsOf(weighed, reading, rulebook);
  const claims = withDistinctions(tied(found, reading, rulebook, subjects), reading, rulebook, subjects);
  const waits = (claim: Claim) => waitsForReview(claim, matter.services, rulebook);
  const events = claims.filter((claim) => !waits(claim));
  const notices = noticesOf(reading, rulebook, subjects);
  const assessment: Assessment = {
    v: 1,
    id: article.id,
    relevant: events.length > 0,
    subject: subjectOf(events, signals, notices.length > 0, matter.providerTitle),
    rulesVersion: rulebook.version,
    events,
    review: claims.filter(waits),
    notices,
    history,
    rejected: rejectionsOf(reading, refused, weighed.mentioned, history),
  };
  const { points, relevance } = weighed;
  return { assessment, trace: { reading, subjects, statements, refused, signals, points, relevance, meter } };
}

function subjectOf(events: Claim[], signals: Signals, noticed: boolean, provider: boolean): Subject {
  if (events.length > 0) return 'authority';
  if (signals.subject) return signals.subject;
  if (noticed) return 'visit';
  return provider ? 'provider' : 'other';
}
