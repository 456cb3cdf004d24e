/** A scripted HTTP server on loopback that keeps a ledger of what it was asked and can misbehave in named ways. */
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';

export interface Reply {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string | Uint8Array;
  /** Before the status line. */
  delayMs?: number;
  /** One byte at a time. */
  dripMs?: number;
  /** The socket is destroyed after this many bytes of the body. */
  cutAfter?: number;
  /** Nothing is ever answered. */
  hang?: boolean;
}

interface Asked {
  method: string;
  path: string;
  headers: http.IncomingHttpHeaders;
  body: string;
  /** Milliseconds, monotonic. */
  at: number;
}

export type Script = Record<string, Reply | ((asked: Asked, nth: number) => Reply)>;

export interface FaultServer {
  origin: string;
  port: number;
  asked: Asked[];
  connections: number;
  mostInFlight: number;
  /** Paths asked, in order. */
  paths(): string[];
  close(): Promise<void>;
}

function answer(response: http.ServerResponse, reply: Reply): void {
  if (reply.hang) return;
  const body = Buffer.from(reply.body ?? '');
  const headers: Record<string, string | string[]> = { ...reply.headers };
  if (reply.cutAfter !== undefined) headers['content-length'] = String(body.length);
  response.writeHead(reply.status ?? 200, headers);
  if (reply.cutAfter !== undefined) {
    response.write(body.subarray(0, reply.cutAfter), () => response.socket?.destroy());
  } else if (reply.dripMs !== undefined) {
    let sent = 0;
    const timer = setInterval(() => {
      if (sent >= body.length || response.destroyed) {
        clearInterval(timer);
        response.end();
      } else response.write(body.subarray(sent, ++sent));
    }, reply.dripMs);
  } else response.end(body);
}

/** @param script replies by path without the query; `*` answers the rest, 404 where there is none */
export async function faultServer(
  script: Script,
  options: { host?: string; tls?: { key: string; cert: string } } = {},
): Promise<FaultServer> {
  const counts = new Map<string, number>();
  let inFlight = 0;
  const ledger: Pick<FaultServer, 'asked' | 'connections' | 'mostInFlight'> = {
    asked: [],
    connections: 0,
    mostInFlight: 0,
  };
  const handle: http.RequestListener = (request, response) => {
    inFlight += 1;
    ledger.mostInFlight = Math.max(ledger.mostInFlight, inFlight);
    response.on('close', () => {
      inFlight -= 1;
    });
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const asked: Asked = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
        at: performance.now(),
      };
      ledger.asked.push(asked);
      const path = asked.path.split('?')[0]!;
      const nth = (counts.get(path) ?? 0) + 1;
      counts.set(path, nth);
      const entry = script[path] ?? script['*'] ?? { status: 404 };
      const reply = typeof entry === 'function' ? entry(asked, nth) : entry;
      if (reply.delayMs) setTimeout(() => answer(response, reply), reply.delayMs);
      else answer(response, reply);
    });
  };
  const server = options.tls
    ? https.createServer({ ...options.tls }, handle)
    : http.createServer({ maxHeaderSize: 65_536 }, handle);
  server.on('connection', () => {
    ledger.connections += 1;
  });
  server.on('tlsClientError', () => {});
  await new Promise<void>((ready) => server.listen(0, options.host ?? '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const host = options.host?.includes(':') ? `[${options.host}]` : (options.host ?? '127.0.0.1');
  return Object.assign(ledger, {
    origin: `${options.tls ? 'https' : 'http'}://${host}:${port}`,
    port,
    paths: () => ledger.asked.map(({ path }) => path),
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  });
}
