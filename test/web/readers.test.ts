/** What readers change about their subscriptions, and what an installation changes for them; mail goes to a real server. */
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Cadence, Criteria } from '../../src/core/types.ts';
import { tryLater } from '../../src/errors.ts';
import { runToIdle } from '../../src/run-to-idle.ts';
import { followSuccessions } from '../../src/steps/follow-successions.ts';
import { keepQuiet } from '../../src/steps/keep-quiet.ts';
import { linksOf } from '../../src/steps/letters.ts';
import { routeNotices } from '../../src/steps/route-notice.ts';
import { sendAddressLetter } from '../../src/steps/send-address-letter.ts';
import { sendAlerts } from '../../src/steps/send-alerts.ts';
import { sendLetter } from '../../src/steps/send-letter.ts';
import { sendTest } from '../../src/steps/send-test.ts';
import { subscribe } from '../../src/steps/subscribe.ts';
import { openSite } from '../../src/web/open-site.ts';
import type { RunningSite } from '../../src/web/server.tsx';
import { anEvent, asks } from '../sending/build.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aMailServer, type Inbox } from '../support/receivers.ts';
import { anArticle, publish } from '../support/told.ts';

const LONG = { timeout: 60_000 };
let here: Installation;
let inbox: Inbox;
let site: RunningSite;

beforeAll(async () => {
  inbox = await aMailServer();
  here = await anInstallation(
    {
      ...{ GRADEWATCH_NOW: '=2026-03-18T10:00:00Z', PORT: '0', GRADEWATCH_STORM: '1000' },
      ...{ SMTP_URL: inbox.url, MAIL_FROM: 'news@gradewatch.example', GRADEWATCH_CONTACT: 'help@gradewatch.example' },
    },
    { folder: 'config/demo', proposals: [] },
  );
  site = await openSite(here.app);
});
afterAll(async () => {
  await site?.close();
  await here?.close();
  await inbox?.close();
});

const store = () => here.app.deps.store;
const at = (iso: string) => ({ ...here.app.deps, now: () => new Date(iso) });
const aReader = async (
  address: string,
  more: { criteria?: Criteria; quiet?: { from: string; until: string }; every?: Cadence } = {},
) => {
  const { criteria = asks({}), quiet = null, every = 'event' } = more;
  const asked = { channel: 'mail', address, criteria, quiet, every, note: null, confirmed: 'a test' } as const;
  return (await subscribe(here.app.deps, asked)).subscription;
};
const get = (path: string, init?: RequestInit) => fetch(site.address + path, { redirect: 'manual', ...init });
const post = (path: string, fields: Record<string, string> = {}) =>
  get(path, { method: 'POST', body: new URLSearchParams(fields) });
const pageOf = async (id: string) => `/preferences/${await here.app.deps.newToken(id, 'preferences')}`;
/** The newest running subscription in the place of one. */
const heirOf = async (id: string) => {
  let one = await store().subscription(id);
  while (one?.replacedBy) one = await store().subscription(one.replacedBy);
  return one;
};
const mailsTo = (address: string) => inbox.mails.filter(({ to }) => to.includes(address));
/** Whatever a page handed on has been done. */
const lettersSent = async () => {
  await here.app.queues.runIdle();
  await runToIdle(here.app);
};
const linkIn = async (raw: string, part: string) => {
  const { text = '' } = await PostalMime.parse(raw);
  return new URL(new RegExp(`http\\S+/${part}/\\S+`).exec(text)?.[0] ?? 'http://none.example/none').pathname;
};

describe('quiet hours', LONG, () => {
  const NIGHTS = [
    // night                 told in the night        waits until               why
    ['2026-10-24', '2026-10-25T00:30:00Z', '2026-10-25T07:00:00Z', 'the clocks go back'],
    ['2027-03-27', '2027-03-28T01:30:00Z', '2027-03-28T06:00:00Z', 'the clocks go forward'],
    ['2026-12-31', '2027-01-01T02:00:00Z', '2027-01-01T07:00:00Z', 'the year ends'],
  ] as const;
  test.each(NIGHTS)(
    'in the night of %s what comes at %s waits until %s and is then sent, once: %s',
    async (day, night, morning) => {
      const address = `night-${day}@paper.example`;
      const criteria = asks({ authorities: ['kelbury'] });
      const id = await aReader(address, { criteria, quiet: { from: '22:00', until: '07:00' } });
      const promise = { ...{ id: `night-${day}`, subscriptionId: id, notice: 'first' }, channel: 'mail' as const };
      const event = anEvent({ authority: 'kelbury', key: `kelbury.${day}` });
      await store().openAlerts(
        [{ ...promise, eventKey: event.key, body: event, was: null, reference: promise.id }],
        new Date(night),
      );
      const sent = async (iso: string) => (await sendAlerts(at(iso), { subscriptionId: id })).sent;
      expect([await sent(night), await sent(night)]).toEqual([0, 0]);
      expect(await store().readersWaiting(new Date(new Date(morning).getTime() - 1), 10)).not.toContain(id);
      expect(mailsTo(address)).toEqual([]);
      expect(await store().readersWaiting(new Date(morning), 10)).toContain(id);
      expect([await sent(morning), await sent(morning)]).toEqual([1, 0]);
      expect(mailsTo(address)).toHaveLength(1);
      await store().endSubscription(id, 'a test', here.app.deps.now());
    },
  );

  test('nobody who has none is kept waiting', async () =>
    expect(await keepQuiet(at('2026-03-18T03:00:00Z'), await aReader('loud@paper.example'))).toBe(false));

  test('are set and taken back on the preference page, whose link goes on', async () => {
    const id = await aReader('desk@paper.example', { criteria: asks({ grades: ['good'] }) });
    const page = await pageOf(id);
    const wrong = await post(page, { act: 'quiet', from: '22:00', until: '22:00' });
    expect([wrong.status, (await heirOf(id))?.id]).toEqual([400, id]);
    expect((await post(page, { act: 'quiet', from: '23:00', until: '06:30' })).status).toBe(303);
    expect(await (await get(page)).text()).toContain('nothing from 23:00 to 06:30, London time');
    expect(await store().subscription(id)).toMatchObject({ state: 'ended', endedReason: 'quiet_hours_changed' });
    expect((await heirOf(id))?.quiet).toEqual({ from: '23:00', until: '06:30' });
    await post(page, { act: 'loud' });
    expect(await heirOf(id)).toMatchObject({ quiet: null, state: 'active' });
  });
});

describe('what took another’s place', LONG, () => {
  test('is ended by the links in older letters', async () => {
    const id = await aReader('old-letter@paper.example');
    const reader = (await store().subscription(id))!;
    const { unsubscribe } = await linksOf(here.app.deps, reader, null);
    await post(await pageOf(id), { every: 'week' });
    expect((await heirOf(id))?.every).toBe('week');
    await fetch(unsubscribe ?? '', { method: 'POST' });
    expect((await heirOf(id))?.state).toBe('ended');
  });

  test('is told of corrections to what the old one was told', async () => {
    const id = await aReader('corrected@paper.example', { criteria: asks({ authorities: ['brackenshire'] }) });
    await publish(
      here,
      anArticle({
        id: 'brackenshire-1',
        title: "Brackenshire children's services rated good",
        text: "Ofsted has rated Brackenshire Council's children's services good.",
      }),
    );
    await sendAlerts(here.app.deps, { subscriptionId: id });
    await post(await pageOf(id), { act: 'quiet', from: '22:00', until: '07:00' });
    const [found] = await store().events({ authorities: ['brackenshire'] });
    const eventKey = found?.event.key ?? '';
    const heir = await heirOf(id);
    const told = (await store().readersTold(eventKey)).map((reader) => reader.id);
    expect([told.includes(heir?.id ?? ''), told.includes(id)]).toEqual([true, false]);
    await routeNotices(here.app.deps, [{ eventKey, notice: 'first' }]);
    expect(await store().alertsTo(heir?.id ?? '')).toHaveLength(1);
  });
});

describe('a judgement that becomes what a reader asked for', LONG, () => {
  const thornfield = (id: string, publisher: string, words: string) =>
    anArticle({
      id,
      publisher,
      url: `https://${id}.example/1`,
      title: words,
      text: `${words}. The council's leader spoke of it in ${id}.`,
    });
  const told = async (id: string) => (await store().alertsTo(id)).map(({ notice, state }) => `${notice} ${state}`);

  test('is told to them then, once, and not again to those who were told before', async () => {
    const here_ = asks({ authorities: ['thornfield'] });
    const plain = await aReader('plain@paper.example', { criteria: here_ });
    const borneOut = await aReader('sure@paper.example', { criteria: { ...here_, statuses: ['corroborated'] } });
    const never = await aReader('never@paper.example', { criteria: { ...here_, statuses: ['disputed'] } });
    await publish(
      here,
      thornfield('one', 'The Paper', "Ofsted has rated Thornfield Council's children's services outstanding"),
    );
    await runToIdle(here.app);
    expect([await told(plain), await told(borneOut)]).toEqual([['first sent'], []]);
    await publish(
      here,
      thornfield(
        'two',
        'The Other',
        "Children's services in Thornfield have been judged outstanding by Ofsted inspectors",
      ),
    );
    expect((await store().events({ authorities: ['thornfield'] })).map(({ event }) => event.status)).toEqual([
      'corroborated',
    ]);
    await runToIdle(here.app);
    await runToIdle(here.app);
    expect([await told(plain), await told(borneOut), await told(never)]).toEqual([['first sent'], ['first sent'], []]);
    expect(await store().eventsToRetell(10)).toEqual([]);
  });
});

describe('a change of address', LONG, () => {
  test('moves all of the old address once the new one answers, tells the old one, and ends its links', async () => {
    const ids = [
      await aReader('old@paper.example', { criteria: asks({ grades: ['good'] }) }),
      await aReader('Old@paper.example', { criteria: asks({ grades: ['inadequate'] }) }),
    ];
    const page = await pageOf(ids[0]!);
    const answer = await (await post(page, { act: 'address', address: 'new@paper.example' })).text();
    expect(answer).toContain('A letter is on its way');
    expect(mailsTo('new@paper.example')).toEqual([]); // nobody waited for the mail server
    await lettersSent();
    const [letter] = mailsTo('new@paper.example');
    const link = await linkIn(letter?.raw ?? '', 'address');
    expect(await (await get(link)).text()).toContain('Send your alerts here?');
    expect((await store().subscription(ids[0]!))?.state).toBe('active');

    expect(await (await post(link)).text()).toContain('2 subscriptions go to new@paper.example now');
    expect(await (await post(link)).text()).toContain('Nothing is left to confirm');
    for (const id of ids) {
      expect(await store().subscription(id)).toMatchObject({ state: 'ended', endedReason: 'address_changed' });
      expect(await heirOf(id)).toMatchObject({ state: 'active', address: 'new@paper.example' });
    }
    await runToIdle(here.app);
    await runToIdle(here.app);
    const told = [...mailsTo('old@paper.example'), ...mailsTo('Old@paper.example')];
    expect(told).toHaveLength(1);
    const { subject, text = '' } = await PostalMime.parse(told[0]?.raw ?? '');
    expect(subject).toBe('[Sample] Your alerts now go to another address');
    expect(text).toContain('write to help@gradewatch.example');
    expect(text).not.toContain('new@paper.example');

    expect(await (await get(page)).text()).toContain('goes on at another address');
    await post(page, { act: 'end' });
    expect((await heirOf(ids[0]!))?.state).toBe('active');
  });

  test('into an address that has the same already leaves one there, and the page says nothing of it', async () => {
    const criteria = asks({ grades: ['outstanding'] });
    const there = await aReader('there@paper.example', { criteria });
    const id = await aReader('from@paper.example', { criteria });
    const said = await (await post(await pageOf(id), { act: 'address', address: 'there@paper.example' })).text();
    await lettersSent();
    const link = await linkIn(mailsTo('there@paper.example')[0]?.raw ?? '', 'address');
    await post(link);
    expect((await heirOf(id))?.id).toBe(there);
    const other = await aReader('from2@paper.example', { criteria });
    const unknown = await (await post(await pageOf(other), { act: 'address', address: 'nobody@paper.example' })).text();
    const panel = (html: string) => /<p class="panel" role="status">[^<]*/.exec(html)?.[0];
    expect(panel(said)).toBe(panel(unknown));
  });

  test('of what is no address is refused; a fourth letter a day is not sent', async () => {
    const page = await pageOf(await aReader('many@paper.example'));
    expect((await post(page, { act: 'address', address: 'a@x.example, b@x.example' })).status).toBe(400);
    for (const n of [1, 2, 3, 4]) await post(page, { act: 'address', address: `n${n}@paper.example` });
    await lettersSent();
    expect([1, 2, 3, 4].map((n) => mailsTo(`n${n}@paper.example`).length)).toEqual([1, 1, 1, 0]);
  });

  test('while the mail server is away is answered all the same; the letter comes once it is back, one of it', async () => {
    const { mail } = here.app.deps.channels;
    const page = await pageOf(await aReader('patient@paper.example'));
    here.app.deps.channels.mail = {
      ...mail,
      deliver: () => Promise.reject(tryLater('421 busy')),
    };
    const said = await (await post(page, { act: 'address', address: 'slow@paper.example' })).text();
    await lettersSent();
    here.app.deps.channels.mail = mail;
    expect(said).toContain('A letter is on its way');
    expect(mailsTo('slow@paper.example')).toEqual([]);
    const later = at('2026-03-18T10:02:00Z');
    const [changeId = ''] = await store().addressLettersOwed(later.now(), 10);
    await Promise.all([1, 2].map(() => sendAddressLetter(later, { changeId })));
    expect(mailsTo('slow@paper.example')).toHaveLength(1);
    expect(await store().addressLettersOwed(at('2026-03-20T10:00:00Z').now(), 10)).toEqual([]);
  });

  test('is not made by a link that is not ours', async () =>
    expect([(await get('/address/unknown')).status, (await post('/address/unknown')).status]).toEqual([404, 404]));
});

test(
  'an address is compared as it is written but for its case: characters that are patterns in SQL stand for themselves',
  LONG,
  async () => {
    await aReader('pat-axb@paper.example');
    const ids = [await aReader('pat-a_b@paper.example'), await aReader('pat-%@paper.example')];
    for (const [index, address] of ['PAT-A_B@paper.example', 'pat-%@paper.example'].entries()) {
      const held = await store().heldOf(address, here.app.deps.addressKey(address));
      expect(held.subscriptions.map(({ id }) => id)).toEqual([ids[index]]);
      expect((await store().subscriptionsOf('mail', address)).map(({ id }) => id)).toEqual([ids[index]]);
    }
  },
);

test.each([
  ['event', 'Test: alerts about'],
  ['day', 'Test: the message of a day about'],
  ['week', 'Test: the weekly digest about'],
] as const)(
  'a test message to who is told every %s says what will come, and how to end it',
  LONG,
  async (every, subject) => {
    const address = `tested-${every}@paper.example`;
    const id = await aReader(address, { every });
    const reader = await here.app.deps.store.subscription(id);
    if (reader) await sendTest(here.app.deps, reader);
    const { subject: told, text = '', headers } = await PostalMime.parse(mailsTo(address).at(-1)?.raw ?? '');
    expect(told).toContain(subject);
    expect(text).toContain('/unsubscribe/');
    expect(text).toContain('/preferences/');
    const link = headers.find(({ key }) => key === 'list-unsubscribe')?.value.replace(/[<>]/g, '') ?? '';
    await fetch(link, { method: 'POST' });
    expect(await here.app.deps.store.subscription(id)).toMatchObject({ state: 'ended', endedReason: 'unsubscribed' });
  },
);

test('a person’s own data: everything of the address, and of no other, by page and by command', LONG, async () => {
  const id = await aReader('me@paper.example', { criteria: asks({ directions: ['up'] }) });
  const reader = await here.app.deps.store.subscription(id);
  if (reader) await sendTest(here.app.deps, reader);
  const page = await pageOf(id);
  await post(page, { act: 'quiet', from: '22:00', until: '07:00' });
  const answer = await get(`${page}/data.json`);
  expect(answer.headers.get('content-disposition')).toContain('attachment');
  interface Held {
    address: string;
    subscriptions: { id: string; state: string; links: unknown[]; history: { kind: string }[]; deliveries: object[] }[];
  }
  const held = (await answer.json()) as Held;
  expect(held.subscriptions.map(({ state }) => state)).toEqual(['ended', 'active']);
  expect(held.subscriptions[1]?.history.map(({ kind }) => kind)).toEqual(['subscription.added']);
  const log = held.subscriptions.flatMap(({ deliveries }) => deliveries);
  expect(log).toMatchObject([{ what: 'test', channel: 'mail', at: expect.any(String), outcome: expect.any(String) }]);
  expect(JSON.stringify(held)).not.toMatch(/secret|runningKey|"hash"|old@paper/);
  const ran = await typed(here.app, ['subscriptions', 'export', '--person', 'ME@paper.example']);
  expect(ran.json<Held>().subscriptions.map((one) => one.id)).toEqual(held.subscriptions.map((one) => one.id));
  const nobody = await typed(here.app, ['subscriptions', 'export', '--person', 'nobody-at-all@paper.example']);
  expect([nobody.code, nobody.err.includes('nothing is held')]).toEqual([1, true]);
});

test('an authority that ends is followed into its successors, with one letter, once', LONG, async () => {
  const before = at('2023-03-01T09:00:00Z');
  const asked = { channel: 'mail', every: 'event', note: null, confirmed: 'a test' } as const;
  const criteria = asks({ authorities: ['oldmere', 'kelbury'] });
  const { subscription: id } = await subscribe(before, { ...asked, address: 'oldmere@paper.example', criteria });
  const all = asks({ authorities: ['oldmere', 'kelbury', 'north-oldmere', 'south-oldmere'] });
  const later = await aReader('afterwards@paper.example', { criteria: all });
  await store().setFact('successions', '', before.now());

  const followed = [await followSuccessions(at('2023-03-31T22:30:00Z')), await followSuccessions(here.app.deps)];
  expect([...followed, await followSuccessions(here.app.deps)]).toEqual([0, 1, 0]);
  expect(await store().subscription(id)).toMatchObject({ state: 'ended', endedReason: 'authority_ended: oldmere' });
  expect(await heirOf(id)).toMatchObject({
    criteria: { authorities: ['oldmere', 'kelbury', 'north-oldmere', 'south-oldmere'] },
    since: before.now(),
  });
  expect((await store().subscription(later))?.state).toBe('active');

  await store().setFact('successions', '', before.now());
  expect(await followSuccessions(here.app.deps)).toBe(0);
  const heir = (await heirOf(id))?.id ?? '';
  await Promise.all([1, 2].map(() => sendLetter(here.app.deps, { subscriptionId: heir })));
  await runToIdle(here.app);
  const letters = mailsTo('oldmere@paper.example');
  expect(letters).toHaveLength(1);
  const { subject, text = '' } = await PostalMime.parse(letters[0]?.raw ?? '');
  expect(subject).toBe('[Sample] Oldmere has ended: your alerts now cover North Oldmere and South Oldmere too');
  expect(text).toContain('Oldmere County Council ended on 31 March 2023');
  expect(text).toContain('Unsubscribe');
});

test('a letter about an authority that ended waits for the end of quiet hours, and says what is left out now', async () => {
  const before = at('2023-03-01T09:00:00Z');
  const criteria = { ...asks({ regions: ['London'] }), except: [asks({ authorities: ['oldmere'] })] };
  const { subscription: id } = await subscribe(before, {
    ...{ channel: 'mail', address: 'leaves-out@paper.example', every: 'event', note: null, confirmed: 'a test' },
    ...{ criteria, quiet: { from: '22:00', until: '07:00' } },
  });
  await store().setFact('successions', '', before.now());
  const midnight = at('2023-03-31T23:01:00Z');
  expect(await followSuccessions(midnight)).toBe(1);
  const letter = { subscriptionId: (await heirOf(id))?.id ?? '' };
  await sendLetter(midnight, letter);
  await sendLetter(at('2023-04-01T05:59:00Z'), letter);
  expect(mailsTo('leaves-out@paper.example')).toHaveLength(0);
  await sendLetter(at('2023-04-01T06:00:00Z'), letter);
  const letters = mailsTo('leaves-out@paper.example');
  expect(letters).toHaveLength(1);
  const { subject, text = '' } = await PostalMime.parse(letters[0]?.raw ?? '');
  expect(subject).toBe('[Sample] Oldmere has ended: your alerts now leave out North Oldmere and South Oldmere too');
  expect(text).toContain('You asked not to be told about it');
});
