/** The labelled articles through a real store, in several orders. The corpus is not part of the project. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { provenance } from '../../src/core/articles.ts';
import { bCubed, labelledClusters, predictedClusters } from '../../src/core/evaluation/b-cubed.ts';
import { type LabelledRecord, readLabelledRecords } from '../../src/core/evaluation/labels.ts';
import { sha256 } from '../../src/core/keys.ts';
import { ingestArticle } from '../../src/steps/ingest-article.ts';
import { anInstallation, type Installation } from '../support/installation.ts';

const CORPUS = '../shared/corpus/dev.jsonl';

/** An order of its own for each seed, the same on every machine. */
const shuffled = (records: LabelledRecord[], seed: number) =>
  records
    .map((record) => [sha256(`${seed} ${record.id}`), record] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, record]) => record);

async function ingest({ app: { deps } }: Installation, records: LabelledRecord[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { id, title, text, url = null, publisher = null, published = null } of records) {
    const { homeAuthority } = provenance(url, deps.rulebook.authorities, deps.proposals);
    const done = await ingestArticle(deps, { id, title, text, url, publisher, published, homeAuthority }, false);
    ids.set(done.article ?? '', id);
  }
  return ids;
}
const keysOf = async ({ app: { deps } }: Installation) =>
  (await deps.store.events({})).map(({ event }) => event.key).sort();

test.skipIf(!existsSync(CORPUS))(
  'the same articles in any order, once or twice, give the same events, and events are told apart with B-cubed F1 of 0.97 or more',
  async () => {
    const records = readLabelledRecords(readFileSync(CORPUS, 'utf8'), CORPUS);
    const keys: string[][] = [];
    for (const seed of [1, 2, 3]) {
      const here = await anInstallation({}, null);
      try {
        const ids = await ingest(here, shuffled(records, seed));
        keys.push(await keysOf(here));
        if (seed > 1) continue;
        const { store, rulebook } = here.app.deps;
        const before = await store.counts();
        await ingest(here, records);
        expect(await store.counts()).toEqual(before);
        expect(await keysOf(here)).toEqual(keys[0]);
        const events = (await store.events({})).map(({ event }) => event);
        const articles = [...ids].map(([article, id]) => ({
          id,
          events: events.filter(({ reports }) => reports.some(({ articleId }) => articleId === article)),
        }));
        const slug = (name: string) => rulebook.index.find(name).authority?.slug ?? null;
        const scored = bCubed(predictedClusters(articles), labelledClusters(records, slug));
        expect(scored.f1, JSON.stringify(scored)).toBeGreaterThanOrEqual(0.97);
      } finally {
        await here.close();
      }
    }
    expect(keys[1]).toEqual(keys[0]);
    expect(keys[2]).toEqual(keys[0]);
  },
  600_000,
);
