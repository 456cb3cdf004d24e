/** What a week puts right: of earlier weeks and, as known now, of itself. */
import { type Week, weekMoments } from '../dates.ts';
import { isTakenBack } from '../events/notices.ts';
import type { JudgementEvent } from '../types.ts';
import type { ToldNotice } from './alert.ts';
import type { EventRow } from './columns.ts';
import { type MovedOf, movedAway, movedHere } from './digest-moved.ts';
import { byText, type RowsOf, rowOf, tells } from './digest-rows.ts';
import { type Moved, type ToldEarlier, toldOtherwise } from './told-earlier.ts';
import { wasTold } from './was-told.ts';

export interface Correction {
  event: JudgementEvent;
  /** As it stood when the time summed up began: what was told of it before, if it was. */
  before: JudgementEvent | null;
  /** How other parts of it stood then, and whether they are put right by this too: of what became one since. */
  others?: readonly { event: JudgementEvent; isWrong: boolean }[];
  /** The moment of both. */
  began?: Date;
  learntAt: Date;
  /** Of what was learnt in the time summed up: how it stood first. */
  first?: JudgementEvent | null;
  /** Since when the event stands as it does. */
  changedAt?: Date;
  notice: ToldNotice;
  at: Date;
  /** The last week that told it before. */
  told?: ToldEarlier | null;
}

export type ListedCorrection = Omit<Correction, 'before' | 'others' | 'began' | 'first' | 'told'> & { row: EventRow };

/** Notice of a correction of nothing but the day, and with it the week. */
const MOVED = 'moved';

/** See `DigestInput`. */
interface Made extends RowsOf, MovedOf {
  corrections: readonly Correction[];
  later: readonly Correction[];
}

/**
 * Whether a correction is for a reader: what is asked for now, and what was when it was told, though it is so no longer. What
 * was put right before it was ever summed up was not told wrongly, nor what a person still holds. A merge is none for who was told
 * nothing of it but the part that goes on as it was.
 *
 * @param from when the time summed up began
 */
export const isCorrectionFor = (
  { event, before, others = [], learntAt }: Correction,
  from: Date,
  asked: (event: JudgementEvent) => boolean,
): boolean => {
  if (event.held || learntAt >= from) return false;
  if (before !== null && asked(before)) return true;
  const told = others.filter((part) => asked(part.event));
  return told.some(({ isWrong }) => isWrong) || (told.length === 0 && asked(event));
};

/**
 * Those of the week and, as known now, those made since of what it told: of one event the last of them. So is what moved
 * from one week into another, in both.
 *
 * @param placed keys of what stands in the week's tables
 */
export function correctionsOf(
  input: Made,
  asked: (event: JudgementEvent) => boolean,
  placed: ReadonlySet<string>,
): ListedCorrection[] {
  const { from, until } = weekMoments(input.week);
  const own = input.corrections.filter((correction) => isCorrectionFor(correction, from, asked));
  const corrected = new Set(own.map(({ event }) => event.key));
  const later = (input.asKnown === 'now' ? input.later : [])
    .filter((one) => isCorrectionFor(one, until, asked) && (corrected.has(one.event.key) || wasListed(one, input.week)))
    .filter(({ event }, i, all) => all.findIndex((one) => one.event.key === event.key) === i);
  const again = new Set(later.map(({ event }) => event.key));
  const made = [...own.filter(({ event }) => !again.has(event.key)), ...later];
  const known = new Set(made.map(({ event }) => event.key));
  const away = movedAway(input, asked).filter(({ event }) => !placed.has(event.key));
  const moved = [...movedHere(input, asked), ...away].filter(({ event }) => !known.has(event.key));
  return [...made, ...moved.map(asCorrection)]
    .map(({ before: _before, others: _others, began: _began, first: _first, told: earlier, ...correction }) => {
      const told = toldOtherwise(correction.event, earlier, asked) ?? undefined;
      const event = told && isTakenBack(correction.event) ? asDated(correction.event, told) : correction.event;
      return {
        ...{ ...correction, event },
        row: rowOf(input, {
          ...{ event, learntAt: correction.at, changedAt: correction.changedAt, section: 'correction' },
          ...{ was: correction.notice.was, told },
          ...(correction.notice.notice === MOVED ? { isMoved: true } : {}),
        }),
      };
    })
    .sort(byText(({ event, notice }) => `${event.authority}\u0001${event.key}\u0001${notice.notice}`));
}

/** Whether the week told the event when it closed. */
const wasListed = ({ before, learntAt }: Correction, week: Week): boolean =>
  before !== null && tells(week, { event: before, learntAt });

const asCorrection = ({ event, changedAt, told }: Moved): Correction => ({
  ...{ event, before: told.event, learntAt: told.since, at: told.since, told },
  ...(changedAt ? { changedAt } : {}),
  notice: { notice: MOVED, was: wasTold(told.event) },
});

/** What stands no longer has the day it was told with: that its last reports had another was never told. */
function asDated(event: JudgementEvent, { event: told }: ToldEarlier): JudgementEvent {
  const { day, dayUntil, dayBasis, published, publishedWithin } = told;
  return { ...event, day, dayUntil, dayBasis, published, publishedWithin };
}
