/** What a week told when it closed and, as known now, neither tells nor corrects: nothing of it goes without a word. */
import type { Week } from '../dates.ts';
import type { JudgementEvent } from '../types.ts';
import type { EventRow } from './columns.ts';
import { byText, type RowsOf, rowOf, tells } from './digest-rows.ts';
import type { Moved } from './told-earlier.ts';
import { wasTold } from './was-told.ts';

/** A person is to rule on its reports, holds it, rejected them, or no article says it any more. */
export type WhyAside = 'waits' | 'held' | 'rejected' | 'gone';

/** An event as it stood when its week closed. */
export interface ToldThen {
  event: JudgementEvent;
  learntAt: Date;
  /** What it is called now; null where nothing stands there. */
  keyNow: string | null;
  /** Null where it is claimed as ever. */
  aside: WhyAside | null;
  /** What stands there where its day is another; null where it is the same, or nothing stands. */
  now: Moved | null;
}

export interface SetAside {
  /** Claims no grade; what was told stands in `was`. */
  row: EventRow;
  why: WhyAside;
}

const WORDS: Record<WhyAside, string> = {
  waits: 'waits for a person again; nobody has said that it was wrong',
  held: 'a person holds it',
  rejected: 'a person rejected what had told it',
  gone: 'no article we have says it any more',
};
export const asideWords = (why: WhyAside): string => WORDS[why];

/** @param told keys of what the week tells or corrects as known now */
export function setAside(
  input: RowsOf & { week: Week; toldThen: readonly ToldThen[] },
  told: ReadonlySet<string>,
  asked: (event: JudgementEvent) => boolean,
): SetAside[] {
  return input.toldThen
    .filter((one) => asked(one.event) && tells(input.week, one) && !(one.keyNow !== null && told.has(one.keyNow)))
    .flatMap(({ event, learntAt, aside }) =>
      aside === null
        ? []
        : [{ why: aside, row: rowOf(input, { ...unclaimed(event), learntAt, section: 'set_aside' }) }],
    )
    .sort(byText(({ row: { event } }) => `${event.authority}\u0001${event.key}`));
}

const unclaimed = (event: JudgementEvent): Pick<EventRow, 'event' | 'was'> => ({
  event: {
    ...event,
    headlines: [],
    grade: null,
    judgements: [],
    gradesReported: 'none',
    direction: null,
    evidence: [],
  },
  was: wasTold(event),
});
