import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { makeChannels } from '../../src/adapters/channels/index.ts';
import { makeMailer, parseSender } from '../../src/adapters/mail/index.ts';
import { tidyOutbox } from '../../src/adapters/mail/outbox.ts';
import { mailAddress } from '../../src/core/sending/address.ts';
import { alertMessage } from '../../src/core/sending/message.ts';
import { NO_MAILBOX } from '../../src/core/sending/refusals.ts';
import { GiveUp, TryLater, WrongUse } from '../../src/errors.ts';
import type { Mail } from '../../src/ports.ts';
import { anAlert, HOSTILE } from './build.ts';

const FROM = 'Gradewatch <alerts@gradewatch.example>';
const now = () => new Date('2026-11-18T09:10:00Z');
const aMail = (mail: Partial<Mail> = {}): Mail => ({
  messageId: '<s1.e1.first.mail@gradewatch.example>',
  to: 'reader@newsroom.example',
  subject: 'Northshire: outstanding',
  text: 'text',
  html: '<p>html</p>',
  headers: {},
  ...mail,
});

interface Received {
  from: string;
  to: string[];
  raw: string;
}
type Stage = 'mail' | 'rcpt' | 'data';
/** A reply code, and what is said with it. */
type Answers = Partial<Record<Stage, string>>;

/** A mail server on loopback that keeps what it takes and answers as told. */
async function aServer(refuse: Answers = {}, auth?: number) {
  const received: Received[] = [];
  const refusal = (answer: string) => {
    const [code = '', ...words] = answer.split(' ');
    return Object.assign(new Error(words.join(' ') || 'as told'), { responseCode: Number(code) });
  };
  const server = new SMTPServer({
    authOptional: auth === undefined,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onAuth: (_auth, _session, done) => done(refusal(String(auth ?? 535))),
    onMailFrom: (_address, _session, done) => done(refuse.mail ? refusal(refuse.mail) : null),
    onRcptTo: (_address, _session, done) => done(refuse.rcpt ? refusal(refuse.rcpt) : null),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refuse.data) return done(refusal(refuse.data));
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString(),
        });
        done(null, 'queued as 1');
      });
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as { port: number };
  return {
    received,
    url: `smtp://127.0.0.1:${port}`,
    port,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
function mailerTo(url: string, timeoutMs = 5_000) {
  const mailer = makeMailer({ smtpUrl: url, from: FROM, outboxDir: '/nonexistent', now, timeoutMs });
  closers.push(() => mailer.close());
  return mailer;
}
async function serverWith(refuse: Answers = {}) {
  const server = await aServer(refuse);
  closers.push(server.close);
  return server;
}

describe('a mail by SMTP', () => {
  test('goes to the one address, with its Message-ID, one-click unsubscribe and no trace', async () => {
    const server = await serverWith();
    const channels = makeChannels({
      mailer: mailerTo(server.url),
      domain: 'gradewatch.example',
      refusal: () => null,
      webhooks: { call: () => Promise.reject() },
      pushes: { call: () => Promise.reject() },
      post: () => Promise.reject(),
    });
    const message = alertMessage(anAlert(), {
      key: 's1.e1.first.mail',
      address: 'reader@newsroom.example',
      secret: null,
    });
    expect((await channels.mail.deliver(message)).providerId).toContain('queued as 1');
    expect(server.received).toHaveLength(1);
    const [mail] = server.received;
    expect(mail).toMatchObject({ from: 'alerts@gradewatch.example', to: ['reader@newsroom.example'] });
    expect(mail?.raw).toMatch(/^Message-ID: <s1\.e1\.first\.mail@gradewatch\.example>\r$/m);
    expect(mail?.raw).toMatch(/^List-Unsubscribe: <https:\/\/gradewatch\.example\/unsubscribe\/t2>\r$/m);
    expect(mail?.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(mail?.raw).not.toMatch(/^X-Mailer:/m);
    const read = await PostalMime.parse(mail?.raw ?? '');
    expect(read.subject).toBe("Northshire: outstanding (Ofsted, children's services), up from requires improvement");
    expect(read.text).toContain('OUTSTANDING');
    expect(read.html).toContain('<strong>Outstanding</strong>');
    expect(read.to).toEqual([{ address: 'reader@newsroom.example', name: '' }]);
  });

  test('sent again has the same bytes, so that a receiver can tell', async () => {
    const server = await serverWith();
    const mailer = mailerTo(server.url);
    await mailer.send(aMail());
    await mailer.send(aMail());
    expect(server.received[1]?.raw).toBe(server.received[0]?.raw);
  });

  const answers = [
    // stage    answer   failure    ends           why
    ['rcpt', '421', TryLater, undefined, 'a busy server'],
    ['rcpt', '450', TryLater, undefined, 'a mailbox in use'],
    ['data', '451', TryLater, undefined, 'a local error'],
    ['rcpt', '452', TryLater, undefined, 'a full disk over there'],
    ['rcpt', '550', GiveUp, NO_MAILBOX, 'an unknown reader'],
    ['rcpt', '550 5.1.1 no such user', GiveUp, NO_MAILBOX, 'an unknown reader'],
    ['rcpt', '550 5.1.1 User unknown in relay recipient table', GiveUp, NO_MAILBOX, 'an unknown reader, by Postfix'],
    ['rcpt', '550 5.2.1 mailbox disabled', GiveUp, NO_MAILBOX, 'a mailbox that was closed'],
    ['rcpt', '556 5.1.10 the domain takes no mail', GiveUp, NO_MAILBOX, 'a domain without mail'],
    ['data', '550 5.1.1 no such user', GiveUp, NO_MAILBOX, 'an unknown reader, said late'],
    ['rcpt', '552', TryLater, undefined, 'a full mailbox'],
    ['rcpt', '550 5.2.2 over quota', TryLater, undefined, 'a full mailbox'],
    ['rcpt', '550 5.7.1 message refused', GiveUp, undefined, 'a policy: the reader is there'],
    ['rcpt', '550 blocked, your network has a poor reputation', GiveUp, undefined, 'a policy: the reader is there'],
    ['rcpt', '554', GiveUp, undefined, 'a refusal that says no more'],
    [
      'rcpt',
      '554 5.7.1 Relay access denied',
      TryLater,
      undefined,
      'our own server passes nothing on: the operator must look',
    ],
    ['rcpt', '550 5.1.8 sender rejected', TryLater, undefined, 'our sender refused: the operator must look'],
    ['data', '554', GiveUp, undefined, 'a message that is refused'],
    ['mail', '552', GiveUp, undefined, 'a message that is too large'],
    ['mail', '550', TryLater, undefined, 'our sender refused: the operator must look, no alert is lost'],
  ] as const;
  for (const [stage, answer, Failure, ends, why] of answers)
    test(`answered ${answer} at ${stage.toUpperCase()} (${why}) is ${Failure.name}`, async () => {
      const server = await serverWith({ [stage]: answer });
      const failure = await mailerTo(server.url)
        .send(aMail())
        .catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(Failure);
      expect((failure as GiveUp).details.status).toBe(Number.parseInt(answer, 10));
      expect((failure as GiveUp).details.ends).toBe(ends);
      expect((failure as GiveUp).details.perhaps).toBeUndefined();
      expect((failure as Error).message).not.toContain('reader@');
      // That depends on what was sent, which whoever sends does not know.
      expect((failure as Error).message).not.toMatch(/tried again/i);
    });

  test('a wrong password is the operator’s to mend: the alert waits', async () => {
    const server = await aServer({}, 535);
    closers.push(server.close);
    await expect(mailerTo(`smtp://user:wrong@127.0.0.1:${server.port}`).send(aMail())).rejects.toThrow(
      /check SMTP_URL/,
    );
    await expect(mailerTo(`smtp://user:wrong@127.0.0.1:${server.port}`).send(aMail())).rejects.toBeInstanceOf(TryLater);
  });

  test('nobody listening is TryLater', async () => {
    const server = await aServer();
    await server.close();
    const failure = await mailerTo(server.url)
      .send(aMail())
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TryLater);
    expect((failure as TryLater).details.perhaps).toBeUndefined();
  });
});

/** A server that talks SMTP up to a point and then does something rude. */
async function rudeServer(rude: 'no greeting' | 'drop before data' | 'hang after data' | 'drop after data') {
  let taken = 0;
  const server: Server = createServer((socket) => {
    socket.on('error', () => {});
    if (rude === 'no greeting') return;
    socket.write('220 rude\r\n');
    let inData = false;
    socket.on('data', (chunk: Buffer) => {
      const said = chunk.toString();
      if (inData) {
        if (!said.endsWith('\r\n.\r\n')) return;
        taken += 1;
        if (rude === 'drop after data') socket.destroy();
        return;
      }
      if (/^DATA/im.test(said)) {
        if (rude === 'drop before data') return socket.destroy();
        inData = true;
        socket.write('354 go\r\n');
      } else socket.write('250 ok\r\n');
    });
  });
  const sockets = new Set<import('node:net').Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => server.close(done));
  });
  return { url: `smtp://127.0.0.1:${(server.address() as { port: number }).port}`, taken: () => taken };
}

describe('a rude mail server', () => {
  for (const [rude, taken] of [
    ['no greeting', 0],
    ['drop before data', 0],
    ['hang after data', 1],
    ['drop after data', 1],
  ] as const)
    test(`(${rude}) ends in TryLater within the time limit, and the mail ${taken ? 'may have arrived' : 'surely did not arrive'}`, async () => {
      const server = await rudeServer(rude);
      const failure = await mailerTo(server.url, 400)
        .send(aMail())
        .catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(TryLater);
      expect((failure as TryLater).details.perhaps).toBe(taken ? true : undefined);
      expect(server.taken()).toBe(taken);
    });
});

describe('addresses', () => {
  const refused = [
    'b@x.example\r\nBcc: evil@y.example',
    'a@x.example, b@y.example',
    'a@x.example;b@y.example',
    'Group: a@x.example;',
    'Name <a@x.example>',
    '<a@x.example>',
    'a@x.example\u0000',
    '"a b"@x.example',
    'a@@x.example',
    'a@x.example\nSubject: x',
    `${'a'.repeat(65)}@x.example`,
    `a@${'x.'.repeat(130)}example`,
    'nobody',
    '',
  ];
  for (const address of refused)
    test(`${JSON.stringify(address.slice(0, 40))} is refused, on entry and again before sending`, async () => {
      expect(() => mailAddress(address)).toThrow(WrongUse);
      const server = await serverWith();
      await expect(mailerTo(server.url).send(aMail({ to: address }))).rejects.toBeInstanceOf(GiveUp);
      expect(server.received).toEqual([]);
    });
  for (const [given, address] of [
    ['Reader.One+news@Newsroom.Example', 'Reader.One+news@newsroom.example'],
    [' r@localhost ', 'r@localhost'],
  ] as const)
    test(`"${given}" is taken as ${address}`, () => expect(mailAddress(given)).toBe(address));
  for (const from of ['a@x.example, b@x.example', 'nobody', 'A <a@x.example\r\nBcc: b@y.example>', ''])
    test(`MAIL_FROM ${JSON.stringify(from)} is refused in a sentence`, () =>
      expect(() => parseSender(from)).toThrow(WrongUse));
});

describe('headers', () => {
  for (const subject of HOSTILE)
    test(`the subject ${JSON.stringify(subject)} stays one header`, async () => {
      const server = await serverWith();
      await mailerTo(server.url).send(
        aMail({ subject, headers: { 'List-Unsubscribe': `<https://x.example/${subject}>` } }),
      );
      const read = await PostalMime.parse(server.received[0]?.raw ?? '');
      expect(read.headers.map(({ key }) => key)).not.toContain('bcc');
      expect(read.headers.filter(({ key }) => key === 'subject')).toHaveLength(1);
      expect(server.received[0]?.to).toEqual(['reader@newsroom.example']);
    });
});

describe('the outbox', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(path.join(os.tmpdir(), 'outbox-'));
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));
  const outbox = (folder: string) => makeMailer({ smtpUrl: null, from: FROM, outboxDir: folder, now });

  test('lets old mails go and nothing else; a folder that is not there holds none', async () => {
    const folder = path.join(dir, 'old');
    const mailer = outbox(folder);
    const { providerId } = await mailer.send(aMail());
    await mailer.send(aMail({ messageId: '<another@gradewatch.example>' }));
    await writeFile(path.join(folder, 'notes.txt'), 'mine');
    const old = new Date('2026-10-01T00:00:00Z');
    for (const file of [providerId.slice('outbox:'.length), 'notes.txt'])
      await utimes(path.join(folder, file), old, old);
    expect(await tidyOutbox(folder, new Date('2026-10-02T00:00:00Z'))).toBe(1);
    const left = await readdir(folder);
    expect(left).toHaveLength(2);
    expect(left).toContain('notes.txt');
    expect(await tidyOutbox(path.join(dir, 'missing'), new Date())).toBe(0);
  });

  test('holds each mail once, however often it is sent, readable by its owner only', async () => {
    const folder = path.join(dir, 'a', 'outbox');
    const mailer = outbox(folder);
    const { providerId } = await mailer.send(aMail());
    await mailer.send(aMail());
    await Promise.all([mailer.send(aMail()), mailer.send(aMail({ messageId: '<other@gradewatch.example>' }))]);
    const files = (await readdir(folder)).sort();
    expect(files).toHaveLength(2);
    expect(files.every((name) => name.endsWith('.eml'))).toBe(true);
    expect(providerId).toMatch(/^outbox:s1\.e1\.first\.mail-[0-9a-f]{12}\.eml$/);
    const file = path.join(folder, providerId.slice('outbox:'.length));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const read = await PostalMime.parse(await readFile(file));
    expect(read).toMatchObject({
      subject: 'Northshire: outstanding',
      messageId: '<s1.e1.first.mail@gradewatch.example>',
    });
  });

  test('that cannot be written is TryLater with what to do', async () => {
    const file = path.join(dir, 'a-file');
    await writeFile(file, '');
    const failure = await outbox(path.join(file, 'outbox'))
      .send(aMail())
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TryLater);
    expect((failure as Error).message).toMatch(/cannot write mail to the outbox .*: ENOTDIR; free space or fix/);
  });
});
