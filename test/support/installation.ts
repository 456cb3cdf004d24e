/** A whole installation in a throw-away folder: real parts, an invented or a measured world, no other service. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, openApp } from '../../src/app.ts';
import type { World } from '../../src/knowledge.ts';
import { runJobs, WORKERS } from '../../src/run-jobs.ts';
import { runToIdle } from '../../src/run-to-idle.ts';
import { readSettings } from '../../src/settings.ts';
import { copyInitialisedDirectory, silent } from './backends.ts';

export interface Installation {
  app: App;
  dataDir: string;
  /** Polls every source now and lets everything that follows run. */
  pollAll(): Promise<void>;
  close(): Promise<void>;
}

/** @param env settings, as a person would set them; the data folder and leave for loopback are added */
export async function anInstallation(
  env: Record<string, string>,
  world: World | null,
  log = silent,
): Promise<Installation> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gradewatch-test-'));
  await copyInitialisedDirectory(dataDir);
  const settings = readSettings({ GRADEWATCH_DATA: dataDir, GRADEWATCH_ALLOW_PRIVATE: '127.0.0.1', ...env });
  const app = await openApp(settings, { log, socket: null, world });
  if (world) await app.deps.store.syncSources(world.proposals, app.deps.now());
  await runJobs(app, WORKERS, false);
  return {
    app,
    dataDir,
    async pollAll() {
      await app.deps.store.pollNow(null, app.deps.now());
      await runToIdle(app);
    },
    async close() {
      await app.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
