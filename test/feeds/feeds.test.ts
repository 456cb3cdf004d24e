import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { makeFeedReader } from '../../src/adapters/feeds/read-feed.ts';
import type { ParsedEntry } from '../../src/core/types.ts';
import type { GiveUp } from '../../src/errors.ts';

/** A folder is a case: `source.*` as the bytes came, `expected.json` with headers, base and what must be read. */
interface Expected {
  headers?: Record<string, string>;
  base: string | null;
  expect?: 'feed' | 'html';
  now?: string;
  error?: string;
  feed?: Record<string, unknown>;
  entries?: Partial<ParsedEntry>[];
  anyOrder?: true;
  /** Codes, each once; null where they are beside the point. */
  warnings?: string[] | null;
}

const here = fileURLToPath(new URL('.', import.meta.url));
const slugs = readdirSync(here, { withFileTypes: true })
  .filter((found) => found.isDirectory())
  .map(({ name }) => name);
const reader = makeFeedReader();
afterAll(() => reader.close?.());

describe('a document is read whatever its state', () => {
  for (const slug of slugs)
    test(slug, async () => {
      const expected = JSON.parse(readFileSync(`${here}${slug}/expected.json`, 'utf8')) as Expected;
      const source = readdirSync(`${here}${slug}`).find((name) => name.startsWith('source.'))!;
      const reading = reader.parse(readFileSync(`${here}${slug}/${source}`), {
        headers: expected.headers ?? {},
        base: expected.base,
        expect: expected.expect,
        now: expected.now ? new Date(expected.now) : undefined,
      });
      if (expected.error) {
        const failure = (await reading.then(() => null, (error: unknown) => error)) as GiveUp | null;
        expect(failure?.name).toBe('GiveUp');
        expect(failure?.details.errorClass).toBe(expected.error);
        return;
      }
      const feed = await reading;
      const inOrder = (entries: Partial<ParsedEntry>[]) => (expected.anyOrder ? [...entries].sort((a, b) => (a.link ?? '').localeCompare(b.link ?? '')) : entries);
      expect(inOrder(feed.entries)).toMatchObject(inOrder(expected.entries ?? []));
      expect(feed.entries).toHaveLength(expected.entries?.length ?? 0);
      if (expected.feed) expect(feed).toMatchObject(expected.feed);
      if (expected.warnings) expect(feed.warnings.map(({ code }) => code).sort()).toEqual([...expected.warnings].sort());
    });
});
