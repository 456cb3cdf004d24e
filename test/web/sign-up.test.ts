/** Asking for alerts on the page: nothing is told of who is known, nothing is sent that was not asked for often enough. */
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/core/keys.ts';
import { runToIdle } from '../../src/run-to-idle.ts';
import { networkOf } from '../../src/web/limits.ts';
import { openSite } from '../../src/web/open-site.ts';
import type { RunningSite } from '../../src/web/server.tsx';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aMailServer, type Inbox } from '../support/receivers.ts';

const START = new Date('2026-03-18T10:00:00Z');
const DAY_MS = 86_400_000;
let inbox: Inbox;
let here: Installation;
let site: RunningSite;
/** Each test is a network of its own. */
let network = 0;

beforeAll(async () => {
  inbox = await aMailServer();
  here = await anInstallation(
    {
      ...{ GRADEWATCH_NOW: `=${START.toISOString()}`, PORT: '0', TRUST_PROXY: '1' },
      ...{ SMTP_URL: inbox.url, MAIL_FROM: 'alerts@gradewatch.example' },
    },
    { folder: 'config/demo', proposals: [] },
  );
  site = await openSite(here.app);
}, 120_000);
afterAll(async () => {
  await site?.close();
  await here?.close();
  await inbox?.close();
});

const send = (fields: Record<string, string | string[]>, headers: Record<string, string> = {}) =>
  fetch(`${site.address}/subscribe`, {
    method: 'POST',
    body: new URLSearchParams(
      Object.entries({ every: 'event', ...fields }).flatMap(([name, values]) =>
        [values].flat().map((value): [string, string] => [name, value]),
      ),
    ),
    headers: { origin: site.address, 'x-forwarded-for': `198.51.${network}.7`, ...headers },
  });
const subscriptionsOf = (address: string) => here.app.deps.store.subscriptionsOf('mail', address);
const lettersTo = (address: string) => inbox.mails.filter(({ to }) => to.includes(address));
const aNetwork = () => {
  network += 1;
};

describe('asking for alerts', { timeout: 60_000 }, () => {
  test('offers authorities there are, says what became of those that ended, and asks for their successors', async () => {
    const page = await (await fetch(`${site.address}/subscribe?authority=oldmere`)).text();
    expect(page).not.toContain('value="oldmere"');
    expect(page).toMatch(/Oldmere, until 31 March 2023: ask for North Oldmere and South Oldmere/);
    for (const heir of ['north-oldmere', 'south-oldmere']) expect(page).toMatch(new RegExp(`value="${heir}" checked`));
  });

  test('alerts where no grade is given are refused with what to ask for instead', async () => {
    aNetwork();
    const fields = { email: 'send@paper.example', service: 'send' };
    const refused = await send(fields);
    const page = await refused.text();
    expect(refused.status).toBe(400);
    // Above the form, where whoever comes back to the page looks first.
    expect(page.split('<form')[0]).toContain('ask to be told every week');
    expect((await send({ ...fields, every: 'week' })).status).toBe(200);
  });

  test('brings a letter whose link makes it active, and what was asked for', async () => {
    aNetwork();
    const answer = await send({ email: 'new@paper.example', authority: 'northshire', grade: 'good', every: 'day' });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    await expect.poll(() => lettersTo('new@paper.example')).toHaveLength(1);
    const [letter] = lettersTo('new@paper.example');
    const { text = '' } = await PostalMime.parse(letter?.raw ?? '');
    expect(text).toContain('any service in Northshire, graded good');
    const link = /https?:\S+\/confirm\/\S+/.exec(text)?.[0] ?? '';
    expect((await subscriptionsOf('new@paper.example')).map(({ state }) => state)).toEqual(['pending']);
    await fetch(link, { method: 'POST' });
    expect(await subscriptionsOf('new@paper.example')).toMatchObject([
      { state: 'active', every: 'day', basis: 'asked for by the reader' },
    ]);
  });

  test('may name several authorities and quiet hours, which the letter and the subscription have', async () => {
    aNetwork();
    const quiet = { from: '22:00', until: '07:00' };
    const authority = ['northshire', 'kelbury'];
    const answer = await send({ email: 'both@paper.example', authority, direction: 'down', ...quiet });
    expect(await answer.text()).toMatch(/in (Kelbury or Northshire|Northshire or Kelbury), gone down/);
    expect(await subscriptionsOf('both@paper.example')).toMatchObject([
      {
        criteria: { authorities: expect.arrayContaining(['northshire', 'kelbury']), directions: ['down'] },
        quiet,
      },
    ]);
    await expect.poll(() => lettersTo('both@paper.example')).toHaveLength(1);
    const { text = '' } = await PostalMime.parse(lettersTo('both@paper.example')[0]?.raw ?? '');
    expect(text).toContain('nothing from 22:00 to 07:00, London time');
  });

  test.each([
    [{ from: '22:00' }, 'Quiet hours are two different times of day'],
    [{ authority: 'northshire', region: 'London' }, 'Northshire is in the North East, not in London'],
  ] as const)('what can never be is told so, and what was filled in stays: %j', async (more, said) => {
    aNetwork();
    const answer = await send({ email: 'never@paper.example', grade: 'good', ...more });
    const html = await answer.text();
    expect(answer.status).toBe(400);
    expect(html).toContain(said);
    expect(html).toContain('value="never@paper.example"');
    expect(html).toMatch(/<option value="good" selected="">/);
    expect(await subscriptionsOf('never@paper.example')).toEqual([]);
  });

  test('says the same whether or not the address is known, and whether a program filled it in', async () => {
    aNetwork();
    const asked = { authority: 'northshire', grade: 'good', every: 'day' };
    const known = await (await send({ email: 'new@paper.example', ...asked })).text();
    const unknown = await (await send({ email: 'another@paper.example', ...asked })).text();
    const trapped = await (
      await send({ email: 'bot@paper.example', website: 'https://spam.example', ...asked })
    ).text();
    expect(new Set([known, unknown, trapped]).size).toBe(1);
    await expect
      .poll(() => ['new', 'another', 'bot'].map((name) => lettersTo(`${name}@paper.example`).length))
      .toEqual([1, 1, 0]);
    expect(await subscriptionsOf('bot@paper.example')).toEqual([]);
  });

  test('an address gets three letters a day at most, whoever asks and for whatever, and more the next day', async () => {
    for (const grade of ['good', 'outstanding', 'inadequate', 'requires_improvement', 'good']) {
      aNetwork();
      expect((await send({ email: 'Pestered@paper.example', grade })).status).toBe(200);
    }
    const letters = () => inbox.mails.filter(({ to }) => /pestered/i.test(to[0] ?? ''));
    await expect.poll(letters).toHaveLength(3);
    await runToIdle(here.app);
    expect(letters()).toHaveLength(3);
    here.app.deps.now = () => new Date(START.getTime() + DAY_MS + 1);
    await send({ email: 'pestered@paper.example', grade: 'good' });
    await expect.poll(letters).toHaveLength(4);
    here.app.deps.now = () => START;
  });

  test('nor more when all ask at the same moment', async () => {
    const grades = ['good', 'outstanding', 'inadequate', 'requires_improvement', 'none'];
    await Promise.all(
      grades.map((grade) => {
        aNetwork();
        return send({ email: 'mobbed@paper.example', grade });
      }),
    );
    await runToIdle(here.app);
    await expect.poll(() => lettersTo('mobbed@paper.example')).toHaveLength(3);
  });

  test('one network asks ten times an hour, then is told when to come back; others go on', async () => {
    aNetwork();
    const answers: Response[] = [];
    for (let n = 1; n <= 11; n++)
      answers.push(await send({ email: `n${n}@paper.example` }, { 'x-forwarded-for': `10.9.9.9, 203.0.113.${n}` }));
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(200), 429]);
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(3_000);
    expect(await subscriptionsOf('n11@paper.example')).toEqual([]);
    expect((await send({ email: 'n12@paper.example' })).status).toBe(200);
  });

  test('two that serve the pages count together, and no network stands in the database', async () => {
    aNetwork();
    const other = await openSite(here.app);
    const statuses: number[] = [];
    for (let n = 1; n <= 12; n++) {
      const answer = await fetch(`${(n % 2 ? site : other).address}/subscribe`, {
        method: 'POST',
        body: new URLSearchParams({ every: 'event', email: `both${n}@paper.example` }),
        headers: { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': `198.51.${network}.7` },
      });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([...Array(10).fill(200), 429, 429]);
    const { rows } = await here.app.database.pool.query<{ key: string }>('SELECT key FROM "RateLimit"');
    const keys = rows.map(({ key }) => key);
    expect(keys.filter((key) => key.startsWith('sign-up all:'))).toHaveLength(1);
    const counted = networkOf(`198.51.${network}.7`);
    for (const form of [counted, sha256(counted).slice(0, 32)]) expect(keys.join()).not.toContain(form);
    await other.close();
  });

  test('an address that is none is told so beside the field, and what was chosen stays', async () => {
    aNetwork();
    const answer = await send({ email: 'a@x.example,b@x.example', region: 'London', every: 'week' });
    const html = await answer.text();
    expect(answer.status).toBe(400);
    expect(html).toContain('is not one mail address');
    expect(html).toMatch(/<option value="London" selected="">/);
    expect(html).toMatch(/value="week" checked=""/);
  });

  test('what the form does not know is named, all of it and the address, and never taken for any', async () => {
    aNetwork();
    const wrong = {
      ...{ email: 'nobody', authority: ['nope', 'northshire'], region: 'Nowhere', grade: 'goood', service: 'foo' },
      ...{ inspectorate: 'bar', direction: 'sideways', every: 'month', from: '22:00', until: '22:00' },
    };
    const answer = await send(wrong);
    const html = await answer.text();
    expect(answer.status).toBe(400);
    for (const words of ['nope', 'Nowhere', 'goood', 'foo', 'bar', 'sideways', 'month'])
      expect(html).toContain(`“${words}” is no `);
    for (const words of ['did you mean “good”?', 'Quiet hours are two', 'is not one mail address'])
      expect(html).toContain(words);
    expect(html).toMatch(/value="northshire" checked=""/);
    expect(html).toContain('value="22:00"');
    const two = await send({ email: 'two@paper.example', region: ['London', 'North East'] });
    expect([two.status, await two.text()]).toEqual([
      400,
      expect.stringContaining('London and North East are asked for, and one region can be at a time'),
    ]);
    expect(await subscriptionsOf('two@paper.example')).toEqual([]);
  });

  test('a link with a word that is no choice opens the form, which says so', async () => {
    const answer = await fetch(`${site.address}/subscribe?region=Nowhere&grade=good`);
    const html = await answer.text();
    expect([answer.status, html.includes('“Nowhere” is no region')]).toEqual([200, true]);
    expect(html).toMatch(/<option value="good" selected="">/);
  });

  const others = [
    ['another site', { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }],
    ['nobody knows where', { origin: 'null' }],
  ] as const;
  for (const [from, headers] of others)
    test(`a form sent from ${from} is not taken`, async () => {
      aNetwork();
      const answer = await send({ email: 'forged@paper.example' }, headers);
      expect([answer.status, (await answer.text()).includes('Nothing was sent')]).toEqual([403, true]);
      expect(await subscriptionsOf('forged@paper.example')).toEqual([]);
    });

  test('looking subscribes nobody, whatever the address says', async () => {
    const html = await (await fetch(`${site.address}/subscribe?authority=northshire&email=x@paper.example`)).text();
    expect(html).toMatch(/<details open=""><summary>North East.*name="authority" value="northshire" checked=""/s);
    expect(html.match(/<details open=/g)).toHaveLength(1);
    expect(html).not.toContain('x@paper.example');
    expect(await subscriptionsOf('x@paper.example')).toEqual([]);
  });

  test('what nobody confirms ends when the link has run out, and may be asked for anew', async () => {
    aNetwork();
    await send({ email: 'late@paper.example' });
    await expect.poll(() => lettersTo('late@paper.example')).toHaveLength(1);
    const { store } = here.app.deps;
    await store.endUnconfirmed({ before: START, untried: START }, START);
    expect((await subscriptionsOf('late@paper.example')).map(({ state }) => state)).toEqual(['pending']);
    const later = new Date(START.getTime() + 3 * DAY_MS + 1);
    const before = new Date(later.getTime() - 3 * DAY_MS);
    await store.endUnconfirmed({ before, untried: before }, later);
    expect(await subscriptionsOf('late@paper.example')).toMatchObject([
      { state: 'ended', endedReason: 'never_confirmed' },
    ]);
    await send({ email: 'late@paper.example' });
    expect((await subscriptionsOf('late@paper.example')).map(({ state }) => state).sort()).toEqual([
      'ended',
      'pending',
    ]);
  });
});

test.each([
  ['192.0.2.1', '192.0.2.200', true],
  ['::ffff:192.0.2.1', '192.0.2.9', true],
  ['192.0.2.1', '192.0.3.1', false],
  ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
])('%s and %s count as one network: %s', (a, b, same) => expect(networkOf(a) === networkOf(b)).toBe(same));
