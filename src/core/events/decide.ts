/**
 * Everything that is decided about one group (authority, inspectorate, service) when its findings changed: copies,
 * events, the keys that live on as aliases, and what there is to tell. Pure: run again on its own result it changes nothing.
 */
import type { Register } from '../register.ts';
import type { JudgementEvent, Report } from '../types.ts';
import { asTurned, type KeptEvent, withCorrections } from './corrected.ts';
import { type Correlation, type CorrelationContext, correlate } from './correlate.ts';
import { findingRulings, type PersonDecision } from './decisions.ts';
import { type FormerKey, formerKeys, keysSpent, knownKeys } from './former-keys.ts';
import { joinChanges, keysJoined, partChanges } from './joined.ts';
import { copiesAmong, fingerprint, isCopy } from './near-duplicates.ts';
import { type Change, changesTogether, isTakenBack, type Notice, noticesFor, wasNoticed } from './notices.ts';
import { reasonBack, reasonJoined, reasonLeft, reasonNotSo } from './reasons.ts';
import { splitsAmong } from './split-off.ts';
import { asItWasKnown } from './told-apart.ts';

export interface GroupMaterial {
  reports: (Report & { text: string })[];
  /** Events of the group as last kept. */
  previous: KeptEvent[];
  decisions?: PersonDecision[];
  /** Findings of the group below the confidence threshold on which nobody ruled yet. */
  waiting?: readonly string[];
  /** Keys that led to events of the group. */
  former?: readonly FormerKey[];
  /** Every key of the group, old ones among them, under which some reader was told something. */
  toldUnder?: string[];
}

export interface GroupDecision {
  events: JudgementEvent[];
  review: Correlation['review'];
  /** Of events as last kept whose key changed: where it went. */
  aliases: { oldKey: string; newKey: string }[];
  /** Every key that was an event's of the group, and where it leads now. */
  former: FormerKey[];
  notices: { eventKey: string; notice: string; changes: Change[] }[];
}

/** @param families framework families with the inspection dates they cover */
export function decide(
  { reports, previous, decisions = [], waiting: below = [], former: formerBefore = [], toldUnder = [] }: GroupMaterial,
  register: Register,
  families: CorrelationContext['families'],
): GroupDecision {
  const before = previous.map(({ event, changes = [] }) => ({ ...event, joined: keysJoined(changes) }));
  const splits = splitsAmong(decisions);
  const spent = keysSpent(before, formerBefore, standingArticles(reports, decisions));
  const given = knownKeys(before, formerBefore, splits).map((one) => ({ ...one, spent: spent.get(one.key) }));
  const told = previous.flatMap((entry) => (entry.told ? [entry.event] : []));
  const { events, review } = correlateTexts(reports, register, { families, decisions, given, told, waiting: below });
  const former = formerKeys(before, formerBefore, events, splits);
  const aliases = former.flatMap(({ key, leadsTo }) =>
    leadsTo !== null && before.some((event) => event.key === key) ? [{ oldKey: key, newKey: leadsTo }] : [],
  );
  const heirOf = new Map(aliases.map(({ oldKey, newKey }) => [oldKey, newKey]));
  const live = new Set(events.map(({ key }) => key));
  const placed = new Set(events.flatMap((event) => event.reports.map(({ findingId }) => findingId)));
  const doubtful = new Set(review.flatMap(({ findingIds }) => findingIds));
  const left = previous.filter(({ event }) => !live.has(event.key) && !heirOf.has(event.key));
  const isDoubtful = ({ event }: KeptEvent) => event.reports.some(({ findingId }) => doubtful.has(findingId));
  const isBelow = ({ event }: KeptEvent) => event.reports.some(({ findingId }) => below.includes(findingId));
  // That we were wrong is not said before a person has said so.
  const lost = left.filter((entry) => wasNoticed(entry) && !isDoubtful(entry) && !isBelow(entry));
  // What readers were told is kept until a person has ruled on its reports: then they hear of it.
  const waiting = left.filter((entry) => entry.told && (isDoubtful(entry) || isBelow(entry)));
  const all = [
    ...events.map((event) => {
      const told = toldOf(event);
      return { event: asItWasKnown(event, told), told };
    }),
    ...waiting.map((entry) => ({ event: whileWaiting(entry.event, isDoubtful(entry)), told: [entry] })),
    ...lost.map((entry) => takenBack(entry, decisions)),
  ];
  const notices = all.flatMap(({ event, told }) =>
    [
      ...noticesFor(told, event, joinChanges(told, event, formerBefore)),
      ...(told.length === 0 ? noticesAgain(event) : []),
    ].map((notice) => ({
      eventKey: event.key,
      ...notice,
    })),
  );
  return {
    events: all.map(({ event, told }) => withCorrections(event, told, notices, { live, left: reasonOf(event, told) })),
    review,
    aliases,
    former: former.filter(({ key }) => ![...lost, ...waiting].some(({ event }) => event.key === key)),
    notices,
  };

  /** An event that stood before it was merged, and stands again: whoever was told it was another learns that it is not. */
  function noticesAgain(event: JudgementEvent): Notice[] {
    const keys = [event.key, ...former.flatMap(({ key, leadsTo }) => (leadsTo === event.key ? [key] : []))];
    if (!keys.some((key) => toldUnder.includes(key))) return [];
    const merged = partOf(event);
    const made = merged.flatMap(({ changes = [] }) => changes);
    const ofThis = changesTogether(made.filter(({ of }) => of !== undefined && keys.includes(of)));
    return noticesFor(merged, event, partChanges(keys, made)).flatMap(({ notice, changes }) =>
      notice === 'first' ? [] : [{ notice, changes: changes.map(({ of: _, ...own }) => asTurned(own, ofThis)) }],
    );
  }

  /** Why a person took away from the event, or put with it, what its correction is of; null where its reports say it. */
  function reasonOf(event: JudgementEvent, told: KeptEvent[]): string | null {
    const here = event.reports.map(({ findingId }) => findingId);
    const known = new Set(reports.map(({ findingId }) => findingId));
    const standsAgain = told.length === 0;
    const before = (standsAgain ? partOf(event) : told).flatMap((entry) => entry.event.reports);
    // What an article said before it was edited is gone, whatever was ruled on it.
    const there = before.flatMap(({ findingId: id }) => (known.has(id) && !here.includes(id) ? [id] : []));
    // What it was part of may stand as well, whatever was ruled on its reports long ago.
    const gone = standsAgain ? there.filter((id) => !placed.has(id)) : there;
    const left = reasonBack(here, decisions) ?? reasonLeft(gone, decisions, { here, there });
    return left ?? (told.length > 1 ? reasonJoined(here, decisions) : null);
  }

  /** Events as last kept of whose reports this one is made. */
  function partOf(event: JudgementEvent) {
    const ids = new Set(event.reports.map(({ findingId }) => findingId));
    return previous.filter((entry) => entry.event.reports.some(({ findingId }) => ids.has(findingId)));
  }

  function toldOf({ key }: JudgementEvent) {
    return previous.filter(({ event }) => event.key === key || heirOf.get(event.key) === key);
  }
}

/** Articles with a report that nobody rejected. */
function standingArticles(reports: GroupMaterial['reports'], decisions: readonly PersonDecision[]): Set<string> {
  const rulings = findingRulings(decisions);
  const standing = reports.filter(({ findingId }) => rulings.get(findingId)?.verdict !== 'rejected');
  return new Set(standing.map(({ articleId }) => articleId));
}

/**
 * A report that fits several judgements still tells of one: its event stands. What only findings below the threshold tell
 * is claimed no more, unless it was taken back already.
 */
function whileWaiting({ waits: _, ...event }: JudgementEvent, stands: boolean): JudgementEvent {
  return stands || isTakenBack(event) ? event : { ...event, waits: true };
}

/**
 * Nothing supports it any more, but readers were told of it: it stays, as our mistake, with what it rested on and the reason
 * of whoever ruled against that. Nobody is left to disagree.
 */
function takenBack(entry: KeptEvent, decisions: readonly PersonDecision[]) {
  const { waits: _, ...event } = entry.event;
  const ids = event.reports.map(({ findingId }) => findingId);
  const reason = reasonNotSo(ids, decisions) ?? event.takenBackReason;
  return {
    event: {
      ...{ ...event, status: 'retracted' as const, conflicts: [] },
      ...(reason === undefined ? {} : { takenBackReason: reason }),
    },
    told: [entry],
  };
}

/** Marks copies first: whole ones are no voice of their own, of partial ones the share is kept. */
function correlateTexts(
  reports: GroupMaterial['reports'],
  register: Register,
  context: CorrelationContext,
): Correlation {
  const articles = new Map(reports.map((report) => [report.articleId, report]));
  const { copies, texts } = copiesAmong(
    [...articles.values()].map(({ articleId, text, articleDay, firstSeen }) => ({
      id: articleId,
      fingerprint: fingerprint(text),
      day: articleDay,
      firstSeen,
    })),
  );
  const marked = reports.map(({ text: _text, ...report }): Report => {
    const copy = copies.get(report.articleId);
    if (!copy) return { ...report, copyOf: null };
    const copyOf = isCopy(copy) ? copy.copyOf : null;
    return { ...report, copyOf, takenFrom: copy.copyOf, share: round(copy.share) };
  });
  return correlate(marked, register, { ...context, texts });
}

const round = (share: number) => Math.round(share * 100) / 100;
