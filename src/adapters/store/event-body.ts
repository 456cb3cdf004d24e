import type { JudgementEvent } from '../../core/types.ts';

/** A stored event as the program uses it: times inside a JSON body are text. */
export function reviveEvent(body: unknown): JudgementEvent {
  const event = body as JudgementEvent;
  return { ...event, reports: event.reports.map((report) => ({ ...report, firstSeen: new Date(report.firstSeen) })) };
}
