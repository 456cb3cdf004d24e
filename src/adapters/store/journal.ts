import { type Client, json, type PrismaClient } from './client.ts';

export interface Entry {
  kind: string;
  /** What it is about: an event key, a source id ... */
  subject: string;
  /** Rules version, `operator`, or the step. */
  by: string;
  detail: unknown;
}

/** Append-only: nothing here is ever changed or removed. */
export async function writeJournal(client: Client, entries: Entry[], at: Date): Promise<void> {
  if (entries.length > 0)
    await client.journal.createMany({ data: entries.map((entry) => ({ ...entry, detail: json(entry.detail), at })) });
}

export function journalStore(prisma: PrismaClient) {
  return {
    journal: (entries: Entry[], at: Date) => writeJournal(prisma, entries, at),

    async history(subjects: string[]) {
      return prisma.journal.findMany({ where: { subject: { in: subjects } }, orderBy: { id: 'asc' } });
    },

    async fact(name: string): Promise<string | null> {
      return (await prisma.fact.findUnique({ where: { name } }))?.value ?? null;
    },

    /** Keeps a value unless another process was first. @returns the one that stands */
    async settleFact(name: string, value: string, at: Date): Promise<string> {
      await prisma.fact.createMany({ data: [{ name, value, at }], skipDuplicates: true });
      return (await prisma.fact.findUniqueOrThrow({ where: { name } })).value;
    },

    async setFact(name: string, value: string, at: Date): Promise<void> {
      await prisma.fact.upsert({ where: { name }, create: { name, value, at }, update: { value, at } });
    },

    /** How far this computer's clock and the database's are apart, milliseconds; the round trip counts in our favour. */
    async clockSkewMs(): Promise<number> {
      const before = performance.timeOrigin + performance.now();
      const [row] = await prisma.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
      const after = performance.timeOrigin + performance.now();
      const theirs = row?.now.getTime() ?? after;
      return Math.max(0, before - theirs, theirs - after);
    },

    /** Raw responses whose time is over. @returns how many went */
    async dropOldResponses(now: Date): Promise<number> {
      return (await prisma.rawResponse.deleteMany({ where: { keptUntil: { lt: now } } })).count;
    },
  };
}
