/** What a week puts right: of earlier weeks and, as known now, of itself. */
import { type Week, weekMoments } from '../dates.ts';
import type { JudgementEvent } from '../types.ts';
import type { ToldNotice } from './alert.ts';
import type { EventRow } from './columns.ts';
import { byText, isListed, type RowsOf, rowOf, sectionOf } from './digest-rows.ts';

export interface Correction {
  event: JudgementEvent;
  /** As it stood when the time summed up began: what was told of it before, if it was. */
  before: JudgementEvent | null;
  learntAt: Date;
  /** Since when the event stands as it does. */
  changedAt?: Date;
  notice: ToldNotice;
  at: Date;
}

export type ListedCorrection = Omit<Correction, 'before'> & { row: EventRow };

/** See `DigestInput`. */
interface Made extends RowsOf {
  asKnown: 'then' | 'now';
  corrections: readonly Correction[];
  later: readonly Correction[];
}

/**
 * Whether a correction is for a reader: what is asked for now, and what was when it was told, though it is so no longer. What
 * was put right before it was ever summed up was not told wrongly, nor what a person still holds.
 *
 * @param from when the time summed up began
 */
export const isCorrectionFor = (
  { event, before, learntAt }: Correction,
  from: Date,
  asked: (event: JudgementEvent) => boolean,
): boolean => !event.held && learntAt < from && (asked(event) || (before !== null && asked(before)));

/** Those of the week and, as known now, those made since of what it told: of one event the last of them. */
export function correctionsOf(input: Made, asked: (event: JudgementEvent) => boolean): ListedCorrection[] {
  const { from, until } = weekMoments(input.week);
  const own = input.corrections.filter((correction) => isCorrectionFor(correction, from, asked));
  const corrected = new Set(own.map(({ event }) => event.key));
  const later = (input.asKnown === 'now' ? input.later : []).filter(
    (one) => isCorrectionFor(one, until, asked) && (corrected.has(one.event.key) || wasListed(one, input.week)),
  );
  const again = new Set(later.map(({ event }) => event.key));
  return [...own.filter(({ event }) => !again.has(event.key)), ...later]
    .map(({ before: _before, ...correction }) => ({
      ...correction,
      row: rowOf(input, {
        ...{ event: correction.event, learntAt: correction.at, changedAt: correction.changedAt, section: 'correction' },
        was: correction.notice.was,
      }),
    }))
    .sort(byText(({ event, notice }) => `${event.authority}\u0001${event.key}\u0001${notice.notice}`));
}

/** Whether the week told the event when it closed. */
function wasListed({ before, learntAt }: Correction, week: Week): boolean {
  return before !== null && isListed(before) && sectionOf(before, learntAt, { week, asKnown: 'then' }) !== null;
}
