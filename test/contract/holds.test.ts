import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeStore, type Store } from '../../src/adapters/store/store.ts';
import { backends, type OpenBackend } from '../support/backends.ts';

const NOW = new Date('2026-03-10T09:00:00Z');
const hours = (n: number) => new Date(NOW.getTime() + n * 3_600_000);

for (const backend of backends().filter(({ name }) => name !== 'postgres+redis'))
  describe.skipIf(backend.missing !== null)(`hosts that asked for silence, ${backend.name}`, () => {
    let opened: OpenBackend;
    let store: Store;
    beforeAll(async () => {
      opened = await backend.open();
      store = makeStore(opened.database.pool);
    });
    afterAll(async () => {
      await store?.close();
      await opened?.close();
    });

    test('are remembered, and a hold is never shortened', async () => {
      expect(await store.heldUntil('a.example')).toBeNull();
      await store.holdHost('a.example', hours(2), NOW);
      await store.holdHost('a.example', hours(1), NOW);
      expect(await store.heldUntil('a.example')).toEqual(hours(2));
      await store.holdHost('a.example', hours(3), NOW);
      expect(await store.heldUntil('a.example')).toEqual(hours(3));
    });

    test('are forgotten when their time is over, and nothing else is', async () => {
      await store.holdHost('b.example', hours(1), NOW);
      await store.holdHost('c.example', hours(5), NOW);
      await store.setFact('housekeeping', NOW.toISOString(), NOW);
      expect(await store.dropPastHolds(hours(4))).toBeGreaterThanOrEqual(1);
      expect([await store.heldUntil('b.example'), await store.heldUntil('c.example')]).toEqual([null, hours(5)]);
      expect(await store.fact('housekeeping')).not.toBeNull();
    });
  });
