/**
 * What a week told and put right itself. Its own digest never told it wrong, but alerts did, and pages and feeds: who files the
 * week finds it there.
 */
import { weekMoments } from '../dates.ts';
import { isOldNews } from '../events/freshness.ts';
import { changesBetween } from '../events/notices.ts';
import type { JudgementEvent } from '../types.ts';
import type { Correction, ListedCorrection } from './digest-corrections.ts';
import { byText, isListed, type RowsOf, rowOf, sectionOf } from './digest-rows.ts';
import { type WasTold, wasTold } from './was-told.ts';

/** See `DigestInput`. */
interface Week extends RowsOf {
  asKnown: 'then' | 'now';
  corrections: readonly Correction[];
}

const madeWithin = ({ week, corrections }: Week): readonly Correction[] =>
  corrections.filter(({ event, learntAt }) => !event.held && learntAt >= weekMoments(week).from);

/** By event, what had been told of it first; null where that is what stands, whatever it was between. */
export const toldFirst = (input: Week): ReadonlyMap<string, WasTold | null> =>
  new Map(madeWithin(input).map((one) => [one.event.key, isAsFirst(one) ? null : firstWas(one)]));

const isAsFirst = ({ event, first }: Correction) => first != null && changesBetween(first, event).length === 0;

const firstWas = ({ first, notice }: Correction): WasTold | null => (first ? wasTold(first) : notice.was);

/**
 * Each that would have stood in the week's tables as it was told first, and stands there no more: taken back, or no longer what is
 * asked for.
 *
 * @param placed keys of what stands there
 */
export const putRightWithin = (
  input: Week,
  asked: (event: JudgementEvent) => boolean,
  placed: ReadonlySet<string>,
): ListedCorrection[] =>
  madeWithin(input)
    .filter(({ event, first, learntAt }) => {
      if (!first || placed.has(event.key) || !isListed(first) || !asked(first)) return false;
      return sectionOf(first, learntAt, input, isOldNews(first, [])) !== null;
    })
    .map((one) => {
      const { event, learntAt, changedAt, at } = one;
      const was = firstWas(one);
      return {
        ...{ event, learntAt, at, notice: { ...one.notice, was } },
        row: rowOf(input, { event, learntAt: at, changedAt, section: 'put_right', was }),
      };
    })
    .sort(byText(({ event }) => `${event.authority}\u0001${event.key}`));
