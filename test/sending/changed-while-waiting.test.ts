/** A judgement that changes while its alert waits for another try: receivers that are down, and those that may have taken it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runToIdle } from '../../src/run-to-idle.ts';
import { backends, dropKeysOf } from '../support/backends.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { anArticle, publish } from '../support/told.ts';

/** How receivers behave: take it, surely not take it, or take all of it and give no answer that says so. */
type Mood = 'takes' | 'refuses' | 'unclear';
let mood: Mood = 'takes';

interface Got {
  id: string;
  subject: string;
  /** Whether the receiver said that it took it. */
  taken: boolean;
}

async function aMailServer() {
  const got: Got[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks)
          .toString()
          .replaceAll(/\r\n +/g, ' ');
        const header = (name: string) => new RegExp(`^${name}: (.*)\r$`, 'im').exec(raw)?.[1] ?? '';
        if (mood === 'refuses') return done(Object.assign(new Error('not now'), { responseCode: 451 }));
        got.push({ id: header('message-id'), subject: header('subject'), taken: mood === 'takes' });
        if (mood === 'takes') return done();
        for (const { _socket } of server.connections as Set<{ _socket: { destroy(): void } }>) _socket.destroy();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  return {
    got,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((done) => server.close(done)),
  };
}

type Told = Record<'type' | 'status' | 'line', string>;

async function aHook() {
  const got: Got[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const call = JSON.parse(body) as Told & { alerts?: Told[] };
    const answer = { takes: 204, refuses: 404, unclear: 502 }[mood];
    if (mood !== 'refuses')
      got.push({
        id: String(request.headers['webhook-id']),
        subject: (call.alerts ?? [call])
          .map(
            ({ type: kind, status: is, line: words }) =>
              `${kind.endsWith('.first') ? '' : 'Correction: '}${is === 'retracted' ? 'retracted: ' : ''}${words}`,
          )
          .join('\n'),
        taken: mood === 'takes',
      });
    response.writeHead(answer).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    got,
    url: `http://127.0.0.1:${port}/hook`,
    close: () => new Promise((done) => server.close(done)),
  };
}

let here: Installation;
let mail: Awaited<ReturnType<typeof aMailServer>>;
let hook: Awaited<ReturnType<typeof aHook>>;
let minutes = 0;

async function open(storm: string, servers: Record<string, string> = {}) {
  [mail, hook] = await Promise.all([aMailServer(), aHook()]);
  here = await anInstallation(
    {
      ...{ GRADEWATCH_NOW: '=2026-03-18T10:00:00Z', GRADEWATCH_STORM: storm },
      ...servers,
      ...{ SMTP_URL: mail.url, MAIL_FROM: 'news@gradewatch.example' },
    },
    { folder: 'config/demo', proposals: [] },
  );
  await pass(0);
}
async function close() {
  mood = 'takes';
  await here?.close();
  await mail?.close();
  await hook?.close();
}
/** Time goes by, and all that is due is tried. */
async function pass(more: number) {
  minutes += more;
  const at = new Date(Date.parse('2026-03-18T10:00:00Z') + minutes * 60_000);
  here.app.deps.now = () => at;
  await runToIdle(here.app);
}
const asks = async (...words: string[]) =>
  (await typed(here.app, ['subscribe', ...words, '--confirmed', 'a test', '--json'])).json<{ subscription: string }>()
    .subscription;
let revision = 0;
const judged = (council: string, grade: string) => {
  revision += 1;
  return publish(
    here,
    anArticle({
      ...{ id: council, title: `${council} care rated ${grade}` },
      text: `Edition ${revision}. The Care Quality Commission has rated ${council} Council's adult social care as ${grade}.`,
    }),
  );
};
const keyOf = async (council: string) =>
  (await here.app.deps.store.events({ authorities: [council.toLowerCase().replaceAll(' ', '-')] }))[0]!.event.key;
const person = async (what: string, ...words: string[]) => {
  const ran = await typed(here.app, ['events', what, ...words, '--reason', 'a test', '--json']);
  expect(ran.code).toBe(0);
  return ran.json<{ decision: string }>().decision;
};
/** What each receiver got of a council, in order, in short: `Correction: good`; `(good)` where it did not say it took it. */
const heard = (council: string) =>
  [mail.got, hook.got].map((got) =>
    got
      .flatMap(({ subject, taken }) => subject.split('\n').map((line) => ({ line, taken })))
      .filter(({ line }) => line.includes(`${council}:`))
      .map(({ line, taken }) => {
        const words = line
          .replace(/^\[Sample\] /, '')
          .replace(`${council}: `, '')
          .replace(/ \(.*/, '');
        return taken ? words : `(${words})`;
      }),
  );
const both = (...lines: string[]) => [lines, lines];
const states = async (council: string) => {
  const key = await keyOf(council);
  return (await here.app.deps.store.alertsOf([key])).map(({ notice, state }) => `${notice} ${state}`).sort();
};

for (const backend of backends())
  describe.skipIf(backend.missing)(`on ${backend.name}, a judgement that changes while its alert waits`, () => {
    let opened: Awaited<ReturnType<typeof backend.open>>;
    let servers: Record<string, string> = {};
    beforeAll(async () => {
      opened = await backend.open();
      const { connectionString } = opened.database;
      if (backend.name !== 'embedded' && connectionString)
        servers = {
          GRADEWATCH_SECRET: 'x'.repeat(64),
          DATABASE_URL: connectionString,
          ...(opened.redisUrl ? { REDIS_URL: opened.redisUrl } : {}),
        };
      minutes = 0;
      await open('1000', servers);
      await asks('--email', 'desk@paper.example');
      await asks('--webhook', hook.url);
    }, 120_000);
    afterAll(async () => {
      await close();
      await dropKeysOf(servers);
      await opened.close();
    });

    test('is told once and right to whoever surely was not told before: no correction of what nobody read', async () => {
      mood = 'refuses';
      await judged('Wading', 'inadequate');
      await pass(1);
      await judged('Wading', 'good');
      await pass(1);
      mood = 'takes';
      await pass(60);
      await pass(60);
      expect(heard('Wading')).toEqual(both('good'));
      expect(await states('Wading')).toEqual(['first sent', 'first sent']);
    });

    test('twice, is told once as it is in the end', async () => {
      mood = 'refuses';
      await judged('Kelbury', 'inadequate');
      await pass(1);
      await judged('Kelbury', 'good');
      await pass(6);
      await judged('Kelbury', 'outstanding');
      mood = 'takes';
      await pass(60);
      await pass(60);
      expect(heard('Kelbury')).toEqual(both('outstanding'));
    });

    test('and may have arrived, is corrected and never told again as it was', async () => {
      mood = 'unclear';
      await judged('Southshire', 'inadequate');
      await pass(1);
      await judged('Southshire', 'good');
      mood = 'takes';
      await pass(60);
      await pass(60);
      expect(heard('Southshire')).toEqual(both('(inadequate)', 'Correction: good'));
    });

    test('not, and may have arrived, is sent again as the same message', async () => {
      mood = 'unclear';
      await judged('Northshire', 'good');
      await pass(1);
      mood = 'takes';
      await pass(60);
      await pass(60);
      expect(heard('Northshire')).toEqual(both('(good)', 'good'));
      for (const { got } of [mail, hook]) {
        const ids = got.filter(({ subject }) => subject.includes('Northshire')).map(({ id }) => id);
        expect(new Set(ids).size).toBe(1);
      }
    });

    test('and is retracted is told to nobody who surely was not told; once that is undone it is news', async () => {
      mood = 'refuses';
      await judged('Eastborough', 'good');
      await pass(1);
      const decision = await person('retract', await keyOf('Eastborough'));
      mood = 'takes';
      await pass(60);
      await pass(60);
      expect(heard('Eastborough')).toEqual(both());
      expect(await states('Eastborough')).toEqual(['first dropped', 'first dropped']);
      await person('undo', decision);
      await pass(60);
      expect(heard('Eastborough')).toEqual(both('good'));
    });

    test('and is retracted is retracted to whoever may have been told', async () => {
      mood = 'unclear';
      await judged('Brackenshire', 'good');
      await pass(1);
      await person('retract', await keyOf('Brackenshire'));
      mood = 'takes';
      await pass(60);
      await pass(60);
      expect(heard('Brackenshire')).toEqual(both('(good)', 'Correction: retracted: good'));
    });

    test('and back again before anybody was told of it goes out again as it was', async () => {
      mood = 'unclear';
      await judged('Averfordshire', 'good');
      await pass(1);
      const decision = await person('retract', await keyOf('Averfordshire'));
      mood = 'refuses';
      await pass(6);
      await person('undo', decision);
      mood = 'takes';
      await pass(60);
      await pass(60);
      expect(heard('Averfordshire')).toEqual(both('(good)', 'good'));
    });

    test('once more, while the correction waits: the correction says what is so now, once', async () => {
      await judged('Thornfield', 'inadequate');
      await pass(1);
      mood = 'refuses';
      await judged('Thornfield', 'good');
      await pass(1);
      await judged('Thornfield', 'outstanding');
      await pass(1);
      mood = 'takes';
      await pass(60);
      await pass(60);
      expect(heard('Thornfield')).toEqual(both('inadequate', 'Correction: outstanding'));
    });

    test('back again, while a correction that may have arrived waits: that is corrected too', async () => {
      await judged('Haverfordshire', 'inadequate');
      await pass(1);
      mood = 'unclear';
      await judged('Haverfordshire', 'good');
      await pass(1);
      await judged('Haverfordshire', 'inadequate');
      mood = 'takes';
      await pass(60);
      await pass(60);
      expect(heard('Haverfordshire')).toEqual(both('inadequate', '(Correction: good)', 'Correction: inadequate'));
    });

    test('and was given up is no alert that reached nobody, once it is held or retracted', async () => {
      mood = 'refuses';
      await judged('North Oldmere', 'good');
      await pass(1);
      for (let hour = 0; hour < 36; hour += 1) await pass(60);
      mood = 'takes';
      expect(await states('North Oldmere')).toEqual(['first dead', 'first dead']);
      const { store, now } = here.app.deps;
      const missed = async () => {
        const ago = (hours: number) => new Date(now().getTime() - hours * 3_600_000);
        return (await store.undelivered(ago(48), ago(1)))?.eventKey ?? null;
      };
      const key = await keyOf('North Oldmere');
      expect(await missed()).toBe(key);
      await person('hold', key);
      expect(await missed()).toBeNull();
      await person('release', key);
      expect(await missed()).toBe(key);
      await person('retract', key);
      expect(await missed()).toBeNull();
    });

    test('and whose sender died counts as perhaps told', async () => {
      await judged('Westhampton-on-Sea', 'inadequate');
      const { store } = here.app.deps;
      const ids = (await store.subscriptions()).map(({ id }) => id);
      const dead = new Date(here.app.deps.now().getTime());
      await store.unroutedNotices(10);
      for (const id of ids) await store.claimAlerts(id, dead, 60_000, (alerts) => ({ kind: 'single', alerts }));
      await judged('Westhampton-on-Sea', 'good');
      await pass(60);
      await pass(60);
      expect(heard('Westhampton-on-Sea')).toEqual(both('Correction: good'));
    });
  });

describe('in a summary', () => {
  beforeAll(async () => {
    await open('1');
    await asks('--email', 'desk@paper.example');
    await asks('--webhook', hook.url);
  }, 120_000);
  afterAll(close);

  test('what changed since a summary that surely was not taken is told as it is', async () => {
    mood = 'refuses';
    await judged('Wading', 'inadequate');
    await judged('Kelbury', 'good');
    await pass(1);
    await judged('Wading', 'good');
    mood = 'takes';
    await pass(60);
    await pass(120);
    expect(hook.got.map(({ subject }) => subject.split('\n').sort())).toEqual([
      [expect.stringContaining('Kelbury: good'), expect.stringContaining('Wading: good')],
    ]);
    expect(mail.got.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/2 judgements: (Wading and Kelbury|Kelbury and Wading)/),
    ]);
  });

  test('what changed since one that may have been taken is corrected, and the rest sent as the same summary', async () => {
    for (const { got } of [mail, hook]) got.length = 0;
    mood = 'unclear';
    await judged('Southshire', 'inadequate');
    await judged('Northshire', 'good');
    await pass(60);
    await judged('Southshire', 'good');
    mood = 'takes';
    await pass(60);
    await pass(120);
    expect(heard('Southshire')[1]).toEqual(['(inadequate)', 'Correction: good']);
    expect(heard('Northshire')[1]).toEqual(['(good)', 'good']);
    for (const { got } of [mail, hook]) {
      const summaries = got.filter(({ subject }) => !subject.includes('Correction'));
      expect(summaries).toHaveLength(2);
      expect(new Set(summaries.map(({ id }) => id)).size).toBe(1);
    }
  });
});

describe('in one message a day', () => {
  beforeAll(async () => {
    minutes = 0;
    await open('1000');
    await asks('--email', 'desk@paper.example', '--every', 'day');
    await asks('--webhook', hook.url, '--every', 'day');
  }, 120_000);
  afterAll(close);
  const DAY = 24 * 60;

  test('that was late, what changed before it left is told as it is, and corrected by no later one', async () => {
    await judged('Wading', 'inadequate');
    mood = 'refuses';
    await pass(DAY);
    await judged('Wading', 'good');
    mood = 'takes';
    await pass(60);
    await pass(60);
    await pass(DAY);
    await pass(DAY);
    expect(heard('Wading')).toEqual(both('good'));
  });

  test('that may have arrived, what changed since is left out and corrected the day after', async () => {
    await judged('Kelbury', 'inadequate');
    await judged('Southshire', 'good');
    mood = 'unclear';
    await pass(DAY);
    await judged('Kelbury', 'good');
    mood = 'takes';
    await pass(120);
    await pass(DAY);
    await pass(DAY);
    expect(heard('Kelbury')[1]).toEqual(['(inadequate)', 'Correction: good']);
    expect(heard('Southshire')[1]).toEqual(['(good)', 'good']);
  });

  test('that was late, a correction says what is so when it leaves', async () => {
    await judged('Northshire', 'inadequate');
    await pass(DAY);
    await judged('Northshire', 'good');
    mood = 'refuses';
    await pass(DAY);
    await judged('Northshire', 'outstanding');
    mood = 'takes';
    await pass(60);
    await pass(60);
    await pass(DAY);
    await pass(DAY);
    expect(heard('Northshire')).toEqual(both('inadequate', 'Correction: outstanding'));
  });
});
