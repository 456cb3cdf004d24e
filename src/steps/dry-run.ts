import { addDays, dayStart, londonDay } from '../core/dates.ts';
import type { QuietHours } from '../core/sending/cadence.ts';
import { type DryRun, dryRun } from '../core/sending/dry-run.ts';
import type { Cadence, Criteria } from '../core/types.ts';
import type { Deps } from './deps.ts';
import { knownOf } from './known-strand.ts';

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
  // One who began with these days or, of what was told before them, long ago.
  const reader = (freeAt: Date) => ({ since: freeAt >= time.from ? time.from : LONG_AGO, widened: null });
  const known = await Promise.all(strands.map((strand) => knownOf(deps, strand, { every, quiet, reader })));
  return dryRun(asked, { strands: known.flat(), corrections }, range, policy.storm, names);
}
