/** What a reader was told of an event, held against what it is now. */
import type { JudgementEvent } from '../types.ts';
import { changesBetween } from './notices.ts';

/** One thing a reader was told, or may have been. */
export interface Told {
  readerId: string;
  /** Key of its time. */
  eventKey: string;
  notice: string;
  body: JudgementEvent;
  /** Whether it surely arrived, or is on its way; else nobody said so. */
  isSure: boolean;
}

/**
 * Readers who believe something of the event that is not so. A correction takes the place of what the reader was told
 * before of the same reports, under whichever key: after a merge it speaks for both events, and once the merge is undone
 * it is what the reader knows of either. A correction that only may have arrived takes the place of nothing: the reader
 * may believe it, or what was told before.
 *
 * @param told of the event, oldest first, by any reader
 * @returns by reader, the newest thing believed that differs from the event now; readers who know it as it is are left out
 */
export function wronglyTold(told: readonly Told[], now: JudgementEvent): Map<string, JudgementEvent> {
  const wrong = new Map<string, JudgementEvent>();
  const byReader = new Map<string, Told[]>();
  for (const thing of told) byReader.set(thing.readerId, [...(byReader.get(thing.readerId) ?? []), thing]);
  for (const [reader, things] of byReader) {
    const believed = things.filter((thing, i) => !things.slice(i + 1).some((later) => replaces(later, thing)));
    const last = believed.findLast(({ body }) => changesBetween(body, now).length > 0);
    if (last) wrong.set(reader, last.body);
  }
  return wrong;
}

function replaces(later: Told, before: Told): boolean {
  if (later.notice === 'first' || !later.isSure) return false;
  const articles = new Set(before.body.reports.map(({ articleId }) => articleId));
  return later.eventKey === before.eventKey || later.body.reports.some(({ articleId }) => articles.has(articleId));
}
