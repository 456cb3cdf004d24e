/** The entries of a feed: an id stands for what was once told under it, whatever became of that. */
import type { StoredEvent } from '../adapters/store/events.ts';
import type { Stood } from '../adapters/store/standings.ts';
import { changesBetween } from '../core/events/notices.ts';
import type { EventRow } from '../core/sending/columns.ts';
import type { Askable } from '../core/sending/route.ts';
import { type WasTold, wasTold } from '../core/sending/was-told.ts';

/** By key of a judgement that was put right: how it stood where feeds told it, oldest first, parts that became one with it included. */
export type PutRight = ReadonlyMap<string, readonly Stood['event'][]>;

/** Keys of an event whose first ones name its entries: its own, and those under which feeds told what is part of it now. */
export const keysOfEntries = ({ event: { key } }: StoredEvent, before: PutRight): string[] => [
  ...new Set([key, ...(before.get(key) ?? []).map((stood) => stood.key)]),
];

type Entry = Pick<EventRow, 'event' | 'learntAt' | 'changedAt' | 'section' | 'was' | 'firstKey'>;

/**
 * An event's own entry, then one for each judgement that a feed told as one of its own and that is part of this one.
 *
 * @param first by key, the first key of what had another before
 * @param isOf  what the feed is of: an entry stands in it where that is so now, or was when it was told
 */
export function entriesOf(
  { event, learntAt, changedAt }: StoredEvent,
  before: PutRight,
  first: ReadonlyMap<string, string>,
  isOf: (event: Askable) => boolean,
): Entry[] {
  const idOf = (key: string) => first.get(key) ?? key;
  const own = idOf(event.key);
  const told = new Map<string, Stood['event'][]>();
  for (const stood of before.get(event.key) ?? [])
    told.set(idOf(stood.key), [...(told.get(idOf(stood.key)) ?? []), stood]);
  const entry = (firstKey: string, was: WasTold | null): Entry => ({
    ...{ event, learntAt, changedAt, firstKey },
    ...(was ? { section: 'correction', was } : { section: 'judgement' }),
  });
  const stoodAs = told.get(own) ?? [];
  const wrong = stoodAs.findLast((stood) => changesBetween(stood, event).length > 0);
  const parts = [...told].flatMap(([id, stood]) => {
    const last = stood.at(-1);
    return id !== own && last && stood.some(isOf) ? [entry(id, wasTold(last, 'own'))] : [];
  });
  return [...(isOf(event) || stoodAs.some(isOf) ? [entry(own, wrong ? wasTold(wrong) : null)] : []), ...parts];
}
