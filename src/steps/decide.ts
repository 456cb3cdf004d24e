import type { DecisionToKeep } from '../adapters/store/decisions.ts';
import { takenBack } from '../core/events/decisions.ts';
import { giveUp } from '../errors.ts';
import { correlateGroups } from './correlate-groups.ts';
import type { Deps } from './deps.ts';
import { routeNotices, settlePromises } from './route-notice.ts';

export interface Decided {
  /** Undo it by this id; null where there was no decision to keep. */
  decision: string | null;
  /** Events that hold what was decided about, as they are now. */
  events: string[];
  /** Promises made or set free. */
  alerts: number;
  /** Alerts of these events that are yet to leave, those included: they tell what is so then. */
  waiting: number;
  /** Whether anybody is told by day or week. */
  summaries: boolean;
}

const MOST_NOTICES = 500;

/**
 * Keeps what a person decided and brings the events it touches in line: correlated again, corrections to those who were
 * told, promises held or set free. Safe to repeat; what a crash leaves unapplied the tick makes up.
 *
 * @param subjects event keys and finding ids whose history shows it
 * @throws GiveUp for an undo of what does not exist or is undone already
 */
export async function decideByPerson(deps: Deps, asked: DecisionToKeep, subjects: string[]): Promise<Decided> {
  const { store, now } = deps;
  const findingIds = asked.kind === 'undo' ? await undoable(deps, asked.decisionId) : asked.findingIds;
  return applyDecision(deps, await store.keepPersonDecision(asked, findingIds, [...new Set(subjects)], now()));
}

/** The findings of a decision that is in force. */
async function undoable({ store }: Deps, decisionId: string): Promise<string[]> {
  const found = await store.decision(decisionId);
  if (!found)
    throw giveUp(`there is no decision "${decisionId}"; gradewatch events show KEY lists those about an event`);
  const by = takenBack(await store.decisions(found.findingIds)).get(decisionId);
  if (by) throw giveUp(`decision "${decisionId}" is undone already, by ${by}`);
  return found.findingIds;
}

/** Correlates what a kept decision touches and settles what was promised. */
export async function applyDecision(deps: Deps, id: string): Promise<Decided> {
  const { store, queue, now } = deps;
  const groups = await store.groupsOfDecision(id);
  const correlated = await correlateGroups(deps, groups, `decision ${id}`);
  const ofGroups = (await Promise.all(groups.map((group) => store.eventsOfGroup(group)))).flat();
  const keys = ofGroups.map(({ event }) => event.key);
  const routed = await routeNotices(deps, await store.unroutedNotices(MOST_NOTICES, keys));
  const freed = (await Promise.all(keys.map((key) => settlePromises(deps, key)))).flat();
  const readers = new Set([...correlated.readers, ...routed.readers, ...freed]);
  const alerts = correlated.alerts + routed.alerts + freed.length;
  await store.decisionApplied(id, now());
  await queue.put(
    'send-alerts',
    [...readers].map((subscriptionId) => ({ subscriptionId })),
  );
  const about = new Set((await store.decision(id))?.findingIds);
  const events = ofGroups
    .filter(({ event }) => event.reports.some(({ findingId }) => about.has(findingId)))
    .map(({ event }) => event.key);
  return { decision: id, events, alerts, ...(await stillToTell(deps, events)) };
}

/**
 * Lets an event be told: ends its hold, and frees notices that a reassessment or an import left waiting.
 *
 * @throws GiveUp when there is nothing to release
 */
export async function releaseEvent(
  deps: Deps,
  key: string,
  { by, reason }: { by: string; reason: string },
): Promise<Decided> {
  const { store, queue, now } = deps;
  const stored = await store.event(key);
  const waiting = await store.waitingNotices(key);
  if (!stored || (!stored.event.held && waiting.length === 0))
    throw giveUp(`"${key}" is neither held nor has it a notice that waits: nothing to release`);
  await store.releaseNotices(key, by, reason, now());
  if (stored.event.held) {
    const findingIds = stored.event.reports.map(({ findingId }) => findingId);
    return decideByPerson(deps, { kind: 'release', by, reason, findingIds }, [key]);
  }
  const { readers, alerts } = await routeNotices(deps, waiting);
  await queue.put(
    'send-alerts',
    [...readers].map((subscriptionId) => ({ subscriptionId })),
  );
  return { decision: null, events: [key], alerts, ...(await stillToTell(deps, [key])) };
}

async function stillToTell({ store }: Deps, keys: string[]): Promise<Pick<Decided, 'waiting' | 'summaries'>> {
  const [waiting, byDay, byWeek] = await Promise.all([
    store.alertsToLeave(keys),
    store.activeSubscriptions('day'),
    store.activeSubscriptions('week'),
  ]);
  return { waiting, summaries: byDay.length + byWeek.length > 0 };
}
