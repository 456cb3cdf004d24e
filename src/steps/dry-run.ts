import type { StoredStrand } from '../adapters/store/strands.ts';
import { addDays, dayStart, londonDay } from '../core/dates.ts';
import type { QuietHours } from '../core/sending/cadence.ts';
import { type DryRun, dryRun } from '../core/sending/dry-run.ts';
import type { Known, Standing } from '../core/sending/past.ts';
import { leavesAt } from '../core/sending/rehearsal.ts';
import { type EndOf, endOfDay, endOfWeek, toldSince } from '../core/sending/told-since.ts';
import type { Cadence, Criteria } from '../core/types.ts';
import type { Deps } from './deps.ts';
import { newsOf } from './route-notice.ts';

/** Days a dry run looks back. */
export const DRY_RUN_DAYS = 90;

const LONG_AGO = new Date(0);

type Parts = Pick<Deps, 'store' | 'now' | 'names' | 'policy'>;

/** What a subscription would have sent in these days, corrections among it, also of what was told before them. */
export async function wouldHaveSent(
  deps: Parts,
  asked: { criteria: Criteria; every: Cadence; quiet?: QuietHours | null },
): Promise<DryRun> {
  const { store, now, names, policy } = deps;
  const { every, quiet = null } = asked;
  const until = addDays(londonDay(now()), 1);
  const range = { from: addDays(until, -DRY_RUN_DAYS), until };
  const time = { from: dayStart(range.from), until: dayStart(until) };
  const { strands, corrections } = await store.strandsWithin(time);
  const known = await Promise.all(strands.map((strand) => knownOf(deps, strand, { every, quiet, from: time.from })));
  return dryRun(asked, { strands: known.flat(), corrections }, range, policy.storm, names);
}

/** When the message that could tell what is known at a moment is made. */
function endOf(every: Cadence, quiet: QuietHours | null): EndOf {
  if (every === 'event') return (moment) => leavesAt(moment, quiet);
  return every === 'day' ? endOfDay : endOfWeek;
}

/**
 * How it stood from when it could first be told, and whether a reader was told then whom it only concerned by then: one who
 * began with these days or, where it was told before them, long ago. A week lists all that it learnt; else only what was news
 * is told, and what a reassessment or an import found once a person released it.
 */
async function knownOf(
  deps: Parts,
  { event, stood, foundAt }: StoredStrand,
  { every, quiet, from }: { every: Cadence; quiet: QuietHours | null; from: Date },
): Promise<Known[]> {
  const [begun] = stood;
  const found = every === 'week' ? begun?.at : foundAt;
  const unheld = toldSince(
    stood.map(({ at, event }) => ({ at, held: event.held })),
    endOf(every, quiet),
  );
  if (!begun || !found || !unheld) return [];
  const freeAt = found > unheld ? found : unheld;
  const since = freeAt >= from ? from : LONG_AGO;
  const first = stood.findLastIndex(({ at }) => at <= freeAt);
  const standings = stood.slice(Math.max(first, 0)).map(async (one, index): Promise<Standing> => {
    const isFirst = index === 0;
    const at = isFirst ? freeAt : one.at;
    const news = async () =>
      (await newsOf({ ...deps, now: () => (isFirst ? found : one.at) }, { event: one.event, learntAt: begun.at }))({
        ...{ since, widened: null },
      });
    return { at, event: one.event, tells: every === 'week' || ((isFirst || !one.quietly) && (await news())) };
  });
  return [{ event, stood: await Promise.all(standings) }];
}
