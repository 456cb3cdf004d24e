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

/** Prisma's codes for a server that cannot be reached, a pool or transaction that waited too long, a write conflict. */
const PASSING_CODES = /^(P1\d{3}|P2024|P2028|P2034)$/;
/** Words of PostgreSQL and its driver when the connection, not the statement, was at fault. */
const PASSING_WORDS = /connection|terminat|timeout|ECONN|EPIPE|server closed|starting up|shutting down/i;

/** Whether the database failed rather than the work: the work stays wanted and nothing about it is kept. */
export function isDatabaseFault(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError)
    return PASSING_CODES.test(error.code) || PASSING_WORDS.test(error.message);
  return (
    error instanceof Prisma.PrismaClientInitializationError ||
    (error instanceof Prisma.PrismaClientUnknownRequestError && PASSING_WORDS.test(error.message))
  );
}

export { Prisma, type PrismaClient };
