/** What a closed week told as part of a judgement that a person split since. */
import type { JudgementEvent } from '../types.ts';
import type { Correction } from './digest-corrections.ts';
import { isListed } from './digest-rows.ts';
import type { ToldThen } from './digest-set-aside.ts';
import { wasTold } from './was-told.ts';

/** An event as it stands now that a person told apart from others. */
interface ToldApart {
  event: JudgementEvent;
  changedAt: Date;
  /** When it first stood so after the week. */
  at: Date;
}

/** Notice of a correction that is none of any event as it was told: what is put right is that it was part of another. */
const PARTED = 'parted';

/**
 * Each as a correction of what the week told; none of what stood by itself when the week closed.
 *
 * @param later corrections made since: what had been merged and stands again is among them
 */
export function partedSince(
  then: readonly ToldThen[],
  apart: readonly ToldApart[],
  later: readonly (ToldApart & Pick<Correction, 'notice'>)[],
): Correction[] {
  const stood = new Set(then.map(({ keyNow }) => keyNow));
  return [...apart, ...later.filter(({ notice }) => notice.was?.as === 'part')]
    .filter(({ event }) => isListed(event) && !stood.has(event.key))
    .flatMap(({ event, changedAt, at }): Correction[] => {
      const ids = new Set(event.reports.map(({ findingId }) => findingId));
      const whole = then.find((one) => one.event.reports.some(({ findingId }) => ids.has(findingId)));
      if (!whole) return [];
      const { event: before, learntAt } = whole;
      return [{ event, before, learntAt, changedAt, at, notice: { notice: PARTED, was: wasTold(before, 'part') } }];
    });
}
