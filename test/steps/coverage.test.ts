/** What a week rests on: real polls of a scripted server, the real store. */
import { expect, test } from 'vitest';
import { coverageWords } from '../../src/core/sending/digest.ts';
import { coverageOfWeek } from '../../src/steps/coverage.ts';
import { aPolledSource } from '../support/polled-source.ts';
import { aStore } from '../support/store.ts';

test('sources are counted once each, and one that fails is failing since it began to, also in a later week', async () => {
  const store = await aStore();
  const empty = { body: '<rss version="2.0"><channel><title>Paper</title></channel></rss>' };
  const [answering, gone] = [
    await aPolledSource(store, { '/feed': empty }, { name: 'Northshire Courier' }),
    await aPolledSource(
      store,
      { '/feed': (_asked, nth) => (nth === 1 ? empty : { status: 404 }) },
      { name: 'Down Daily' },
    ),
  ];
  await aPolledSource(store, { '/feed': empty }, { name: 'Never asked' });
  await answering.poll(1);
  await gone.poll(2);
  const since = (await gone.row()).lastAttempt as Date;
  const at = (time: string) => ({ store, now: () => new Date(time) });
  const first = await coverageOfWeek(at('2026-03-12T00:00:00Z'), '2026-W11');
  expect(coverageWords(first)).toBe(
    '2 of 3 sources answered in this week, 1 was not asked in it (at its end 1 failing)',
  );
  while (((await gone.row()).lastAttempt as Date) < new Date('2026-03-17T00:00:00Z')) await gone.poll(1);
  const second = await coverageOfWeek(at('2026-03-20T00:00:00Z'), '2026-W12');
  expect(coverageWords(second)).toBe(
    '0 of 3 sources answered in this week, 1 was asked in vain, 2 were not asked in it (at its end 1 failing)',
  );
  expect(second.failing).toEqual([
    { name: 'Down Daily', since: since.toISOString().slice(0, 10), why: 'it refuses, status 404' },
  ]);
});
