/** Which events count as corrected, and the reason that stays with them. */
import type { JudgementEvent } from '../types.ts';
import { isOfKey } from './joined.ts';
import { type Change, isTakenBack } from './notices.ts';

/** An event as last kept, with the notices made of it and whether any reader was told of it. */
export interface KeptEvent {
  event: JudgementEvent;
  notices: string[];
  /** Of its corrections; absent where they are not known. */
  changes?: readonly Change[];
  told?: boolean;
}

interface Due {
  eventKey: string;
  notice: string;
  changes: Change[];
}

/**
 * An event that readers were told of is `corrected` from its first correction on. Of one that nobody was told, such as a
 * back catalogue's, only the reports decide, whatever the order they came in. What a merge corrected of an event that
 * stands again (`live`) is no correction of this one, nor what it made of a part that nobody was told. That another went into
 * it, or that it is again what it was before, only its readers are told, with the reason.
 * The reason of the last correction (`left`: of this one) stays with it, apart that of the last merge, or of its end.
 */
export function withCorrections(
  event: JudgementEvent,
  told: readonly KeptEvent[],
  notices: readonly Due[],
  { live, left }: { live: ReadonlySet<string>; left: string | null },
): JudgementEvent {
  if (isTakenBack(event)) return event;
  if (told.length > 0 && !told.some((entry) => entry.told)) return event;
  const isOwn = ({ of, untold }: Change) => !untold && (of === undefined || of === event.key || !live.has(of));
  const made = told.flatMap(({ notices: names, changes }) =>
    (changes ?? (names.some((notice) => notice !== 'first') ? [UNKNOWN] : [])).filter(isOwn),
  );
  const due = notices.flatMap(({ eventKey, notice, changes }) =>
    eventKey === event.key && notice !== 'first' ? changes.filter(isOwn) : [],
  );
  if (made.length === 0 && due.length === 0) return event;
  const reason = due.every(isNoOther) ? before('correctedReason') : left;
  const joinedReason = due.some(isOfKey) ? left : before('joinedReason');
  return {
    ...event,
    ...([...made, ...due].every(isNoOther) ? {} : { status: 'corrected' as const, reportStatus: event.status }),
    ...(reason === null ? {} : { correctedReason: reason }),
    ...(joinedReason === null ? {} : { joinedReason }),
  };

  /** Of what went into it, its own before all. */
  function before(reason: 'correctedReason' | 'joinedReason'): string | null {
    const own = told.toSorted((a, b) => Number(b.event.key === event.key) - Number(a.event.key === event.key));
    return own.flatMap((entry) => entry.event[reason] ?? [])[0] ?? null;
  }
}

/** Of what an event says: no other than it was before a merge, or only what it was told as a part of. */
const isNoOther = (change: Change) => change.back || isOfKey(change);

/** Of a correction of which no more is known than that it was made. */
const UNKNOWN: Change = { field: '', from: null, to: null };

/** A change of an event that stands again, marked where it takes back what the merge had changed of it (`before`). */
export function asTurned(change: Change, before: readonly Change[]): Change {
  const turned = before.some(
    ({ field, from, to }) => field === change.field && from === change.to && to === change.from,
  );
  return turned ? { ...change, back: true } : change;
}
