/** Reports that a person rejects while an alert of their judgement waits: the judgement is the same, what is said of it is not. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asks, close, here, hook, keyOf, mail, open, pass, states, world } from '../support/changing-world.ts';
import { typed } from '../support/commands.ts';
import { anArticle, publish } from '../support/told.ts';

const DAYS = 24 * 60;

/** A day of the month before is in the judgement's key. */
const first = (council: string) =>
  anArticle({
    ...{ id: `${council}-first`, publisher: 'First Gazette', published: '2026-03-28' },
    title: `${council} adult social care rated good by CQC`,
    text: `The Care Quality Commission has rated ${council} Council's adult social care good. The assessment took place in October 2025.`,
  });
const second = (council: string) =>
  anArticle({
    ...{ id: `${council}-second`, publisher: 'Second Herald', published: '2026-04-02' },
    title: `${council} adult social care is good, says CQC`,
    text: `${council} Council's adult social care has been rated good by the Care Quality Commission. Residents said staff were kind. The assessment took place in October 2025.`,
  });

async function rejectFirst(council: string) {
  const { event } = (await here.app.deps.store.event(await keyOf(council)))!;
  const report = event.reports.find(({ publisher }) => publisher === 'First Gazette')!;
  const ran = await typed(here.app, ['review', 'reject', report.findingId, '--reason', 'that was another thing']);
  expect(ran.code).toBe(0);
}

const texts = () => [mail, hook].map(({ got }) => got.map(({ text }) => text).join('\n'));

/** Each receiver was told the judgement once, by the report that stands. */
async function expectSecondOnly(council: string) {
  const key = await keyOf(council);
  expect(key).toContain('2026-04');
  for (const text of texts()) {
    expect(text).toContain('Second Herald');
    expect(text).not.toContain('First Gazette');
    expect(text).not.toMatch(/28 March 2026|2026-03-28/);
  }
  const told = hook.got.flatMap(({ text }) => JSON.parse(text).alerts ?? [JSON.parse(text)]);
  expect(told.filter((one: { key: string }) => one.key === key)).toHaveLength(1);
  expect(await states(council)).toEqual([]);
  const { store } = here.app.deps;
  const ledger = await store.alertsOf(await store.aliasesOf(key));
  expect(ledger.map(({ state, body }) => [state, body.key])).toEqual([
    ['sent', key],
    ['sent', key],
  ]);
}

describe('an alert that waits is told by the reports that stand when it leaves', () => {
  afterEach(close);

  test('after quiet hours', async () => {
    await open('1000');
    await asks('--email', 'desk@paper.example', '--quiet', '10:00-13:00');
    await asks('--webhook', hook.url, '--quiet', '10:00-13:00');
    await pass(17 * DAYS);
    await publish(here, first('Wading'), second('Wading'));
    await pass(1);
    await rejectFirst('Wading');
    await pass(1);
    expect(texts()).toEqual(['', '']);
    await pass(180);
    await expectSecondOnly('Wading');
  });

  test('in the summary after a storm', async () => {
    await open('1');
    await asks('--email', 'desk@paper.example');
    await asks('--webhook', hook.url);
    await pass(17 * DAYS);
    for (const council of ['Kelbury', 'Northshire', 'Southshire']) await publish(here, second(council));
    await pass(1);
    await publish(here, first('Wading'), second('Wading'));
    await pass(1);
    await rejectFirst('Wading');
    expect(texts().join()).not.toContain('Wading');
    await pass(60);
    await pass(60);
    await expectSecondOnly('Wading');
  });

  test('after a receiver that surely did not take it', async () => {
    await open('1000');
    await asks('--email', 'desk@paper.example');
    await asks('--webhook', hook.url);
    await pass(17 * DAYS);
    world.mood = 'refuses';
    await publish(here, first('Wading'), second('Wading'));
    await pass(1);
    await rejectFirst('Wading');
    world.mood = 'takes';
    await pass(60);
    await expectSecondOnly('Wading');
  });
});

describe('a judgement that stays what it is', () => {
  beforeEach(async () => {
    await open('1000');
    await pass(17 * DAYS);
  }, 120_000);
  afterEach(close);

  test('and may have been told by a report that was rejected since is sent again as the same message', async () => {
    await asks('--email', 'desk@paper.example');
    await asks('--webhook', hook.url);
    world.mood = 'unclear';
    await publish(here, first('Wading'), second('Wading'));
    await pass(1);
    await rejectFirst('Wading');
    world.mood = 'takes';
    await pass(60);
    for (const { got } of [mail, hook]) {
      expect(got.map(({ taken }) => taken)).toEqual([false, true]);
      expect(new Set(got.map(({ id }) => id)).size).toBe(1);
      for (const { text } of got) expect(text).toContain('First Gazette');
    }
  });

  test('but no more what is asked for is told once it is that again', async () => {
    const quiet = ['--status', 'corroborated', '--quiet', '10:00-11:30'];
    await asks('--email', 'desk@paper.example', ...quiet);
    await asks('--webhook', hook.url, ...quiet);
    await publish(here, first('Wading'), second('Wading'));
    await pass(1);
    await rejectFirst('Wading');
    await pass(60);
    expect(texts()).toEqual(['', '']);
    await publish(here, {
      ...second('Wading'),
      id: 'third',
      url: 'https://third.example/3',
      publisher: 'Third Post',
      text: 'Wading Council has been rated good for adult social care by inspectors at the Care Quality Commission, who came in October 2025.',
    });
    await pass(60);
    for (const text of texts()) {
      expect(text).toContain('Third Post');
      expect(text).not.toContain('First Gazette');
    }
    expect(mail.got).toHaveLength(1);
    expect(hook.got).toHaveLength(1);
  });
});
