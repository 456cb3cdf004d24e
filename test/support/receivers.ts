/** Where alerts arrive in tests: a real mail server and a real webhook receiver on loopback, both with a ledger. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Inbox {
  url: string;
  /** In the order taken. `raw` is empty where bodies are not kept. */
  mails: { to: string[]; raw: string; messageId: string }[];
  close(): Promise<void>;
}

/**
 * @param keep what is kept of each mail: all of it, or who got which message, for runs with many thousands
 * @param refuse reply code and words to a receiver's address; null where it is taken
 */
export async function aMailServer(
  keep: 'all' | 'ids' = 'all',
  refuse: (to: string) => string | null = () => null,
): Promise<Inbox> {
  const mails: Inbox['mails'] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const [code = '', ...words] = refuse(address)?.split(' ') ?? [];
      done(code === '' ? null : Object.assign(new Error(words.join(' ')), { responseCode: Number(code) }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const messageId = /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? '';
        mails.push({ to, raw: keep === 'all' ? raw : '', messageId });
        done();
      });
    },
  });
  server.on('error', () => {}); // a sender that was killed resets its connection
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

export interface HookReceiver {
  url: string;
  calls: { headers: Record<string, string>; body: string }[];
  close(): Promise<void>;
}

/** @param keep as for `aMailServer` */
export async function aHookReceiver(keep: 'all' | 'ids' = 'all'): Promise<HookReceiver> {
  const calls: HookReceiver['calls'] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { 'webhook-id': id = '' } = request.headers as Record<string, string>;
      calls.push(
        keep === 'all'
          ? { headers: request.headers as Record<string, string>, body: Buffer.concat(chunks).toString('utf8') }
          : { headers: { 'webhook-id': id }, body: '' },
      );
      response.end('ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
