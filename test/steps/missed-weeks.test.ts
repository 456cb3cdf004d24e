/** Weeks missed for longer than is made up: the first digest that comes after them says so. Real store, mail by a real server. */
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANY } from '../../src/core/sending/route.ts';
import { runToIdle } from '../../src/run-to-idle.ts';
import { subscribe } from '../../src/steps/subscribe.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aHookReceiver, aMailServer, type HookReceiver, type Inbox } from '../support/receivers.ts';

let here: Installation;
let inbox: Inbox;
let hook: HookReceiver;
let at = new Date('2026-09-09T12:00:00Z');

beforeAll(async () => {
  [inbox, hook] = [await aMailServer(), await aHookReceiver()];
  here = await anInstallation(
    { SMTP_URL: inbox.url, MAIL_FROM: 'news@gradewatch.example', GRADEWATCH_PUBLIC_URL: 'https://gradewatch.example' },
    { folder: 'config/demo', proposals: [] },
  );
  here.app.deps.now = () => at;
  for (const [channel, address] of [
    ['mail', 'weekly@paper.example'],
    ['webhook', hook.url],
  ] as const)
    await subscribe(here.app.deps, {
      ...{ channel, address, criteria: ANY, every: 'week', note: null, confirmed: 'a test' },
    });
}, 120_000);
afterAll(async () => {
  await here?.close();
  await inbox?.close();
  await hook?.close();
});

test('the first names them, with where they can be had; the others have nothing to say of it', async () => {
  at = new Date('2026-09-14T12:00:00Z');
  await runToIdle(here.app);
  at = new Date('2026-11-02T12:00:00Z');
  for (let week = 0; week < 5; week += 1) await runToIdle(here.app);
  const mails = await Promise.all(inbox.mails.map(({ raw }) => PostalMime.parse(raw)));
  const said = (text = '') => /No message came of[^*]+/.exec(text)?.[0].replaceAll(/\s+/g, ' ').trim() ?? null;
  expect(mails.map(({ text }) => said(text))).toEqual([
    null,
    expect.stringMatching(/^No message came of 2 weeks before this \(14 to 27 September 2026\): .*5 weeks at most/),
    ...[null, null, null, null],
  ]);
  for (const link of [
    'https://gradewatch.example/weeks/2026-W38.html',
    'https://gradewatch.example/weeks/2026-W39.html',
  ])
    expect(mails[1]?.text).toContain(link);
  expect(hook.calls.map(({ body }) => (JSON.parse(body) as { notSent: string[] }).notSent)).toEqual([
    [],
    ['2026-W38', '2026-W39'],
    ...[[], [], [], []],
  ]);
}, 60_000);
