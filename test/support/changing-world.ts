/** A world in which judgements change while their alerts wait: real receivers that take what they are sent, or do not, or do not say. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { expect } from 'vitest';
import { runToIdle } from '../../src/run-to-idle.ts';
import { typed } from './commands.ts';
import { anInstallation, type Installation } from './installation.ts';
import { anArticle, publish } from './told.ts';

/** How receivers behave: take it, surely not take it, or take all of it and give no answer that says so. */
type Mood = 'takes' | 'refuses' | 'unclear' | 'too large';
export const world: { mood: Mood } = { mood: 'takes' };

interface Got {
  id: string;
  subject: string;
  /** All it says: a mail's plain text, a call's body. */
  text: string;
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
      stream.on('end', async () => {
        const { messageId: id = '', subject = '', text = '' } = await PostalMime.parse(Buffer.concat(chunks));
        if (world.mood === 'refuses' || world.mood === 'too large')
          return done(Object.assign(new Error('not now'), { responseCode: 451 }));
        got.push({ id, subject, text, taken: world.mood === 'takes' });
        if (world.mood === 'takes') return done();
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
    const answer = { takes: 204, refuses: 404, unclear: 502, 'too large': 413 }[world.mood];
    if (world.mood === 'takes' || world.mood === 'unclear')
      got.push({
        id: String(request.headers['webhook-id']),
        subject: (call.alerts ?? [call])
          .map(({ type, status, line }) =>
            type.endsWith('.first') || status === 'retracted' ? line : `Correction: ${line}`,
          )
          .join('\n'),
        text: body,
        taken: world.mood === 'takes',
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

export let here: Installation;
export let mail: Awaited<ReturnType<typeof aMailServer>>;
export let hook: Awaited<ReturnType<typeof aHook>>;
let minutes = 0;

/** A new installation with its receivers. @param storm single alerts an hour @param servers settings of back ends, none for embedded */
export async function open(storm: string, servers: Record<string, string> = {}) {
  minutes = 0;
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
export async function close() {
  world.mood = 'takes';
  await here?.close();
  await mail?.close();
  await hook?.close();
}
/** Time goes by, and all that is due is tried. */
export async function pass(more: number) {
  minutes += more;
  const at = new Date(Date.parse('2026-03-18T10:00:00Z') + minutes * 60_000);
  here.app.deps.now = () => at;
  await runToIdle(here.app);
}
/** Receivers take what they are sent again, and all that was late is tried. */
export async function recovers() {
  world.mood = 'takes';
  await pass(60);
  await pass(60);
}
export const asks = async (...words: string[]) =>
  (await typed(here.app, ['subscribe', ...words, '--confirmed', 'a test', '--json'])).json<{ subscription: string }>()
    .subscription;
let revision = 0;
export const judged = (council: string, grade: string) => {
  revision += 1;
  return publish(
    here,
    anArticle({
      ...{ id: council, title: `${council} care rated ${grade}` },
      text: `Edition ${revision}. The Care Quality Commission has rated ${council} Council's adult social care as ${grade}.`,
    }),
  );
};
export const keyOf = async (council: string) =>
  (await here.app.deps.store.events({ authorities: [council.toLowerCase().replaceAll(' ', '-')] }))[0]!.event.key;
export const person = async (what: string, ...words: string[]) => {
  const ran = await typed(here.app, ['events', what, ...words, '--reason', 'a test', '--json']);
  expect(ran.code).toBe(0);
  return ran.json<{ decision: string }>().decision;
};
/** What each receiver got of a council, in order, in short: `Correction: good`; `(good)` where it did not say it took it. */
export const heard = (council: string) =>
  [mail.got, hook.got].map((got) =>
    got
      .flatMap(({ subject, taken }) => subject.split('\n').map((line) => ({ line, taken })))
      .filter(({ line }) => line.includes(`${council}:`) || line.includes(`Retracted: ${council}`))
      .map(({ line, taken }) => {
        const words = line
          .replace(/^\[Sample\] /, '')
          .replace(/^Retracted: .*/, 'Retracted')
          .replace(`${council}: `, '')
          .replace(/ \(.*/, '');
        return taken ? words : `(${words})`;
      }),
  );
export const both = (...lines: string[]) => [lines, lines];
export const states = async (council: string) => {
  const key = await keyOf(council);
  return (await here.app.deps.store.alertsOf([key])).map(({ notice, state }) => `${notice} ${state}`).sort();
};
