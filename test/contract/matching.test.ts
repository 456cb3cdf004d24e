/** Matching is inverted: an event asks an index for its readers, and the database does not look at the others. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends, type OpenBackend } from '../support/backends.ts';
import { explainMatching, fillSubscriptions } from '../support/matching.ts';

/** Enough that reading all of them would cost the planner more than the index. */
const SUBSCRIPTIONS = 10_000;

for (const backend of backends().filter(({ name }) => name !== 'postgres+redis'))
  describe.skipIf(backend.missing)(`${backend.name}${backend.missing ? ` (${backend.missing})` : ''}`, () => {
    let opened: OpenBackend;
    beforeAll(async () => {
      opened = await backend.open();
      await fillSubscriptions(opened.database.pool, SUBSCRIPTIONS);
    });
    afterAll(() => opened?.close());

    test('an event finds its readers through the index of their criteria', async () => {
      const { nodes, candidates, matched, text } = await explainMatching(opened.database.pool);
      expect(matched).toBeGreaterThan(100);
      expect(candidates).toBeLessThan(SUBSCRIPTIONS / 10);
      expect(
        nodes.map((node) => node['Index Name']),
        text,
      ).toContain('Subscription_terms_idx');
      expect(
        nodes.map((node) => node['Node Type']),
        text,
      ).not.toContain('Seq Scan');
    });
  });
