import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { socketAddress } from '../../src/adapters/local-socket/address.ts';
import { type ClientIo, sendCommand } from '../../src/adapters/local-socket/send.ts';
import { type CommandServer, type ServedIo, serveCommands } from '../../src/adapters/local-socket/serve.ts';
import { giveUp } from '../../src/errors.ts';

let folder: string;
let address: string;
let server: CommandServer | null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gw-'));
  address = socketAddress(folder);
  server = null;
});
afterEach(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

const serve = async (run: (argv: string[], io: ServedIo) => Promise<number>) => {
  server = await serveCommands(address, run);
};

function aTerminal(over: Partial<ClientIo> = {}) {
  const seen = { stdout: Buffer.alloc(0), stderr: Buffer.alloc(0) };
  const io: ClientIo = {
    cwd: '/somewhere',
    stdin: null,
    columns: 80,
    isTty: true,
    settings: {},
    stdout: (bytes) => {
      seen.stdout = Buffer.concat([seen.stdout, bytes]);
    },
    stderr: (bytes) => {
      seen.stderr = Buffer.concat([seen.stderr, bytes]);
    },
    ...over,
  };
  return { io, seen };
}

test('a command runs in the other process as if it had been typed there', async () => {
  await serve(async (argv, io) => {
    await io.stdout(`${argv.join(' ')} in ${io.cwd}, ${io.columns} wide, terminal ${io.isTty}\n`);
    await io.stderr('a warning\n');
    return 3;
  });
  const { io, seen } = aTerminal();
  expect(await sendCommand(address, ['events', 'list'], io)).toBe(3);
  expect(seen.stdout.toString()).toBe('events list in /somewhere, 80 wide, terminal true\n');
  expect(seen.stderr.toString()).toBe('a warning\n');
});

test('bytes pass unchanged in both directions, long ones too', async () => {
  await serve(async (_, io) => {
    await io.stdout(io.stdin!);
    return 0;
  });
  const bytes = Buffer.alloc(5_000_000, 'é\u0000\n');
  const { io, seen } = aTerminal({ stdin: bytes });
  expect(await sendCommand(address, ['ingest'], io)).toBe(0);
  expect(seen.stdout.equals(bytes)).toBe(true);
});

test('many commands run at once', async () => {
  let running = 0;
  let most = 0;
  await serve(async (argv, io) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 100));
    running--;
    await io.stdout(argv[0]!);
    return Number(argv[0]);
  });
  const codes = await Promise.all(
    Array.from({ length: 20 }, (_, n) => sendCommand(address, [String(n)], aTerminal().io)),
  );
  expect(codes).toEqual(Array.from({ length: 20 }, (_, n) => n));
  expect(most).toBe(20);
});

test('a command that throws ends with exit code 1 and its sentence', async () => {
  await serve(async () => {
    throw giveUp('There is no such event.');
  });
  const { io, seen } = aTerminal();
  expect(await sendCommand(address, ['events', 'show'], io)).toBe(1);
  expect(seen.stderr.toString()).toBe('There is no such event.\n');
});

test('a client that goes away ends its command', async () => {
  let aborted = false;
  await serve(async (_, { signal }) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    aborted = true;
    return 0;
  });
  const socket = connect(address);
  socket.write('{"argv":["start"],"cwd":"/","stdin":null,"columns":0,"isTty":false,"settings":{}}\n');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(aborted).toBe(false);
  socket.destroy();
  await expect.poll(() => aborted).toBe(true);
});

for (const nonsense of [
  'hello\n',
  '{"argv":"start"}\n',
  '{"argv":[],"cwd":"/","stdin":null,"columns":-1,"isTty":true,"settings":{}}\n',
  '[]\n',
])
  test(`what is not a command is refused and nothing runs: ${nonsense.trim()}`, async () => {
    let ran = false;
    await serve(async () => {
      ran = true;
      return 0;
    });
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(address);
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('close', () => resolve(text));
      socket.write(nonsense);
    });
    expect(answer).toContain('{"exit":2}');
    expect(ran).toBe(false);
  });

test('a server that stops in the middle is told apart from a command that ended', async () => {
  await serve(() => new Promise(() => {}));
  const sent = sendCommand(address, ['slow'], aTerminal().io);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await server!.close();
  await expect(sent).rejects.toThrow('ended in the middle of the command');
});

test('a client waits for a server that is still starting, and not for ever', async () => {
  await expect(sendCommand(address, ['x'], aTerminal().io, 200)).rejects.toThrow('does not answer');
  const sent = sendCommand(address, ['x'], aTerminal().io, 5_000);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await serve(async () => 7);
  expect(await sent).toBe(7);
});

test.skipIf(process.platform === 'win32')('the socket is for this user only and gone after closing', async () => {
  await serve(async () => 0);
  expect(statSync(address).mode & 0o777).toBe(0o600);
  await server!.close();
  expect(existsSync(address)).toBe(false);
});

test.skipIf(process.platform === 'win32')('a socket left by a killed process is replaced', async () => {
  const dead = createServer();
  await new Promise<void>((resolve) => dead.listen(`${address}.old`, () => resolve()));
  const { link } = await import('node:fs/promises');
  await link(`${address}.old`, address);
  await new Promise((resolve) => dead.close(resolve));
  await serve(async () => 5);
  expect(await sendCommand(address, [], aTerminal().io)).toBe(5);
});

test.skipIf(process.platform === 'win32')('a file that is no socket is left alone', async () => {
  await writeFile(address, 'mine');
  await expect(serve(async () => 0)).rejects.toThrow('EADDRINUSE');
});

test.skipIf(process.platform === 'win32')(
  'a folder whose path is too long has its socket in the temporary folder',
  () => {
    const long = `/${'x'.repeat(120)}`;
    expect(socketAddress('/data')).toBe('/data/gradewatch.sock');
    expect(socketAddress(long)).toBe(socketAddress(`${long}/`));
    expect(socketAddress(long)).not.toBe(socketAddress(`${long}y`));
    expect(Buffer.byteLength(socketAddress(long))).toBeLessThan(100);
  },
);
