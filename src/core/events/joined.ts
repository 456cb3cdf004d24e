/** Judgements that were told each as one of its own and turn out to be one: which key goes on, and which are no judgement of their own. */
import type { JudgementEvent } from '../types.ts';
import type { FormerKey } from './former-keys.ts';
import { type Change, isTakenBack, wasNoticed } from './notices.ts';

const FIELD = 'key.';
/** Whether a change is of what a judgement was told as a part of, rather than of what it says. */
export const isOfKey = ({ field }: Pick<Change, 'field'>): boolean => field.startsWith(FIELD);

type Previous = { event: JudgementEvent; notices: readonly string[]; told?: boolean };

/**
 * What a merge changes for whoever was told of an event that went into another. It concerns every key under which that may have
 * been told.
 *
 * @param previous events as last kept that are `now` one
 * @param former   keys that led to events before
 */
export function joinChanges(
  previous: readonly Previous[],
  now: JudgementEvent,
  former: readonly Pick<FormerKey, 'key' | 'leadsTo'>[],
): Change[] {
  const going = goesOn(previous, now.key, former);
  return previous
    .filter((one) => one !== going && one.told !== false && wasNoticed(one) && !isTakenBack(one.event))
    .flatMap(({ event: { key } }) => {
      const before = former.flatMap((one) => (one.leadsTo === key && one.key !== now.key ? [one.key] : []));
      return [key, ...before].map((from) => ({ field: `${FIELD}${from}`, from, to: now.key, of: key }));
    });
}

/**
 * What it changes that an event stands on its own again which was told as part of another: for every key it had.
 *
 * @param made of that other, oldest first
 */
export function partChanges(keys: readonly string[], made: readonly Change[]): Change[] {
  return keys.flatMap((key) => {
    const joined = made.findLast(({ field }) => field === `${FIELD}${key}`);
    return joined && joined.to !== key ? [{ field: joined.field, from: joined.to, to: key }] : [];
  });
}

/** Keys that are told of as no judgement of their own. @param changes of the event they went into, oldest first */
export function keysJoined(changes: readonly Change[]): Set<string> {
  const last = new Map(changes.filter(isOfKey).map((change) => [change.field, change]));
  return new Set(
    [...last].flatMap(([field, { to }]) => (field === `${FIELD}${to}` ? [] : [field.slice(FIELD.length)])),
  );
}

/** The event whose key the one they make has, or had; where that is new to all, the one that was reported first. */
function goesOn<One extends Previous>(
  previous: readonly One[],
  key: string,
  former: readonly Pick<FormerKey, 'key' | 'leadsTo'>[],
): One | undefined {
  const ledTo = former.find((one) => one.key === key)?.leadsTo;
  const firstSeen = ({ event: { reports } }: One) => Math.min(...reports.map((report) => report.firstSeen.getTime()));
  return (
    previous.find(({ event }) => event.key === key) ??
    previous.find(({ event }) => event.key === ledTo) ??
    previous.toSorted((a, b) => firstSeen(a) - firstSeen(b) || (a.event.key < b.event.key ? -1 : 1))[0]
  );
}
