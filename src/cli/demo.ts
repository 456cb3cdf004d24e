import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { socketAddress } from '../adapters/local-socket/address.ts';
import { serveCommands } from '../adapters/local-socket/serve.ts';
import { type App, openApp } from '../app.ts';
import { londonWeek } from '../core/dates.ts';
import { digestLetter } from '../core/sending/digest-letter.ts';
import { digestLinks } from '../core/sending/digest-links.ts';
import { eventLine } from '../core/sending/event-words.ts';
import { letterMarkdown, letterText } from '../core/sending/letter.ts';
import { counted, momentWords, publicationIso } from '../core/sending/names.ts';
import { ANY } from '../core/sending/route.ts';
import { type DemoServer, serveWorld } from '../demo/serve.ts';
import { type DemoWorld, demoSources, loadWorld } from '../demo/world.ts';
import { configFolder } from '../knowledge.ts';
import { runJobs, WORKERS } from '../run-jobs.ts';
import { runToIdle } from '../run-to-idle.ts';
import type { Settings } from '../settings.ts';
import { gatherWeek } from '../steps/gather-week.ts';
import { alertLetterOf } from '../steps/letters.ts';
import { subscribe } from '../steps/subscribe.ts';
import { onStop } from '../stop.ts';
import { openSite } from '../web/open-site.ts';
import type { AddCommand, Cli } from './cli.ts';
import { makeProgress } from './progress.ts';
import { answerServed } from './served.ts';
import { wrap } from './wrap.ts';

export const addDemo: AddCommand = (program, cli) => {
  program
    .command('demo')
    .option('--once', 'show it and end')
    .addHelpText(
      'after',
      '\nExample: gradewatch demo\nWhile it runs, other commands work on its data with GRADEWATCH_DATA set to the folder it names.',
    )
    .action((options: { once?: boolean }) => demo(cli, options.once === true));
};

async function demo(cli: Cli, once: boolean): Promise<void> {
  const folder = path.join(configFolder(cli.settings()), 'demo');
  const world = loadWorld(folder);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'gradewatch-demo-'));
  const server = await serveWorld(world, world.startsAt);
  try {
    await show(cli, { world, folder, server, dataDir, once });
  } finally {
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Stage {
  world: DemoWorld;
  folder: string;
  server: DemoServer;
  dataDir: string;
  once: boolean;
}

/** A throw-away, embedded installation that may fetch from loopback only and whose clock starts in the world's own time. */
const demoSettings = (settings: Settings, { world, dataDir, once }: Stage): Settings => ({
  ...settings,
  databaseUrl: null,
  redisUrl: null,
  smtpUrl: null,
  secret: null,
  publicUrl: null,
  dataDir,
  port: once ? 0 : settings.port,
  allowPrivate: ['127.0.0.1'],
  now: { at: world.startsAt, still: false },
});

async function show(cli: Cli, stage: Stage): Promise<void> {
  const { world, folder, server, dataDir, once } = stage;
  const settings = demoSettings(cli.settings(), stage);
  const progress = makeProgress(cli.io, settings.logLevel);
  const proposals = demoSources(world, server.origin);
  cli.say(
    `Sample: everything here is invented. ${world.sites.length} sites are served on ${server.origin}; the clock starts at ${momentWords(world.startsAt)}, London time.`,
  );
  const socket = once ? null : socketAddress(dataDir);
  const app = await openApp(settings, { log: progress.log, socket, world: { folder, proposals } });
  const { deps } = app;
  await deps.store.syncSources(proposals, deps.now());
  const site = await openSite(app);
  const commands = socket
    ? await serveCommands(socket, (argv, served) => answerServed(cli, 'demo', argv, served, app))
    : null;
  try {
    const [northshire] = deps.rulebook.authorities;
    const journalist = await subscribe(deps, {
      channel: 'mail',
      address: 'journalist@example.org',
      criteria: { ...ANY, authorities: northshire ? [northshire.slug] : [] },
      every: 'event',
      note: null,
      confirmed: 'demonstration',
    });
    const analyst = await subscribe(deps, {
      channel: 'mail',
      address: 'analyst@example.org',
      criteria: ANY,
      every: 'event',
      note: 'everything',
      confirmed: 'demonstration',
    });
    await runJobs(app, WORKERS, false);
    for (let round = 1; round <= world.rounds; round++) {
      cli.say(
        round === 1
          ? '\nFirst round: the sites are polled'
          : `\nRound ${round}: the sites have published, edited and copied; they are polled again`,
      );
      server.showRound(round);
      await deps.store.pollNow(null, deps.now());
      await runToIdle(app);
    }
    progress.close();
    await report(cli, app, [journalist.subscription, analyst.subscription]);
    if (!once) {
      cli.say(`\nPages: ${site.address}`);
      cli.say(`Commands: GRADEWATCH_DATA=${dataDir} npx gradewatch events list`);
      cli.say('ready\nCtrl-C stops the demonstration and removes its data.');
      await onStop();
    }
  } finally {
    progress.close();
    await commands?.close();
    await site.close();
    await app.close();
  }
}

async function report(cli: Cli, { deps }: App, readers: string[]): Promise<void> {
  const { store, names, now } = deps;
  const out = (text: string) => cli.io.stdout(`${text}\n`);
  const events = (await store.events({})).map(({ event }) => event);
  out(`\nJudgements (sample)\n`);
  for (const event of events)
    out(
      `  ${(publicationIso(event) ?? 'no date').padEnd(10)}  ${wrap(`${eventLine(event, names)}; ${counted(event.reports.length, 'report')}, ${event.status}`, 14, cli.width())}`,
    );
  for (const id of readers) {
    const reader = await store.subscription(id);
    const alerts = await store.alertsTo(id);
    const sent = alerts.filter(({ state }) => state === 'sent').length;
    const waiting = alerts.filter(({ state, waits }) => state === 'pending' && waits === 'storm').length;
    const later =
      waiting > 0
        ? `; ${waiting} more in an hour: ${deps.policy.storm} single alerts an hour and a summary are the most`
        : '';
    out(`\n${counted(sent, 'alert')} to ${reader?.address} (sample)${later}`);
  }
  const [first] = await store.alertsTo(readers[0] ?? '');
  const reader = first && (await store.subscription(first.subscriptionId));
  if (first && reader) out(`\n${indent(letterText(await alertLetterOf(deps, reader, first)))}`);
  const week = londonWeek(now());
  const digest = await gatherWeek(deps, { week, asKnown: 'now', criteria: null });
  const links = digestLinks(deps.policy.publicUrl, { week, asKnown: 'now', authorities: [] });
  out(`\nThe week’s digest (sample)\n\n${letterMarkdown(digestLetter(digest, names, links))}`);
}

const indent = (text: string) => text.replaceAll(/^/gm, '  | ');
