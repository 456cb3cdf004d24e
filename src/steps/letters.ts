import type { StoredAlert } from '../adapters/store/ledger.ts';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { londonDay } from '../core/dates.ts';
import { type AlertInput, type AlertLinks, type Asked, alertContent, alertLetter } from '../core/sending/alert.ts';
import type { Letter } from '../core/sending/letter.ts';
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

/** Links of one letter to one reader. Mail carries links to unsubscribe and to change it, with tokens of their own. */
export async function linksOf(
  deps: Pick<Deps, 'policy' | 'newToken' | 'register'>,
  reader: StoredSubscription,
  event: JudgementEvent | null,
): Promise<AlertLinks> {
  const { publicUrl } = deps.policy;
  const page = event ? `${publicUrl}/events/${encodeURIComponent(event.key)}` : `${publicUrl}/`;
  const link = async (purpose: 'unsubscribe' | 'preferences') =>
    reader.channel === 'mail' ? `${publicUrl}/${purpose}/${await deps.newToken(reader.id, purpose)}` : null;
  return {
    event: page,
    official: event && officialReport(deps, event),
    reportError: event && `${page}#wrong`,
    preferences: await link('preferences'),
    unsubscribe: await link('unsubscribe'),
  };
}

/** Everything an alert says to its reader, for the renderers. */
export async function alertInputOf(deps: Deps, reader: StoredSubscription, alert: StoredAlert): Promise<AlertInput> {
  return {
    event: alert.body,
    notice: { notice: alert.notice, was: alert.was },
    subscription: askedBy(reader),
    names: deps.names,
    sample: deps.policy.sample,
    links: await linksOf(deps, reader, alert.body),
  };
}

export const alertLetterOf = async (deps: Deps, reader: StoredSubscription, alert: StoredAlert): Promise<Letter> =>
  alertLetter(alertContent(await alertInputOf(deps, reader, alert)));
