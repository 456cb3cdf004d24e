/** Server mode: every kind of worker alone in its own process, several of a kind at once, on servers. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp } from '../../src/app.ts';
import { ANY } from '../../src/core/sending/route.ts';
import type { JudgementEvent } from '../../src/core/types.ts';
import { type DemoServer, serveWorld } from '../../src/demo/serve.ts';
import { demoSources, loadWorld } from '../../src/demo/world.ts';
import { WORKERS } from '../../src/run-jobs.ts';
import { readSettings } from '../../src/settings.ts';
import { subscribe } from '../../src/steps/subscribe.ts';
import { type Backend, backends, dropKeysOf, type OpenBackend, silent } from '../support/backends.ts';
import { type ConfigFolder, configWith } from '../support/config-folder.ts';
import { anInstallation } from '../support/installation.ts';
import { type Running, runProcess } from '../support/processes.ts';
import { aHookReceiver, aMailServer, type HookReceiver, type Inbox } from '../support/receivers.ts';

const world = loadWorld('config/demo');
const servers = backends().filter(({ name }) => name !== 'embedded');

let site: DemoServer;
let config: ConfigFolder;
let embedded: string[];

const told = (events: { event: JudgementEvent }[]) =>
  events.map(({ event }) => `${event.key} ${event.status} ${event.reports.length} reports`).sort();

beforeAll(async () => {
  if (servers.every(({ missing }) => missing !== null)) return;
  site = await serveWorld(world, world.startsAt);
  config = await configWith(demoSources(world, site.origin));
  const here = await anInstallation(
    { GRADEWATCH_NOW: `=${world.startsAt.toISOString()}`, GRADEWATCH_CONFIG: config.path },
    null,
  );
  await here.app.deps.store.syncSources(here.app.deps.proposals, here.app.deps.now());
  await here.pollAll();
  embedded = told(await here.app.deps.store.events({}));
  await here.close();
});
afterAll(async () => {
  await site?.close();
  await config?.remove();
});

/** What every process of one installation is told. */
const settingsOf = (opened: OpenBackend, dataDir: string, more: Record<string, string>): Record<string, string> => ({
  DATABASE_URL: opened.database.connectionString!,
  ...(opened.redisUrl ? { REDIS_URL: opened.redisUrl } : {}),
  GRADEWATCH_DATA: dataDir,
  GRADEWATCH_SECRET: 'a secret of these tests and of nothing else',
  GRADEWATCH_ALLOW_PRIVATE: '127.0.0.1',
  GRADEWATCH_NOW: `=${world.startsAt.toISOString()}`,
  PORT: '0',
  ...more,
});

async function anInstallationOn(backend: Backend, more: Record<string, string>) {
  const opened = await backend.open();
  const dataDir = await mkdtemp(join(tmpdir(), 'gradewatch-workers-'));
  const env = settingsOf(opened, dataDir, more);
  const running: Running[] = [];
  return {
    env,
    start(kind: string): Running {
      const one = runProcess(`workers/${kind}.js`, [], env);
      running.push(one);
      return one;
    },
    async close() {
      for (const one of running) one.kill('SIGKILL');
      await Promise.all(running.map((one) => one.ended()));
      await dropKeysOf(env);
      await opened.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

for (const backend of servers)
  describe.skipIf(backend.missing)(
    `workers on ${backend.name}${backend.missing ? ` (${backend.missing})` : ''}`,
    () => {
      let here: Awaited<ReturnType<typeof anInstallationOn>>;
      let app: Awaited<ReturnType<typeof openApp>>;
      let inbox: Inbox;
      let hook: HookReceiver;
      let workers: Running[];
      let web: Running;
      beforeAll(async () => {
        [inbox, hook] = await Promise.all([aMailServer(), aHookReceiver()]);
        here = await anInstallationOn(backend, {
          GRADEWATCH_CONFIG: config.path,
          GRADEWATCH_STORM: '1000',
          SMTP_URL: inbox.url,
          MAIL_FROM: 'Gradewatch <alerts@gradewatch.example>',
        });
        app = await openApp(readSettings(here.env), { log: silent, socket: null, world: null });
        const asked = { criteria: ANY, every: 'event', note: null, confirmed: 'a test' } as const;
        await subscribe(app.deps, { channel: 'mail', address: 'desk@paper.example', ...asked });
        await subscribe(app.deps, { channel: 'webhook', address: hook.url, ...asked });
        web = here.start('web');
        const twice = backend.name === 'postgres+redis' ? WORKERS : [];
        workers = [...WORKERS, ...twice].map((kind) => here.start(kind));
      }, 120_000);
      afterAll(async () => {
        await app?.close();
        await here?.close();
        await Promise.all([inbox?.close(), hook?.close()]);
      });

      test('each prints one line when it is ready', async () => {
        await Promise.all([web, ...workers].map((worker) => worker.says(/^ready/m, 170_000)));
        for (const worker of [web, ...workers]) expect(worker.stderr().match(/^ready/gm)).toHaveLength(1);
      }, 180_000);

      test('the pages say that they are ready, and hold what the workers found', async () => {
        const [, address] = await web.says(/^ready (http:\S+)$/m);
        const answer = await fetch(`${address}/readyz`);
        expect([answer.status, await answer.text()]).toEqual([200, 'ready\n']);
      });

      test('together they find the same judgements as the embedded mode', async () => {
        await expect
          .poll(async () => told(await app.deps.store.events({})), { timeout: 90_000, interval: 500 })
          .toEqual(embedded);
      }, 100_000);

      test('each alert is sent once to each reader', async () => {
        const { store } = app.deps;
        await expect
          .poll(async () => Object.keys(await store.sentCounts()), { timeout: 60_000, interval: 500 })
          .toEqual(['sent']);
        const sent = (await store.sentCounts()).sent ?? 0;
        expect(sent).toBeGreaterThan(4);
        const ids = [...inbox.mails.map(({ messageId }) => messageId)];
        const calls = hook.calls.map(({ headers }) => headers['webhook-id'] ?? '');
        expect([ids.length + calls.length, new Set([...ids, ...calls]).size]).toEqual([sent, sent]);
      });

      test('told to stop, each ends by itself within seconds, without a fault', async () => {
        for (const worker of [web, ...workers]) worker.kill('SIGTERM');
        const ends = await Promise.all([web, ...workers].map((worker) => worker.ended(20_000)));
        expect(ends.map(({ code }) => code)).toEqual(ends.map(() => 0));
        for (const worker of [web, ...workers])
          expect(worker.stderr()).not.toMatch(/"level":(?:50|60)|Error:|UnhandledPromise/);
      });
    },
  );

const onRedis = servers.at(-1)!;
describe.skipIf(onRedis.missing)(`a worker that hangs${onRedis.missing ? ` (${onRedis.missing})` : ''}`, () => {
  test('waits for its work at the first signal and ends at the second', async () => {
    let asked = () => {};
    const reached = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const silentSite = createServer(() => asked());
    await new Promise<void>((resolve) => silentSite.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(silentSite.address() as AddressInfo).port}`;
    const [one] = demoSources(world, origin);
    const hanging = await configWith([{ ...one!, format: 'rss' }]);
    const here = await anInstallationOn(onRedis, { GRADEWATCH_CONFIG: hanging.path });
    try {
      const [tick, poll] = [here.start('tick'), here.start('poll')];
      await Promise.all([tick.says(/^ready/m), poll.says(/^ready/m), reached]);
      poll.kill('SIGTERM');
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      poll.kill('SIGTERM');
      expect((await poll.ended()).code).toBe(130);
    } finally {
      await here.close();
      await hanging.remove();
      silentSite.closeAllConnections();
      silentSite.close();
    }
  }, 120_000);
});
