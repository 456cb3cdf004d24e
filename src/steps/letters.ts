import type { StoredSubscription } from '../adapters/store/store.ts';
import { londonDay } from '../core/dates.ts';
import type { AlertLinks, Asked } from '../core/sending/alert.ts';
import type { JudgementEvent } from '../core/types.ts';
import type { Deps } from './deps.ts';

/** The reader's side of a letter. */
export const askedBy = ({ id, criteria, since, note }: StoredSubscription): Asked => ({
  id,
  criteria,
  since: londonDay(since),
  note,
});

/** The inspectorate's own report of an event, where the register knows its address. */
export const officialReport = ({ register }: Pick<Deps, 'register'>, event: JudgementEvent): string | null =>
  register.byAuthority.get(event.authority)?.find(({ id }) => id === event.register.judgement)?.sourceUrl ?? null;

/** Links of one letter to one reader. Mail carries an unsubscribe link with a token of its own. */
export async function linksOf(
  deps: Pick<Deps, 'policy' | 'newToken' | 'register'>,
  reader: StoredSubscription,
  event: JudgementEvent | null,
): Promise<AlertLinks> {
  const { publicUrl } = deps.policy;
  const page = event ? `${publicUrl}/events/${encodeURIComponent(event.key)}` : `${publicUrl}/`;
  const token = reader.channel === 'mail' ? await deps.newToken(reader.id, 'unsubscribe') : null;
  return {
    event: page,
    official: event && officialReport(deps, event),
    reportError: page,
    preferences: null,
    unsubscribe: token && `${publicUrl}/unsubscribe/${token}`,
  };
}
