import type { PersonDecision } from '../core/events/decisions.ts';
import { digestId } from '../core/keys.ts';
import { giveUp } from '../errors.ts';
import { correlateGroups } from './correlate-groups.ts';
import type { Deps } from './deps.ts';
import { isTakenBack, routeNotice } from './route-notice.ts';

type WithoutStamp<D> = D extends PersonDecision ? Omit<D, 'id' | 'at'> : never;
export type DecisionAsked = WithoutStamp<PersonDecision>;

export interface Decided {
  decision: string;
  /** Events that hold what was decided about, as they are now. */
  events: string[];
  /** Promises made or set free. */
  alerts: number;
}

const MOST_NOTICES = 500;

/**
 * Keeps what a person decided and brings the events it touches in line: correlated again, corrections to those who were
 * told, promises held or set free. Safe to repeat; what a crash leaves unapplied the tick makes up.
 *
 * @param subjects event keys and finding ids whose history shows it
 * @throws GiveUp for an undo of what does not exist or is undone already
 */
export async function decideByPerson(deps: Deps, asked: DecisionAsked, subjects: string[]): Promise<Decided> {
  const { store, now } = deps;
  const at = now();
  const findingIds = asked.kind === 'undo' ? await undoable(deps, asked.decisionId) : asked.findingIds;
  const id = digestId('decision', asked.kind, ...findingIds, at.toISOString());
  await store.keepPersonDecision({ ...asked, id, at }, findingIds, [...new Set(subjects)]);
  return applyDecision(deps, id);
}

/** The findings of a decision that is in force. */
async function undoable({ store }: Deps, decisionId: string): Promise<string[]> {
  const found = await store.decision(decisionId);
  if (!found)
    throw giveUp(`there is no decision "${decisionId}"; gradewatch events show KEY lists those about an event`);
  const undone = new Map<string, string>();
  // The last word is heard first: an undo may itself be undone.
  for (const decision of (await store.decisions(found.findingIds)).toReversed())
    if (decision.kind === 'undo' && !undone.has(decision.id)) undone.set(decision.decisionId, decision.id);
  const by = undone.get(decisionId);
  if (by) throw giveUp(`decision "${decisionId}" is undone already, by ${by}`);
  return found.findingIds;
}

/** Correlates what a kept decision touches and settles what was promised. */
export async function applyDecision(deps: Deps, id: string): Promise<Decided> {
  const { store, queue, now } = deps;
  const groups = await store.groupsOfDecision(id);
  const correlated = await correlateGroups(deps, groups, `decision ${id}`);
  const { readers } = correlated;
  let { alerts } = correlated;
  const ofGroups = (await Promise.all(groups.map((group) => store.eventsOfGroup(group)))).flat();
  for (const { event } of ofGroups) {
    if (event.held || isTakenBack(event)) await store.holdAlerts(event.key);
    if (event.held) continue;
    // Corrections first: who was never told the mistake is not told of its correction.
    for (const notice of await store.unroutedNotices(MOST_NOTICES, [event.key])) {
      const routed = await routeNotice(deps, notice);
      alerts += routed.alerts;
      for (const reader of routed.readers) readers.add(reader);
    }
    if (isTakenBack(event)) continue;
    const freed = await store.releaseAlerts(event, now());
    alerts += freed.length;
    for (const reader of freed) readers.add(reader);
  }
  await store.decisionApplied(id, now());
  await queue.put(
    'send-alerts',
    [...readers].map((subscriptionId) => ({ subscriptionId })),
  );
  const about = new Set((await store.decision(id))?.findingIds);
  const events = ofGroups
    .filter(({ event }) => event.reports.some(({ findingId }) => about.has(findingId)))
    .map(({ event }) => event.key);
  return { decision: id, events, alerts };
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
  let alerts = 0;
  const readers = new Set<string>();
  for (const { eventKey, notice } of waiting) {
    const routed = await routeNotice(deps, { eventKey, notice });
    alerts += routed.alerts;
    for (const reader of routed.readers) readers.add(reader);
  }
  await queue.put(
    'send-alerts',
    [...readers].map((subscriptionId) => ({ subscriptionId })),
  );
  return { decision: '', events: [key], alerts };
}
