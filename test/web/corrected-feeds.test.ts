/** What a feed told stays in it: a reader's program that was told a grade is told that it is another. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JudgementEvent } from '../../src/core/types.ts';
import { runToIdle } from '../../src/run-to-idle.ts';
import { subscribe } from '../../src/steps/subscribe.ts';
import { openSite } from '../../src/web/open-site.ts';
import type { RunningSite } from '../../src/web/server.tsx';
import { asks } from '../sending/build.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { anArticle, publish } from '../support/told.ts';

let here: Installation;
let site: RunningSite;
let mine: string;
beforeAll(async () => {
  here = await anInstallation(
    { GRADEWATCH_NOW: '=2026-03-18T10:00:00Z', PORT: '0' },
    { folder: 'config/demo', proposals: [] },
  );
  site = await openSite(here.app);
  const { subscription } = await subscribe(here.app.deps, {
    ...{ channel: 'mail', address: 'reader@paper.example', criteria: asks({ grades: ['good'] }), every: 'week' },
    ...{ note: null, confirmed: 'a test' },
  });
  mine = `/feeds/mine/${await here.app.deps.newToken(subscription, 'feed')}`;
});
afterAll(async () => {
  await site?.close();
  await here?.close();
});

interface Item {
  id: string;
  title: string;
  content_text: string;
  date_modified: string;
}
const at = (time: string) => {
  here.app.deps.now = () => new Date(`2026-03-18T${time}:00Z`);
};
const items = async (path: string, council: string) => {
  const { items: all } = (await (await fetch(`${site.address}${path}.json`)).json()) as { items: Item[] };
  return all.filter(({ title }) => title.includes(council));
};
const care = (council: string, grade: string) =>
  anArticle({
    ...{ id: council, title: `${council} adult social care rated ${grade}` },
    text: `The Care Quality Commission has rated ${council} Council's adult social care as ${grade}.`,
  });
const ask = async (...argv: string[]) => {
  const done = await typed(here.app, argv);
  expect(done.code, done.err).toBe(0);
  await runToIdle(here.app);
  return done;
};
const eventOf = async (council: string) =>
  (await ask('events', 'list', '--authority', council, '--json')).json<JudgementEvent[]>()[0];

test('a grade set right stays where it was told, under its id, as a correction with a new time', async () => {
  at('10:00');
  await publish(here, care('Wading', 'good'));
  const feeds = [mine, '/feeds/grade/good', '/feeds/all'];
  const before = await Promise.all(feeds.map((feed) => items(feed, 'Wading')));
  expect(before.map(([item]) => item?.title)).toEqual(feeds.map(() => expect.stringMatching(/^Wading: good/)));
  at('11:00');
  const finding = (await eventOf('wading'))?.reports[0]?.findingId ?? '';
  await ask('review', 'change', finding, '--grade', 'inadequate', '--reason', 'the paper misread it', '--json');
  for (const [index, feed] of [...feeds, '/feeds/grade/inadequate'].entries()) {
    const [item, ...more] = await items(feed, 'Wading');
    expect(more).toEqual([]);
    expect(item).toMatchObject({ id: before[index % 3]?.[0]?.id, date_modified: '2026-03-18T11:00:00.000Z' });
    expect(item?.title).toMatch(/^Correction: Wading: inadequate/);
    expect(item?.content_text).toMatch(/^Correction: we had said good – .*the paper misread it/);
    const atom = await (await fetch(`${site.address}${feed}.atom`)).text();
    expect(atom).toContain('<title>Correction: Wading: inadequate');
  }
  expect(await items('/feeds/grade/outstanding', 'Wading')).toEqual([]);
});

test('what is set right again says what it had said last, wherever it stood', async () => {
  at('12:00');
  const finding = (await eventOf('wading'))?.reports[0]?.findingId ?? '';
  await ask('review', 'change', finding, '--grade', 'good', '--reason', 'it did not', '--json');
  for (const feed of ['/feeds/grade/good', '/feeds/grade/inadequate']) {
    const [item] = await items(feed, 'Wading');
    expect(item?.content_text).toMatch(/^Correction: we had said inadequate/);
  }
});

test('what was held when it said otherwise was told by no feed', async () => {
  at('13:00');
  await publish(here, care('Kelbury', 'outstanding'));
  const event = await eventOf('kelbury');
  // Told once, then held, changed and changed again before it is let go.
  await ask('events', 'hold', event?.key ?? '', '--reason', 'to be looked at');
  const finding = event?.reports[0]?.findingId ?? '';
  await ask('review', 'change', finding, '--grade', 'good', '--reason', 'a first look', '--json');
  await ask('review', 'change', finding, '--grade', 'inadequate', '--reason', 'a second', '--json');
  await ask('events', 'release', event?.key ?? '', '--reason', 'looked at');
  expect(await items('/feeds/grade/good', 'Kelbury')).toEqual([]);
  const [item] = await items('/feeds/grade/outstanding', 'Kelbury');
  expect(item?.content_text).toMatch(/^Correction: we had said outstanding/);
});

test('what was taken back says so itself', async () => {
  const { key = '' } = (await eventOf('wading')) ?? {};
  await ask('events', 'retract', key, '--reason', 'a hoax');
  const [item] = await items('/feeds/grade/inadequate', 'Wading');
  expect(item?.title).toMatch(/^Retracted: /);
});
