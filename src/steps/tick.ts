import { settleCoverage } from './coverage.ts';
import { applyDecision } from './decide.ts';
import type { Deps } from './deps.ts';
import { followSuccessions } from './follow-successions.ts';
import { isOnHold } from './on-hold.ts';
import { openDigests } from './open-digests.ts';
import { readReturns } from './read-returns.ts';
import { retellEvents, routeNotices } from './route-notice.ts';
import { ASK_LATE_DAYS, CONFIRM_DAYS } from './send-confirmation.ts';

/** A poll may take this long before another poller may take the source. */
const POLL_LEASE_MS = 10 * 60_000;
const MOST_SOURCES = 200;
const MOST_OTHERS = 500;
const FORGET_ADDRESS_DAYS = 28;
const PARAGRAPH_DAYS = 60;
/** The delivery log answers questions about the last weeks; the ledger stays. */
const ATTEMPT_DAYS = 30;
const DAY_MS = 86_400_000;

export interface TickReport {
  sources: number;
  items: number;
  reports: number;
  articles: number;
  notices: number;
  readers: number;
  letters: number;
  digests: number;
}

/**
 * Looks at what is true now and queues it: due sources, unread items and reports, unjudged articles, untold notices, pending
 * promises, closed weeks without a digest. Polling, digests and the recovery of lost work are this one step; the queue may
 * be emptied at any moment without loss. In a store that was restored promises are made, and none is kept until it is released.
 * What is due is asked for by the time of asking: a promise that this tick made is due, and is not taken for idleness.
 *
 * @returns how much was found to do; all zero means that nothing is runnable now
 */
export async function tick(deps: Deps): Promise<TickReport> {
  const { store, queue, now } = deps;
  const at = now();
  const sources = await store.claimDueSources(at, POLL_LEASE_MS, MOST_SOURCES);
  await queue.put(
    'poll-source',
    sources.map((sourceId) => ({ sourceId })),
  );
  const items = await store.unreadItems(at, MOST_OTHERS);
  await queue.put(
    'read-article',
    items.map((itemKey) => ({ itemKey })),
  );
  const reports = await store.unreadReports(at, MOST_OTHERS);
  await queue.put(
    'read-report',
    reports.map((reportId) => ({ reportId })),
  );
  const articles = await store.unassessedArticles(MOST_OTHERS);
  await queue.put(
    'assess-article',
    articles.map((articleId) => ({ articleId })),
  );
  for (const decision of await store.unappliedDecisions(MOST_OTHERS)) await applyDecision(deps, decision);
  const notices = await store.unroutedNotices(MOST_OTHERS);
  await routeNotices(deps, notices);
  await retellEvents(deps, await store.eventsToRetell(MOST_OTHERS));
  const held = await isOnHold(store);
  const readers = held ? [] : await store.readersWaiting(now(), MOST_OTHERS);
  await queue.put(
    'send-alerts',
    readers.map((subscriptionId) => ({ subscriptionId })),
  );
  await readReturns(deps);
  await followSuccessions(deps);
  const daysAgo = (days: number) => new Date(at.getTime() - days * DAY_MS);
  await store.endUnconfirmed({ before: daysAgo(CONFIRM_DAYS), untried: daysAgo(ASK_LATE_DAYS) }, at);
  const letters = held ? [] : await store.lettersOwed(now(), MOST_OTHERS);
  await queue.put(
    'send-letter',
    letters.map((subscriptionId) => ({ subscriptionId })),
  );
  const changes = held ? [] : await store.addressLettersOwed(now(), MOST_OTHERS);
  await queue.put(
    'send-address-letter',
    changes.map((changeId) => ({ changeId })),
  );
  await settleCoverage(deps);
  await openDigests(deps);
  const digests = held ? [] : await store.waitingDigests(now(), MOST_OTHERS);
  await queue.put(
    'send-digest',
    digests.map((digestId) => ({ digestId })),
  );
  await housekeeping(deps, at);
  return {
    sources: sources.length,
    items: items.length,
    reports: reports.length,
    articles: articles.length,
    notices: notices.length,
    readers: readers.length,
    letters: letters.length + changes.length,
    digests: digests.length,
  };
}

/** Once a day: what has outlived its time goes. */
async function housekeeping({ store, log, housekeeping: tidy }: Deps, at: Date): Promise<void> {
  const last = await store.fact('housekeeping');
  if (last && at.getTime() - Date.parse(last) < DAY_MS) return;
  await store.setFact('housekeeping', at.toISOString(), at);
  const responses = await store.dropOldResponses(at);
  const addresses = await store.forgetAddresses(new Date(at.getTime() - FORGET_ADDRESS_DAYS * DAY_MS));
  const changes = await store.forgetAddressChanges(new Date(at.getTime() - CONFIRM_DAYS * DAY_MS));
  const holds = await store.dropPastHolds(at);
  const paragraphs = await store.dropSingleParagraphs(new Date(at.getTime() - PARAGRAPH_DAYS * DAY_MS));
  const attempts = await store.dropAttempts(new Date(at.getTime() - ATTEMPT_DAYS * DAY_MS));
  await tidy();
  log.info('housekeeping.done', { responses, addresses, changes, holds, paragraphs, attempts });
}
