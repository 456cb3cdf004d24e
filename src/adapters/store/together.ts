import { type Client, Prisma } from './client.ts';

/** Subscriptions of one reader, and what the reader is called where only one at a time may send to them. */
export interface Together {
  ids: string[];
  place: string;
}

/**
 * The running subscriptions that go to the same place as one, itself among them: one reader, however much they asked for. A
 * webhook is a program with a secret for each subscription, so that each is a reader of its own.
 */
export async function togetherWith(client: Client, subscriptionId: string): Promise<Together> {
  const [own] = await client.$queryRaw<{ channel: string; address: string | null; state: string }[]>`
    SELECT "channel", "address", "state" FROM "public"."Subscription" WHERE "id" = ${subscriptionId}`;
  if (!own?.address || own.state !== 'active' || own.channel === 'webhook')
    return { ids: [subscriptionId], place: subscriptionId };
  // Of mail addresses the case does not count; the index is on small letters for all.
  const same = own.channel === 'mail' ? Prisma.empty : Prisma.sql`AND "address" = ${own.address}`;
  const rows = await client.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "public"."Subscription"
    WHERE "channel" = ${own.channel} AND lower("address") = lower(${own.address}) ${same} AND "state" = 'active'
    ORDER BY "id"`;
  return { ids: rows.map(({ id }) => id), place: `${own.channel}:${own.address.toLowerCase()}` };
}
