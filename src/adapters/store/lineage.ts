/** How keys of events led to one another up to a moment: renamed as more was known, merged, parted again. From the journal, which forgets nothing. */
import { type Client, Prisma } from './client.ts';

export interface Lineage {
  /** The key under which an event stood at that moment; null when it stood no more. */
  standing(key: string): string | null;
  /** The key itself and every key that led to it. */
  forebears(key: string): string[];
  /** Keys that led straight to it, and when they began to. */
  sources(key: string): readonly Source[];
}

interface Source {
  key: string;
  at: Date;
}

interface Step {
  subject: string;
  kind: string;
  heir: string | null;
  at: Date;
}

/** @param keys those to be asked about */
export async function lineageAsAt(client: Client, keys: readonly string[], asAt: Date): Promise<Lineage> {
  const renames = await client.$queryRaw<Step[]>`
    SELECT "subject", "kind", "detail"->>'heir' AS heir, "at" FROM "public"."Journal"
    WHERE "kind" = 'event.renamed' AND "at" <= ${asAt} ORDER BY "id"`;
  const known = new Set([...keys, ...renames.flatMap(({ subject, heir }) => [subject, heir ?? subject])]);
  const lastSteps = await client.$queryRaw<Step[]>`
    SELECT DISTINCT ON ("subject") "subject", "kind", "detail"->>'heir' AS heir, "at" FROM "public"."Journal"
    WHERE "subject" IN (${Prisma.join(known.size > 0 ? [...known] : [''])}) AND "at" <= ${asAt}
      AND "kind" IN ('event.stored', 'event.revised', 'event.renamed', 'event.vanished')
    ORDER BY "subject", "id" DESC`;
  const last = new Map(lastSteps.map((step) => [step.subject, step]));
  const sources = new Map<string, Source[]>();
  for (const { subject, heir, at } of renames)
    if (heir) sources.set(heir, [...(sources.get(heir) ?? []), { key: subject, at }]);
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
      for (const one of found) for (const source of sources.get(one) ?? []) found.add(source.key);
      return [...found];
    },
    sources: (key) => sources.get(key) ?? [],
  };
}

/**
 * The first key of each event that had another before: what feeds and calendars know it by, whatever it is called now. An
 * event that joined one with a key of its own gives it none; where two became one under a new key, the older of theirs goes on.
 */
export async function firstKeys(client: Client, keys: readonly string[], asAt: Date): Promise<Map<string, string>> {
  const lineage = await lineageAsAt(client, keys, asAt);
  const all = [...new Set(keys.flatMap((key) => lineage.forebears(key)))];
  const begun = await client.eventRevision.groupBy({
    by: ['key'],
    where: { key: { in: all }, at: { lte: asAt } },
    _min: { at: true },
  });
  const births = new Map(begun.flatMap(({ key, _min: { at } }) => (at ? [[key, at.getTime()] as const] : [])));
  const birthOf = (key: string) => births.get(key) ?? 0;
  const firstOf = (key: string, passed: readonly string[]): string => {
    // What came to a key that was there before is another event that joined it.
    const bearers = lineage
      .sources(key)
      .filter((one) => one.at.getTime() <= birthOf(key) && !passed.includes(one.key))
      .filter((one) => lineage.standing(one.key) === lineage.standing(key))
      .map((one) => firstOf(one.key, [...passed, one.key]));
    const [oldest = key] = bearers.sort((a, b) => birthOf(a) - birthOf(b) || (a < b ? -1 : 1));
    return oldest;
  };
  const firsts = keys.map((key) => [key, firstOf(key, [key])] as const);
  return new Map(firsts.filter(([key, first]) => first !== key));
}
