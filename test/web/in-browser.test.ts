/**
 * Alerts in the browser: asked for on the page, confirmed by a click, shown by the service worker. Chromium is real but for
 * `PushManager.subscribe`, which needs a push service on the Internet: the page is given an address on loopback.
 */
import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { runToIdle } from '../../src/run-to-idle.ts';
import { openSite } from '../../src/web/open-site.ts';
import type { RunningSite } from '../../src/web/server.tsx';
import { missingBrowser, NARROW, openBrowser, visit, WIDE } from '../support/browser.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aPushService, type PushService } from '../support/push-service.ts';
import { anArticle, publish } from '../support/told.ts';

const NOW = '2026-03-18T10:00:00Z';
const EVERYBODY = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

/** Until it is so: workers and browsers take their time on a busy machine. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 30_000, interval: 100 });

let service: PushService;
let here: Installation;
let site: RunningSite;
/** Each test is a network of its own. */
let network = 0;
const logged: string[] = [];
const log = {
  ...{ debug: () => {}, info: (...said: unknown[]) => void logged.push(JSON.stringify(said)) },
  warn: (...said: unknown[]) => void logged.push(JSON.stringify(said)),
  error: (...said: unknown[]) => void logged.push(JSON.stringify(said)),
};

beforeAll(async () => {
  service = await aPushService();
  here = await anInstallation(
    { GRADEWATCH_NOW: `=${NOW}`, PORT: '0', TRUST_PROXY: '1' },
    { folder: 'config/demo', proposals: [] },
    log as never,
  );
  site = await openSite(here.app);
}, 120_000);
afterAll(async () => {
  await site?.close();
  await here?.close();
  await service?.close();
});
beforeEach(() => {
  network += 1;
  service.taken.splice(0);
});

const send = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${site.address}/subscribe/browser`, {
    method: 'POST',
    body: new URLSearchParams({ every: 'event', ...fields }),
    headers: { origin: site.address, 'x-forwarded-for': `198.51.${network}.7`, ...headers },
  });
const said = async (answer: Response) => ((await answer.json()) as { said: string }).said;
const subscriptionsOf = (address: string) => here.app.deps.store.subscriptionsOf('push', address);
const pushed = async (count: number) => {
  await eventually(() => service.taken).toHaveLength(count);
  return service.taken.at(-1)!;
};
const press = (page: string) => fetch(site.address + page, { method: 'POST', redirect: 'manual' });
async function aReader(fields: Record<string, string> = {}) {
  const browser = service.browser();
  const before = service.taken.length;
  expect((await send({ browser, ...fields })).status).toBe(200);
  await press((await pushed(before + 1)).message.page);
  const [reader] = await subscriptionsOf(browser);
  service.taken.splice(0);
  return { browser, id: reader!.id, state: reader!.state };
}
/** A judgement nobody heard of yet. */
const care = (council: string, day: string) =>
  publish(
    here,
    anArticle({
      ...{ id: `${council}-${day}`.toLowerCase(), published: day, title: `${council} care rated good` },
      text: `The Care Quality Commission has rated ${council} Council's adult social care as good.`,
    }),
  );

describe('asking for alerts in a browser', { timeout: 60_000 }, () => {
  test('brings one notification whose page makes it active, and then the news, once', async () => {
    const browser = service.browser();
    const answer = await send({ browser, authority: 'wading', every: 'event' });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const { message } = await pushed(1);
    expect(message.title).toContain('Confirm your alerts: any service in Wading');
    expect((await subscriptionsOf(browser)).map(({ state }) => state)).toEqual(['pending']);
    const page = await (await fetch(site.address + message.page)).text();
    expect(page).toContain('Confirm your subscription');
    expect((await subscriptionsOf(browser)).map(({ state }) => state)).toEqual(['pending']);
    await press(message.page);
    expect(await subscriptionsOf(browser)).toMatchObject([{ state: 'active', basis: 'asked for by the reader' }]);
    await care('Wading', '2026-03-17');
    await runToIdle(here.app);
    const news = await pushed(2);
    expect(news.message.title).toMatch(/Wading: good/);
    expect(news.message.text).toContain('has rated Wading Council');
    expect((await fetch(site.address + news.message.page)).status).toBe(200);
    await runToIdle(here.app);
    expect(service.taken).toHaveLength(2);
  });

  test('what the form does not know is named, and asks for nothing', async () => {
    const browser = service.browser();
    const answer = await send({ browser, authority: 'nope', grade: 'goood' });
    expect([answer.status, await said(answer)]).toEqual([
      400,
      '“nope” is no authority; “goood” is no grade; did you mean “good”?',
    ]);
    expect(await subscriptionsOf(browser)).toEqual([]);
  });

  test('its own page changes and ends it, gives all that is held, and speaks of no mail', async () => {
    const { browser, id } = await aReader({ authority: 'southshire' });
    await care('Southshire', '2026-03-16');
    await runToIdle(here.app);
    const { message } = await pushed(1);
    expect(message.subscription).toBe(id);
    const manage = message.manage ?? '';
    const page = await (await fetch(site.address + manage)).text();
    expect(page).toContain('Send me nothing more');
    expect(page).not.toContain('Mail address');
    const held = await (await fetch(`${site.address}${manage}/data.json`)).json();
    expect(held).toMatchObject({ address: browser, subscriptions: [{ channel: 'push', id }] });
    const moved = await fetch(site.address + manage, {
      method: 'POST',
      body: new URLSearchParams({ act: 'address', address: 'desk@paper.example' }),
    });
    expect(moved.status).toBe(400);
    await fetch(site.address + manage, { method: 'POST', body: new URLSearchParams({ act: 'end' }) });
    expect(await subscriptionsOf(browser)).toMatchObject([{ state: 'ended', endedReason: 'ended_by_reader' }]);
  });

  test('what the push service has not taken is sent again under the same topic; a browser that is gone ends', async () => {
    const { browser } = await aReader({ authority: 'northshire' });
    service.answer({ status: 503 });
    const before = service.calls();
    await care('Northshire', '2026-03-16');
    await runToIdle(here.app);
    expect([service.calls() - before, service.taken.length]).toEqual([1, 0]);
    const [reader] = await subscriptionsOf(browser);
    const [alert] = await here.app.deps.store.alertsTo(reader!.id);
    expect(alert).toMatchObject({ state: 'pending', attempts: 1 });
    here.app.deps.now = () => new Date(Date.parse(NOW) + 60_000);
    await runToIdle(here.app);
    const { message } = await pushed(1);
    expect(message.tag).toBe(alert?.reference);
    service.answer({ status: 410 });
    expect((await typed(here.app, ['subscriptions', 'test', reader!.id])).code).toBe(1);
    expect(await subscriptionsOf(browser)).toMatchObject([{ state: 'ended', endedReason: 'browser_gone' }]);
    here.app.deps.now = () => new Date(NOW);
  });

  test('whose push service goes on refusing our signature is tried for a day, then ends with that reason', async () => {
    const { browser, id } = await aReader({ authority: 'averfordshire' });
    await care('Averfordshire', '2026-03-16');
    service.refuse(browser, 403);
    let at = Date.parse(NOW);
    here.app.deps.now = () => new Date(at);
    let hours = 0;
    for (; hours < 72 && (await subscriptionsOf(browser))[0]?.state === 'active'; hours++) {
      await runToIdle(here.app);
      at += 3_600_000;
    }
    here.app.deps.now = () => new Date(NOW);
    expect(hours).toBeGreaterThan(24);
    expect(await subscriptionsOf(browser)).toMatchObject([{ id, state: 'ended', endedReason: 'signature_refused' }]);
  });

  test('with a new address gets there what it asked for, once; a stranger moves nothing', async () => {
    const { browser, id } = await aReader({ authority: 'eastborough' });
    const moved = (from: string, to: string) =>
      fetch(`${site.address}/subscribe/browser/moved`, {
        method: 'POST',
        body: new URLSearchParams({ from, browser: to }),
        headers: { origin: site.address, 'x-forwarded-for': `198.51.${network}.7` },
      });
    const [fresh, other] = [service.browser(), service.browser()];
    const guessed = { ...JSON.parse(browser), keys: JSON.parse(other).keys };
    const answers = [
      await moved(JSON.stringify(guessed), other),
      await moved(browser, fresh),
      await moved(browser, fresh),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(await Promise.all(answers.map(said))).size).toBe(1);
    expect((await moved(browser, 'no address')).status).toBe(400);
    expect(await subscriptionsOf(other)).toEqual([]);
    expect(await subscriptionsOf(browser)).toMatchObject([{ id, state: 'ended', endedReason: 'address_changed' }]);
    const [heir] = await subscriptionsOf(fresh);
    expect(heir).toMatchObject({ state: 'active', criteria: { authorities: ['eastborough'] } });
    await care('Eastborough', '2026-03-16');
    await runToIdle(here.app);
    await pushed(1);
    expect((await here.app.deps.store.alertsTo(heir!.id)).map(({ state }) => state)).toEqual(['sent']);
  });

  test('says the same whoever is known, and three notifications a day go to one browser', async () => {
    const { browser } = await aReader({ grade: 'good' });
    const known = await said(await send({ browser, grade: 'good' }));
    const others = ['outstanding', 'inadequate', 'requires_improvement', 'adequate'];
    const answers: string[] = [];
    for (const grade of others) answers.push(await said(await send({ browser, grade })));
    expect(new Set([known, ...answers]).size).toBe(1);
    await pushed(2);
    await runToIdle(here.app);
    expect(service.taken).toHaveLength(2);
  });

  test('what is no browser is told so, naming every fault and no address', async () => {
    const answer = await send({
      browser: JSON.stringify({ endpoint: 'ftp://push.example/hidden', keys: { p256dh: 'AA', auth: 'AA' } }),
    });
    const words = await said(answer);
    expect(answer.status).toBe(400);
    for (const fault of ['https://', 'p256dh', 'auth']) expect(words).toContain(fault);
    expect(words).not.toContain('hidden');
    expect((await send({})).status).toBe(400);
  });

  test('from another site it is not taken, and one network asks ten times an hour', async () => {
    const forged = { browser: service.browser() };
    const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    expect((await send(forged, elsewhere)).status).toBe(403);
    expect(await subscriptionsOf(forged.browser)).toEqual([]);
    const answers: Response[] = [];
    for (let n = 1; n <= 11; n++)
      answers.push(await send({ browser: service.browser() }, { 'x-forwarded-for': `203.0.113.${n}` }));
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(200), 429]);
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(3_000);
    await runToIdle(here.app);
  });

  test('its address stands whole in no list and no log, but in what goes to its owner and into a list to import', async () => {
    const { browser, id } = await aReader({ region: 'London' });
    const { endpoint } = JSON.parse(browser) as { endpoint: string };
    const list = await typed(here.app, ['subscriptions', 'list', '--json']);
    const shown = (list.json() as { id: string }[]).find((one) => one.id === id);
    expect(shown).toMatchObject({
      channel: 'push',
      state: 'active',
      address: expect.stringContaining(endpoint.slice(-6)),
    });
    for (const words of [['list'], ['list', '--json'], ['show', id], ['show', id, '--json']])
      expect((await typed(here.app, ['subscriptions', ...words])).out).not.toContain(endpoint);
    expect((await typed(here.app, ['subscriptions', 'export'])).out).toContain(endpoint);
    expect((await typed(here.app, ['subscriptions', 'export', '--person', browser])).out).toContain(id);
    expect(logged.join('\n')).not.toContain('/send/');
    const { store } = here.app.deps;
    await store.endSubscription(id, 'a test', here.app.deps.now());
    await store.forgetAddresses(new Date('2026-05-01T00:00:00Z'));
    expect((await store.subscription(id))?.address).toBeNull();
  });

  test('a week is one notification with a line for each judgement', async () => {
    const { id } = await aReader({ every: 'week' });
    here.app.deps.now = () => new Date('2026-03-24T10:00:00Z');
    await runToIdle(here.app);
    const { message, headers } = await pushed(1);
    expect([message.subscription, message.page, headers.urgency]).toEqual([id, '/', 'normal']);
    expect(message.title).toMatch(/^(\[Sample\] )?Week 2026-W12: \d judgements/);
    expect(message.text).toMatch(/Wading: good/);
    here.app.deps.now = () => new Date(NOW);
  });
});

test('scripts are ours, on that one page, and told as what they are', async () => {
  const policy = async (path: string) =>
    (await fetch(site.address + path)).headers.get('content-security-policy') ?? '';
  const form = await policy('/subscribe?grade=good');
  for (const part of ['script-src', 'connect-src', 'worker-src']) {
    expect(form).toContain(`${part} 'self'`);
    expect(await policy('/')).toContain(`${part} 'none'`);
  }
  for (const script of ['/push.js', '/sw.js']) {
    const { status, headers } = await fetch(site.address + script);
    expect([status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([
      ...[200, 'text/javascript; charset=utf-8', 'nosniff'],
    ]);
  }
  expect(await (await fetch(`${site.address}/subscribe`)).text()).toContain(`data-key="${here.app.pushKey}"`);
});

describe.skipIf(missingBrowser)('in Chromium', { timeout: 120_000 }, () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let devtools: CDPSession;
  /** Of the service worker, once it runs. */
  let registrationId = '';

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => browser?.close());
  beforeEach(async () => {
    registrationId = '';
    context = await browser.newContext({ viewport: WIDE });
    await context.grantPermissions(['notifications'], { origin: site.address });
    page = await context.newPage();
  });
  afterEach(async () => context?.close());

  /** The page as a browser sees it that a push service answers, and one that already asked. */
  async function ask(address: string): Promise<string> {
    devtools = await context.newCDPSession(page);
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      registrationId = registrations[0]?.registrationId ?? registrationId;
    });
    await devtools.send('ServiceWorker.enable');
    await page.addInitScript(`PushManager.prototype.subscribe = async function ({ applicationServerKey, userVisibleOnly }) {
      window.askedWith = [applicationServerKey.length, userVisibleOnly];
      return ${address};
    }`);
    await page.goto(`${site.address}/subscribe?authority=kelbury`);
    await page.getByRole('button', { name: 'Show them in this browser' }).click();
    const status = page.locator('#in-browser [role=status]');
    await eventually(() => status.textContent()).toMatch(/^(?!Asking).+/);
    return (await status.textContent()) ?? '';
  }
  const deliver = (data: string) =>
    devtools.send('ServiceWorker.deliverPushMessage', { origin: site.address, registrationId, data });
  async function faultsOf(opened: Page): Promise<unknown[]> {
    await opened.evaluate(axe.source);
    const { violations } = await opened.evaluate<AxeResults>(`axe.run(${JSON.stringify(EVERYBODY)})`);
    const beyond = await opened.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    return [...violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), ...(beyond > 0 ? [beyond] : [])];
  }
  const shown = () =>
    page.evaluate<{ title: string; body: string; tag: string; data: { page: string; manage: string | null } }[]>(
      `navigator.serviceWorker.ready.then((r) => r.getNotifications())
        .then((all) => all.map(({ title, body, tag, data }) => ({ title, body, tag, data })))`,
    );

  /** All that were shown so far, none twice at a time: Chromium closes each after a while, on a slow machine before the next comes. */
  function watching() {
    const all = new Map<string, Awaited<ReturnType<typeof shown>>[number]>();
    return async () => {
      const now = await shown();
      const tags = now.flatMap(({ tag }) => tag || []);
      expect(new Set(tags).size).toBe(tags.length);
      for (const one of now) all.set(one.tag, one);
      return [...all.values()];
    };
  }

  /** Told again until it is seen, which shows it once: what comes before the worker is awake is lost. */
  const delivered = (seen: ReturnType<typeof watching>, data: string) =>
    eventually(async () => {
      await deliver(data);
      return seen();
    });

  test('asked there, shown there, a resend once, and only pages of ours are opened', async () => {
    const seen = watching();
    const address = service.browser();
    expect(await ask(address)).toMatch(/^Asked\. If this is new to us, a notification comes/);
    expect(await page.evaluate('window.askedWith')).toEqual([65, true]);
    expect(await subscriptionsOf(address)).toMatchObject([
      { state: 'pending', criteria: { authorities: ['kelbury'] } },
    ]);
    const { message } = await pushed(1);
    await delivered(seen, JSON.stringify(message)).toMatchObject([
      { title: message.title, body: message.text, tag: message.tag },
    ]);
    expect((await seen())[0]?.data).toEqual({ page: site.address + message.page, manage: null });
    await deliver(JSON.stringify(message));
    const elsewhere = { ...message, tag: 'other', title: 'Other', page: 'https://elsewhere.example/x' };
    await delivered(seen, JSON.stringify(elsewhere)).toHaveLength(2);
    expect((await seen()).find(({ tag }) => tag === 'other')?.data.page).toBe(`${site.address}/`);
    await delivered(seen, JSON.stringify({ ...message, tag: 'slashes', page: '//elsewhere.example/x' })).toHaveLength(
      3,
    );
    await delivered(seen, 'no JSON at all').toHaveLength(4);
    expect((await seen()).every(({ data }) => data.page.startsWith(`${site.address}/`))).toBe(true);
  });

  test('a click opens the page it tells of, the button the reader’s own; neither leads elsewhere', async () => {
    await ask(service.browser());
    const links = { page: '/events/e1', subscription: 's', manage: '/preferences/p' };
    const news = JSON.stringify({ v: 1, title: 'News', text: '', tag: 't', ...links });
    // Opening a window takes a person's click, which no program can give; all before it is as it is.
    const clicked = `(async () => {
      const opened = [];
      self.clients.openWindow = async (address) => void opened.push(address);
      for (const notification of await self.registration.getNotifications())
        for (const action of ['', 'manage', 'unknown'])
          self.dispatchEvent(new NotificationEvent('notificationclick', { notification, action }));
      return opened;
    })()`;
    await eventually(async () => {
      await deliver(news);
      return context.serviceWorkers()[0]!.evaluate(clicked);
    }).toEqual(['/events/e1', '/preferences/p', '/events/e1'].map((path) => site.address + path));
    await eventually(shown).toEqual([]);
  });

  test('the last message of each subscription leaves its link on the page', async () => {
    await ask(service.browser());
    const told = (title: string, manage: string) =>
      JSON.stringify({ v: 1, title, text: '', tag: title, page: '/', subscription: 's1', manage });
    const seen = watching();
    await delivered(seen, told('First', '/preferences/one')).toHaveLength(1);
    await delivered(seen, told('<b>Second</b>', '/preferences/two')).toHaveLength(2);
    await eventually(async () => {
      await page.reload();
      return page.locator('#in-browser li a').evaluateAll((all) => all.map((link) => [link.textContent, link.href]));
    }).toEqual([['<b>Second</b>', `${site.address}/preferences/two`]]);
  });

  /** What the worker's next `subscribe` returns, as a push service would have it, and what it was asked with. */
  const nextAddress = (address: string) =>
    context.serviceWorkers()[0]!.evaluate(`PushManager.prototype.subscribe = async function ({ applicationServerKey }) {
      self.askedWith = btoa(String.fromCharCode(...applicationServerKey));
      return { toJSON: () => (${address}) };
    }`);
  const confirmed = async (address: string) => {
    await press((await pushed(1)).message.page);
    expect(await subscriptionsOf(address)).toMatchObject([{ state: 'active' }]);
  };

  test('a browser whose address changes tells us, and what it asked for goes on there', async () => {
    const [address, fresh] = [service.browser(), service.browser()];
    await ask(address);
    await confirmed(address);
    await nextAddress(fresh);
    await context.serviceWorkers()[0]!.evaluate(`self.dispatchEvent(new ExtendableEvent('pushsubscriptionchange'))`);
    await eventually(() => subscriptionsOf(fresh)).toMatchObject([{ state: 'active' }]);
    expect(await subscriptionsOf(address)).toMatchObject([{ state: 'ended', endedReason: 'address_changed' }]);
  });

  test('after a change of our secret the next visit of the page renews what the browser gets', async () => {
    const [address, fresh] = [service.browser(), service.browser()];
    await ask(address);
    await confirmed(address);
    await nextAddress(fresh);
    const key = Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 7)]).toString('base64url');
    await page.route(`${site.address}/subscribe**`, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: (await answer.text()).replace(here.app.pushKey, key) });
    });
    await page.reload();
    await eventually(() => subscriptionsOf(fresh)).toMatchObject([{ state: 'active' }]);
    const askedWith = await context.serviceWorkers()[0]!.evaluate<string>('self.askedWith');
    expect(Buffer.from(askedWith, 'base64').toString('base64url')).toBe(key);
    expect(await subscriptionsOf(address)).toMatchObject([{ state: 'ended', endedReason: 'address_changed' }]);
  });

  test('where the push service does not answer the page says so', async () => {
    await page.clock.install();
    await page.addInitScript(`PushManager.prototype.subscribe = () => new Promise(() => {})`);
    await page.goto(`${site.address}/subscribe`);
    await page.getByRole('button', { name: 'Show them in this browser' }).click();
    const status = page.locator('#in-browser [role=status]');
    await eventually(() => status.textContent()).toBe('Asking …');
    await page.clock.runFor(20_000);
    await eventually(() => status.textContent()).toMatch(
      /^Still asking: nothing has come from this browser’s push service/,
    );
  });
  test('who allows no notifications is told what to do, and nothing is asked', async () => {
    await context.clearPermissions();
    await page.addInitScript(`Notification.requestPermission = async () => 'denied'`);
    const address = service.browser();
    expect(await ask(address)).toMatch(/may show no notifications/);
    expect(await subscriptionsOf(address)).toEqual([]);
  });

  for (const [what, viewport] of [
    ['wide', WIDE],
    ['narrow', NARROW],
  ] as const)
    test(`the page is open to everybody, ${what}`, () =>
      visit(browser, `${site.address}/subscribe`, { viewport }, async (opened) => {
        await opened.locator('#in-browser').waitFor();
        if (process.env.SHOTS) await opened.screenshot({ path: `${process.env.SHOTS}/${what}.png`, fullPage: true });
        expect(await faultsOf(opened)).toEqual([]);
      }));

  test('where no mail is sent it is the only way asked for there; without script there is none', async () => {
    const { deps } = here.app;
    const mailless = await openSite({
      ...here.app,
      deps: { ...deps, policy: { ...deps.policy, sample: false } },
      servedAt: () => {},
    } as App);
    await visit(browser, `${mailless.address}/subscribe?grade=good`, { viewport: NARROW }, async (opened) => {
      await opened.locator('#in-browser').waitFor();
      if (process.env.SHOTS) await opened.screenshot({ path: `${process.env.SHOTS}/mailless.png`, fullPage: true });
      expect(await opened.getByLabel('Grade').inputValue()).toBe('good');
      expect(await opened.locator('[type=submit], [type=email]').count()).toBe(0);
      expect(await faultsOf(opened)).toEqual([]);
    });
    await visit(browser, `${mailless.address}/subscribe`, { javaScriptEnabled: false }, async (opened) => {
      expect(await opened.locator('form').isVisible()).toBe(false);
      expect(await opened.getByText('sends no mail').isVisible()).toBe(true);
    });
    await mailless.close();
  });

  test('without script, and where a browser cannot, there is no trace of it', async () => {
    await visit(browser, `${site.address}/subscribe`, { javaScriptEnabled: false }, async (opened) =>
      expect(await opened.locator('#in-browser').isVisible()).toBe(false),
    );
    const unable = await browser.newContext();
    await unable.addInitScript('delete window.PushManager');
    const opened = await unable.newPage();
    await opened.goto(`${site.address}/subscribe`);
    expect(await opened.locator('#in-browser').isVisible()).toBe(false);
    await unable.close();
  });
});
