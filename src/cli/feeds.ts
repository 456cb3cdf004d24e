import { Option } from 'commander';
import { DateTime } from 'luxon';
import { sourceHealth } from '../core/health.ts';
import { digestId } from '../core/keys.ts';
import { momentWords } from '../core/sending/names.ts';
import { SOURCE_FORMATS, SOURCE_KINDS, type SourceFormat, type SourceKind } from '../core/types.ts';
import { GiveUp, giveUp, TryLater, WrongUse } from '../errors.ts';
import { pollSource } from '../steps/poll-source.ts';
import { authoritiesNamed, jsonOption } from './arguments.ts';
import type { AddCommand, Cli } from './cli.ts';
import { addFeedsDiscover } from './feeds-discover.ts';
import { addFeedsParse } from './feeds-parse.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

export const addFeeds: AddCommand = (program, cli) => {
  const feeds = program.command('feeds');
  feeds
    .command('list')
    .description('every source with its health')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: gradewatch feeds list --json')
    .action(async (options: { json?: boolean }) => {
      const { deps } = await cli.app();
      const counts = await deps.store.itemCounts();
      const health = (await deps.store.sources()).map((source) => sourceHealth(source, counts.get(source.id) ?? 0));
      const rows = health.map((one) => [
        one.state === 'off' ? one.status : one.state,
        one.error && one.state !== 'off' ? one.error.class : null,
        one.items,
        one.nextDue ? shortMoment(one.nextDue) : null,
        one.id,
        one.name,
      ]);
      cli.result(
        health.map(({ state: _state, ...shown }) => shown),
        () =>
          rows.length === 0
            ? 'No sources. Add one: gradewatch feeds add URL --name NAME'
            : `${table(['state', 'fault', 'items', 'next poll', 'id', 'name'], rows, cli.width())}\n${tallyLine(health)}; gradewatch feeds show ID prints one in full`,
        options,
      );
    });
  feeds
    .command('show <source>')
    .description('one source, its items and last attempts')
    .addOption(jsonOption())
    .action((source: string, options: { json?: boolean }) => show(cli, source, options));
  feeds
    .command('add <url>')
    .description('add a source')
    .requiredOption('--name <name>', 'what to call it')
    .addOption(new Option('--kind <kind>', 'who publishes it').choices(SOURCE_KINDS).default('other'))
    .addOption(
      new Option('--format <format>', 'what it is; unless given, the first poll tells')
        .choices(SOURCE_FORMATS)
        .default('rss'),
    )
    .option('--authority <name>', 'the council whose own source it is')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExample: gradewatch feeds add https://www.example.org/news --name "Example news" --kind council',
    )
    .action((url: string, options: AddOptions) => add(cli, url, options));
  feeds
    .command('remove <source>')
    .description('stop polling a source; a shipped one is paused')
    .action(async (source: string) => {
      const { deps } = await cli.app();
      const found = await find(cli, source);
      await deps.store.removeSource(found.id);
      cli.say(`removed ${found.id}`);
    });
  feeds
    .command('check <source>')
    .description('poll once and explain what came back')
    .addOption(jsonOption())
    .action((source: string, options: { json?: boolean }) => check(cli, source, options));
  addFeedsParse(feeds, cli);
  addFeedsDiscover(feeds, cli);
};

const MOMENT_COLUMNS = 15;

/** `18 Jun, 10:32`, London time: within a table of this year's polls. */
const shortMoment = (moment: Date): string =>
  DateTime.fromJSDate(moment, { zone: 'Europe/London' }).setLocale('en-GB').toFormat('d LLL, HH:mm');

function tallyLine(health: { state: string }[]): string {
  const states = [...new Set(health.map(({ state }) => state))].sort();
  const parts = states.map((state) => `${health.filter((one) => one.state === state).length} ${state}`);
  return `${health.length === 1 ? 'One source' : `${health.length} sources`}: ${parts.join(', ')}`;
}

interface AddOptions {
  name: string;
  kind: SourceKind;
  format: SourceFormat;
  authority?: string;
  json?: boolean;
}

/** @throws GiveUp when no source has this id or address */
async function find(cli: Cli, idOrUrl: string) {
  const { deps } = await cli.app();
  const all = await deps.store.sources();
  const found = all.find(({ id, url, aliases }) => id === idOrUrl || url === idOrUrl || aliases.includes(idOrUrl));
  if (!found) throw giveUp(`there is no source "${idOrUrl}"; gradewatch feeds list names all`);
  return found;
}

async function show(cli: Cli, source: string, options: { json?: boolean }): Promise<void> {
  const { deps } = await cli.app();
  const found = await find(cli, source);
  const items = await deps.store.itemsOf(found.id, 200);
  const attempts = await deps.store.polls(found.id, 20);
  const { state: _state, ...health } = sourceHealth(found, items.length);
  const shown = {
    ...health,
    items: items.map(({ link, gaveUpReason: _reason, ...item }) => ({ ...item, url: link })),
    attempts: attempts.map(({ at, ms, outcome, message, status, items: listed, fresh }) => ({
      at,
      ms,
      outcome,
      message,
      status,
      items: listed,
      fresh,
    })),
  };
  cli.result(
    shown,
    () =>
      [
        `${found.name} (${found.id})\n${found.url}\n${found.kind}, ${found.format}, ${found.status}; ${health.intervalMinutes ? `every ${health.intervalMinutes} minutes: ${health.intervalReason ?? ''}` : 'not yet polled'}`,
        ...health.notes.map(({ message, at }) => `note, ${momentWords(new Date(at))}: ${message}`),
        '\nAttempts, newest first',
        ...attempts.map(({ at, outcome, items: listed, fresh, message }) => {
          const head = `${shortMoment(at).padEnd(MOMENT_COLUMNS)}${outcome}, ${listed} items, ${fresh} new`;
          return message ? `${head}\n${' '.repeat(MOMENT_COLUMNS)}${wrap(message, MOMENT_COLUMNS, cli.width())}` : head;
        }),
        `\nItems, newest first${items.length === 200 ? ' (the last 200)' : ''}`,
        table(
          ['first seen', 'published', 'state', 'title'],
          items.map((one) => [
            shortMoment(one.firstSeen),
            one.published?.toISOString().slice(0, 10) ?? null,
            one.state,
            one.title,
          ]),
          cli.width(),
        ),
      ].join('\n'),
    options,
  );
}

async function add(cli: Cli, url: string, options: AddOptions): Promise<void> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new WrongUse(`"${url}" is not a web address; write it as https://www.example.org/news`);
  const { deps } = await cli.app();
  const [authority = null] = options.authority ? authoritiesNamed([options.authority], deps.rulebook) : [];
  const address = new URL(url).href;
  const id = `added-${digestId('source', address).slice(0, 8)}`;
  const terms =
    options.kind === 'council' || options.kind === 'inspectorate' || options.kind === 'government'
      ? 'text'
      : 'headline-and-link';
  const source = {
    id,
    url: address,
    name: options.name,
    kind: options.kind,
    format: options.format,
    authority,
    status: 'added' as const,
    terms,
    note: null,
  };
  if (!(await deps.store.addSource(source, deps.now())))
    throw giveUp(`${address} is a source already; gradewatch feeds show ${address} prints it`);
  cli.result(source, () => `Added ${id}; it is polled within a minute while gradewatch runs.`, options);
}

async function check(cli: Cli, source: string, options: { json?: boolean }): Promise<void> {
  const { deps } = await cli.app();
  const found = await find(cli, source);
  try {
    const report = await pollSource(deps, { sourceId: found.id });
    if (report.outcome !== 'ok' && report.outcome !== 'unchanged' && report.outcome !== 'not_modified') cli.failed();
    cli.result(
      report,
      () =>
        `${found.name}: ${report.outcome}, ${report.items} items, ${report.fresh} new${report.message ? `\n${report.message}` : ''}`,
      options,
    );
  } catch (error) {
    if (!(error instanceof GiveUp || error instanceof TryLater)) throw error;
    throw giveUp(`${found.name}: ${error.message}`, { cause: error });
  }
}
