import type { StoredSubscription } from '../adapters/store/store.ts';
import type { StoredStrand } from '../adapters/store/strands.ts';
import type { QuietHours } from '../core/sending/cadence.ts';
import type { Known, Standing } from '../core/sending/past.ts';
import { leavesAt } from '../core/sending/rehearsal.ts';
import { type EndOf, endOfDay, endOfWeek, toldSince } from '../core/sending/told-since.ts';
import type { Cadence } from '../core/types.ts';
import type { Deps } from './deps.ts';
import { newsOf } from './route-notice.ts';

interface Asking {
  every: Cadence;
  quiet: QuietHours | null;
  /** Who asks, where it could first be told at that moment. */
  reader(freeAt: Date): Pick<StoredSubscription, 'since' | 'widened'>;
}

/**
 * How a strand stood from when it could first be told, and whether a reader was told then whom it only concerned by then. A week
 * lists all that it learnt; else only what was news is told, and what a reassessment or an import found once a person released
 * it. None where nothing of it could be told yet.
 */
export async function knownOf(
  deps: Pick<Deps, 'store' | 'now' | 'names' | 'policy'>,
  { key, event, stood, learntAt, foundAt }: StoredStrand,
  { every, quiet, reader }: Asking,
): Promise<Known[]> {
  const [begun] = stood;
  const found = every === 'week' ? begun?.at : foundAt;
  const unheld = toldSince(
    stood.map(({ at, event }) => ({ at, held: event.held })),
    endOf(every, quiet),
  );
  if (!begun || !found || !unheld) return [];
  const freeAt = found > unheld ? found : unheld;
  const first = stood.findLastIndex(({ at }) => at <= freeAt);
  const standings = stood.slice(Math.max(first, 0)).map(async (one, index): Promise<Standing> => {
    const isFirst = index === 0;
    const at = isFirst ? freeAt : one.at;
    const news = async () =>
      (await newsOf({ ...deps, now: () => (isFirst ? found : one.at) }, { event: one.event, learntAt }))(
        reader(freeAt),
      );
    const isTold = every === 'week' ? endOfWeek(learntAt) > begun.at : isFirst || !one.quietly;
    return { at, event: one.event, tells: isTold && (every === 'week' || (await news())) };
  });
  return [{ key, event, stood: await Promise.all(standings) }];
}

/** When the message that could tell what is known at a moment is made. */
function endOf(every: Cadence, quiet: QuietHours | null): EndOf {
  if (every === 'event') return (moment) => leavesAt(moment, quiet);
  return every === 'day' ? endOfDay : endOfWeek;
}
