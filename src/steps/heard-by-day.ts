import type { StoredSubscription } from '../adapters/store/store.ts';
import { londonDay } from '../core/dates.ts';
import { changesOf, standingAt, togetherAmong } from '../core/events/strands.ts';
import { dayPeriod } from '../core/sending/cadence.ts';
import { goesOn, heardAs, isOtherwise, momentsOf } from '../core/sending/heard.ts';
import type { Known } from '../core/sending/past.ts';
import { asksSince, matches } from '../core/sending/route.ts';
import { asOne, type WasTold, wasTold } from '../core/sending/was-told.ts';
import type { Deps } from './deps.ts';
import { knownOf } from './known-strand.ts';

export interface Heard {
  /** Whether the reader was told of the event that stands under a key, or of any part of it. */
  knows(key: string, now: Date): boolean;
  /** What the reader believes of it that is not so; null where nothing is. @param began just before what is put right was */
  wrong(key: string, moments: { began: Date; now: Date }): WasTold | null;
}

/**
 * What messages of the days before told one reader of these events, part by part: who was told a part has been told the event, and
 * of a merge, or its end, only what it puts right of that part is a correction. What a message told is not kept: it follows from
 * how all stood when that left.
 *
 * @param before the day that is to be told begins then
 * @param handed by day, since when its message may be with the reader, null where it surely is not
 */
export async function heardByDay(
  deps: Deps,
  reader: StoredSubscription,
  { keys, before, handed }: { keys: readonly string[]; before: Date; handed: ReadonlyMap<string, Date | null> },
): Promise<Heard> {
  const { store, now, names } = deps;
  if (keys.length === 0) return { knows: () => false, wrong: () => null };
  const { strands: stored, corrections } = await store.strandsOf(keys, now());
  const asking = { every: 'day' as const, quiet: reader.quiet, reader: () => reader };
  const known = (await Promise.all(stored.map((strand) => knownOf(deps, strand, asking)))).flat();
  const together = togetherAmong(known);
  const heard = new Map(known.flatMap((strand) => firstHeard(strand).map((at) => [strand, at] as const)));
  const partsOf = (key: string, at: Date) =>
    known.filter((strand) => heard.has(strand) && standingAt(strand, at)?.event.key === key);
  return {
    knows: (key, at) => partsOf(key, at).length > 0,
    wrong(key, { began, now }) {
      const amiss = partsOf(key, now)
        .map((strand) => ({ strand, heardAt: lastHeard(strand, began), now }))
        .filter(({ strand, ...moments }) => isOtherwise(strand, moments, together))
        .flatMap(({ strand, ...moments }) => {
          const told = standingAt(strand, moments.heardAt)?.event;
          return told ? [wasTold(told, heardAs(strand, moments, together))] : [];
        });
      // That it is no judgement of its own says more than how it changed.
      return asOne([...amiss.filter(({ as }) => as), ...amiss.filter(({ as }) => !as)]);
    },
  };

  /** Up to when the message of a moment's day told; null where it is yet to leave, or did not reach the reader. */
  function leaves(moment: Date): Date | null {
    if (moment >= before) return null;
    const { id, sendAt } = dayPeriod(londonDay(moment), reader.quiet);
    const handedAt = handed.get(id);
    const left = handedAt === undefined ? sendAt : handedAt;
    // What changed in the very moment it left it did not tell.
    return left && new Date(left.getTime() - 1);
  }

  function firstHeard(strand: Known): Date[] {
    const moments = momentsOf(strand, (event) => matches(reader.criteria, event, names), leaves);
    const left = moments.flatMap((at) => {
      const told = dayPeriod(londonDay(at)).until > asksSince(reader, strand.event, names) ? leaves(at) : null;
      return told && goesOn(strand, told, together) ? [told] : [];
    });
    return left.slice(0, 1);
  }

  /**
   * When the last message left that told it: first, or what was put right of it by then. One that was late told what was so by
   * then; what was put right since no message has told, be it undone by now.
   */
  function lastHeard(strand: Known, began: Date): Date {
    const put = corrections.filter((one) => one.at <= began && changesOf(one, strand.stood).length > 0);
    const told = [heard.get(strand), ...put.map(({ at }) => leaves(at))];
    return new Date(Math.max(...told.flatMap((at) => at?.getTime() ?? [])));
  }
}
