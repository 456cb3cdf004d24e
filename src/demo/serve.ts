import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { demoSite } from './demo-site.ts';
import type { DemoWorld } from './world.ts';

export interface DemoServer {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  /** Moves the world on: what was scripted for this round appears and changes. */
  showRound(round: number): void;
  close(): Promise<void>;
}

/**
 * Serves the invented world on loopback, answering conditional requests.
 *
 * @param now when the demonstration started: articles are dated from it
 */
export async function serveWorld(world: DemoWorld, now: Date): Promise<DemoServer> {
  let round = 1;
  let origin = '';
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', origin);
    const { status, headers, body } = demoSite(world, now, round, origin, pathname);
    const fresh = status === 200 && headers.etag !== undefined && request.headers['if-none-match'] === headers.etag;
    response.writeHead(fresh ? 304 : status, headers);
    response.end(fresh || request.method === 'HEAD' ? undefined : body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    showRound: (next) => {
      round = next;
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
