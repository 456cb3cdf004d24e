/** What is no news is in no message a day, however it came in: it holds what alerts of that day would have told. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Alerting } from '../../src/core/events/freshness.ts';
import { ingestArticle } from '../../src/steps/ingest-article.ts';
import { aReaderByDay, type ByDay } from '../support/by-day.ts';
import { anArticle } from '../support/told.ts';

let reader: ByDay;
beforeAll(async () => {
  reader = await aReaderByDay('2026-03-18T09:00:00Z');
}, 120_000);
afterAll(() => reader?.close());

async function comesIn(council: string, published: string | null, alerting: Alerting, paper = 'paper.example') {
  const text = {
    'paper.example': `The Care Quality Commission has rated ${council} Council's adult social care as good.`,
    'post.example': `Inspectors from the CQC gave ${council} Council a rating of good for its adult social care.`,
  }[paper];
  const article = anArticle({
    ...{ id: `${paper}-${council}-${published}`, published, title: `${council} care rated good` },
    ...{ url: `https://${paper}/${council}`, publisher: paper, text: text ?? '' },
  });
  const asleep = { ...reader.here.app.deps, queue: { put: async () => {} } };
  const { article: id } = await ingestArticle(asleep, article, alerting === 'always');
  await reader.here.app.database.pool.query('UPDATE "Article" SET "alerting" = $2 WHERE "id" = $1', [id, alerting]);
}
/** As rules would have left it that were too careful for it. */
async function waitsUntilReassessed(council: string, published: string, paper: string) {
  const { deps } = reader.here.app;
  const { rulebook } = deps;
  deps.rulebook = { ...rulebook, reviewBelow: 1 };
  await comesIn(council, published, 'normal', paper);
  deps.rulebook = rulebook;
}
test('what is back catalogue, or older than the fresh days, is in none; what an operator wants told is', async () => {
  reader.at('2026-03-18T10:00:00Z');
  await comesIn('Wading', '2026-03-17', 'never');
  await comesIn('Kelbury', '2019-03-17', 'normal');
  await comesIn('Southshire', null, 'never');
  await comesIn('Averfordshire', '2026-03-04', 'normal');
  await comesIn('Eastborough', '2016-03-04', 'always');
  expect(await reader.here.app.deps.store.countEvents({})).toBe(5);
  reader.at('2026-03-19T09:00:00Z');
  expect(await reader.told()).toEqual(['judgement.first averfordshire', 'judgement.first eastborough']);
  // Nor would 90 days of such messages have told more, or of alerts.
  for (const every of ['day', 'event']) {
    const ran = await reader.ask('subscriptions', 'dry-run', '--every', every, '--json');
    expect(
      ran
        .json<{ events: { key: string }[] }>()
        .events.map(({ key }) => key.split('.')[0])
        .sort(),
    ).toEqual(['averfordshire', 'eastborough']);
  }
});

test('of what none told none tells a correction', async () => {
  reader.at('2026-03-19T12:00:00Z');
  for (const authority of ['wading', 'kelbury', 'southshire', 'averfordshire'])
    expect((await reader.ask('events', 'retract', await reader.keyOf(authority), '--reason', 'a test')).out).toContain(
      'Nobody is told at once; the next message of a day',
    );
  reader.at('2026-03-20T09:00:00Z');
  expect(await reader.told()).toEqual(['judgement.correction averfordshire']);
});

test('what a reassessment finds is told once a person releases it', async () => {
  reader.at('2026-03-21T10:00:00Z');
  await waitsUntilReassessed('Brackenshire', '2026-03-20', 'paper.example');
  reader.at('2026-03-22T10:00:00Z');
  expect((await reader.ask('reassess', '--apply')).code).toBe(0);
  reader.at('2026-03-23T09:00:00Z');
  expect(await reader.told()).toEqual([]);
  expect((await reader.ask('events', 'release', await reader.keyOf('brackenshire'), '--reason', 'a test')).code).toBe(
    0,
  );
  reader.at('2026-03-24T09:00:00Z');
  expect(await reader.told()).toEqual(['judgement.first brackenshire']);
  reader.at('2026-03-25T09:00:00Z');
  expect(await reader.told()).toEqual([]);
});

test('what becomes news, or what is asked for, as another source reports it is told of that day, once', async () => {
  expect(
    (
      await reader.ask(
        'subscribe',
        '--webhook',
        `${reader.hook.url}borne-out`,
        '--every',
        'day',
        '--status',
        'corroborated',
        '--confirmed',
        'a test',
      )
    ).code,
  ).toBe(0);
  reader.at('2026-04-01T10:00:00Z');
  await comesIn('Northshire', '2026-03-31', 'normal');
  await comesIn('Thornfield', '2026-03-31', 'never');
  reader.at('2026-04-02T09:00:00Z');
  expect(await reader.told()).toEqual(['judgement.first northshire']);
  reader.at('2026-04-02T10:00:00Z');
  for (const council of ['Northshire', 'Thornfield']) await comesIn(council, '2026-04-01', 'normal', 'post.example');
  reader.at('2026-04-03T09:00:00Z');
  expect((await reader.told()).sort()).toEqual([
    ...['judgement.first northshire', 'judgement.first thornfield', 'judgement.first thornfield'],
  ]);
  reader.at('2026-04-04T09:00:00Z');
  expect(await reader.told()).toEqual([]);
});

test('what becomes what is asked for by a reassessment is told to nobody', async () => {
  reader.at('2026-04-10T10:00:00Z');
  await comesIn('Haverfordshire', '2026-04-09', 'normal');
  reader.at('2026-04-11T09:00:00Z');
  expect(await reader.told()).toEqual(['judgement.first haverfordshire']);
  await waitsUntilReassessed('Haverfordshire', '2026-04-10', 'post.example');
  reader.at('2026-04-12T09:00:00Z');
  expect(await reader.told()).toEqual([]);
  expect((await reader.ask('reassess', '--apply')).code).toBe(0);
  expect((await reader.here.app.deps.store.event(await reader.keyOf('haverfordshire')))?.event.status).toBe(
    'corroborated',
  );
  reader.at('2026-04-13T09:00:00Z');
  expect(await reader.told()).toEqual([]);
});
