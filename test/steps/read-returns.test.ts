/** Mail that comes back, and what readers report as unwanted: a folder of reports, a real store, mail by a real server. */
import { copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { londonDay } from '../../src/core/dates.ts';
import { keyOfMessageId, messageId } from '../../src/core/sending/message-id.ts';
import { dayWords } from '../../src/core/sending/names.ts';
import { ANY } from '../../src/core/sending/route.ts';
import { runToIdle } from '../../src/run-to-idle.ts';
import { askNewAddress } from '../../src/steps/change-address.ts';
import { readReturns } from '../../src/steps/read-returns.ts';
import { signUp } from '../../src/steps/sign-up.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aMailServer, type Inbox } from '../support/receivers.ts';
import { anArticle, publish } from '../support/told.ts';

const NOW = Date.parse('2026-03-18T10:00:00Z');
const ADDRESS = 'desk@paper.example';
let here: Installation;
let inbox: Inbox;
let folder: string;
let looks = 0;
let mails = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gradewatch-returns-'));
  for (const part of ['new', 'cur', 'tmp']) await mkdir(path.join(folder, part));
  inbox = await aMailServer();
  here = await anInstallation(
    {
      ...{ GRADEWATCH_NOW: `=${new Date(NOW).toISOString()}`, GRADEWATCH_RETURNS: folder },
      ...{ SMTP_URL: inbox.url, MAIL_FROM: 'Gradewatch <alerts@gradewatch.example>' },
    },
    { folder: 'config/demo', proposals: [] },
  );
}, 120_000);
afterAll(async () => {
  await here?.close();
  await inbox?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The folder is looked at, some time after the last look. */
const look = () => {
  looks += 1;
  return readReturns({ ...here.app.deps, now: () => new Date(NOW + looks * 600_000) });
};
const subscribed = async (address: string, ...words: string[]) => {
  const ran = await typed(here.app, ['subscribe', '--email', address, ...words, '--confirmed', 'a test', '--json']);
  return ran.json<{ subscription: string }>().subscription;
};
const stateOf = async (id: string) => {
  const { state, endedReason } = (await here.app.deps.store.subscription(id))!;
  return [state, endedReason];
};
/** A reader who was sent an alert, one more subscription of theirs, and the Message-ID of what they got. */
async function aReaderWithMail(address: string, council: string) {
  const ids = [
    await subscribed(address, '--authority', council.toLowerCase()),
    await subscribed(
      address.replace(/^./, (letter) => letter.toUpperCase()),
      '--every',
      'week',
    ),
  ];
  await publish(
    here,
    anArticle({
      ...{ id: `${council}-${address}`, published: '2026-03-17', title: `${council} care rated good` },
      text: `The Care Quality Commission has rated ${council} Council's adult social care as good.`,
    }),
  );
  await runToIdle(here.app);
  const mail = inbox.mails.findLast(({ to }) => to.includes(address));
  expect(mail?.messageId).toContain(ids[0]);
  return { ids, messageId: mail?.messageId ?? '' };
}

interface Told {
  part: string;
  fields: string[];
  messageId: string;
  original?: string;
}
async function deliver({ part, fields, messageId: about, original = 'message/rfc822' }: Told): Promise<void> {
  const n = ++mails;
  const text = [
    ...['From: MAILER-DAEMON@mx.example', 'To: alerts@gradewatch.example', `Message-ID: <r${n}@mx.example>`],
    ...['Subject: about your mail', 'Date: Wed, 18 Mar 2026 10:00:00 +0000', 'MIME-Version: 1.0'],
    ...['Content-Type: multipart/report; boundary="b"', '', '--b', 'Content-Type: text/plain', '', 'See below.'],
    ...['--b', `Content-Type: message/${part}`, '', 'Reporting-MTA: dns; mx.example', '', ...fields, ''],
    ...['--b', `Content-Type: ${original}`, '', 'Subject: x', `Message-ID:`, ` ${about}`, '', 'text', '--b--', ''],
  ].join('\r\n');
  await writeFile(path.join(folder, 'new', `${n}.mx`), text);
}
const failed = (status: string, diagnostic: string) => [
  `Final-Recipient: rfc822; ${ADDRESS}`,
  'Action: failed',
  `Status: ${status}`,
  `Diagnostic-Code: smtp; ${diagnostic}`,
];

test('an unknown mailbox ends all that goes to that address, and no address stands in the history', async () => {
  const { ids, messageId: about } = await aReaderWithMail(ADDRESS, 'Wading');
  const other = await subscribed('other@paper.example', '--authority', 'wading');
  await deliver({
    part: 'delivery-status',
    fields: failed('5.1.1', `550 5.1.1 <${ADDRESS}> no such user`),
    messageId: about,
    original: 'text/rfc822-headers',
  });
  await look();
  for (const id of ids) expect(await stateOf(id)).toEqual(['ended', 'no_mailbox']);
  expect(await stateOf(other)).toEqual(['active', null]);
  const history = await here.app.deps.store.history(ids);
  expect(history.find(({ kind }) => kind === 'subscription.returned')?.detail).toEqual({
    says: 'returned: 5.1.1 550 5.1.1 [address] no such user',
    of: keyOfMessageId(about),
  });
  expect(await readdir(path.join(folder, 'new'))).toEqual(['1.mx']);
});

test('nothing is sent there any more, whoever asks, until an operator lifts it', async () => {
  const kept = 'subscriptions lift Desk@paper.example';
  const refused = await typed(here.app, [
    ...['subscribe', '--email', 'Desk@paper.example', '--authority', 'nowhere', '--confirmed', 'a test'],
  ]);
  expect([refused.code, refused.err.includes('"nowhere"'), refused.err.includes(kept)]).toEqual([2, true, true]);

  const list = path.join(folder, 'desk.csv');
  await writeFile(
    list,
    [
      'channel,address,authority,region,inspectorate,service,grade,direction,every,note',
      'mail,fresh@paper.example,wading,,,,,,event,',
      `mail,${ADDRESS},wading,,,,splendid,,event,`,
      `mail,${ADDRESS},,,,,,,week,`,
    ].join('\n'),
  );
  const imported = await typed(here.app, ['subscriptions', 'import', list, '--confirmed', 'a test']);
  expect(imported.code).toBe(2);
  expect(imported.err).toContain('line 3: "splendid"');
  for (const line of [3, 4]) expect(imported.err).toContain(`line ${line}: nothing is sent to ${ADDRESS} since`);
  expect(await here.app.deps.store.subscriptionsOf('mail', 'fresh@paper.example')).toEqual([]);
  await rm(list);

  const before = inbox.mails.length;
  const asked = { criteria: ANY, every: 'event' as const, quiet: null };
  await signUp(here.app.deps, { channel: 'mail', address: ADDRESS, ...asked });
  const [reader] = await here.app.deps.store.subscriptionsOf('mail', 'other@paper.example');
  await askNewAddress(here.app.deps, reader!, ADDRESS);
  await runToIdle(here.app);
  expect(inbox.mails).toHaveLength(before);

  // It outlasts the address, and is part of what is held of it.
  await here.app.deps.store.forgetAddresses(new Date(NOW + 60 * 86_400_000));
  const held = await typed(here.app, ['subscriptions', 'export', '--person', ADDRESS]);
  expect(held.json()).toMatchObject({ subscriptions: [], suppressed: { reason: 'no_mailbox' } });
  expect((await typed(here.app, ['subscriptions', 'lift', 'other@paper.example', '--reason', 'a test'])).code).toBe(2);
  const lifted = await typed(here.app, ['subscriptions', 'lift', ADDRESS, '--reason', 'the mailbox is back']);
  expect(lifted.code).toBe(0);
  expect(await here.app.deps.store.history([here.app.deps.addressKey(ADDRESS)])).toMatchObject([
    { kind: 'suppression.lifted', by: 'operator', detail: { reason: 'the mailbox is back' } },
  ]);
});

test('what was lifted is told of the address for ever after: since when, until when and why', async () => {
  const day = dayWords(londonDay(new Date(NOW)));
  const told = `Nothing was sent there from ${day} (the mailbox is not known there) until an operator lifted that on ${day}: the mailbox is back`;
  const shown = await typed(here.app, ['subscriptions', 'show', 'Desk@paper.example']);
  expect(shown.out).toBe(`No subscription is kept of Desk@paper.example.\n${told}\n`);
  expect((await typed(here.app, ['subscriptions', 'show', ADDRESS, '--json'])).json()).toMatchObject({
    subscriptions: [],
    suppressed: null,
    lifted: [{ reason: 'the mailbox is back', suppressed: { reason: 'no_mailbox' } }],
  });
  const again = await typed(here.app, ['subscriptions', 'lift', ADDRESS, '--reason', 'once more']);
  expect([again.code, again.err]).toEqual([2, `mail to "${ADDRESS}" is not kept back. ${told}\n`]);
  const held = await typed(here.app, ['subscriptions', 'export', '--person', ADDRESS]);
  expect(held.json()).toMatchObject({ suppressed: null, lifted: [{ reason: 'the mailbox is back' }] });
  expect((await typed(here.app, ['doctor'])).out).toContain(
    `0 to which nothing is sent, as mail came back or was unwanted; lifted once, last on ${day}; \`subscriptions show ADDRESS\``,
  );
  const [other] = await here.app.deps.store.subscriptionsOf('mail', 'other@paper.example');
  expect((await typed(here.app, ['subscriptions', 'show', other!.id])).out).not.toContain('Nothing was sent');
  const unknown = await typed(here.app, ['subscriptions', 'show', 'unknown@paper.example']);
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('nothing is known of mail to it')]);
});

test('once read it is not read again: who asks anew goes on, though the folder is sorted meanwhile', async () => {
  const again = await subscribed(ADDRESS, '--authority', 'wading');
  expect((await typed(here.app, ['subscriptions', 'show', again])).out).toContain('until an operator lifted that on');
  await rename(path.join(folder, 'new', '1.mx'), path.join(folder, 'cur', '1.mx:2,S'));
  await look();
  expect(await stateOf(again)).toEqual(['active', null]);
});

test('nor is the same report, delivered once more under another name', async () => {
  const running = await here.app.deps.store.subscriptionsOf('mail', ADDRESS);
  await copyFile(path.join(folder, 'cur', '1.mx:2,S'), path.join(folder, 'new', 'again.mx'));
  await look();
  expect(await here.app.deps.store.subscriptionsOf('mail', ADDRESS)).toEqual(running);
});

test('a complaint ends all that goes to that address', async () => {
  const { ids, messageId: about } = await aReaderWithMail('cross@paper.example', 'Kelbury');
  await deliver({ part: 'feedback-report', fields: ['Feedback-Type: not-spam', 'Version: 1'], messageId: about });
  await look();
  expect(await stateOf(ids[0]!)).toEqual(['active', null]);
  await deliver({ part: 'feedback-report', fields: ['Feedback-Type: abuse', 'Version: 1'], messageId: about });
  await look();
  for (const id of ids) expect(await stateOf(id)).toEqual(['ended', 'reported_unwanted']);
});

test('what is no word about the mailbox, or about no mail of ours, ends nothing', async () => {
  const { ids, messageId: about } = await aReaderWithMail('stays@paper.example', 'Averfordshire');
  const gone = failed('5.1.1', '550 5.1.1 unknown');
  const never = messageId(`${ids[0]}.another.first.mail`, 'gradewatch.example');
  for (const told of [
    { part: 'delivery-status', fields: failed('5.2.2', '552 5.2.2 mailbox full'), messageId: about },
    { part: 'delivery-status', fields: failed('5.7.1', '550 5.7.1 refused by policy'), messageId: about },
    { part: 'delivery-status', fields: failed('4.4.1', 'delivery time expired'), messageId: about },
    { part: 'delivery-status', fields: ['Action: delayed', 'Status: 4.4.1'], messageId: about },
    { part: 'delivery-status', fields: gone, messageId: never },
    { part: 'delivery-status', fields: gone, messageId: '<made-up@elsewhere.example>' },
    { part: 'delivery-status', fields: gone, messageId: '' },
    { part: 'disposition-notification', fields: gone, messageId: about },
  ])
    await deliver(told);
  await writeFile(path.join(folder, 'new', 'junk'), Buffer.alloc(1_000, 255));
  await look();
  for (const id of ids) expect(await stateOf(id)).toEqual(['active', null]);
});

test('what passed to another subscription is found there', async () => {
  const { ids, messageId: about } = await aReaderWithMail('moves@paper.example', 'Eastborough');
  await here.app.deps.store.replaceSubscription(
    ids[0]!,
    { ...(await here.app.deps.store.subscription(ids[0]!))!, id: 'heir', terms: [], every: 'day' } as never,
    { reason: 'cadence_changed', links: [] },
    new Date(NOW),
  );
  await deliver({ part: 'delivery-status', fields: failed('5.1.1', '550 5.1.1 unknown'), messageId: about });
  await look();
  expect(await stateOf('heir')).toEqual(['ended', 'no_mailbox']);
});

test('each mail is opened once, however many there are and whoever looks, and what is gone is forgotten', async () => {
  const { mailbox, store } = here.app.deps;
  const opened: string[] = [];
  const read = (file: string) => {
    opened.push(path.basename(file));
    return mailbox.read(file);
  };
  const counted = { ...mailbox, read };
  const lookAgain = () => {
    looks += 1;
    return readReturns({ ...here.app.deps, mailbox: counted, now: () => new Date(NOW + looks * 600_000) });
  };
  await lookAgain();
  opened.length = 0;
  const names = Array.from({ length: 120 }, (_, n) => `later-${n}.mx`);
  for (const name of names) await writeFile(path.join(folder, 'new', name), 'From: a@b.example\r\n\r\nno report');
  for (let n = 0; n < 5; n++) await lookAgain();
  expect(opened.toSorted()).toEqual(names.toSorted());
  for (const part of ['new', 'cur'])
    for (const name of await readdir(path.join(folder, part))) await rm(path.join(folder, part, name));
  await writeFile(path.join(folder, 'new', 'last.mx'), 'From: a@b.example\r\n\r\nno report');
  await lookAgain();
  expect((await store.fact('returns read'))?.split(' ')).toHaveLength(1);
});

test('in a folder of .eml files a name that is used again is another mail', async () => {
  const eml = await mkdtemp(path.join(tmpdir(), 'gradewatch-eml-'));
  const { mailbox } = here.app.deps;
  const later = new Date(Date.now() + 600_000);
  const lookInto = async (known: Set<string>) => (await mailbox.look(`file://${eml}`, later, known, 9)).unread;
  await writeFile(path.join(eml, 'a.eml'), 'one');
  const [one] = await lookInto(new Set());
  expect(await lookInto(new Set([one!.key]))).toEqual([]);
  await writeFile(path.join(eml, 'a.eml'), 'another');
  expect(await lookInto(new Set([one!.key]))).toHaveLength(1);
  await rm(eml, { recursive: true });
});

test('a folder that is not there stops nothing', async () => {
  const policy = { ...here.app.deps.policy, returns: 'file:///nowhere/at/all' };
  looks += 1;
  const now = () => new Date(NOW + looks * 600_000);
  await expect(readReturns({ ...here.app.deps, policy, now })).resolves.toBeUndefined();
});
