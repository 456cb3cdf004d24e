/** What a person split off from another judgement, so that readers are told why there are two. */
import type { JudgementEvent } from '../types.ts';
import { type PersonDecision, standingDecisions } from './decisions.ts';

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
  const splits = standingDecisions(decisions).filter((decision) => decision.kind === 'split');
  if (splits.length === 0) return [...events];
  return events.map((event) => {
    const first = firstReport(event);
    const split = splits.findLast(({ findingIds, from }) => findingIds.includes(first) && !holdsAny(event, from));
    if (!split) return event;
    const other = events.find((one) => one !== event && holdsAny(one, split.from));
    const of = other ? { key: other.key, headlines: other.headlines, day: other.day, dayUntil: other.dayUntil } : null;
    return { ...event, toldApart: { reason: split.reason, of } };
  });
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
