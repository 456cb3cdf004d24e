/** What goes to a browser, over a push service on loopback that reads it as a browser would. */
import { createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeChannels } from '../../src/adapters/channels/index.ts';
import { makeGuardedPost } from '../../src/adapters/web-fetch/index.ts';
import { makePushes, pushKeys, pushSubject } from '../../src/adapters/web-push/index.ts';
import { alertMessage } from '../../src/core/sending/message.ts';
import { pushBody } from '../../src/core/sending/push.ts';
import { addressShown, pushAddress } from '../../src/core/sending/push-address.ts';
import { plain } from '../../src/core/sending/safe.ts';
import { summaryMessage } from '../../src/core/sending/summary.ts';
import { GiveUp, TryLater, WrongUse } from '../../src/errors.ts';
import { aPushService, type PushService } from '../support/push-service.ts';
import { anAlert, anEvent, HOSTILE } from './build.ts';

const SECRET = 'a secret of at least thirty-two characters';
const keys = pushKeys(SECRET);
const allowed = { refusal: () => null };
let service: PushService;
let post: ReturnType<typeof makeGuardedPost>;
const channelsOver = (way: ReturnType<typeof makeGuardedPost>) =>
  makeChannels({
    mailer: { send: () => Promise.reject(), close: async () => {} },
    webhooks: { call: () => Promise.reject() },
    pushes: makePushes({ post: way.post, keys, subject: 'mailto:desk@gradewatch.example' }),
    ...{ post: way.post, domain: 'gradewatch.example', ...allowed },
  });
const guarded = (allowPrivate: string[]) =>
  makeGuardedPost({ userAgentContact: null, version: '0.1.0', allowPrivate, now: () => new Date() });

beforeAll(async () => {
  service = await aPushService();
  post = guarded(['127.0.0.1']);
});
afterAll(async () => {
  await post?.close();
  await service?.close();
});

const send = (address: string, key = 's1.e1.first.push', alert = anAlert()) =>
  channelsOver(post).push.deliver(alertMessage(alert, { key, address, secret: null }));

describe('a notification', () => {
  test('reads as the alert does, its links are paths of ours, and its signature names us to the push service', async () => {
    const alert = anAlert();
    expect(await send(service.browser())).toMatchObject({ status: 201 });
    const { message, headers, vapid, octets } = service.taken.at(-1)!;
    expect(message).toMatchObject({
      title: alertMessage(alert, { key: '', address: '', secret: null }).letter.subject,
      tag: 's1.e1.first.push',
      page: new URL(alert.links.event).pathname,
      subscription: alert.subscription.id,
      manage: new URL(alert.links.preferences ?? '').pathname,
    });
    expect(message.text).toContain('Inspectors judged Northshire’s children’s services to be outstanding.');
    expect(headers).toMatchObject({ ttl: '86400', urgency: 'high', 'content-encoding': 'aes128gcm' });
    expect(headers.topic).toMatch(/^[\w-]{32}$/);
    expect(vapid).toMatchObject({ aud: service.origin, sub: 'mailto:desk@gradewatch.example', key: keys.publicKey });
    expect(octets).toBeLessThanOrEqual(3_000);
  });

  test('sent again takes the place of the one that waits; another does not', async () => {
    const address = service.browser();
    service.taken.splice(0);
    await send(address, 'one');
    await send(address, 'one');
    await send(address, 'two');
    expect(service.waiting().map(({ message }) => message.tag)).toEqual(['one', 'two']);
    expect(service.taken[0]?.message).toEqual(service.taken[1]?.message);
  });

  test('of several judgements has a line each, then a count, and opens the list', () => {
    const inputs = Array.from({ length: 9 }, (_, n) => anAlert({ event: anEvent({ key: `k${n}` }) }));
    const { brief } = summaryMessage(inputs, { key: 'k', address: '', secret: null }, { day: '2026-11-29' });
    expect(brief.text.split('\n')).toHaveLength(6);
    expect(brief.text).toMatch(/\nand 4 more$/);
    expect([brief.page, brief.urgent]).toEqual(['/', false]);
  });

  test('stays below three kilobytes and shows no control character, whatever the article says', () => {
    const told = alertMessage(anAlert({ sentence: `${HOSTILE} ${'“\u202E漢字”\n'.repeat(2_000)}` }), {
      ...{ key: 'k'.repeat(300), address: '', secret: null },
    });
    const body = pushBody({ ...told, brief: { ...told.brief, text: '漢"\\'.repeat(5_000) } });
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(3_000);
    const { text } = JSON.parse(pushBody(told)) as { text: string };
    expect([text.length > 100, text]).toEqual([true, plain(text)]);
  });
});

/** Whether it is tried again depends on what was sent, which whoever sends does not know. */
const CLAIMS_A_TRY = /tried again/i;

describe('what the push service answers', () => {
  const answers = [
    // status  failure   ends      retry after
    [404, GiveUp, /^browser_gone$/, 0],
    [410, GiveUp, /^browser_gone$/, 0],
    [401, TryLater, /^signature_refused$/, 0],
    [403, TryLater, /^signature_refused$/, 0],
    [413, GiveUp, undefined, 0],
    [301, TryLater, undefined, 0],
    [429, TryLater, undefined, 60_000],
    [503, TryLater, undefined, 120_000],
  ] as const;
  for (const [status, Kind, ends, retryAfterMs] of answers)
    test(`${status} is ${Kind.name}${ends ? ', and it ends' : ''}; the address is in no message`, async () => {
      const address = service.browser();
      service.answer({
        status,
        headers: { 'retry-after': String(retryAfterMs / 1_000), location: 'https://elsewhere.example/' },
      });
      const failure = (await send(address).catch((error: unknown) => error)) as InstanceType<typeof TryLater>;
      expect(failure).toBeInstanceOf(Kind);
      expect(failure.details).toMatchObject({ status, retryAfterMs });
      expect(failure.details.ends ?? '').toMatch(ends ?? /^$/);
      expect(failure.message).toContain(`push service ${new URL(service.origin).host} answered ${status}`);
      expect(failure.message).not.toContain('/send/');
      expect(failure.message).not.toMatch(CLAIMS_A_TRY);
    });

  test('an address inside is not called, whoever gave it', async () => {
    const strict = guarded([]);
    const before = service.calls();
    const message = alertMessage(anAlert(), { key: 'k', address: service.browser(), secret: null });
    const failure = await channelsOver(strict)
      .push.deliver(message)
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ details: { errorClass: 'blocked_address' } });
    expect(service.calls()).toBe(before);
    await strict.close();
  });
});

describe('the address of a browser', () => {
  test('has one spelling, whatever else the browser says and in whatever order', () => {
    const { endpoint, keys } = JSON.parse(service.browser()) as { endpoint: string; keys: Record<string, string> };
    const { p256dh = '', auth = '' } = keys;
    const asGiven = { keys: { auth: `${auth}==`, p256dh }, expirationTime: null, endpoint: `${endpoint}#x` };
    expect(pushAddress(JSON.stringify(asGiven), allowed)).toBe(JSON.stringify({ endpoint, keys: { p256dh, auth } }));
  });

  const good = () => JSON.parse(service.browser()) as { endpoint: string; keys: { p256dh: string; auth: string } };
  const off = Buffer.alloc(65, 7).fill(4, 0, 1).toString('base64url');
  const faulty: [what: string, text: () => string, faults: RegExp[]][] = [
    ['no JSON', () => 'https://push.example/send/x', [/no push subscription/]],
    ['no keys', () => JSON.stringify({ endpoint: good().endpoint }), [/no push subscription/]],
    [
      'all wrong at once',
      () => JSON.stringify({ endpoint: 'ftp://push.example/send/hidden', keys: { p256dh: off, auth: 'AA' } }),
      [/push\.example is not at an https/, /p256dh/, /auth/],
    ],
    ['credentials', () => JSON.stringify({ ...good(), endpoint: 'https://u:p@push.example/' }), [/user name/]],
    [
      'endless',
      () => JSON.stringify({ ...good(), endpoint: `https://push.example/${'x'.repeat(2_000)}` }),
      [/no push/],
    ],
  ];
  for (const [what, text, faults] of faulty)
    test(`is refused: ${what}`, () => {
      let thrown: unknown;
      try {
        pushAddress(text(), allowed);
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toBeInstanceOf(WrongUse);
      for (const fault of faults) expect(String((thrown as Error).message)).toMatch(fault);
      expect(String((thrown as Error).message)).not.toContain('hidden');
    });

  test('plain http, and what the guard refuses, is refused at the door', () => {
    const text = JSON.stringify(good());
    const plain = text.replace('127.0.0.1', 'push.example').replace(/:\d+/, '');
    expect(() => pushAddress(plain, guarded(['127.0.0.1']))).toThrow(/push.example is called over an encrypted/);
    expect(() => pushAddress(text, { refusal: () => 'not there' })).toThrow('not there');
  });

  test('is shown shortened; other addresses are shown whole', () => {
    const address = pushAddress(service.browser(), allowed);
    const { endpoint, keys } = JSON.parse(address) as { endpoint: string; keys: { auth: string } };
    const shown = addressShown('push', address) ?? '';
    expect(shown).toBe(`a browser by ${new URL(endpoint).host}, …${endpoint.slice(-6)}`);
    expect(shown).not.toContain(keys.auth);
    expect(addressShown('mail', 'desk@paper.example')).toBe('desk@paper.example');
  });
});

describe('our keys', () => {
  test('follow from the secret alone and are a pair of P-256', () => {
    expect(pushKeys(SECRET)).toEqual(keys);
    expect(pushKeys(`${SECRET}!`).publicKey).not.toBe(keys.publicKey);
    for (let n = 0; n < 600; n++) {
      const { publicKey, privateKey } = pushKeys(`secret ${n}`);
      expect([Buffer.from(publicKey, 'base64url').length, Buffer.from(privateKey, 'base64url').length]).toEqual([
        65, 32,
      ]);
    }
    const point = Buffer.from(keys.publicKey, 'base64url');
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
    const jwk = { kty: 'EC', crv: 'P-256', ...(x && y ? { x, y } : {}) };
    expect(createPublicKey({ format: 'jwk', key: jwk }).asymmetricKeyType).toBe('ec');
  });

  test.each([
    ['desk@paper.example', 'https://alerts.example', 'mailto:desk@paper.example'],
    ['https://paper.example/bot', 'https://alerts.example', 'https://paper.example/bot'],
    ['the desk, 2nd floor', 'https://alerts.example', 'https://alerts.example'],
    [null, 'http://127.0.0.1:8080', 'mailto:sender@paper.example'],
  ])('contact %s at %s is said as %s', (contact, publicUrl, said) =>
    expect(pushSubject({ contact, publicUrl, sender: 'sender@paper.example' })).toBe(said),
  );
});
