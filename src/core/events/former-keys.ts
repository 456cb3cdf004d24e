/** Keys that events had before: each leads on to the event that its reports make today. */
import type { JudgementEvent } from '../types.ts';
import { type KnownKey, leadsOf } from './keys.ts';

/** A key that is no event's any more. */
export interface FormerKey extends KnownKey {
  /** Null while its reports wait for a person, or are gone. */
  leadsTo: string | null;
  /** Its event became one with another that had a key of its own, and may stand again. */
  merged: boolean;
}

type Previous = Pick<JudgementEvent, 'key' | 'reports'>;

/**
 * Every key given so far, with the findings it was given for: of an event as last kept its own reports, not those of
 * events that became one with it.
 */
export function knownKeys(previous: readonly Previous[], former: readonly FormerKey[]): KnownKey[] {
  const live = previous.map(({ key, reports }) => {
    const all = reports.map(({ findingId }) => findingId);
    const others = new Set(former.flatMap((one) => (one.leadsTo === key && one.merged ? one.findingIds : [])));
    const own = all.filter((id) => !others.has(id));
    return { key, findingIds: own.length > 0 ? own : all };
  });
  return [...live, ...former];
}

/** Former keys once events stand as they do `now`: those that stand again are none, those of events that are gone join. */
export function formerKeys(
  previous: readonly Previous[],
  former: readonly FormerKey[],
  now: readonly JudgementEvent[],
): FormerKey[] {
  const given = knownKeys(previous, former);
  const live = new Set(now.map(({ key }) => key));
  const leads = leadsOf(given, now);
  const all = previous.map(({ key, reports }) => ({ key, findingIds: reports.map(({ findingId }) => findingId) }));
  // Where its own reports wait or are gone, a link to what had become one leads to what still stands of that.
  const leadsWhole = leadsOf(all, now);
  const endOf = (key: string) => (live.has(key) ? key : (leads.get(key) ?? leadsWhole.get(key)));
  const ends = previous.map(({ key }) => endOf(key));
  const left = previous
    .filter(({ key, reports }) => !live.has(key) && reports.length > 0)
    .map(({ key }): FormerKey => {
      const leadsTo = endOf(key) ?? null;
      const findingIds = given.find((one) => one.key === key)?.findingIds ?? [];
      return { key, findingIds, leadsTo, merged: leadsTo !== null && ends.filter((end) => end === leadsTo).length > 1 };
    });
  const mergedNow = new Set(left.flatMap(({ key, merged }) => (merged ? [key] : [])));
  /** Where an older key goes: with the one it led to, unless its reports part from that. */
  const along = ({ leadsTo }: FormerKey) => leadsTo && (endOf(leadsTo) ?? leadsTo);
  const goesTo = (one: FormerKey) => leads.get(one.key) ?? along(one);
  const older = former
    .filter(({ key }) => !live.has(key))
    .map((one) => {
      const leadsTo = goesTo(one);
      // It shares the lot of the key it led to, until it parts from that, or is left alone there.
      const isMerged = (one.merged && isWithOthers(one)) || (one.leadsTo !== null && mergedNow.has(one.leadsTo));
      return { ...one, leadsTo, merged: leadsTo === along(one) && isMerged };
    });
  return [...left, ...older];

  /** Whether what it was merged with is where it goes: the event's own reports, or another that became one with it. */
  function isWithOthers(one: FormerKey): boolean {
    const merged = former.filter(({ leadsTo, merged }) => merged && leadsTo === one.leadsTo);
    const theirs = new Set(merged.flatMap(({ findingIds }) => findingIds));
    const event = previous.find(({ key }) => key === one.leadsTo);
    const hasOwn = !event || event.reports.some(({ findingId }) => !theirs.has(findingId));
    return (
      hasOwn || merged.some((other) => other.key !== one.key && !live.has(other.key) && goesTo(other) === goesTo(one))
    );
  }
}
