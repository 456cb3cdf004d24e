import type { Command } from 'commander';
import { Option } from 'commander';
import { criteriaWords } from '../core/sending/route.ts';
import type { Cadence, Channel, Criteria, Direction } from '../core/types.ts';
import { INSPECTORATES, SERVICES } from '../core/types.ts';
import { giveUp, WrongUse } from '../errors.ts';
import type { Knowledge } from '../steps/deps.ts';
import { subscribe } from '../steps/subscribe.ts';
import { authoritiesNamed, jsonOption, knownWords, repeated } from './arguments.ts';
import type { AddCommand, Cli } from './cli.ts';
import { table } from './table.ts';

interface SubscribeOptions {
  email?: string;
  webhook?: string;
  slack?: string;
  teams?: string;
  authority: string[];
  region: string[];
  inspectorate: string[];
  service: string[];
  grade: string[];
  direction: string[];
  every: Cadence;
  note?: string;
  confirmed?: string;
  json?: boolean;
}

const DIRECTIONS: Direction[] = ['up', 'down', 'same', 'first'];

const criteriaOptions = (command: Command) =>
  command
    .addOption(repeated('--authority <name>', 'slug, name, alias or code; may be repeated'))
    .addOption(repeated('--region <name>', 'may be repeated'))
    .addOption(repeated('--inspectorate <id>', 'may be repeated'))
    .addOption(repeated('--service <id>', 'may be repeated'))
    .addOption(repeated('--grade <id>', 'any headline grade; may be repeated'))
    .addOption(repeated('--direction <way>', 'up, down, same or first; may be repeated'));

export const addSubscriptions: AddCommand = (program, cli) => {
  criteriaOptions(program.command('subscribe'))
    .option('--email <address>', 'send mail there')
    .option('--webhook <url>', 'call this address, signed')
    .option('--slack <url>', 'post to this Slack webhook')
    .option('--teams <url>', 'post to this Teams webhook')
    .addOption(new Option('--every <when>', 'how often').choices(['event', 'day', 'week']).default('event'))
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
  if (!place || given.length > 1) throw new WrongUse('say where to send: one of --email, --webhook, --slack, --teams');
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

/** @throws WrongUse naming every word that is not known */
function criteriaOf(options: SubscribeOptions, { rulebook }: Knowledge): Criteria {
  const faults: string[] = [];
  const gather = <T>(read: () => T[]): T[] => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof WrongUse)) throw error;
      faults.push(...error.faults);
      return [];
    }
  };
  const grades = [...new Set([...rulebook.scales.values()].flatMap((scale) => scale.grades.map(({ id }) => id)))];
  const criteria: Criteria = {
    authorities: gather(() => authoritiesNamed(options.authority, rulebook)),
    regions: gather(() =>
      knownWords(options.region, [...new Set(rulebook.authorities.map(({ region }) => region))], 'region'),
    ),
    inspectorates: gather(() => knownWords(options.inspectorate, INSPECTORATES, 'inspectorate')),
    services: gather(() => knownWords(options.service, SERVICES, 'service')),
    grades: gather(() =>
      knownWords(
        options.grade.map((word) => word.toLowerCase().replaceAll(/[ -]/g, '_')),
        [...grades, 'none'],
        'grade',
      ),
    ),
    directions: gather(() => knownWords(options.direction, DIRECTIONS, 'direction')) as Direction[],
  };
  if (faults.length > 0) throw new WrongUse(faults);
  return criteria;
}
