import { socketAddress } from '../adapters/local-socket/address.ts';
import { serveCommands } from '../adapters/local-socket/serve.ts';
import { type App, openApp } from '../app.ts';
import { WrongUse } from '../errors.ts';
import { jsonLog } from '../log.ts';
import { runJobs, WORKERS } from '../run-jobs.ts';
import { runToIdle } from '../run-to-idle.ts';
import { HOLD_WORDS, isOnHold } from '../steps/on-hold.ts';
import { tellStopped } from '../steps/tell-stopped.ts';
import { onStop } from '../stop.ts';
import { openSite } from '../web/open-site.ts';
import { knownWords } from './arguments.ts';
import type { AddCommand, Cli } from './cli.ts';
import { untilFree } from './data-folder.ts';
import { makeProgress } from './progress.ts';
import { answerServed } from './served.ts';

interface Options {
  only?: string;
  once?: boolean;
}

export const addStart: AddCommand = (program, cli) => {
  program
    .command('start')
    .option('--only <parts>', `only these parts, separated by commas: ${[...WORKERS, 'web'].join(', ')}`)
    .option('--once', 'poll every due source once, run until nothing is runnable now, print a summary and end')
    .addHelpText(
      'after',
      '\nExample: gradewatch start\nStop it with Ctrl-C; while it runs, every other command works beside it.',
    )
    .action((options: Options) => start(cli, options));
};

async function start(cli: Cli, options: Options): Promise<void> {
  const settings = cli.settings();
  const parts = options.only
    ? knownWords(
        options.only.split(',').map((part) => part.trim()),
        [...WORKERS, 'web'],
        'part',
      )
    : [...WORKERS, 'web'];
  const workers = WORKERS.filter((worker) => parts.includes(worker));
  if (options.once && parts.length === 1 && parts[0] === 'web')
    throw new WrongUse('--once runs jobs; --only web has none');
  const progress = makeProgress(cli.io, settings.logLevel);
  const forPerson = cli.io.interactive || settings.databaseUrl === null;
  const log = forPerson ? progress.log : progress.counting(jsonLog(settings.logLevel));
  const socket = settings.databaseUrl === null ? socketAddress(settings.dataDir) : null;
  if (settings.now)
    cli.say(
      `The clock is set to ${settings.now.at.toISOString()}${settings.now.still ? ' and stands still' : ''} (GRADEWATCH_NOW)`,
    );
  // Whoever takes commands stays; a command that takes none is over in a moment.
  if (socket) await untilFree(settings.dataDir, cli.say);
  let running: App | null = null;
  const app = await openApp(settings, {
    log,
    socket,
    world: null,
    onBroken: (error) => void end(error.message),
  });
  running = app;
  const opened: { close(): Promise<void> }[] = [app];
  try {
    if (socket)
      opened.unshift(await serveCommands(socket, (argv, served) => answerServed(cli, 'start', argv, served, app)));
    const synced = await app.deps.store.syncSources(app.deps.proposals, app.deps.now());
    const site = parts.includes('web') && !options.once ? await openSite(app) : null;
    if (site) opened.unshift(site);
    if (site && settings.port === 0 && settings.publicUrl === null)
      cli.say(
        `Links in mails lead to ${site.address}, a port taken for this run only; set PORT or GRADEWATCH_PUBLIC_URL for links that last.`,
      );
    await progress.opened(app, synced, site?.address ?? null);
    if (await isOnHold(app.deps.store)) cli.say(HOLD_WORDS);
    await runJobs(app, workers, !options.once);
    // Before anybody is told that there is something to stop.
    const stopped = options.once ? null : onStop();
    cli.say(`ready${site ? ` ${site.address}` : ''}`);
    if (options.once) cli.io.stdout(`${progress.summary(await runToIdle(app))}\n`);
    else await stopped;
    if (!options.once) cli.say('Stopping: finishing what is under way …');
  } finally {
    progress.close();
    // What others see goes first, the data last; a start that failed half way lets go of them too.
    for (const each of opened) await each.close();
  }

  async function end(message: string): Promise<never> {
    cli.say(message);
    if (running) await tellStopped(running.deps, message);
    process.exit(1);
  }
}
