/** What a reader or an operator can see of every try; who may be called before the first event; what the log never says. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { NO_MAILBOX } from '../../src/core/sending/refusals.ts';
import { ANY } from '../../src/core/sending/route.ts';
import { sendAlerts } from '../../src/steps/send-alerts.ts';
import { sendLetter } from '../../src/steps/send-letter.ts';
import { subscribe } from '../../src/steps/subscribe.ts';
import { openSite } from '../../src/web/open-site.ts';
import type { RunningSite } from '../../src/web/server.tsx';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { anEvent } from './build.ts';

const HOOK_HOST = 'localhost';
const BOUNCES = 'nobody@paper.example';
const TAKES = 'desk@paper.example';

/** A webhook receiver that answers what it is told to, by the path of the call. */
async function aReceiver() {
  const calls: { path: string; id: string; body: Record<string, unknown> }[] = [];
  const answers: Record<string, number> = {};
  const retryAfter: Record<string, string> = {};
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const path = request.url ?? '';
    calls.push({ path, id: String(request.headers['webhook-id']), body: JSON.parse(body) as Record<string, unknown> });
    const wait = retryAfter[path];
    response.writeHead(answers[path] ?? 204, wait ? { 'retry-after': wait } : {}).end();
  });
  await new Promise<void>((done) => server.listen(0, HOOK_HOST, done));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ calls, answers, retryAfter },
    url: (path: string) => `http://${HOOK_HOST}:${port}${path}`,
    close: () => new Promise((done) => server.close(done)),
  };
}

/** A mail server that knows one address and refuses the other for good. */
async function aMailServer() {
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
    onRcptTo({ address }, _session, done) {
      done(address === BOUNCES ? Object.assign(new Error(`<${address}> is not known`), { responseCode: 550 }) : null);
    },
    onData(stream, _session, done) {
      stream.resume();
      stream.on('end', () => done());
    },
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, close: () => new Promise<void>((done) => server.close(done)) };
}

let here: Installation;
let app: App;
let site: RunningSite;
let hook: Awaited<ReturnType<typeof aReceiver>>;
let mail: Awaited<ReturnType<typeof aMailServer>>;
/** Every line the program logged. */
const lines: string[] = [];

beforeAll(async () => {
  [hook, mail] = await Promise.all([aReceiver(), aMailServer()]);
  const keep = (event: string, fields?: Record<string, unknown>) => {
    lines.push(JSON.stringify({ event, ...fields }));
  };
  here = await anInstallation(
    {
      ...{ GRADEWATCH_ALLOW_PRIVATE: `127.0.0.1,${HOOK_HOST},::1`, SMTP_URL: mail.url },
      ...{ MAIL_FROM: 'Gradewatch <alerts@gradewatch.example>', PORT: '0' },
    },
    null,
    { info: keep, warn: keep, error: keep },
  );
  app = here.app;
  site = await openSite(app);
});
afterAll(async () => {
  await site?.close();
  await here?.close();
  await hook?.close();
  await mail?.close();
});

const subscribed = async (...words: string[]) => {
  const done = await typed(app, ['subscribe', ...words, '--json']);
  return done.json<{ subscription: string; state: string }>();
};
interface Shown {
  state: string;
  endedReason: string | null;
  tries: { what: string; outcome: string; status: number | null; message: string | null; nextTry: string | null }[];
}
const shown = async (id: string) => (await typed(app, ['subscriptions', 'show', id, '--json'])).json<Shown>();
const alerted = async (subscriptionId: string, channel: 'mail' | 'webhook', eventKey: string) => {
  await app.deps.store.openAlerts(
    [
      {
        ...{ id: `${subscriptionId}-${eventKey}`, subscriptionId, eventKey, notice: 'first', channel, was: null },
        ...{ body: anEvent({ key: eventKey }), reference: `${subscriptionId}.${eventKey}.first.${channel}` },
      },
    ],
    app.deps.now(),
  );
  await app.deps.queue.put('send-alerts', [{ subscriptionId }]);
  await app.queues.runIdle();
};

describe('a webhook', () => {
  let id: string;
  const path = '/desk?key=secret';

  test('is asked for its consent: nothing is sent before the link that only its owner sees is followed', async () => {
    const { subscription, state } = await subscribed('--webhook', hook.url(path));
    id = subscription;
    expect(state).toBe('pending');
    const [call] = hook.calls;
    expect(call?.body).toMatchObject({ type: 'subscription.confirmation', subscription: id });
    const link = String(call?.body.confirm);
    expect((await fetch(link)).status).toBe(200);
    expect((await shown(id)).state).toBe('pending');
    await fetch(link, { method: 'POST' });
    expect((await shown(id)).state).toBe('active');
    expect(hook.calls).toHaveLength(1);
  });

  test('is tested at any time, and the answer is said and kept', async () => {
    const { code, out } = await typed(app, ['subscriptions', 'test', id]);
    expect([code, out]).toEqual([0, expect.stringContaining('The test was taken (204)')]);
    expect(hook.calls.at(-1)?.body).toMatchObject({ type: 'test', subscription: id });
    hook.answers[path] = 500;
    const failed = await typed(app, ['subscriptions', 'test', id, '--json']);
    expect([failed.code, failed.json()]).toEqual([1, expect.objectContaining({ outcome: 'refused', status: 500 })]);
  });

  test('that a receiver refuses as a test claims no further try', async () => {
    for (const status of [302, 404, 500]) {
      hook.answers[path] = status;
      const { out } = await typed(app, ['subscriptions', 'test', id]);
      expect(out).toContain(`The test was not taken (${status}): webhook`);
      expect(out).not.toMatch(/tried again/i);
    }
    hook.answers[path] = 500;
  });

  test('that fails is tried again later, and each try can be seen with its answer and the next time', async () => {
    await alerted(id, 'webhook', 'e1');
    expect((await shown(id)).tries.map(({ what, outcome, status }) => [what, outcome, status])).toEqual([
      ['alert', 'later', 500],
      ...[500, 404, 302, 500].map((status) => ['test', 'refused', status]),
      ['test', 'sent', 204],
      ['confirmation', 'sent', 204],
    ]);
    const [{ nextTry, message } = {}] = (await shown(id)).tries;
    expect(Date.parse(nextTry ?? '')).toBeGreaterThan(app.deps.now().getTime() - 60_000);
    expect(message).not.toContain('secret');
    const { out } = await typed(app, ['subscriptions', 'show', id]);
    expect(out).toMatch(/alert +e1\.first +later +500 +\d{4}-/);
  });

  test('that asks to slow down is said to, with the time it asked for', async () => {
    const busy = (await subscribed('--webhook', hook.url('/busy'), '--confirmed', 'a test')).subscription;
    hook.answers['/busy'] = 429;
    hook.retryAfter['/busy'] = '7200';
    await alerted(busy, 'webhook', 'e1');
    const [{ nextTry, message } = {}] = (await shown(busy)).tries;
    expect(message).toMatch(/ answered 429: it asks us to slow down$/);
    expect(Date.parse(nextTry ?? '')).toBeGreaterThan(app.deps.now().getTime() + 7_100_000);
    const { out } = await typed(app, ['subscriptions', 'show', busy]);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(`it asks us to slow down; next try ${nextTry}`);
  });

  test('that answers 410 ends, and nothing more is sent there', async () => {
    const gone = (await subscribed('--webhook', hook.url('/gone'), '--confirmed', 'a test')).subscription;
    hook.answers['/gone'] = 410;
    await alerted(gone, 'webhook', 'e1');
    await alerted(gone, 'webhook', 'e2');
    expect(await shown(gone)).toMatchObject({
      ...{ state: 'ended', endedReason: 'receiver_gone' },
      tries: [{ what: 'alert', outcome: 'gone', status: 410, nextTry: null }],
    });
    expect(hook.calls.filter((call) => call.path === '/gone')).toHaveLength(1);
    expect((await typed(app, ['subscriptions', 'test', gone])).err).toContain('has ended');
  });
});

test('mail: what the server answered stands in the log of tries; an unknown mailbox ends all that goes there', async () => {
  const [good, bad] = await Promise.all(
    [TAKES, BOUNCES].map((address) => subscribed('--email', address, '--confirmed', 'a test')),
  );
  const others = [
    await subscribed('--email', BOUNCES, '--every', 'week', '--confirmed', 'a test'),
    await subscribed('--email', BOUNCES.replace('nobody', 'Nobody'), '--grade', 'good', '--confirmed', 'a test'),
  ];
  await alerted(good!.subscription, 'mail', 'e1');
  await alerted(bad!.subscription, 'mail', 'e1');
  expect((await shown(good!.subscription)).tries).toMatchObject([{ outcome: 'sent', status: 250 }]);
  const ended = await shown(bad!.subscription);
  expect(ended).toMatchObject({ state: 'ended', tries: [{ outcome: 'gone', status: 550 }] });
  expect(ended.tries[0]?.message).not.toContain('@');
  for (const { subscription } of others)
    expect(await shown(subscription)).toMatchObject({ state: 'ended', endedReason: ended.endedReason });
  expect((await shown(good!.subscription)).state).toBe('active');
});

test('a confirmation that is not taken at once is owed: it comes later, once, and is given up after a day', async () => {
  const { deps } = app;
  const place = '/slow';
  hook.answers[place] = 503;
  const ran = await typed(app, ['subscribe', '--webhook', hook.url(place), '--json']);
  expect([ran.code, ran.err]).toEqual([0, expect.stringContaining('The confirmation is not sent yet: ')]);
  const { subscription: subscriptionId } = ran.json<{ subscription: string }>();
  const calls = () => hook.calls.filter((call) => call.path === place).length;
  const at = (hours: number) => ({ ...deps, now: () => new Date(deps.now().getTime() + hours * 3_600_000) });
  expect(await deps.store.lettersOwed(at(0).now(), 10)).not.toContain(subscriptionId);
  expect(await deps.store.lettersOwed(at(1).now(), 10)).toContain(subscriptionId);
  hook.answers[place] = 204;
  await Promise.all([1, 2].map(() => sendLetter(at(1), { subscriptionId })));
  expect(calls()).toBe(2);
  expect(await deps.store.lettersOwed(at(9).now(), 10)).not.toContain(subscriptionId);

  hook.answers[place] = 503;
  await typed(app, ['subscribe', '--webhook', hook.url(place)]);
  for (let hours = 1; hours <= 100; hours += 1) await sendLetter(at(hours), { subscriptionId });
  expect((await shown(subscriptionId)).tries[0]).toMatchObject({ what: 'confirmation', outcome: 'refused' });
  expect(await deps.store.lettersOwed(at(1_000).now(), 10)).not.toContain(subscriptionId);
});

test('who is asked to confirm once more gets a letter with an id of its own; a try of the same letter keeps it', async () => {
  const { deps } = app;
  const place = '/asked-twice';
  hook.answers[place] = 503;
  const { subscription: subscriptionId } = await subscribed('--webhook', hook.url(place));
  const later = { ...deps, now: () => new Date(deps.now().getTime() + 3_600_000) };
  hook.answers[place] = 204;
  await sendLetter(later, { subscriptionId });
  await deps.store.oweConfirmationAnew(subscriptionId, later.now());
  await sendLetter({ ...deps, now: () => new Date(later.now().getTime() + 60_000) }, { subscriptionId });
  const ids = hook.calls.filter((call) => call.path === place).map(({ id }) => id);
  expect(ids).toEqual([ids[0], ids[0], expect.not.stringMatching(`^${ids[0]}$`)]);
});

test('with a subscription its confirmation is owed at once: whoever dies before sending it loses none', async () => {
  const { store } = app.deps;
  const dies = { ...app.deps, channels: { ...app.deps.channels, webhook: app.deps.channels.webhook } };
  dies.channels.webhook = { ...dies.channels.webhook, deliver: () => Promise.reject(new Error('killed')) };
  const asked = { channel: 'webhook', address: hook.url('/later'), criteria: ANY, every: 'event' } as const;
  await expect(subscribe(dies, { ...asked, note: null, confirmed: null })).rejects.toThrow('killed');
  const later = { ...app.deps, now: () => new Date(app.deps.now().getTime() + 600_000) };
  for (const subscriptionId of await store.lettersOwed(later.now(), 10)) await sendLetter(later, { subscriptionId });
  expect(hook.calls.filter((call) => call.path === '/later')).toHaveLength(1);
});

test('a letter about a subscription that finds no mailbox ends what goes there too', async () => {
  const { store, now } = app.deps;
  await store.liftSuppression(app.deps.addressKey(BOUNCES), 'a test', now());
  const { subscription } = await subscribed('--email', BOUNCES, '--authority', 'bexley', '--confirmed', 'a test');
  const old = await store.subscription(subscription);
  const heir = { ...old!, id: 'heir', every: 'day' as const, terms: [] };
  const owes = { new: { kind: 'succession' as const, authority: 'bexley', successors: ['bromley'] } };
  await store.replaceSubscription(subscription, heir as never, { reason: 'a test', links: [], owes }, now());
  await sendLetter(app.deps, { subscriptionId: 'heir' });
  expect(await store.subscription('heir')).toMatchObject({ state: 'ended', endedReason: NO_MAILBOX });
});

test('sending again what was sent sends nothing', async () => {
  const { subscription } = await subscribed('--email', TAKES, '--confirmed', 'a test', '--note', 'another');
  await alerted(subscription, 'mail', 'e1');
  await sendAlerts(app.deps, { subscriptionId: subscription });
  expect((await shown(subscription)).tries).toHaveLength(1);
});

test('the log holds no address, of mail or of a webhook', async () => {
  const said = lines.join('\n');
  expect(said).toContain('send-alerts.done');
  expect(said).toContain('send-alerts.dead');
  expect(said).not.toContain('@');
  expect(said).not.toContain(HOOK_HOST);
  expect(said).not.toContain('/desk');
});
