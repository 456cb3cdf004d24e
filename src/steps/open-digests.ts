import { digestId } from '../core/keys.ts';
import { periodsDue } from '../core/sending/cadence.ts';
import type { Deps } from './deps.ts';

/** Opens a promise for every period that is over and has none yet: the ordinary run and the making up of missed ones. */
export async function openDigests({ store, now }: Pick<Deps, 'store' | 'now'>): Promise<number> {
  let opened = 0;
  for (const every of ['day', 'week'] as const)
    for (const reader of await store.activeSubscriptions(every)) {
      const done = new Set(await store.digestPeriods(reader.id));
      const periods = periodsDue(every, { now: now(), since: reader.since, done, quiet: reader.quiet });
      const digests = periods.map(({ id: period }) => ({
        id: digestId('digest', reader.id, period),
        subscriptionId: reader.id,
        period,
        reference: `${reader.id}.${period}.digest.${reader.channel}`,
      }));
      opened += (await store.openDigests(digests, now())).length;
    }
  return opened;
}
