import { openApp } from './app.ts';
import { GiveUp, TryLater, WrongUse } from './errors.ts';
import { jsonLog } from './log.ts';
import { runJobs, type Worker } from './run-jobs.ts';
import { readSettings } from './settings.ts';
import { HOLD_WORDS, isOnHold } from './steps/on-hold.ts';
import { onStop } from './stop.ts';
import { openSite } from './web/open-site.ts';

/**
 * One process of server mode: opens the app, takes the jobs of its kinds, prints `ready`, and stops cleanly when told.
 * Faults of settings end it with code 2, faults of the world with code 1, each in one sentence.
 */
export async function runWorker(kinds: (Worker | 'web')[]): Promise<void> {
  try {
    const settings = readSettings();
    if (!settings.databaseUrl)
      throw new WrongUse(
        'Workers run on servers: set DATABASE_URL (and REDIS_URL), or use `gradewatch start`, which needs neither',
      );
    const log = jsonLog(settings.logLevel);
    const app = await openApp(settings, { log, socket: null, world: null });
    const site = kinds.includes('web') ? await openSite(app) : null;
    const workers = kinds.filter((kind): kind is Worker => kind !== 'web');
    if (workers.includes('tick')) await app.deps.store.syncSources(app.deps.proposals, app.deps.now());
    await runJobs(app, workers, true);
    if (await isOnHold(app.deps.store)) process.stderr.write(`${HOLD_WORDS}\n`);
    const stopped = onStop(); // before anybody is told that there is something to stop
    process.stderr.write(`ready${site ? ` ${site.address}` : ''}\n`);
    await stopped;
    await site?.close();
    await app.close();
    process.exit(0);
  } catch (error) {
    if (!(error instanceof WrongUse || error instanceof GiveUp || error instanceof TryLater)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(error instanceof WrongUse ? 2 : 1);
  }
}
