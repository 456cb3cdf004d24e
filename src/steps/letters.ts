import type { StoredAlert } from '../adapters/store/ledger.ts';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { londonDay } from '../core/dates.ts';
import { precedingJudgement, registeredJudgement } from '../core/events/preceding.ts';
import { officialReport } from '../core/report-sites.ts';
import { type AlertInput, type AlertLinks, type Asked, alertContent, alertLetter } from '../core/sending/alert.ts';
import type { Letter } from '../core/sending/letter.ts';
import type { Channel, JudgementEvent } from '../core/types.ts';
import type { Deps } from './deps.ts';

/** The reader's side of a letter. */
export const askedBy = ({ id, criteria, since, note }: StoredSubscription): Asked => ({
  id,
  criteria,
  since: londonDay(since),
  note,
});

const LINKED: readonly Channel[] = ['mail', 'push'];

/** Where a reader changes or ends a subscription. Mail and notifications carry such links, with tokens of their own. */
export async function readerLinks(
  deps: Pick<Deps, 'policy' | 'newToken'>,
  reader: StoredSubscription,
): Promise<Pick<AlertLinks, 'preferences' | 'unsubscribe'>> {
  const link = async (purpose: 'unsubscribe' | 'preferences') =>
    LINKED.includes(reader.channel)
      ? `${deps.policy.publicUrl}/${purpose}/${await deps.newToken(reader.id, purpose)}`
      : null;
  const [preferences, unsubscribe] = await Promise.all([link('preferences'), link('unsubscribe')]);
  return { preferences, unsubscribe };
}

/** Ends several subscriptions of a reader at once; null where messages carry no links. @param also those beside the first */
export const unsubscribeLink = async (
  deps: Pick<Deps, 'policy' | 'newToken'>,
  { id, channel }: StoredSubscription,
  also: readonly string[],
): Promise<string | null> =>
  LINKED.includes(channel)
    ? `${deps.policy.publicUrl}/unsubscribe/${await deps.newToken(id, 'unsubscribe', also)}`
    : null;

/** Links of one letter to one reader. */
export async function linksOf(
  deps: Pick<Deps, 'policy' | 'newToken' | 'register' | 'reportSites'>,
  reader: StoredSubscription,
  event: JudgementEvent | null,
): Promise<AlertLinks> {
  return { ...eventLinks(deps, event), ...(await readerLinks(deps, reader)) };
}

function eventLinks(
  { policy: { publicUrl }, register, reportSites }: Pick<Deps, 'policy' | 'register' | 'reportSites'>,
  event: JudgementEvent | null,
) {
  const pageOf = ({ key }: { key: string }) => `${publicUrl}/events/${encodeURIComponent(key)}`;
  const page = event ? pageOf(event) : `${publicUrl}/`;
  const other = event?.toldApart?.of ?? null;
  const official = event && officialReport(event, register, reportSites);
  return { event: page, other: other && pageOf(other), official, reportError: event && `${page}#wrong` };
}

/**
 * Everything an alert says to its reader, for the renderers.
 *
 * @param links the reader's own; the letters of one batch may share them
 */
export function alertInputOf(
  deps: Deps,
  reader: StoredSubscription,
  alert: StoredAlert,
  links: Awaited<ReturnType<typeof readerLinks>>,
): AlertInput {
  return {
    event: alert.body,
    notice: { notice: alert.notice, was: alert.was },
    subscription: askedBy(reader),
    names: deps.names,
    previous: precedingJudgement(alert.body, deps.register),
    registered: registeredJudgement(alert.body, deps.register),
    sample: deps.policy.sample,
    links: { ...eventLinks(deps, alert.body), ...links },
  };
}

export const alertLetterOf = async (deps: Deps, reader: StoredSubscription, alert: StoredAlert): Promise<Letter> =>
  alertLetter(alertContent(alertInputOf(deps, reader, alert, await readerLinks(deps, reader))));
