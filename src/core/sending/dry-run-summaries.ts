/** What messages of a day or a week would have told one reader: each as all stood when it told it. */
import { dayStart, londonDay, mondaysIn } from '../dates.ts';
import { isTakenBack } from '../events/notices.ts';
import { standingAt } from '../events/strands.ts';
import type { Cadence, DayRange } from '../types.ts';
import { type QuietHours, wasToldByDay } from './cadence.ts';
import { type Corrected, correctedIn, type Period, periodsOf } from './dry-run-periods.ts';
import { goesOn, isOtherwise, type Together } from './heard.ts';
import type { Hit, Mended, Sent, Standing, Strand } from './past.ts';

interface Seen {
  strands: readonly Strand[];
  mended: readonly Mended[];
  together: Together<Strand>;
}

interface Asked {
  every: Exclude<Cadence, 'event'>;
  quiet: QuietHours | null;
  asks(event: Standing['event']): boolean;
  range: DayRange;
}

/** Whoever is asked about is taken to have been told what came before these days. */
const LONG_AGO = new Date(0);

export function summariesOf(seen: Seen, { every, quiet, asks, range }: Asked): Sent {
  const { strands, together } = seen;
  /** As of when they were told last. */
  const known = new Map(
    strands
      .filter(({ moments }) => moments.some((at) => londonDay(at) < range.from))
      .map((strand) => [strand, dayStart(range.from)] as const),
  );
  const hits: Hit[] = [];
  let corrections = 0;
  let days = 0;
  for (const { from, tellsAt, news, mended } of periodsOf(seen, { every, quiet, range })) {
    const inOrder = news.toSorted((a, b) => partsLast(a, tellsAt) - partsLast(b, tellsAt));
    const first = inOrder.filter((one, index) => isNews(one, inOrder.slice(0, index), { from, tellsAt }));
    const put = correctedIn(mended, tellsAt).map(({ at, strands }) => {
      const whole = strands[0] ? together(strands[0], tellsAt) : [];
      return { whole, at, as: toldAs({ whole, strands, at }, { from, tellsAt }) };
    });
    const told = put.filter(({ as }) => as === 'correction');
    const again = put.flatMap(({ as, at, whole }) => {
      const isSaid = as !== 'first' || first.some(({ strand }) => whole.includes(strand));
      return isSaid ? [] : whole.slice(0, 1).map((strand) => ({ strand, at }));
    });
    for (const { strand } of [...first, ...again]) known.set(strand, tellsAt);
    for (const { whole } of told) hear(whole, tellsAt);
    hits.push(...first, ...again);
    corrections += told.length;
    days += first.length + again.length + told.length > 0 ? 1 : 0;
  }
  // An empty week is told too.
  return { hits, corrections, messages: every === 'week' ? mondaysIn(range) : days };

  function partsLast({ strand }: Hit, at: Date): number {
    return goesOn(strand, at, together) ? 0 : 1;
  }

  /** A correction puts right all that was known and, where such is asked for, tells what goes on. */
  function hear(whole: readonly Strand[], at: Date): void {
    for (const [place, strand] of whole.entries()) {
      const now = standingAt(strand, at)?.event;
      if (known.has(strand) || (place === 0 && now && asks(now))) known.set(strand, at);
    }
  }

  /** Parts of one event are told once, and not once one of them was; a week has only what was learnt in it. */
  function isNews(
    { strand }: Hit,
    others: readonly Hit[],
    { from, tellsAt }: Pick<Period, 'from' | 'tellsAt'>,
  ): boolean {
    const whole = together(strand, tellsAt);
    return (
      !whole.some((one) => known.has(one) || others.some((other) => other.strand === one)) &&
      (every === 'day' || whole.every((one) => learntAt([one]) >= from))
    );
  }

  /**
   * As what a reader is told what was put right, if at all: who was told a part has been told it, and of what is wrong about that a
   * correction is theirs; to whom nothing of it was told it is news.
   */
  function toldAs(
    { whole, strands, at }: { whole: readonly Strand[] } & Pick<Corrected, 'strands' | 'at'>,
    { from, tellsAt }: Pick<Period, 'from' | 'tellsAt'>,
  ): 'first' | 'correction' | null {
    const now = whole[0] && standingAt(whole[0], tellsAt)?.event;
    if (!now) return null;
    if (every === 'week') return learntAt(whole) < from && isListed(whole, strands, from, now) ? 'correction' : null;
    const told = whole.filter((part) => known.has(part));
    if (told.length > 0) return told.some((part) => isPutRight(part, known.get(part), tellsAt)) ? 'correction' : null;
    const wasNews = whole.some(({ stood: [begun] }) => begun?.tells && begun.at < from);
    const couldHear = wasToldByDay({ since: LONG_AGO, quiet }, { learntAt: learntAt(whole), at });
    if (learntAt(whole) >= from || !wasNews || !couldHear || !whole.some((part) => isPutRight(part, from, tellsAt)))
      return null;
    return asks(now) && !isTakenBack(now) ? 'first' : null;
  }

  /** A week puts right what was asked for before, or is now, but for a part that stood by itself and goes on as it was. */
  function isListed(
    whole: readonly Strand[],
    corrected: readonly Strand[],
    from: Date,
    now: Standing['event'],
  ): boolean {
    const told = whole.filter((part) => {
      const before = standingAt(part, from)?.event;
      return before && asks(before) && goesOn(part, from, together);
    });
    return told.length > 0 ? told.some((part) => corrected.includes(part)) : asks(now);
  }

  function isPutRight(part: Strand, heardAt: Date | undefined, now: Date): boolean {
    return heardAt !== undefined && isOtherwise(part, { heardAt, now }, together);
  }
}

const learntAt = (strands: readonly Strand[]): Date =>
  new Date(Math.min(...strands.flatMap(({ stood: [begun] }) => (begun ? [begun.at.getTime()] : []))));
