import { addDays, dayStart, londonDay } from '../core/dates.ts';
import { endedReason } from '../core/sending/ended.ts';
import { followSuccession } from '../core/sending/route.ts';
import { isEnded } from '../core/sending/wishes.ts';
import type { Authority, Day } from '../core/types.ts';
import type { Deps } from './deps.ts';
import { ALL_LINKS, replaceSubscription } from './replace-subscription.ts';

const DONE = 'successions';
/** When successors take over from an authority whose last day this is. */
const successionOf = (lastDay: Day): Date => dayStart(addDays(lastDay, 1));

/**
 * Subscriptions to an authority that has ended go on with its successors, with a letter that says so. Only those that began
 * while it lasted: who asks for an ended authority afterwards has to name its successors too. What successors were judged before they took
 * over is no news to them. Looked at once a London day, and again when
 * the register of authorities changes; safe to repeat.
 *
 * @returns how many subscriptions followed
 */
export async function followSuccessions(deps: Pick<Deps, 'store' | 'now' | 'rulebook'>): Promise<number> {
  const { store, now, rulebook } = deps;
  const today = londonDay(now());
  const ended = rulebook.authorities.filter(
    (one): one is Authority & { validTo: string } => isEnded(one, today) && one.successors.length > 0,
  );
  const seen = [today, ...ended.map(({ slug, successors }) => `${slug}>${successors.join('+')}`)].join(' ');
  if ((await store.fact(DONE)) === seen) return 0;
  let followed = 0;
  for (const { slug, validTo, successors } of ended)
    for (const reader of await store.subscriptionsNaming(slug, successionOf(validTo))) {
      const criteria = followSuccession(reader.criteria, slug, successors);
      if (criteria === null) continue;
      const owes = { new: { kind: 'succession' as const, authority: slug, successors } };
      const how = { by: 'succession', reason: endedReason('authority_ended', slug), links: ALL_LINKS, owes };
      const widened = [...(reader.widened ?? []), { criteria: reader.criteria, until: successionOf(validTo) }];
      if (await replaceSubscription(deps, reader, { criteria, widened }, how)) followed += 1;
    }
  await store.setFact(DONE, seen, now());
  return followed;
}
