import type { StoredEvent } from '../adapters/store/events.ts';
import type { Group } from '../adapters/store/groups.ts';
import { decide, type GroupDecision } from '../core/events/decide.ts';
import { wasToldByDay } from '../core/sending/cadence.ts';
import { eventLine } from '../core/sending/event-words.ts';
import { matches } from '../core/sending/route.ts';
import type { Deps } from './deps.ts';
import { newsOf, type Routed, readersOf, routeNotices, settlePromises } from './route-notice.ts';

export interface Correlated extends Routed {
  decisions: GroupDecision[];
  newEvents: number;
}

/**
 * Correlates groups again and tells what there is to tell. Safe to repeat.
 *
 * @param cause what the history gives as the reason
 */
export async function correlateGroups(deps: Deps, groups: readonly Group[], cause: string): Promise<Correlated> {
  const { log, names } = deps;
  const done: Correlated = { decisions: [], readers: new Set(), alerts: 0, newEvents: 0 };
  for (const group of groups) {
    const decision = await correlate(deps, group, { cause, waits: null });
    done.decisions.push(decision);
    for (const { eventKey, notice } of decision.notices) {
      const event = decision.events.find(({ key }) => key === eventKey);
      if (notice !== 'first' || !event) continue;
      done.newEvents += 1;
      log.info('event.found', { key: event.key, line: eventLine(event, names) });
    }
    const { readers, alerts } = await routeNotices(deps, decision.notices);
    done.alerts += alerts;
    for (const reader of readers) done.readers.add(reader);
    // Two events of the same words that became one have nothing to tell, and both their promises.
    await holdWhatWaits(deps, decision);
    const said = new Set(decision.notices.map(({ eventKey }) => eventKey));
    for (const key of new Set(decision.aliases.map(({ newKey }) => newKey)))
      if (!said.has(key)) for (const reader of await settlePromises(deps, key)) done.readers.add(reader);
  }
  return done;
}

/**
 * Correlates groups again and tells nobody: a notice that some reader would get waits until a person releases its event,
 * any other is settled. Safe to repeat.
 *
 * @param waits why, in words an operator reads
 */
export async function correlateQuietly(
  deps: Deps,
  groups: readonly Group[],
  cause: string,
  waits: string,
): Promise<GroupDecision[]> {
  const { store, now } = deps;
  const decisions: GroupDecision[] = [];
  for (const group of groups) {
    const decision = await correlate(deps, group, { cause, waits });
    decisions.push(decision);
    await holdWhatWaits(deps, decision);
    for (const { eventKey, notice } of decision.notices) {
      const stored = await store.event(eventKey);
      const somebody = stored !== null && (await concerns(deps, stored, notice));
      if (!somebody) await store.noticeRouted(eventKey, notice, now());
      // What was promised before says what is so now.
      if (stored) await settlePromises(deps, eventKey, { quietly: true });
    }
  }
  return decisions;
}

const correlate = (deps: Deps, group: Group, why: { cause: string; waits: string | null }): Promise<GroupDecision> =>
  deps.store.correlateGroup(group, decideWith(deps), {
    ...why,
    ...{ now: deps.now(), freshDays: deps.policy.freshDays },
  });

/** What is promised of events that a person is to rule on goes nowhere before. */
async function holdWhatWaits(deps: Deps, { events }: GroupDecision): Promise<void> {
  for (const { key, waits } of events) if (waits) await settlePromises(deps, key);
}

/** Whether some reader would get a notice: at once, or in the day's message, of a correction if one may have told what it mends. */
async function concerns(deps: Deps, stored: StoredEvent, notice: string): Promise<boolean> {
  if ((await readersOf(deps, stored, notice)).length > 0) return true;
  const { store, names, now } = deps;
  const daily = await store.activeSubscriptions('day');
  const { event, learntAt } = stored;
  const isNews = await newsOf({ ...deps, now: notice === 'first' ? now : () => learntAt }, stored);
  return daily
    .filter(isNews)
    .some((reader) =>
      notice === 'first' ? matches(reader.criteria, event, names) : wasToldByDay(reader, { learntAt, at: now() }),
    );
}

export const decideWith =
  ({ register, families }: Pick<Deps, 'register' | 'families'>) =>
  (material: Parameters<typeof decide>[0]): GroupDecision =>
    decide(material, register, families);
