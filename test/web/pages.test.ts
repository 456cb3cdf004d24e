/** What people see, in a real browser on the invented world: readable by everybody, true, and deaf to hostile text. */
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { distinctionKey } from '../../src/core/distinctions.ts';
import { makeRegister } from '../../src/core/register.ts';
import { ANY } from '../../src/core/sending/route.ts';
import type { JudgementEvent } from '../../src/core/types.ts';
import { type DemoServer, serveWorld } from '../../src/demo/serve.ts';
import { demoSources, loadWorld } from '../../src/demo/world.ts';
import { subscribe } from '../../src/steps/subscribe.ts';
import { openSite } from '../../src/web/open-site.ts';
import { makeSite, type RunningSite, serveSite } from '../../src/web/server.tsx';
import type { SiteDeps } from '../../src/web/site-deps.ts';
import { anEvent, aReport } from '../sending/build.ts';
import { silent } from '../support/backends.ts';
import { missingBrowser, NARROW, openBrowser, visit, WIDE } from '../support/browser.ts';
import { aDistinction } from '../support/claims.ts';
import { anInstallation, type Installation } from '../support/installation.ts';

const EVERYBODY = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const BEYOND_THE_WINDOW = 'document.documentElement.scrollWidth - innerWidth';
const world = loadWorld('config/demo');

let server: DemoServer;
let here: Installation;
let site: RunningSite;
let browser: Browser | null = null;

/** The same pages over other data. */
const variants: RunningSite[] = [];
async function siteWith(store: Partial<SiteDeps['store']>, more: Partial<SiteDeps> = {}): Promise<string> {
  const { deps } = here.app;
  const made = makeSite({
    store: { ...deps.store, ...store },
    names: deps.names,
    rulebook: deps.rulebook,
    register: () => deps.register,
    now: deps.now,
    log: silent,
    version: '0.1.0',
    sample: true,
    contact: 'desk@gradewatch.example',
    health: async () => [],
    ping: async () => {},
    subscriptionOf: here.app.subscriptionOf,
    subscriptionsOf: here.app.subscriptionsOf,
    addressChangeOf: here.app.addressChangeOf,
    changeCadence: async () => null,
    askNewAddress: async () => {},
    moveBrowser: async () => {},
    digestOf: () => Promise.reject(),
    latestOf: async () => [],
    sendsMail: true,
    counters: here.app.counters,
    trustProxy: false,
    signUp: async () => {},
    pushKey: here.app.pushKey,
    operatorKey: null,
    newToken: deps.newToken,
    addressKey: deps.addressKey,
    speakers: deps.speakers,
    reportSites: deps.reportSites,
    publicUrl: () => deps.policy.publicUrl,
    ...more,
  });
  const running = await serveSite(made, '127.0.0.1', 0);
  variants.push(running);
  return running.address;
}

beforeAll(async () => {
  server = await serveWorld(world, world.startsAt);
  here = await anInstallation(
    { GRADEWATCH_NOW: `=${world.startsAt.toISOString()}`, PORT: '0' },
    { folder: 'config/demo', proposals: demoSources(world, server.origin) },
  );
  for (let round = 1; round <= world.rounds; round++) {
    server.showRound(round);
    await here.pollAll();
  }
  site = await openSite(here.app);
  if (!missingBrowser) browser = await openBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await Promise.all([site, ...variants].map((each) => each?.close()));
  await here?.close();
  await server?.close();
});

const keyOf = async (authority: string, service: string, since = '2013-01-01', until = '2027-01-01') => {
  const found = await here.app.deps.store.events({ authorities: [authority], since, until });
  return found.find(({ event }) => event.service === service)?.event.key ?? `no event of ${authority}`;
};
const page = async (path: string, init?: RequestInit) => {
  const answer = await fetch(site.address + path, init);
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
};

/** What shuts somebody out of the page, and whether it is wider than its window. */
async function faultsFor(opened: Page): Promise<string[]> {
  await opened.evaluate(axe.source);
  const { violations } = await opened.evaluate<AxeResults>(`axe.run(${JSON.stringify(EVERYBODY)})`);
  const beyond = await opened.evaluate<number>(BEYOND_THE_WINDOW);
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ...(beyond > 0 ? [`${beyond} px wider than the window`] : []),
  ];
}

async function aReader(confirmed: string | null): Promise<string> {
  const asked = { channel: 'mail', address: 'reader@paper.example', criteria: ANY, every: 'week', note: null } as const;
  return (await subscribe(here.app.deps, { ...asked, confirmed })).subscription;
}

describe.skipIf(missingBrowser)('in a browser', { timeout: 180_000 }, () => {
  const pages: [what: string, path: () => Promise<string>, status: number][] = [
    ['the list', async () => '/', 200],
    ['the list as asked for', async () => '/?grade=good&inspectorate=cqc', 200],
    ['a list that holds nothing', async () => '/?grade=inadequate&inspectorate=ofsted&region=London', 200],
    ['the sources', async () => '/sources', 200],
    ['the authorities', async () => '/authorities', 200],
    ['the form for alerts', async () => '/subscribe?grade=good&authority=northshire&authority=kelbury', 200],
    ['the weeks', async () => '/weeks', 200],
    ['a timeline', async () => '/authorities/northshire', 200],
    ['an authority that ended', async () => '/authorities/oldmere', 200],
    [
      'two headlines',
      async () => `/events/${await keyOf('kelbury', 'childrens_services', '2012-01-01', '2013-01-01')}`,
      200,
    ],
    ['no overall grade', async () => `/events/${await keyOf('southshire', 'childrens_services')}`, 200],
    ['corrected', async () => `/events/${await keyOf('wading', 'adult_social_care')}`, 200],
    ['several reports', async () => `/events/${await keyOf('eastborough', 'childrens_services')}`, 200],
    [
      'unsubscribe',
      async () => `/unsubscribe/${await here.app.deps.newToken(await aReader('a test'), 'unsubscribe')}`,
      200,
    ],
    ['confirm', async () => `/confirm/${await here.app.deps.newToken(await aReader(null), 'confirm')}`, 200],
    ['an unknown link', async () => '/unsubscribe/unknown', 404],
    ['an unknown page', async () => '/nowhere', 404],
    ['an unknown judgement', async () => '/events/nowhere', 404],
  ];
  // What depends on the width does not depend on the colours: two looks cover both of each.
  test.each(pages)('%s: nothing keeps anybody out, wide and light, narrow and dark', async (_what, path, status) => {
    const address = site.address + (await path());
    await visit(browser as Browser, address, { viewport: WIDE, colorScheme: 'light' }, async (opened) => {
      expect(await faultsFor(opened), 'wide and light').toEqual([]);
      expect(await opened.locator('h1').count()).toBe(1);
      expect(await opened.title()).toMatch(/^.{5,} – Gradewatch$/);
      await opened.setViewportSize(NARROW);
      await opened.emulateMedia({ colorScheme: 'dark' });
      expect(await faultsFor(opened), 'narrow and dark').toEqual([]);
    });
    expect((await fetch(address)).status).toBe(status);
  });

  test('a judgement that reports and the official record dispute: the same holds', async () => {
    const reports = [
      aReport({ findingId: 'f1' }),
      aReport({ findingId: 'f2', articleId: 'a2', publisher: 'Northshire Bugle', tier: 'local' }),
    ];
    const values = [
      { value: 'outstanding', findings: ['f1'] },
      { value: 'good', findings: ['f2'] },
    ];
    const row = here.app.deps.register.byAuthority.get('northshire')?.[0];
    const event = anEvent({
      status: 'disputed',
      held: true,
      jointWith: ['southshire'],
      reports,
      conflicts: [
        { field: 'headlines.overall', values },
        {
          field: 'distinctions.outstanding+2_in_a_row',
          values: [
            { value: distinctionKey(aDistinction()), findings: ['f1'] },
            { value: distinctionKey(aDistinction({ place: 'london' })), findings: ['f2'] },
          ],
        },
      ],
      distinctions: [
        { ...aDistinction(), findings: ['f1'] },
        { ...aDistinction({ place: 'london' }), findings: ['f2'] },
      ],
      register: { ...anEvent().register, match: 'contradicting', judgement: row?.id ?? '' },
    });
    const address = await siteWith({
      event: async () => ({ event, learntAt: world.startsAt, changedAt: world.startsAt, revision: 1 }),
      assessmentOf: async () => null,
    });
    await visit(browser as Browser, `${address}/events/${event.key}`, { viewport: NARROW }, async (opened) => {
      expect(await faultsFor(opened)).toEqual([]);
      const said = await opened.textContent('main');
      expect(said).toMatch(/outstanding: Northshire Council\s*good: Northshire Bugle/);
      expect(said).toMatch(
        /Second in the country to be rated outstanding twice in a row“Only the second”Northshire Council/,
      );
      expect(said).toMatch(
        /What sets it apart\s*second in the country to be rated outstanding twice in a row: Northshire Council\s*second in London to be rated .*: Northshire Bugle/,
      );
      expect(said).toMatch(/The register of published judgements has inadequate for safeguarding/);
      expect(said).toContain('Judged with');
      expect(said).toContain('Something wrong? Tell desk@gradewatch.example');
    });
  });

  test('from the keyboard: first the way past the menu, then the menu, then the page', async () => {
    const order = await visit(browser as Browser, `${site.address}/`, { viewport: WIDE }, async (opened) => {
      const seen: string[] = [];
      for (let press = 0; press < 13; press++) {
        await opened.keyboard.press('Tab');
        seen.push(
          await opened.evaluate<string>(`document.activeElement.id || document.activeElement.textContent.trim()`),
        );
      }
      return seen;
    });
    expect(order.slice(0, 7)).toEqual([
      ...['Skip to the content', 'Gradewatch', 'Judgements', 'Authorities', 'Weeks', 'Sources', 'Get alerts'],
    ]);
    expect(order.slice(8)).toEqual([
      'filter-authority',
      'filter-region',
      'filter-inspectorate',
      'filter-grade',
      'Show',
    ]);
  });

  test('without script: filter, follow to a judgement, on to its authority, unsubscribe', async () => {
    const id = await aReader('a test');
    const token = await here.app.deps.newToken(id, 'unsubscribe');
    await visit(
      browser as Browser,
      `${site.address}/`,
      { javaScriptEnabled: false, viewport: NARROW },
      async (opened) => {
        await opened.selectOption('#filter-region', 'North East');
        await opened.click('button');
        expect(await opened.locator('ol.events > li').count()).toBe(2);
        await opened.locator('ol.events a').first().click();
        await opened.getByRole('link', { name: 'All judgements of Northshire' }).click();
        expect(await opened.textContent('h1')).toContain('Northshire County Council');
        await opened.goto(`${site.address}/unsubscribe/${token}`);
        await opened.getByRole('button', { name: 'Unsubscribe' }).click();
        expect(await opened.textContent('h1')).toContain('You are unsubscribed');
      },
    );
    expect((await here.app.deps.store.subscription(id))?.state).toBe('ended');
  });

  const HOSTILE = [
    '<script>document.title="owned"</script>',
    '"><img src=x onerror=document.title="owned">',
    "'><svg/onload=document.title='owned'>",
    '</title></style></textarea><script>document.title="owned"</script>',
    '<a href="javascript:document.title=\'owned\'">judged good</a>',
    '{{constructor.constructor("document.title=1")()}} #{document.title}',
    '&lt;script&gt;document.title="owned"&lt;/script&gt;',
    '\u202egnidnatstuo\u202c \u0000 \u001b[31m',
    `${'W'.repeat(400)}`,
  ];
  test('hostile headlines, publishers and links are shown as text and do nothing', async () => {
    const events = HOSTILE.map((text, index) => {
      const report = aReport({ title: text, publisher: text, url: `javascript:document.title="owned"//${index}` });
      return anEvent({
        key: `hostile-${index}`,
        reports: [report],
        evidence: [{ rule: text, field: 'title', start: 0, end: text.length, quote: text }],
        conflicts: [
          { field: text, values: [{ value: text, findings: [report.findingId] }] },
          { field: `distinctions.${text}`, values: [{ value: text, findings: [report.findingId] }] },
        ],
        distinctions: [
          aDistinction({
            place: text,
            evidence: { rule: text, field: 'text', start: 0, end: text.length, quote: text },
          }),
        ],
        framework: text,
      });
    });
    const stored = (event: (typeof events)[number]) => ({
      event,
      learntAt: world.startsAt,
      changedAt: world.startsAt,
      revision: 1,
    });
    const address = await siteWith(
      {
        events: async () => events.map(stored),
        event: async (key) => events.filter((event) => event.key === key).map(stored)[0] ?? null,
        assessmentOf: async () => null,
        aliasesOf: async () => HOSTILE,
        eventHistory: async () => [],
      },
      {
        health: async () =>
          (await here.app.deps.store.sources()).map((source, index) => ({
            ...source,
            name: HOSTILE[index % HOSTILE.length] ?? '',
            url: 'javascript:document.title="owned"',
            intervalMinutes: 15,
            intervalReason: null,
            failures: 1,
            error: {
              class: 'parse' as const,
              message: HOSTILE[index % HOSTILE.length] ?? '',
              since: '2026-06-18T08:00:00Z',
            },
            items: 0,
            itemsPerWeek: null,
            overlap: null,
            silentSince: null,
            state: 'failing' as const,
          })),
      },
    );
    for (const path of ['/', '/sources', '/authorities/northshire', ...events.map(({ key }) => `/events/${key}`)])
      await visit(browser as Browser, address + path, { viewport: NARROW }, async (opened) => {
        expect(await opened.title(), path).toMatch(/ – Gradewatch$/);
        expect(
          await opened
            .locator('script:not([type="application/ld+json"]), img, svg, iframe, [onerror], [onload]')
            .count(),
          path,
        ).toBe(0);
        expect(
          await opened.evaluate<string[]>(`[...document.querySelectorAll('a')].map(({ protocol }) => protocol)`),
          path,
        ).not.toContain('javascript:');
        expect(await opened.evaluate<number>(BEYOND_THE_WINDOW), path).toBeLessThanOrEqual(0);
      });
  });
});

describe('what the pages say', () => {
  test('each grade is a word as well as a colour', async () => {
    const { html } = await page('/');
    expect(html).toMatch(/<span class="grade grade-outstanding">outstanding<\/span>/);
    expect(html).toMatch(/<span class="grade grade-none">no overall grade<\/span>/);
  });

  test('a judgement shows who said what, with the role they spoke in', async () => {
    const { html } = await page(`/events/${await keyOf('northshire', 'childrens_services')}`);
    expect(html).toContain('Who said what');
    expect(html).toMatch(/<blockquote>“[^<]+”<br\/><span class="soft">Ama Thorley, Cabinet Member<\/span>/);
  });

  test('a judgement shows its evidence marked in its sentence, its reports, its register entry and its dates', async () => {
    const { html } = await page(`/events/${await keyOf('eastborough', 'childrens_services')}`);
    for (const expected of [
      '<mark>',
      'Reports, most trusted first',
      'Grade before',
      'requires improvement',
      'very high',
      'Published',
      'First seen',
    ])
      expect(html).toContain(expected);
  });

  test('a corrected judgement says what it was', async () => {
    const { html } = await page(`/events/${await keyOf('wading', 'adult_social_care')}`);
    expect(html).toMatch(/Corrected on .*Until then this page said: requires improvement\./);
  });

  test('every page leads to the weeks, and they stand in the menu as where one is', async () => {
    expect((await page('/sources')).html).toContain('<a href="/weeks">Weeks</a>');
    expect((await page('/weeks')).html).toContain('<a href="/weeks" aria-current="page">Weeks</a>');
  });

  const statuses = [
    ['retracted', 'we were wrong'],
    ['withdrawn', 'the inspectorate has taken its report back'],
    ['disputed', 'disagree about the grade'],
  ] as const;
  test.each(statuses)('%s is said before anything else', async (status, words) => {
    const event = anEvent({ status, takenBackReason: 'the paper mixed up two councils.' });
    const address = await siteWith({
      event: async () => ({ event, learntAt: world.startsAt, changedAt: world.startsAt, revision: 1 }),
      assessmentOf: async () => null,
    });
    const html = await (await fetch(`${address}/events/${event.key}`)).text();
    expect(html.indexOf(words)).toBeGreaterThan(0);
    expect(html.indexOf(words)).toBeLessThan(html.indexOf('<blockquote>'));
    const takenBack = status !== 'disputed';
    expect(html.includes('The reason: the paper mixed up two councils.')).toBe(takenBack);
    expect(/class="grade |<dt>(Confidence|Movement)/.test(html)).toBe(!takenBack);
    expect(/<title>(Retracted|Withdrawn by)/.test(html)).toBe(takenBack);
    expect(html).toContain('Reports, most trusted first');
  });

  const GRADE = /<span class="(?:grade[ "]|status-bad)[^>]*>([^<]*)(?=<)/g;
  const gradesOn = async (address: string) =>
    [...(await (await fetch(address)).text()).matchAll(GRADE)].map(([, words]) => words);
  const siteOf = (event: JudgementEvent) => {
    const stored = { event, learntAt: world.startsAt, changedAt: world.startsAt, revision: 1 };
    return siteWith({ event: async () => stored, events: async () => [stored], assessmentOf: async () => null });
  };
  test('a grade in dispute stands alone on no page, nor how it has moved', async () => {
    const paper = aReport({ findingId: 'f2', articleId: 'a2', publisher: 'The Paper', tier: 'local' });
    const voices = [
      { value: 'outstanding', findings: ['f1'] },
      { value: 'good', findings: ['f2'] },
    ];
    const event = anEvent({
      ...{ status: 'disputed', reports: [aReport(), paper], direction: 'up', previousGrade: 'good' },
      conflicts: ['headlines.overall', 'judgements.leaders'].map((field) => ({ field, values: voices })),
    });
    const address = await siteOf(event);
    const both = 'outstanding or good, reports differ';
    expect(await gradesOn(`${address}/events/${event.key}`)).toEqual([both, both, both, 'good']);
    expect(await gradesOn(`${address}/`)).toEqual([both, expect.stringMatching(/^disputed/)]);
    expect(await (await fetch(`${address}/`)).text()).not.toContain('up from');
    expect(await gradesOn(`${address}/authorities/northshire`)).toContain(both);
  });
  test('an authority’s page shows no grade of what is taken back', async () => {
    const official = await gradesOn(`${await siteWith({ events: async () => [] })}/authorities/northshire`);
    const address = await siteOf(anEvent({ status: 'retracted' }));
    expect(await gradesOn(`${address}/authorities/northshire`)).toEqual(['Retracted', ...official]);
  });

  test('a key it once had leads on to it, for the time being: what became one may be parted again', async () => {
    const address = await siteWith({
      event: async () => ({ event: anEvent(), learntAt: world.startsAt, changedAt: world.startsAt, revision: 1 }),
    });
    const answer = await fetch(`${address}/events/once.called`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `/events/${anEvent().key}`]);
  });

  test('feeds know it by its first key, so that a new one is no new entry', async () => {
    const address = await siteWith({
      events: async () => [{ event: anEvent(), learntAt: world.startsAt, changedAt: world.startsAt, revision: 1 }],
      firstKeys: async () => new Map([[anEvent().key, 'once.called']]),
    });
    const atom = await (await fetch(`${address}/feeds/all.atom`)).text();
    expect(atom).toContain('<id>urn:gradewatch:event:once.called</id>');
    expect(atom).toContain(`href="${here.app.deps.policy.publicUrl}/events/${anEvent().key}"`);
    const { items } = (await (await fetch(`${address}/feeds/all.json`)).json()) as { items: { id: string }[] };
    expect(items.map(({ id }) => id)).toEqual(['urn:gradewatch:event:once.called']);
  });

  test('words that a person says otherwise than are marked as the article’s, below the person’s reason', async () => {
    const headlines = [{ remit: 'overall', grade: 'inadequate' }];
    const event = anEvent({ setRight: { reason: 'the paper <mixed up> two councils', headlines } });
    const stored = { event, learntAt: world.startsAt, changedAt: world.startsAt, revision: 1 };
    const address = await siteWith({
      event: async () => stored,
      events: async () => [stored],
      assessmentOf: async () => null,
    });
    const page = await (await fetch(`${address}/events/${event.key}`)).text();
    expect(page).not.toContain('In the words of the report');
    expect(page.replaceAll(/\s+/g, ' ')).toMatch(
      /What the article said; it was set right.*Set right by a person: the paper &lt;mixed up&gt; two councils\. The article itself said inadequate\./,
    );
    const list = await (await fetch(`${address}/`)).text();
    expect(list).toContain('Set right by a person');
    expect(list).not.toContain('<blockquote>');
  });

  test('the official report is linked where the register knows it, and what only tells of it is not called so', async () => {
    const row = here.app.deps.register.byAuthority.get('northshire')?.at(-1);
    const event = anEvent({ register: { ...anEvent().register, match: 'confirmed', judgement: row?.id ?? '' } });
    const site = { hosts: ['reports.inspectorate.example'], path: '/', publisher: 'Ofsted', follow: 'never' as const };
    const pagesOf = async (sourceUrl: string) => {
      const address = await siteWith(
        {
          event: async () => ({ event, learntAt: world.startsAt, changedAt: world.startsAt, revision: 1 }),
          events: async () => [],
          assessmentOf: async () => null,
        },
        { register: () => makeRegister(row ? [{ ...row, sourceUrl }] : []), reportSites: [site] },
      );
      const text = async (path: string) => (await fetch(address + path)).text();
      return Promise.all([text(`/events/${event.key}`), text('/authorities/northshire')]);
    };
    const report = 'https://reports.inspectorate.example/1';
    for (const html of await pagesOf(report))
      expect(html).toMatch(new RegExp(`<a href="${report}"[^>]*>\\s*Official report`));
    const told = 'https://www.northshire-post.example/council-rated-good';
    const [ofEvent, ofAuthority] = await pagesOf(told);
    expect(ofEvent).not.toContain('Official report<');
    expect(ofAuthority).not.toContain('Official report<');
    expect(ofAuthority).toContain(`<a href="${told}"`);
  });

  test('a timeline sets the official record beside what was reported', async () => {
    const { html } = await page('/authorities/northshire');
    const rows = [...html.matchAll(/<tr>.*?<\/tr>/gs)].map(([row]) => row.replaceAll(/<[^>]*>/g, ' '));
    expect(
      rows.some((row) => /16 June 2026\s+not in the register\s+outstanding/.test(row)),
      rows.join('\n'),
    ).toBe(true);
    expect(
      rows.some((row) => /8 July 2022\s+outstanding\s+no report seen/.test(row)),
      rows.join('\n'),
    ).toBe(true);
  });

  test('a timeline tells the areas of a judgement without an overall grade, as an alert does', async () => {
    const { html } = await page('/authorities/southshire');
    expect(html).toMatch(/no overall grade<\/span>.*?<div class="small">(all 4|\d of 4) areas /s);
  });

  test('a timeline tells no day of publication where only the month of inspection is known', async () => {
    const row = here.app.deps.register.byAuthority.get('northshire')?.at(-1);
    const inspected = { from: '2013-01-01', until: '2013-02-01' };
    const address = await siteWith(
      { events: async () => [] },
      { register: () => makeRegister(row ? [{ ...row, published: null, publishedWithin: null, inspected }] : []) },
    );
    const html = await (await fetch(`${address}/authorities/northshire`)).text();
    expect(html).toContain('date not known; inspected January 2013');
    expect(html).not.toContain('1 January 2013');
  });

  test('a long list is paged, newest first, and the filter goes along', async () => {
    const all = Array.from({ length: 60 }, (_, index) => anEvent({ key: `k${index}` }));
    const address = await siteWith({
      events: async ({ take = 0, skip = 0 }) =>
        all
          .slice(skip, skip + take)
          .map((event) => ({ event, learntAt: world.startsAt, changedAt: world.startsAt, revision: 1 })),
      countEvents: async () => all.length,
    });
    const html = async (path: string) => (await fetch(address + path)).text();
    const first = await html('/?grade=outstanding');
    expect(first).toContain('href="/?grade=outstanding&amp;page=2"');
    expect(first).not.toContain('Newer');
    const last = await html('/?grade=outstanding&page=3');
    expect(last).toContain('Page 3 of 3');
    expect(last).not.toContain('Older');
    expect(last.match(/<h2>/g)).toHaveLength(10);
  });

  test('an empty store says whether nothing was polled or nothing was found', async () => {
    const none = { events: async () => [], countEvents: async () => 0 };
    const counts = { items: 0, articles: 0, findings: 0, events: 0 };
    const at = async (items: number) =>
      (await fetch(await siteWith({ ...none, counts: async () => ({ ...counts, items }) }))).text();
    expect(await at(0)).toContain('The first polls are under way');
    expect(await at(7)).toContain('No judgement has been found');
  });

  test('a fault on our side is one page that gives nothing away', async () => {
    const address = await siteWith({
      events: async () => {
        throw new Error('password=secret');
      },
    });
    const answer = await fetch(address);
    const html = await answer.text();
    expect(answer.status).toBe(500);
    expect(html).toContain('Something went wrong');
    expect(html).not.toContain('secret');
  });
});

describe('links in letters', () => {
  test('opening the unsubscribe link changes nothing; pressing the button ends it, once and for all', async () => {
    const id = await aReader('a test');
    const path = `/unsubscribe/${await here.app.deps.newToken(id, 'unsubscribe')}`;
    const state = async () => (await here.app.deps.store.subscription(id))?.state;
    for (const method of ['GET', 'HEAD']) await page(path, { method });
    expect(await state()).toBe('active');
    // As mail programs do it for the reader (RFC 8058).
    const done = await page(path, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
    expect([done.status, await state()]).toEqual([200, 'ended']);
    expect((await page(path, { method: 'POST' })).status).toBe(200);
    expect((await here.app.deps.store.subscription(id))?.endedReason).toBe('unsubscribed');
  });

  test('a judgement says how to cite it, and tells programs the same', async () => {
    const [found] = await here.app.deps.store.events({ authorities: ['northshire'] });
    const key = found?.event.key ?? '';
    const { html } = await page(`/events/${encodeURIComponent(key)}`);
    expect(html).toMatch(/To cite this.*Read as revision \d+, SHA-256 [0-9a-f]{64}\./s);
    const json = /<script type="application\/ld\+json">([^<]+)<\/script>/.exec(html)?.[1] ?? '{}';
    expect(JSON.parse(json)).toMatchObject({ '@type': 'Claim', identifier: key });
  });

  test('opening the confirm link changes nothing; pressing the button makes it active', async () => {
    const id = await aReader(null);
    const path = `/confirm/${await here.app.deps.newToken(id, 'confirm')}`;
    const state = async () => (await here.app.deps.store.subscription(id))?.state;
    // As in the letter: what was last judged of what was asked for, and what an alert looks like.
    const { html } = await page(path);
    expect(html).toMatch(/The last judgements of this kind.*<a href="[^"]*\/events\//s);
    expect(html).toMatch(/What an alert looks like.*An invented council.*Outstanding/s);
    expect(await state()).toBe('pending');
    expect((await page(path, { method: 'POST' })).html).toContain('Your subscription is active');
    expect(await state()).toBe('active');
  });

  test('a subscription that ended is not made active by its old confirm link, and the page does not say so', async () => {
    const id = await aReader(null);
    await here.app.deps.store.endSubscription(id, 'a test', here.app.deps.now());
    const { html } = await page(`/confirm/${await here.app.deps.newToken(id, 'confirm')}`, { method: 'POST' });
    expect(html).toContain('This subscription has ended');
    expect(html).not.toContain('is active');
  });

  test.each(['/unsubscribe/unknown', '/confirm/unknown'])('%s is not found, by GET and POST', async (path) => {
    expect([(await page(path)).status, (await page(path, { method: 'POST' })).status]).toEqual([404, 404]);
  });

  test('these pages are kept by nobody', async () => {
    const { headers } = await page('/unsubscribe/unknown');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex');
  });
});

test.each(['/', '/sources', '/authorities', '/authorities/northshire', '/nowhere'])(
  '%s forbids script, frames and foreign content',
  async (path) => {
    const { headers, html } = await page(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(html).not.toMatch(/<script|\sstyle=|\son\w+=/);
  },
);
