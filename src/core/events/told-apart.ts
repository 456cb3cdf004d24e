/** What a person split off from another judgement, so that readers are told why there are two. */
import { gradesInDispute } from '../sending/disputed-words.ts';
import type { JudgementEvent, OtherJudgement } from '../types.ts';
import type { PersonDecision } from './decisions.ts';
import { type Split, splitsAmong } from './split-off.ts';

/**
 * Events that began with a report a person told apart from others, each with the reason and, where those others are an event,
 * which one.
 *
 * @param events of one authority, inspectorate and service
 */
export function withToldApart(
  events: readonly JudgementEvent[],
  decisions: readonly PersonDecision[],
): JudgementEvent[] {
  const splits = splitsAmong(decisions);
  if (splits.length === 0) return [...events];
  return events.map((event) => {
    const first = firstReport(event);
    const split = splits.findLast(
      (one) => one.findingIds.includes(first) && !holdsAny(event, one.from) && !isTurned(one, first),
    );
    if (!split) return event;
    const other = events.find((one) => one !== event && holdsAny(one, split.from));
    return { ...event, toldApart: { reason: split.reason, of: other ? otherOf(other) : null } };
  });

  /** Made one again, a later split took those others away from this report. */
  function isTurned(split: Split, first: string): boolean {
    return splits
      .slice(splits.indexOf(split) + 1)
      .some(({ findingIds, from }) => from.includes(first) && findingIds.some((id) => split.from.includes(id)));
  }
}

/** A grade in dispute is quoted nowhere as if it were sure. */
function otherOf(other: JudgementEvent): OtherJudgement {
  const { key, headlines, day, dayUntil } = other;
  const disputed = gradesInDispute(other);
  return { key, headlines, day, dayUntil, ...(disputed ? { disputed } : {}) };
}

/** A judgement that stood before, and was not told apart then, is no other one now. @param before as last kept */
export function asItWasKnown(event: JudgementEvent, before: readonly { event: JudgementEvent }[]): JudgementEvent {
  if (before.length === 0 || before.some((one) => one.event.toldApart)) return event;
  const { toldApart: _, ...plain } = event;
  return plain;
}

const holdsAny = ({ reports }: JudgementEvent, findings: readonly string[]) =>
  reports.some(({ findingId }) => findings.includes(findingId));

/** What joined it later makes it no other judgement. */
function firstReport({ reports }: JudgementEvent): string {
  const [first] = reports.toSorted(
    (a, b) => a.firstSeen.getTime() - b.firstSeen.getTime() || (a.findingId < b.findingId ? -1 : 1),
  );
  return first?.findingId ?? '';
}
