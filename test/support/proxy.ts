/** A TCP proxy on the loopback that can cut its connections, refuse new ones, or fall silent in the middle of one. */
import { connect, createServer, type Socket } from 'node:net';

export interface FaultProxy {
  /** The address it was made for, with the proxy's host and port. */
  url: string;
  /** Ends every connection now. */
  cut(): void;
  /** While down, connections are refused as if nothing listened. */
  down(refuse: boolean): void;
  /** While silent, bytes are swallowed both ways and nothing is closed: a half-open connection. */
  silent(swallow: boolean): void;
  close(): Promise<void>;
}

export async function proxyTo(target: string, defaultPort: number): Promise<FaultProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let refusing = false;
  let swallowing = false;
  const server = createServer((near) => {
    if (refusing) return void near.destroy();
    const far = connect(Number(port || defaultPort), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => {
        if (!swallowing) to.write(bytes);
      });
      from.on('error', () => {});
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String(address.port);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    cut,
    down: (refuse) => {
      refusing = refuse;
      if (refuse) cut();
    },
    silent: (swallow) => {
      swallowing = swallow;
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      cut();
      await closed;
    },
  };
}
