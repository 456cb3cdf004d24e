import { Option } from 'commander';
import { addDays, londonDay } from '../core/dates.ts';
import { dryRun } from '../core/sending/dry-run.ts';
import { criteriaWords } from '../core/sending/route.ts';
import type { Cadence, Channel } from '../core/types.ts';
import { giveUp, WrongUse } from '../errors.ts';
import { subscribe, subscribeAll } from '../steps/subscribe.ts';
import { jsonOption, readInput } from './arguments.ts';
import type { AddCommand, Cli } from './cli.ts';
import { type CriteriaWords, criteriaOf, criteriaOptions } from './criteria.ts';
import { fitsFile, subscriptionsCsv, subscriptionsRead } from './subscriptions-file.ts';
import { table } from './table.ts';

/** Days a dry run looks back. */
const DRY_RUN_DAYS = 90;

interface SubscribeOptions extends CriteriaWords {
  email?: string;
  webhook?: string;
  slack?: string;
  teams?: string;
  every: Cadence;
  note?: string;
  confirmed?: string;
  json?: boolean;
}

const everyOption = () => new Option('--every <when>', 'how often').choices(['event', 'day', 'week']).default('event');

export const addSubscriptions: AddCommand = (program, cli) => {
  criteriaOptions(program.command('subscribe'))
    .option('--email <address>', 'send mail there')
    .option('--webhook <url>', 'call this address, signed')
    .option('--slack <url>', 'post to this Slack webhook')
    .option('--teams <url>', 'post to this Teams webhook')
    .addOption(everyOption())
    .option('--note <text>', 'shown in what is sent')
    .option('--confirmed <reason>', 'you vouch for the reader’s consent; without it a confirmation is sent first')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExample: gradewatch subscribe --email desk@example.org --authority bexley --confirmed "asked by telephone"',
    )
    .action((options: SubscribeOptions) => add(cli, options));

  const subscriptions = program.command('subscriptions');
  subscriptions
    .command('list')
    .description('all subscriptions, ended ones too')
    .addOption(jsonOption())
    .action(async (options: { json?: boolean }) => {
      const { deps } = await cli.app();
      const all = await deps.store.subscriptions();
      const shown = all.map(({ id, channel, address, criteria, every, state, since, endedAt, endedReason }) => ({
        id,
        channel,
        address,
        criteria,
        every,
        state,
        since,
        endedAt,
        endedReason,
      }));
      const rows = all.map((one) => [
        one.id,
        one.state,
        one.channel,
        one.address,
        one.every,
        criteriaWords(one.criteria, deps.names),
      ]);
      cli.result(
        shown,
        () =>
          rows.length === 0
            ? 'No subscriptions.'
            : table(['id', 'state', 'channel', 'address', 'every', 'asks for'], rows, cli.io.columns),
        options,
      );
    });
  subscriptions
    .command('show <id>')
    .description('one subscription and what it was sent')
    .addOption(jsonOption())
    .action(async (id: string, options: { json?: boolean }) => {
      const { deps } = await cli.app();
      const one = await deps.store.subscription(id);
      if (!one) throw giveUp(`there is no subscription "${id}"; gradewatch subscriptions list names all`);
      const alerts = (await deps.store.alertsTo(id)).map(({ eventKey, notice, state, attempts, sentAt, error }) => ({
        eventKey,
        notice,
        state,
        attempts,
        sentAt,
        error,
      }));
      const { secret: _secret, ...shown } = one;
      cli.result(
        { ...shown, alerts },
        () =>
          `${one.id}: ${one.state}, ${one.channel} to ${one.address ?? 'an address since removed'}, ${criteriaWords(one.criteria, deps.names)}\n${
            alerts.length === 0
              ? 'Nothing sent yet.'
              : table(
                  ['event', 'notice', 'state', 'tries', 'fault'],
                  alerts.map((alert) => [alert.eventKey, alert.notice, alert.state, alert.attempts, alert.error]),
                  cli.io.columns,
                )
          }`,
        options,
      );
    });
  criteriaOptions(
    subscriptions
      .command('dry-run [id]')
      .description('what the last 90 days would have sent, to a subscription there is or one described'),
  )
    .addOption(everyOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: gradewatch subscriptions dry-run --region London --grade inadequate')
    .action((id: string | undefined, options: SubscribeOptions) => showDryRun(cli, id, options));
  subscriptions
    .command('import <file>')
    .description('add a list of subscriptions from a CSV file, all or none')
    .option('--confirmed <reason>', 'you vouch for the readers’ consent; without it confirmations are sent first')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nColumns: channel,address,authority,region,inspectorate,service,grade,direction,every,note\nSeveral values in a cell are separated by |, an empty cell means any.\nExample: gradewatch subscriptions import desk.csv --confirmed "list of the news desk, 3 March"',
    )
    .action((file: string, options: { confirmed?: string; json?: boolean }) => importFile(cli, file, options));
  subscriptions
    .command('export')
    .description('print running subscriptions in the columns import reads')
    .action(async () => {
      const { deps } = await cli.app();
      const all = await deps.store.subscriptions();
      cli.io.stdout(subscriptionsCsv(all));
      const left = all.filter(({ state, criteria }) => state !== 'ended' && !fitsFile(criteria)).length;
      if (left > 0) cli.say(`${left} left out: their combinations have no columns in this file`);
    });
  subscriptions
    .command('end <id>')
    .description('end a subscription; it is kept with its reason')
    .requiredOption('--reason <text>', 'why')
    .action(async (id: string, options: { reason: string }) => {
      const { deps } = await cli.app();
      if (!(await deps.store.endSubscription(id, options.reason, deps.now())))
        throw giveUp(`there is no running subscription "${id}"; gradewatch subscriptions list names all`);
      cli.say(`ended ${id}`);
    });
};

async function add(cli: Cli, options: SubscribeOptions): Promise<void> {
  const places: [Channel, string | undefined][] = [
    ['mail', options.email],
    ['webhook', options.webhook],
    ['slack', options.slack],
    ['teams', options.teams],
  ];
  const given = places.filter((place): place is [Channel, string] => place[1] !== undefined);
  const [place] = given;
  if (!place || given.length > 1)
    throw new WrongUse(
      given.length > 1
        ? 'one place a subscription: give only one of --email, --webhook, --slack, --teams'
        : 'say where to send: one of --email, --webhook, --slack, --teams',
    );
  const { deps } = await cli.app();
  const [channel, address] = place;
  const done = await subscribe(deps, {
    ...{ channel, address, every: options.every },
    criteria: criteriaOf(options, deps),
    note: options.note ?? null,
    confirmed: options.confirmed ?? null,
  });
  cli.result(
    done,
    () =>
      done.state === 'pending'
        ? `A confirmation was sent to ${address}; alerts begin when it is answered. (${done.subscription})`
        : `Active: ${done.subscription}${done.secret ? `\nSecret for checking signatures, shown this once: ${done.secret}` : ''}`,
    options,
  );
}

async function showDryRun(cli: Cli, id: string | undefined, options: SubscribeOptions): Promise<void> {
  const { deps } = await cli.app();
  const until = addDays(londonDay(deps.now()), 1);
  const range = { from: addDays(until, -DRY_RUN_DAYS), until };
  const asked =
    id === undefined
      ? { criteria: criteriaOf(options, deps), every: options.every }
      : await deps.store.subscription(id);
  if (!asked) throw giveUp(`there is no subscription "${id}"; gradewatch subscriptions list names all`);
  const stored = await deps.store.events({ since: range.from, until: range.until });
  const events = stored.map(({ event }) => event);
  const found = dryRun(asked, events, range, deps.policy.storm, deps.names);
  cli.result(
    found,
    () =>
      [
        `${criteriaWords(asked.criteria, deps.names)}: ${found.matched} judgements in ${DRY_RUN_DAYS} days, ${found.messages} messages, about ${found.perWeek} a week.`,
        ...found.events.map(({ day, line }) => `${day}  ${line}`),
      ].join('\n'),
    options,
  );
}

async function importFile(cli: Cli, file: string, options: { confirmed?: string; json?: boolean }): Promise<void> {
  const bytes = readInput(cli.io, file);
  const { deps } = await cli.app();
  const asked = subscriptionsRead(bytes.toString('utf8'), file, deps, options.confirmed ?? null);
  const done = await subscribeAll(deps, asked);
  const count = (state: string) => done.filter((one) => one.state === state).length;
  cli.result(
    done,
    () =>
      [
        `${done.length} subscriptions: ${count('active')} active, ${count('pending')} waiting for confirmation.`,
        ...done.flatMap(({ subscription, secret }) =>
          secret ? [`${subscription} secret, shown this once: ${secret}`] : [],
        ),
      ].join('\n'),
    options,
  );
  const faults = done.flatMap(({ subscription, fault }) => (fault ? [`${subscription}: ${fault}`] : []));
  for (const fault of faults) cli.say(fault);
  if (faults.length > 0) cli.failed();
}
