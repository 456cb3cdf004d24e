/** What a subscription was sent, or is to be, as tables for a terminal. */
import type { StoredAttempt } from '../adapters/store/attempts.ts';
import type { ShownDigest } from '../adapters/store/digests.ts';
import type { StoredAlert } from '../adapters/store/ledger.ts';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { quietWords } from '../core/sending/cadence.ts';
import { endedWords } from '../core/sending/ended.ts';
import { table } from './table.ts';

type Shown = Pick<
  StoredAlert,
  'eventKey' | 'notice' | 'state' | 'attempts' | 'error' | 'waits' | 'perhapsAt' | 'carriedBy'
> & { until: Date | null };

export const alertTable = (alerts: Shown[], columns: number): string =>
  table(
    ['event', 'notice', 'state', 'tries', 'not before', 'why'],
    alerts.map((alert) => [
      ...[alert.eventKey, alert.notice, alert.state, alert.attempts],
      ...[alert.until?.toISOString() ?? null, whyOf(alert)],
    ]),
    columns,
  );

/** An alert or a digest, whichever it is. */
export interface Delivery extends Pick<Shown, 'state' | 'error' | 'waits' | 'perhapsAt' | 'carriedBy' | 'until'> {
  what: string;
  /** Its event, week or day. */
  of: string;
  sentAt: Date | null;
}

export const deliveryTable = (deliveries: Delivery[], columns: number): string =>
  table(
    ['what', 'of', 'state', 'sent', 'not before', 'why'],
    deliveries.map((one) => [
      ...[one.what, one.of, one.state, one.sentAt?.toISOString() ?? null],
      ...[one.until?.toISOString() ?? null, whyOf(one)],
    ]),
    columns,
  );

export const digestTable = (
  digests: (Omit<ShownDigest, 'nextAttempt'> & Pick<Shown, 'until'>)[],
  columns: number,
): string =>
  table(
    ['week or day', 'state', 'tries', 'not before', 'why'],
    digests.map((digest) => [
      ...[digest.period, digest.state, digest.attempts],
      ...[digest.until?.toISOString() ?? null, whyOf({ ...digest, waits: null, carriedBy: null })],
    ]),
    columns,
  );

const WAITS: Record<NonNullable<StoredAlert['waits']>, string> = {
  storm: 'many came within an hour: it is told when the hour after their summary is over',
  quiet: 'the quiet hours of the subscription',
  held: 'a person holds its judgement: `events release` lets it go',
  review: 'its judgement waits for a person to rule on its reports',
};

/** Why it waits, or what came back last and when it is tried again. */
function whyOf({
  state,
  waits,
  error,
  until,
  perhapsAt,
  carriedBy,
}: Pick<Shown, 'state' | 'waits' | 'error' | 'until' | 'perhapsAt' | 'carriedBy'>): string | null {
  const waiting = state === 'pending' || state === 'held' ? waits : null;
  const why = [
    ...(waiting ? [WAITS[waiting]] : []),
    ...(error === null ? [] : [error]),
    ...(error !== null && until && !waiting ? [`next try ${until.toISOString()}`] : []),
    ...(carriedBy && state === 'sent' ? [`told in one message with what ${readerOf(carriedBy)} asked for`] : []),
    ...(perhapsAt && state !== 'sent' ? ['it may have arrived all the same'] : []),
  ];
  return why.length === 0 ? null : why.join('; ');
}

export const triesTable = (
  tries: Pick<StoredAttempt, 'at' | 'what' | 'reference' | 'outcome' | 'status' | 'message' | 'nextTry'>[],
  columns: number,
): string =>
  table(
    ['at', 'what', 'of', 'outcome', 'answer', 'next try', 'said'],
    tries.map(({ at, what, reference, outcome, status, message, nextTry }) => [
      ...[at.toISOString(), what, subjectOf(reference), outcome, status],
      ...[nextTry?.toISOString() ?? null, message],
    ]),
    columns,
  );

/** Of a message's key, the subscription that it was sent for. */
const readerOf = (reference: string): string => reference.split('.', 1)[0] ?? reference;

/** Of a message's key, between its reader and its channel, what it tells of: `KEY.first`, `2026-W47.digest`. */
const subjectOf = (reference: string): string | null => reference.split('.').slice(1, -1).join('.') || null;

export const whenOf = ({ every, quiet }: Pick<StoredSubscription, 'every' | 'quiet'>): string =>
  quiet ? `${every}, ${quietWords(quiet)}` : every;

export const endWords = ({
  endedAt,
  endedReason,
  replacedBy,
}: Pick<StoredSubscription, 'endedAt' | 'endedReason' | 'replacedBy'>): string =>
  endedAt === null
    ? ''
    : `Ended ${endedAt.toISOString().slice(0, 10)}: ${endedReason ? endedWords(endedReason) : 'no reason kept'}${replacedBy ? `; ${replacedBy} took its place` : ''}\n`;
