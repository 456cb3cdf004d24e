import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { Prisma, PrismaClient } from '../../generated/prisma/client.ts';

/** The client, or the client inside one transaction: inside one, nothing else may be used. */
export type Client = PrismaClient | Prisma.TransactionClient;

/** Embedded, everything waits while one transaction is open: room for that. */
const PATIENCE = { maxWait: 30_000, timeout: 60_000 };

export function makeClient(pool: Pool): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: PATIENCE });
}

/**
 * Waits for the lock of this name; the database lets go of it when the transaction ends.
 * Serialises work on one small set (a correlation group, a source) across processes.
 */
export async function holdLock(tx: Prisma.TransactionClient, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}

/** A value as a JSON column takes it: dates become ISO text, `undefined` goes. */
export const json = (value: unknown): Prisma.InputJsonValue =>
  JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;

export { Prisma, type PrismaClient };
