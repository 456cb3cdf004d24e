import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, test } from 'vitest';
import { makeChannels } from '../../src/adapters/channels/index.ts';
import { hashToken, newToken, readLink, signLink } from '../../src/adapters/tokens.ts';
import { makeGuardedPost } from '../../src/adapters/web-fetch/index.ts';
import { makeWebhooks, newWebhookSecret, type Post } from '../../src/adapters/webhook/index.ts';
import { webhookAddress } from '../../src/core/sending/address.ts';
import { alertContent, alertLetter } from '../../src/core/sending/alert.ts';
import type { Block } from '../../src/core/sending/letter.ts';
import { alertMessage } from '../../src/core/sending/message.ts';
import { slackBody } from '../../src/core/sending/slack.ts';
import { teamsBody } from '../../src/core/sending/teams.ts';
import { GiveUp, TryLater, WrongUse } from '../../src/errors.ts';
import { anAlert, anEvent, aReport, asked, HOSTILE } from './build.ts';

const now = () => new Date();
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A receiver on loopback that keeps calls and answers with one status after another. */
async function aReceiver(...answers: { status: number; headers?: Record<string, string> }[]) {
  const calls: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    calls.push({ headers: request.headers, body });
    const { status, headers = {} } = answers[Math.min(calls.length, answers.length) - 1] ?? { status: 204 };
    response.writeHead(status, headers).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => new Promise((done) => server.close(done)));
  return { calls, url: `http://127.0.0.1:${(server.address() as { port: number }).port}/hook?key=secret` };
}

const post: Post = async (url, { headers, body, timeoutMs }) => {
  const answer = await fetch(url, {
    method: 'POST',
    headers,
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
  return { status: answer.status, retryAfterMs: Number(answer.headers.get('retry-after') ?? 0) * 1_000 };
};
const channels = makeChannels({
  mailer: { send: () => Promise.reject(), close: async () => {} },
  webhooks: makeWebhooks({ post, now }),
  pushes: { call: () => Promise.reject() },
  ...{ post, domain: 'gradewatch.example', refusal: () => null },
});

describe('a webhook call', () => {
  test('is signed so that the receiver’s library accepts it, and refuses a changed body or another secret', async () => {
    const secret = newWebhookSecret();
    const receiver = await aReceiver();
    await channels.webhook.deliver(alertMessage(anAlert(), { key: 'k1', address: receiver.url, secret }));
    const [call] = receiver.calls;
    const headers = call?.headers as Record<string, string>;
    expect(headers['webhook-id']).toBe('k1');
    expect(new Webhook(secret).verify(call!.body, headers)).toMatchObject({
      type: 'judgement.first',
      authority: 'northshire',
      grade: 'outstanding',
    });
    expect(() => new Webhook(secret).verify(`${call?.body} `, headers)).toThrow();
    expect(() => new Webhook(newWebhookSecret()).verify(call!.body, headers)).toThrow();
  });

  test('sent again has the same id and body; while secrets change, both verify', async () => {
    const [before, after] = [newWebhookSecret(), newWebhookSecret()];
    const receiver = await aReceiver();
    const message = alertMessage(anAlert(), { key: 'k2', address: receiver.url, secret: `${before} ${after}` });
    await channels.webhook.deliver(message);
    await channels.webhook.deliver(message);
    expect(receiver.calls[1]?.body).toBe(receiver.calls[0]?.body);
    for (const { headers, body } of receiver.calls)
      for (const secret of [before, after])
        expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toBeTruthy();
    expect(new Set(receiver.calls.map(({ headers }) => headers['webhook-id']))).toEqual(new Set(['k2']));
  });

  const answers = [
    // status  failure   retry after
    [500, TryLater, 0],
    [503, TryLater, 120_000],
    [429, TryLater, 60_000],
    [408, TryLater, 0],
    [410, GiveUp, 0],
    [413, GiveUp, 0],
    [400, TryLater, 0],
    [404, TryLater, 0],
    [301, TryLater, 0],
    [302, TryLater, 0],
  ] as const;
  for (const [status, Kind, retryAfterMs] of answers)
    test(`answered ${status} is ${Kind.name}; the secret address is in no message`, async () => {
      const receiver = await aReceiver({
        status,
        headers: { location: 'https://elsewhere.example/', 'retry-after': String(retryAfterMs / 1_000) },
      });
      for (const channel of ['webhook', 'slack', 'teams'] as const) {
        const sending = channels[channel].deliver(
          alertMessage(anAlert(), { key: 'k', address: receiver.url, secret: newWebhookSecret() }),
        );
        const failure = await sending.catch((error: unknown) => error);
        expect(failure).toBeInstanceOf(Kind);
        expect((failure as InstanceType<typeof TryLater>).details).toMatchObject({ status, retryAfterMs });
        expect((failure as TryLater).details.perhaps).toBe(status >= 500 ? true : undefined);
        expect((failure as Error).message).not.toContain('key=secret');
        // That depends on what was sent, which whoever sends does not know.
        expect((failure as Error).message).not.toMatch(/tried again/i);
      }
      expect(receiver.calls).toHaveLength(3);
    });

  const guarded = makeGuardedPost({ userAgentContact: null, version: '0.1.0', allowPrivate: [], now });
  const addresses = [
    ['http://hooks.example/x', false],
    ['ftp://hooks.example/x', false],
    ['https://user:pass@hooks.example/x', false],
    ['hooks.example', false],
    ['javascript:alert(1)', false],
    ['https://hooks.example/x#part', true],
  ] as const;
  for (const [address, taken] of addresses)
    test(`${address} is ${taken ? 'taken' : 'refused'} as an address`, () => {
      if (taken) expect(webhookAddress(address, guarded)).toBe('https://hooks.example/x');
      else expect(() => webhookAddress(address, guarded)).toThrow(WrongUse);
    });
});

/** All text of a block of Slack's. */
const saidIn = (block: object): string =>
  [...JSON.stringify(block).matchAll(/"text":"((?:[^"\\\\]|\\\\.)*)"/g)].map(([, said]) => said).join('');

describe('chat messages', () => {
  test('are posted as JSON with the verdict, the quote and the official link', async () => {
    const receiver = await aReceiver();
    for (const channel of ['slack', 'teams'] as const)
      await channels[channel].deliver(alertMessage(anAlert(), { key: 'k', address: receiver.url, secret: null }));
    for (const { body } of receiver.calls) {
      expect(JSON.parse(body)).toBeTruthy();
      for (const words of ['Outstanding', 'Inspectors judged Northshire', 'https://reports.inspectorate.example/44/1'])
        expect(body).toContain(words);
    }
  });

  for (const title of HOSTILE)
    test(`the title ${JSON.stringify(title)} is shown, not obeyed`, () => {
      const event = anEvent({
        reports: [aReport({ title, url: 'https://x.example/a|b>c' })],
        evidence: [{ rule: 'r', field: 'text', start: 0, end: 1, quote: title }],
      });
      const letter = alertLetter(alertContent(anAlert({ event, subscription: { ...asked, note: title } })));
      const slack = JSON.parse(slackBody(letter)) as { text: string; mrkdwn: boolean; blocks: object[] };
      // Nothing is text that Slack obeys, but for the line of a notification, where what could be is escaped.
      expect(JSON.stringify(slack.blocks)).not.toContain('mrkdwn');
      expect([slack.mrkdwn, slack.text.includes('<')]).toEqual([false, false]);
      for (const [, address] of JSON.stringify(slack.blocks).matchAll(/"url":"([^"]*)"/g))
        expect(address).toMatch(/^https:\/\/(x|gradewatch|reports\.inspectorate)\.example\//);
      const teams = teamsBody(letter);
      expect(teams).not.toMatch(/[^\\]\]\(javascript|<script|<img/);
    });

  test('what a person writes is told to Slack as it was written, and empty of no words', () => {
    const said = 'the *p3* of _that_ ~paper~ `x` & <y>';
    const letter = { subject: said, title: said, footer: [{ text: '' }], blocks: [] as Block[] };
    const paragraphs = [said, ''].map((text): Block => ({ kind: 'paragraph', text }));
    const { blocks } = JSON.parse(slackBody({ ...letter, blocks: paragraphs })) as { blocks: object[] };
    expect(blocks.slice(1)).toEqual([
      {
        ...{ type: 'rich_text' },
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: said }] }],
      },
    ]);
  });

  test('a long digest stays within the limits of both', () => {
    const items = Array.from({ length: 400 }, (_, n) => ({
      text: `${n} ${'x<&>'.repeat(100)}`,
      url: 'https://x.example/',
    }));
    const letter = {
      subject: 's',
      title: 't'.repeat(300),
      footer: [],
      blocks: Array.from({ length: 80 }, () => ({ kind: 'items' as const, items })),
    };
    const slack = JSON.parse(slackBody(letter)) as { blocks: object[] };
    expect(slack.blocks.length).toBeLessThanOrEqual(50);
    for (const block of slack.blocks) expect(saidIn(block).length).toBeLessThanOrEqual(3_000);
    expect(Buffer.byteLength(teamsBody(letter))).toBeLessThan(28_000);
  });
});

describe('tokens in links', () => {
  const secret = 'x'.repeat(32);
  const expires = new Date('2026-11-20T00:00:00Z');
  const before = new Date('2026-11-19T00:00:00Z');
  const token = signLink(secret, { purpose: 'confirm', subject: 's1', expires });
  const cases = [
    ['in time', token, secret, 'confirm', before, 's1'],
    ['too late', token, secret, 'confirm', expires, 'expired'],
    ['for another purpose', token, secret, 'unsubscribe', before, null],
    ['with another secret', token, 'y'.repeat(32), 'confirm', before, null],
    ['changed', `A${token.slice(1)}`, secret, 'confirm', before, null],
    ['cut', token.slice(0, -1), secret, 'confirm', before, null],
    ['with a tail', `${token}.x`, secret, 'confirm', before, null],
    ['empty', '', secret, 'confirm', before, null],
    ['huge', 'x'.repeat(1_000_000), secret, 'confirm', before, null],
  ] as const;
  for (const [what, given, key, purpose, at, subject] of cases)
    test(`a confirm link ${what} gives ${subject}`, () => expect(readLink(key, given, purpose, at)).toBe(subject));
  test('an unsubscribe token is long, never the same twice, and found by its hash only', () => {
    const tokens = Array.from({ length: 100 }, newToken);
    expect(new Set(tokens.map((one) => one.token)).size).toBe(100);
    for (const one of tokens) {
      expect(one.token).toMatch(/^[A-Za-z0-9_-]{32}$/);
      expect(hashToken(one.token)).toBe(one.hash);
      expect(one.hash).not.toContain(one.token);
    }
  });
});
