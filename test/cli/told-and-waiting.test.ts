/** An event readers were told of, whose reports wait for a person again: nobody says that we were wrong before one has. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANY } from '../../src/core/sending/route.ts';
import type { JudgementEvent } from '../../src/core/types.ts';
import { subscribe } from '../../src/steps/subscribe.ts';
import { openSite } from '../../src/web/open-site.ts';
import type { RunningSite } from '../../src/web/server.tsx';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aHookReceiver, type HookReceiver } from '../support/receivers.ts';
import { anArticle, hearing, publish } from '../support/told.ts';

let here: Installation;
let hook: HookReceiver;
let site: RunningSite;
const ask = (...argv: string[]) => typed(here.app, argv);
const heard = hearing<{ type: string; key: string; status: string }>(
  () => here,
  () => hook,
);
/** The threshold as it ships. */
let reviewBelow: number;
const keyOf = (authority: string) => `${authority}.cqc.adult_social_care.cqc_la.2026-03`;
const get = async (path: string) => {
  const answer = await fetch(`${site.address}${path}`, { redirect: 'manual' });
  return { status: answer.status, html: (await answer.text()).replace(/<style>.*?<\/style>/s, '') };
};
const page = (authority: string) => get(`/events/${keyOf(authority)}`);
const care = (name: string, grade: string, id = name.toLowerCase()) =>
  anArticle({
    id,
    title: `${name} care services are ${grade}`,
    text: `The Care Quality Commission has rated ${name} Council's adult social care as ${grade}.`,
  });
const reassess = async (reviewBelow: number) => {
  const { deps } = here.app;
  deps.rulebook = { ...deps.rulebook, reviewBelow };
  expect((await ask('reassess', '--apply')).code).toBe(0);
};
const waiting = async (authority: string) =>
  (await ask('review', 'list', '--json'))
    .json<{ findings: { id: string; authority: string }[] }>()
    .findings.filter((finding) => finding.authority === authority)
    .map(({ id }) => id);

beforeAll(async () => {
  hook = await aHookReceiver();
  here = await anInstallation(
    { GRADEWATCH_NOW: '=2026-03-18T10:00:00Z', GRADEWATCH_STORM: '1000', PORT: '0' },
    { folder: 'config/demo', proposals: [] },
  );
  reviewBelow = here.app.deps.rulebook.reviewBelow;
  site = await openSite(here.app);
  await subscribe(here.app.deps, {
    ...{ channel: 'webhook', address: hook.url, criteria: ANY },
    ...{ every: 'event', note: null, confirmed: 'a test' },
  });
  await publish(here, care('Wading', 'outstanding'), care('Southshire', 'outstanding'));
  await publish(here, care('Southshire', 'inadequate', 'southshire-2'));
  expect((await heard()).map(({ type }) => type)).toEqual(['judgement.first', 'judgement.first']);
  expect((await page('southshire')).html).toContain('Who says what');
  await reassess(1);
});
afterAll(async () => {
  await site?.close();
  await here?.close();
  await hook?.close();
});

test('the page says that it waits and what was told, and claims nothing', async () => {
  for (const authority of ['wading', 'southshire']) {
    const { status, html } = await page(authority);
    expect(status).toBe(200);
    expect(html).toContain('Council: waits for review</h1>');
    expect(html).toMatch(/Readers were told: .*being looked at again; nobody has said that it was wrong/);
    expect(html).toContain(`https://paper.example/${authority}`);
    expect(html).not.toMatch(/retracted|we were wrong|no such judgement|class="grade/i);
  }
});

test('no list, feed or command claims it either, and no reader is written to', async () => {
  expect((await ask('events', 'list', '--json')).json<JudgementEvent[]>()).toEqual([]);
  for (const path of ['/', '/feeds/all', '/authorities/wading'])
    expect((await get(path)).html).not.toContain('events/wading');
  const shown = await ask('events', 'show', keyOf('wading'), '--json');
  expect(shown.json()).toMatchObject({
    ...{ state: 'waits_for_review', grade: null },
    told: expect.stringContaining('Wading: outstanding'),
  });
  expect((await ask('events', 'show', keyOf('wading'))).out).toMatch(
    /^Wading: waits for review .*Readers were told: outstanding.*accept, change or reject \w+/s,
  );
  expect((await ask('events', 'release', keyOf('wading'), '--reason', 'a test')).err).toContain(
    'its reports wait for a person',
  );
  expect((await ask('review', 'list', '--json')).json()).toMatchObject({ notices: [] });
  expect(await heard()).toEqual([]);
});

test('a second reassessment changes nothing', async () => {
  const before = (await page('wading')).html;
  expect((await ask('reassess', '--apply', '--json')).json()).toMatchObject({ differing: [], events: [] });
  expect((await page('wading')).html).toBe(before);
});

test('the review list says truthfully why it waits, under whatever threshold', async () => {
  expect((await ask('review', 'list', '--json')).json()).toMatchObject({
    findings: expect.arrayContaining([
      expect.objectContaining({
        authority: 'wading',
        reason: expect.stringMatching(/^confidence 0\.\d\d is below 1$/),
      }),
    ]),
  });
  here.app.deps.rulebook = { ...here.app.deps.rulebook, reviewBelow };
  const { findings } = (await ask('review', 'list', '--json')).json<{ findings: { reason: string }[] }>();
  for (const { reason } of findings)
    expect(reason).toMatch(
      new RegExp(`^confidence 0\\.\\d\\d was below the threshold of when it was judged; today’s is ${reviewBelow}$`),
    );
});

test('a person’s yes brings it back without a word to readers', async () => {
  const [finding] = await waiting('wading');
  expect((await ask('review', 'accept', finding ?? '', '--reason', 'the report says so')).code).toBe(0);
  expect((await page('wading')).html).toMatch(/<h1>Wading Borough Council .*outstanding/s);
  expect((await ask('events', 'show', keyOf('wading'), '--json')).json()).toMatchObject({ status: 'reported' });
  expect((await get('/')).html).toContain('events/wading');
  expect(await heard()).toEqual([]);
});

test('a person’s no is our mistake, told to whoever was told, with no empty table or nameless publisher', async () => {
  const [one, other] = await waiting('southshire');
  expect((await ask('review', 'reject', one ?? '', '--reason', 'a school')).code).toBe(0);
  expect((await page('southshire')).html).toContain('waits for review');
  expect(await heard()).toEqual([]);
  expect((await ask('review', 'reject', other ?? '', '--reason', 'a school')).code).toBe(0);
  expect(await heard()).toMatchObject([
    { type: 'judgement.correction', key: keyOf('southshire'), status: 'retracted' },
  ]);
  const { status, html } = await page('southshire');
  expect(status).toBe(200);
  expect(html).toContain('Retracted: we were wrong');
  expect(html).not.toMatch(/waits for review|Who says what/);
  // What it had rested on is there to look at.
  expect(html).toContain('Reports, most trusted first');
});
