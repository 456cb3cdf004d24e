/** What messages of a day or a week would have told one reader: each as all stood when it told it. */
import { isInRange, londonDay, londonWeek, mondaysIn, weekMoments } from '../dates.ts';
import { isOfKey } from '../events/joined.ts';
import { type Change, changesBetween, changesTogether, isTakenBack } from '../events/notices.ts';
import { standingAt } from '../events/strands.ts';
import type { Cadence, DayRange } from '../types.ts';
import { dayPeriod, type QuietHours, wasToldByDay } from './cadence.ts';
import type { Hit, Mended, Sent, Standing, Strand } from './past.ts';

interface Seen {
  strands: readonly Strand[];
  mended: readonly Mended[];
  /** A strand, and those that were one event with it at a moment. */
  together(strand: Strand, at: Date): readonly Strand[];
}

interface Asked {
  every: Exclude<Cadence, 'event'>;
  quiet: QuietHours | null;
  asks(event: Standing['event']): boolean;
  range: DayRange;
}

/** The time that one message sums up, since when, and the moment as of which it does. */
interface Period {
  from: Date;
  tellsAt: Date;
  news: Hit[];
  mended: Mended[];
}

/** What was put right of one event in such a time. */
interface Corrected {
  strands: readonly Strand[];
  changes: readonly Change[];
  /** Every key under which it was put right. */
  keys: ReadonlySet<string>;
  at: Date;
}

/** Whoever is asked about is taken to have been told what came before these days. */
const LONG_AGO = new Date(0);

export function summariesOf({ strands, mended, together }: Seen, { every, quiet, asks, range }: Asked): Sent {
  const known = new Set(strands.filter(({ moments }) => moments.some((at) => londonDay(at) < range.from)));
  const hits: Hit[] = [];
  let corrections = 0;
  let days = 0;
  for (const { from, tellsAt, news, mended } of periods()) {
    const first = news.filter((one, index) => isNews(one, news.slice(0, index), { from, tellsAt }));
    const put = correctedIn(mended, tellsAt).map((one) => ({ ...one, as: toldAs(one, { from, tellsAt }) }));
    const told = put.filter(({ as }) => as === 'correction').length;
    const again = put.flatMap(({ as, at, strands: [strand] }) =>
      strand && as === 'first' && !first.some((one) => together(strand, tellsAt).includes(one.strand))
        ? [{ strand, at }]
        : [],
    );
    for (const { strand } of [...first, ...again]) known.add(strand);
    hits.push(...first, ...again);
    corrections += told;
    days += first.length + again.length + told > 0 ? 1 : 0;
  }
  // An empty week is told too.
  return { hits, corrections, messages: every === 'week' ? mondaysIn(range) : days };

  /** Oldest first, those that have anything to tell. */
  function periods(): Period[] {
    const found = new Map<number, Period>();
    const at = (moment: Date) => {
      const period = { ...(every === 'week' ? weekOf(moment) : dayOf(moment, quiet)), news: [], mended: [] };
      const key = period.from.getTime();
      return found.get(key) ?? found.set(key, period).get(key)!;
    };
    for (const strand of strands)
      for (const moment of strand.moments)
        if (isInRange(londonDay(moment), range)) at(moment).news.push({ strand, at: moment });
    for (const one of mended) at(one.at).mended.push(one);
    return [...found.values()].sort((a, b) => a.from.getTime() - b.from.getTime());
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

  /** Event by event, as they were one by then; what was undone is left out. */
  function correctedIn(mended: readonly Mended[], tellsAt: Date): Corrected[] {
    const found = new Map<string, { strands: Set<Strand>; changes: Set<Change>; keys: Set<string>; at: Date }>();
    for (const { key, at, of } of mended)
      for (const { strand, changes } of of) {
        const event = standingAt(strand, tellsAt)?.event.key ?? key;
        const one = found.get(event) ?? { strands: new Set(), changes: new Set(), keys: new Set([event]), at };
        one.strands.add(strand);
        for (const change of changes) one.changes.add(change);
        for (const name of [key, ...changes.flatMap((change) => change.of ?? [])]) one.keys.add(name);
        found.set(event, { ...one, at });
      }
    return [...found.values()]
      .map(({ strands, changes, ...one }) => ({
        ...one,
        strands: [...strands],
        changes: changesTogether([...changes]),
      }))
      .filter(({ changes }) => changes.length > 0);
  }

  /** As what a reader is told it, if at all: to whom what was put right had not been told, it is news. */
  function toldAs(one: Corrected, { from, tellsAt }: Pick<Period, 'from' | 'tellsAt'>): 'first' | 'correction' | null {
    const [strand] = one.strands;
    const now = strand && standingAt(strand, tellsAt)?.event;
    if (!strand || !now) return null;
    const whole = [...new Set([...together(strand, tellsAt), ...one.strands])];
    const learnt = learntAt(whole);
    const before = stoodBefore(one, whole, from);
    if (learnt >= from || !(asks(now) || (before && asks(before)))) return null;
    if (every === 'week') return 'correction';
    const wasNews = whole.some(({ stood: [begun] }) => begun?.tells && begun.at < from);
    if (!wasNews || !wasToldByDay({ since: LONG_AGO, quiet }, { learntAt: learnt, at: one.at })) return null;
    if (before?.key === now.key && changesBetween(before, now).length === 0) return null;
    const wasTold = before && asks(before) && (!isTakenBack(before) || one.strands.some((other) => known.has(other)));
    if (wasTold) return 'correction';
    return isTakenBack(now) ? null : 'first';
  }
}

/** What was told before it was put right: of a part that went into another the part; null where it stood under another key. */
function stoodBefore({ changes, keys }: Corrected, whole: readonly Strand[], from: Date): Standing['event'] | null {
  const stood = whole
    .flatMap((strand) => standingAt(strand, from)?.event ?? [])
    .filter(({ key }) => keys.has(key))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const join = changes.find(isOfKey);
  return stood.find(({ key }) => key === join?.of) ?? stood[0] ?? null;
}

const learntAt = (strands: readonly Strand[]): Date =>
  new Date(Math.min(...strands.flatMap(({ stood: [begun] }) => (begun ? [begun.at.getTime()] : []))));

function weekOf(moment: Date) {
  const { from, until } = weekMoments(londonWeek(moment));
  return { from, tellsAt: until };
}
function dayOf(moment: Date, quiet: QuietHours | null) {
  const { from, sendAt } = dayPeriod(londonDay(moment), quiet);
  return { from, tellsAt: sendAt };
}
