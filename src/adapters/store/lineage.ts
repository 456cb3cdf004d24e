/** How keys of events led to one another up to a moment: renamed as more was known, merged, parted again. From the journal, which forgets nothing. */
import { type Client, Prisma } from './client.ts';

export interface Lineage {
  /** The key under which an event stood at that moment; null when it stood no more. */
  standing(key: string): string | null;
  /** The key itself and every key that led to it. */
  forebears(key: string): string[];
}

interface Step {
  subject: string;
  kind: string;
  heir: string | null;
}

/** @param keys those to be asked about */
export async function lineageAsAt(client: Client, keys: readonly string[], asAt: Date): Promise<Lineage> {
  const renames = await client.$queryRaw<Step[]>`
    SELECT "subject", "kind", "detail"->>'heir' AS heir FROM "public"."Journal"
    WHERE "kind" = 'event.renamed' AND "at" <= ${asAt} ORDER BY "id"`;
  const known = new Set([...keys, ...renames.flatMap(({ subject, heir }) => [subject, heir ?? subject])]);
  const lastSteps = await client.$queryRaw<Step[]>`
    SELECT DISTINCT ON ("subject") "subject", "kind", "detail"->>'heir' AS heir FROM "public"."Journal"
    WHERE "subject" IN (${Prisma.join(known.size > 0 ? [...known] : [''])}) AND "at" <= ${asAt}
      AND "kind" IN ('event.stored', 'event.revised', 'event.renamed', 'event.vanished')
    ORDER BY "subject", "id" DESC`;
  const last = new Map(lastSteps.map((step) => [step.subject, step]));
  const sources = new Map<string, string[]>();
  for (const { subject, heir } of renames) if (heir) sources.set(heir, [...(sources.get(heir) ?? []), subject]);
  return {
    standing(key) {
      const passed = new Set<string>();
      for (let at: string | null = key; at !== null && !passed.has(at); ) {
        const step = last.get(at);
        if (step?.kind !== 'event.renamed' && step?.kind !== 'event.vanished') return at;
        passed.add(at);
        at = step.heir;
      }
      return null;
    },
    forebears(key) {
      const found = new Set([key]);
      for (const one of found) for (const source of sources.get(one) ?? []) found.add(source);
      return [...found];
    },
  };
}
