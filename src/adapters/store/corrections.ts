/** Corrections as weeks and days sum them up: what was put right, when that could be told, and what was told before. */
import { isOfKey } from '../../core/events/joined.ts';
import { type Change, changesBetween, changesTogether, isTakenBack } from '../../core/events/notices.ts';
import { isListed } from '../../core/sending/digest-rows.ts';
import { correctionsTold, type EndOf } from '../../core/sending/told-since.ts';
import { wasTold } from '../../core/sending/was-told.ts';
import type { JudgementEvent } from '../../core/types.ts';
import type { Client } from './client.ts';
import { reviveEvent } from './event-body.ts';
import { bodiesAsAt } from './events.ts';
import { lineageAsAt } from './lineage.ts';

/** How corrections are told in summaries. */
export interface Telling {
  /** Of the time that one summary covers. */
  endOf: EndOf;
  /** Whether one that a reassessment or an import made waits for a person to release its event. */
  waits: boolean;
}

interface Made {
  /** As it was called then. */
  key: string;
  notice: string;
  changes: Change[];
  waits: boolean;
  at: Date;
}

/** One change of a correction, with the key of the event it is of, and since when a person lets it be told. */
interface Changed extends Omit<Made, 'changes' | 'waits'> {
  change: Change;
  standing: string;
  from: Date | null;
}

/**
 * Corrections told in this time, event by event, each as it stood at a moment; what was undone is left out. One is told in
 * the time it was made in, or in which nothing held it back any more: neither a hold on its event nor, where that counts,
 * a notice that waited.
 *
 * @returns `before`: as it stood when the time began, or when the first of them was made if that is longer ago (`began`); of what
 *   became one, a part that went into another; `others`: how the other parts stood then, and whether this puts right anything of
 *   them; `first`: of what was learnt in the time, how it stood first; `at`: when the last of them was made
 */
export async function toldWithin(
  client: Client,
  { from, until }: { from: Date; until: Date },
  asAt: Date,
  { endOf, waits }: Telling,
) {
  const changed = await changesAsAt(client, asAt, waits);
  const standing = [...new Set(changed.map((one) => one.standing))];
  const lineage = await lineageAsAt(client, standing, asAt);
  const holds = await client.$queryRaw<{ key: string; at: Date; held: boolean }[]>`
    SELECT "key", "at", ("body"->>'held')::boolean AS "held" FROM "public"."EventRevision"
    WHERE "key" = ANY(${standing.flatMap((key) => lineage.forebears(key))}) AND "at" <= ${asAt} ORDER BY "at", "number"`;
  const toldNow = new Map(
    standing.map((key) => {
      const own = changed.filter((one) => one.standing === key);
      const keys = lineage.forebears(key);
      const told = correctionsTold(
        own,
        holds.filter((row) => keys.includes(row.key)),
        endOf,
      );
      const within = own.filter((_, index) => {
        const at = told[index];
        return at && at >= from && at < until;
      });
      return [key, within] as const;
    }),
  );
  const bodies = await bodiesAsAt(
    client,
    standing.filter((key) => (toldNow.get(key) ?? []).length > 0),
    asAt,
    endOf,
  );
  const found = [];
  for (const { event, learntAt, changedAt } of bodies) {
    const own = toldNow.get(event.key) ?? [];
    const changes = changesTogether(own.map(({ change }) => change));
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last || changes.length === 0) continue;
    const began = first.at < from ? new Date(first.at.getTime() - 1) : from;
    // Under the keys of that time.
    const keys = lineage.forebears(event.key).filter((key) => lineage.standing(key) === event.key);
    const stood = (await bodiesAsAt(client, keys, began)).map((one) => one.event);
    const join = changes.find(isOfKey);
    const joined = join?.of ? stood.find(({ key }) => key === join.of) : undefined;
    const before = joined ?? stood[0] ?? null;
    // What was learnt in the time stood nowhere when that began; what a person held then was told with what it had before.
    const told = before && isShown(before) ? before : await lastShown(client, [event.key, ...keys], first.at);
    const as = joined ? 'own' : join && !join.of && told && !isTakenBack(told) ? 'part' : null;
    const notice = { notice: last.notice, was: told && wasTold(told, as) };
    const gone = new Set(changes.filter(isOfKey).map((change) => change.of));
    const others = stood
      .filter((one) => one !== before)
      .map((part) => ({ event: part, isWrong: gone.has(part.key) || changesBetween(part, event).length > 0 }));
    const toldFirst =
      learntAt < from
        ? null
        : await firstListed(client, [event.key, ...keys], [learntAt, new Date(first.at.getTime() - 1)]);
    found.push({ event, before, others, began, first: toldFirst, learntAt, changedAt, notice, at: last.at });
  }
  return found;
}

/** The event, under any key that led to it, as it stood at the first of these moments at which nothing held it back. */
async function firstListed(client: Client, keys: string[], moments: readonly Date[]): Promise<JudgementEvent | null> {
  for (const moment of moments) {
    const stood = (await bodiesAsAt(client, keys, moment)).map(({ event }) => event).filter(isListed);
    const own = stood.find(({ key }) => key === keys[0]) ?? stood[0];
    if (own) return own;
  }
  return null;
}

/** The event, under any key that led to it, as it stood last before a moment while nothing held it back. */
async function lastShown(client: Client, keys: readonly string[], before: Date): Promise<JudgementEvent | null> {
  const [row] = await client.$queryRaw<{ body: unknown }[]>`
    SELECT "body" FROM "public"."EventRevision"
    WHERE "key" = ANY(${[...keys]}) AND "at" < ${before} AND NOT ("body"->>'held')::boolean AND "body"->'waits' IS NULL
    ORDER BY "at" DESC, "number" DESC LIMIT 1`;
  return row ? reviveEvent(row.body) : null;
}

const isShown = ({ held, waits }: JudgementEvent): boolean => !held && !waits;

/** Every change that corrections made up to a moment, oldest first, whose event stood then. */
async function changesAsAt(client: Client, asAt: Date, heedWaiting: boolean): Promise<Changed[]> {
  // The journal has each under the key of its time; the notices themselves follow their event's key.
  const made = await client.$queryRaw<Made[]>`
    SELECT "subject" AS key, "detail"->>'notice' AS notice, "detail"->'changes' AS changes, "at",
           "detail"->>'waits' IS NOT NULL AS waits
    FROM "public"."Journal"
    WHERE "kind" = 'notice.made' AND "at" <= ${asAt} AND "detail"->>'notice' <> 'first' ORDER BY "id"`;
  const released = await client.$queryRaw<{ key: string; notice: string; at: Date }[]>`
    SELECT "subject" AS key, "detail"->>'notice' AS notice, "at" FROM "public"."Journal"
    WHERE "kind" = 'notice.released' AND "at" <= ${asAt} ORDER BY "id"`;
  const named = made.flatMap(({ key, changes }) => [key, ...changes.flatMap(({ of }) => of ?? [])]);
  const lineage = await lineageAsAt(client, [...named, ...released.map(({ key }) => key)], asAt);
  return made.flatMap(({ key, changes, waits, ...one }) => {
    const release = released.find(
      (other) =>
        other.notice === one.notice && other.at >= one.at && lineage.standing(other.key) === lineage.standing(key),
    );
    const from = waits && heedWaiting ? (release?.at ?? null) : one.at;
    return changes.flatMap((change) => {
      // What a merge put right of an event that stands again is that event's.
      const own = change.of ? lineage.standing(change.of) : null;
      const standing = own ?? lineage.standing(key);
      return standing === null ? [] : [{ ...one, key, change, standing, from }];
    });
  });
}
