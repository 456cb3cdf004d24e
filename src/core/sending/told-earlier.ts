/** What a week had told of an event that has another day now. */
import { isoWeekOf, type Week } from '../dates.ts';
import type { JudgementEvent } from '../types.ts';
import { publicationIso } from './names.ts';

/** The last closed week that told an event, and the event as that week told it. */
export interface ToldEarlier {
  week: Week;
  event: JudgementEvent;
  /** Why a person took away what had told it; null where nobody did. */
  reason: string | null;
  /** Since when the event is dated as it is. */
  since: Date;
}

/** An event that a week told and that stands in another one. */
export interface Moved {
  event: JudgementEvent;
  changedAt?: Date | undefined;
  told: ToldEarlier;
}

/** The week of its publication; null where its day is not known. */
export const homeWeek = ({ day }: Pick<JudgementEvent, 'day'>): Week | null => (day === null ? null : isoWeekOf(day));

/** The same where its day is another now than was told; null where that is as it was, or nobody was told. */
export const toldOtherwise = (
  event: JudgementEvent,
  told: ToldEarlier | null | undefined,
  asked: (event: JudgementEvent) => boolean,
): ToldEarlier | null =>
  told && asked(told.event) && publicationIso(told.event) !== publicationIso(event) ? told : null;
