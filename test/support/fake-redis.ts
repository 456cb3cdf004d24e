/** A server that answers INFO as told and anything else with OK: a Redis that is too old, or that evicts, without installing one. */
import { createServer } from 'node:net';

export async function fakeRedis(info: Record<string, string>): Promise<{ url: string; close(): Promise<void> }> {
  const text = Object.entries(info)
    .map(([name, value]) => `${name}:${value}\r\n`)
    .join('');
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      // Each command is an array: *N, then its words. Its name is the first word.
      for (const command of chunk
        .toString()
        .split(/^\*\d+\r\n/m)
        .slice(1))
        socket.write(/^\$\d+\r\ninfo\r\n/i.test(command) ? `$${text.length}\r\n${text}\r\n` : '+OK\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `redis://:secret@127.0.0.1:${address.port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
