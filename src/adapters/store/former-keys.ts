import type { GroupDecision, GroupMaterial } from '../../core/events/decide.ts';
import type { FormerKey } from '../../core/events/former-keys.ts';
import { canonicalJson } from '../../core/keys.ts';
import type { Client } from './client.ts';

/** Keys that lead to these, or were given for any of these findings. */
export async function formerKeysOf(tx: Client, keys: string[], findingIds: string[]): Promise<FormerKey[]> {
  const rows = await tx.eventAlias.findMany({
    where: { OR: [{ key: { in: keys } }, { findingIds: { hasSome: findingIds } }] },
    orderBy: { alias: 'asc' },
  });
  return rows.map((row) => ({
    key: row.alias,
    leadsTo: row.key,
    findingIds: row.findingIds,
    merged: row.merged,
  }));
}

/** Keys and all their aliases: ledger rows keep the key of their time. */
export async function everyKey(tx: Client, keys: string[]): Promise<string[]> {
  const aliases = await tx.eventAlias.findMany({ where: { key: { in: keys } }, select: { alias: true } });
  return [...keys, ...aliases.map(({ alias }) => alias)];
}

/**
 * Links and ledger rows find their event by way of its aliases.
 *
 * @returns those that led to an event which still stands, and lead to another now: what had become one was parted again
 */
export async function keepFormerKeys(
  tx: Client,
  { former: before = [] }: GroupMaterial,
  { events, former }: GroupDecision,
  now: Date,
): Promise<FormerKey[]> {
  const known = new Map(before.map((one) => [one.key, one]));
  const changed = former.filter((one) => canonicalJson(known.get(one.key)) !== canonicalJson(one));
  for (const { key: alias, leadsTo: key, findingIds, merged } of changed) {
    const row = { key, merged, findingIds: [...findingIds] };
    await tx.eventAlias.upsert({ where: { alias }, create: { alias, ...row, at: now }, update: row });
  }
  const live = new Set(events.map(({ key }) => key));
  await tx.eventAlias.deleteMany({ where: { alias: { in: [...live] } } });
  return changed.filter(({ key, leadsTo }) => {
    const led = known.get(key)?.leadsTo;
    return led != null && led !== leadsTo && live.has(led);
  });
}
