/**
 * What one week told and another week's days hold now, since a report of an earlier day went or one came in. It stays
 * accounted for: the week that told it says, as known now, where it went, and the other one never tells it as new.
 */
import type { Week } from '../dates.ts';
import type { JudgementEvent } from '../types.ts';
import { isListed, sectionOf, tells } from './digest-rows.ts';
import type { ToldThen } from './digest-set-aside.ts';
import { homeWeek, type Moved, type ToldEarlier, toldOtherwise } from './told-earlier.ts';

/** An event published or learnt in the week. */
export interface WeekEvent {
  event: JudgementEvent;
  learntAt: Date;
  changedAt?: Date;
  /** See `isOldNews`. */
  isOld?: boolean;
  /** Of what was learnt before the week: by an earlier one. */
  toldBefore?: ToldEarlier | null;
}

/** See `DigestInput`. */
export interface MovedOf {
  week: Week;
  asKnown: 'then' | 'now';
  events: readonly WeekEvent[];
  toldThen: readonly ToldThen[];
}

/** Those that stand in the week and an earlier one told. */
export const movedHere = (input: MovedOf, asked: (event: JudgementEvent) => boolean): Moved[] =>
  input.events.flatMap(({ event, learntAt, changedAt, isOld, toldBefore }) => {
    const told = toldOtherwise(event, toldBefore, asked);
    const isHere = isListed(event) && sectionOf(event, learntAt, input, isOld) === 'judgement';
    return told && isHere ? [{ event, changedAt, told }] : [];
  });

/** Those that the week told when it closed and, as known now, another week has. */
export const movedAway = (input: MovedOf, asked: (event: JudgementEvent) => boolean): Moved[] =>
  input.toldThen.flatMap(({ event: before, learntAt, now }) => {
    const told = now && toldOtherwise(now.event, now.told, asked);
    return told && tells(input.week, { event: before, learntAt }) && homeWeek(now.event) !== input.week
      ? [{ ...now, told }]
      : [];
  });
