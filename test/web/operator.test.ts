/** The operator's page and its JSON: closed to all but who has the token, and closed altogether where there is none. */
import axe, { type AxeResults } from 'axe-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MOST_GIVEN_UP } from '../../src/steps/operator-view.ts';
import { openSite } from '../../src/web/open-site.ts';
import { OperatorPage } from '../../src/web/operator-page.tsx';
import type { RunningSite } from '../../src/web/server.tsx';
import { anEvent } from '../sending/build.ts';
import { missingBrowser, NARROW, openBrowser, visit, WIDE } from '../support/browser.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';

const TOKEN = 'a token of an operator';
const NOW = '2026-03-18T10:00:00Z';
let here: Installation;
let site: RunningSite;
let network = 0;

beforeAll(async () => {
  here = await anInstallation(
    { GRADEWATCH_NOW: `=${NOW}`, PORT: '0', ADMIN_TOKEN: TOKEN, TRUST_PROXY: '1' },
    { folder: 'config/demo', proposals: [] },
  );
  site = await openSite(here.app);
  const { store, now } = here.app.deps;
  const done = await typed(here.app, ['subscribe', '--email', 'desk@paper.example', '--confirmed', 'a test', '--json']);
  const { subscription } = done.json<{ subscription: string }>();
  const promise = {
    subscriptionId: subscription,
    eventKey: 'e1',
    notice: 'first',
    channel: 'mail',
    was: null,
  } as const;
  const reference = `${subscription}.e1.first.mail`;
  await store.openAlerts([{ ...promise, id: 'a1', body: anEvent({ key: 'e1' }), reference }], now());
  const error = 'mail refused for good: <b>554</b>';
  const attempt = {
    ...({ channel: 'mail', what: 'alert' } as const),
    ...{ subscriptionId: subscription, reference, nextTry: null },
  };
  await store.settleAlerts(
    ['a1'],
    { state: 'dead', error, attempt: { ...attempt, outcome: 'refused', status: 554, message: error } },
    now(),
  );
  await store.beginOutage({ part: 'mail', since: now(), says: 'No mail was taken' });
  await store.keepComplaint('e1', 'It was good, not outstanding', 'reader', now());
}, 120_000);
afterAll(async () => {
  await site?.close();
  await here?.close();
});
beforeEach(() => {
  network += 1;
});

const from = (headers: Record<string, string> = {}) => ({ 'x-forwarded-for': `198.51.${network}.7`, ...headers });
const api = (authorization?: string) =>
  fetch(`${site.address}/api/v1/operator`, { headers: from(authorization === undefined ? {} : { authorization }) });
const signIn = (token: string, headers: Record<string, string> = {}) =>
  fetch(`${site.address}/operator`, {
    method: 'POST',
    body: new URLSearchParams({ token }),
    headers: from({ origin: site.address, ...headers }),
    redirect: 'manual',
  });
const page = (cookie = '') => fetch(`${site.address}/operator`, { headers: from({ cookie }) });
const cookieOf = (answer: Response) => (answer.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';

test('the JSON is for who has the token, and is kept nowhere', async () => {
  for (const given of [undefined, 'Bearer wrong', TOKEN, `Basic ${TOKEN}`, `Bearer ${TOKEN}x`])
    expect([given, (await api(given)).status]).toEqual([given, 401]);
  const answer = await api(`Bearer ${TOKEN}`);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(await answer.json()).toMatchObject({
    onHold: false,
    outages: [{ part: 'mail', says: 'No mail was taken' }],
    review: { findings: [], notices: [], complaints: [{ event: 'e1', text: 'It was good, not outstanding' }] },
    dead: [{ reference: expect.stringMatching(/\.e1\.first\.mail$/), error: expect.stringContaining('554') }],
    lost: [],
  });
});

test('the page asks for the token, shows what there is, and forgets who leaves', async () => {
  expect(await (await page()).text()).not.toContain('No mail was taken');
  const wrong = await signIn('wrong');
  expect([wrong.status, cookieOf(wrong)]).toEqual([401, '']);
  const opened = await signIn(TOKEN);
  expect(opened.status).toBe(303);
  expect(opened.headers.get('set-cookie')).toMatch(/HttpOnly/i);
  expect(opened.headers.get('set-cookie')).toMatch(/SameSite=Strict/i);
  const shown = await (await page(cookieOf(opened))).text();
  for (const words of ['No mail was taken', 'It was good, not outstanding', '&lt;b&gt;554&lt;/b&gt;'])
    expect(shown).toContain(words);
  expect(shown).not.toContain('desk@paper.example');
  const left = await fetch(`${site.address}/operator`, {
    method: 'POST',
    body: new URLSearchParams({ act: 'leave' }),
    headers: from({ origin: site.address, cookie: cookieOf(opened) }),
    redirect: 'manual',
  });
  expect(left.headers.get('set-cookie')).toMatch(/gradewatch-operator=;/);
});

test('a session ends by itself and with a change of the token, and cannot be made up', async () => {
  const cookie = cookieOf(await signIn(TOKEN));
  const { deps } = here.app;
  deps.now = () => new Date(Date.parse(NOW) + 13 * 3_600_000);
  const later = await openSite(here.app);
  const opens = async (address: string, given: string) =>
    (await (await fetch(`${address}/operator`, { headers: { cookie: given } })).text()).includes('No mail was taken');
  expect(await opens(later.address, cookie)).toBe(false);
  deps.now = () => new Date(NOW);
  expect(await opens(site.address, cookie)).toBe(true);
  expect(await opens(site.address, `${cookie.slice(0, -2)}xx`)).toBe(false);
  await later.close();
});

test('from another site nobody is signed in, and who guesses ten times waits, with the right token too', async () => {
  const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
  expect((await signIn(TOKEN, elsewhere)).status).toBe(403);
  for (let n = 1; n <= 11; n++) expect((await fetch(`${site.address}/api/v1/operator`)).status).toBe(401);
  for (let n = 1; n <= 10; n++) expect((await signIn(`guess ${n}`)).status).toBe(401);
  expect((await signIn(TOKEN)).status).toBe(429);
  const answer = await api(`Bearer ${TOKEN}`);
  expect([answer.status, Number(answer.headers.get('retry-after')) > 600]).toEqual([429, true]);
});

test('where more was given up than is shown, the page does not call that all', () => {
  const given = (many: number) => {
    const lost = Array.from({ length: many }, (_, n) => ({
      ...{ key: `${n}`, source: 's', title: 't', reason: null, since: null },
    }));
    const nothing = { onHold: false, outages: [], dead: [], review: { findings: [], notices: [], complaints: [] } };
    return String(OperatorPage({ view: { ...nothing, lost } }));
  };
  expect(given(MOST_GIVEN_UP - 1)).toContain('Articles given up (49)');
  expect(given(MOST_GIVEN_UP)).toContain('Articles given up (the newest 50)');
});

test('without ADMIN_TOKEN there is neither', async () => {
  const closed = await openSite({ ...here.app, operatorKey: null, servedAt: () => {} });
  for (const path of ['/operator', '/api/v1/operator'])
    expect((await fetch(closed.address + path, { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(404);
  await closed.close();
});

describe.skipIf(missingBrowser)('in Chromium', { timeout: 120_000 }, () => {
  test.each([
    ['wide', WIDE],
    ['narrow', NARROW],
  ] as const)('both pages are open to everybody, %s', async (name, viewport) => {
    const browser = await openBrowser();
    await visit(browser, `${site.address}/operator`, { viewport }, async (opened) => {
      const faults = async () => {
        await opened.evaluate(axe.source);
        const { violations } = await opened.evaluate<AxeResults>('axe.run()');
        const beyond = await opened.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        return [...violations.map(({ id }) => id), ...(beyond > 0 ? [beyond] : [])];
      };
      expect(await faults()).toEqual([]);
      await opened.getByLabel('Token').fill(TOKEN);
      await opened.getByRole('button', { name: 'Open' }).click();
      await opened.getByText('No mail was taken').waitFor();
      if (process.env.SHOTS)
        await opened.screenshot({ path: `${process.env.SHOTS}/operator-${name}.png`, fullPage: true });
      expect(await faults()).toEqual([]);
    });
    await browser.close();
  });
});
