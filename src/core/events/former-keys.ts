/** Keys that events had before: each leads on to the event that its reports make today. */
import type { JudgementEvent } from '../types.ts';
import { gradesOf, type KnownKey, leadsOf } from './keys.ts';
import { isTakenBack } from './notices.ts';
import { leftBySplits, type Split } from './split-off.ts';

/** A key that is no event's any more. */
export interface FormerKey extends KnownKey {
  /** Null while its reports wait for a person, or are gone. */
  leadsTo: string | null;
  /** Its event became one with another that had a key of its own, and may stand again. */
  merged: boolean;
}

type Previous = Pick<JudgementEvent, 'key' | 'reports'> & {
  /** Keys that readers were told of as no judgement of their own but a part of it: see `keysJoined`. */
  joined?: ReadonlySet<string>;
};

/**
 * Every key given so far, with the findings it was given for: of an event as last kept its own reports, not those of
 * events that became one with it, nor what a person split off.
 */
export function knownKeys(
  previous: readonly Previous[],
  former: readonly FormerKey[],
  splits: readonly Split[],
): KnownKey[] {
  const live = previous.map((event) => ({
    key: event.key,
    findingIds: leftBySplits(ownFindings(event, former), splits),
  }));
  return [...live, ...former.map((one) => ({ ...one, findingIds: leftOfFormer(one, { previous, former, splits }) }))];
}

/**
 * Keys of events that were taken back and of whose articles none tells of the group any more, with those that led to them, each
 * with the grades it was told with: the next judgement of that month that has others is another.
 *
 * @param articles that still have a report
 */
export function keysSpent(
  previous: readonly Pick<JudgementEvent, 'key' | 'reports' | 'status' | 'headlines'>[],
  former: readonly FormerKey[],
  articles: ReadonlySet<string>,
): Map<string, string[]> {
  const gone = previous.filter(
    (event) => isTakenBack(event) && !event.reports.some(({ articleId }) => articles.has(articleId)),
  );
  const grades = new Map(gone.map(({ key, headlines }) => [key, gradesOf(headlines)]));
  const led = former.flatMap(({ key, leadsTo }): [string, string[]][] => {
    const told = leadsTo === null ? undefined : grades.get(leadsTo);
    return told ? [[key, told]] : [];
  });
  return new Map([...grades, ...led]);
}

/** Where all that became one had keys of their own, those of the one that was told to go on: the others were told as parts of it. */
function ownFindings({ key, reports, joined = new Set() }: Previous, former: readonly FormerKey[]): string[] {
  const all = reports.map(({ findingId }) => findingId);
  const parts = former.filter((one) => one.leadsTo === key && one.merged);
  const without = (others: readonly FormerKey[]) => {
    const gone = new Set(others.flatMap(({ findingIds }) => findingIds));
    return all.filter((id) => !gone.has(id));
  };
  const own = without(parts);
  const whole = own.length > 0 ? own : without(parts.filter((one) => joined.has(one.key)));
  return whole.length > 0 ? whole : all;
}

interface Given {
  previous: readonly Previous[];
  former: readonly FormerKey[];
  splits: readonly Split[];
}

/**
 * A key from before more was known of an event shares its lot: it stays with what stays, though it was given for the very
 * report that is split off.
 */
function leftOfFormer(one: FormerKey, { previous, former, splits }: Given): readonly string[] {
  const event = previous.find(({ key }) => key === one.leadsTo);
  if (!event) return one.findingIds;
  const alike = former.filter(
    ({ leadsTo, merged, findingIds }) =>
      merged && leadsTo === one.leadsTo && findingIds.some((id) => one.findingIds.includes(id)),
  );
  const whole = one.merged ? alike.flatMap(({ findingIds }) => findingIds) : ownFindings(event, former);
  const left = leftBySplits(whole, splits);
  const own = one.findingIds.filter((id) => left.includes(id) || !whole.includes(id));
  return own.length > 0 ? own : left;
}

/** Former keys once events stand as they do `now`: those that stand again are none, those of events that are gone join. */
export function formerKeys(
  previous: readonly Previous[],
  former: readonly FormerKey[],
  now: readonly JudgementEvent[],
  splits: readonly Split[],
): FormerKey[] {
  const given = knownKeys(previous, former, splits);
  const live = new Set(now.map(({ key }) => key));
  const leads = leadsOf(given, now);
  const all = previous.map(({ key, reports }) => {
    const ids = reports.map(({ findingId }) => findingId);
    return { key, findingIds: leftBySplits(ids, splits) };
  });
  // Where its own reports wait or are gone, a link to what had become one leads to what still stands of that.
  const leadsWhole = leadsOf(all, now);
  const findingsOf = (key: string) => given.find((one) => one.key === key)?.findingIds ?? [];
  const endOf = (key: string) => (live.has(key) ? key : (leads.get(key) ?? leadsWhole.get(key)));
  const ends = previous.map(({ key }) => endOf(key));
  const left = previous
    .filter(({ key, reports }) => !live.has(key) && reports.length > 0)
    .map(({ key }): FormerKey => {
      const leadsTo = endOf(key) ?? null;
      const findingIds = findingsOf(key);
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
      return { ...one, findingIds: findingsOf(one.key), leadsTo, merged: leadsTo === along(one) && isMerged };
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
