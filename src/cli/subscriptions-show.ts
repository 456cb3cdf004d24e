import type { Command } from 'commander';
import type { StoredAttempt } from '../adapters/store/attempts.ts';
import type { StoredAlert } from '../adapters/store/ledger.ts';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { quietWords } from '../core/sending/cadence.ts';
import { addressShown } from '../core/sending/push-address.ts';
import { criteriaWords } from '../core/sending/route.ts';
import { WrongUse } from '../errors.ts';
import { sendTest } from '../steps/send-test.ts';
import { jsonOption } from './arguments.ts';
import type { Cli } from './cli.ts';
import { table } from './table.ts';

/** Tries listed, newest first. */
const TRIES = 20;

export function addShow(subscriptions: Command, cli: Cli): void {
  subscriptions
    .command('show <id>')
    .description('one subscription, what it was sent, and the last tries with what came back')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: gradewatch subscriptions show ID (ids stand in `subscriptions list`)')
    .action(async (id: string, options: { json?: boolean }) => {
      const { deps } = await cli.app();
      const { secret: _secret, ...stored } = await subscriptionOf(cli, id);
      const one = { ...stored, address: addressShown(stored.channel, stored.address) };
      const alerts = (await deps.store.alertsTo(id)).map(({ eventKey, notice, state, attempts, sentAt, error }) => ({
        ...{ eventKey, notice, state, attempts, sentAt, error },
      }));
      const tries = (await deps.store.attemptsTo(id, TRIES)).map(
        ({ at, what, outcome, status, message, nextTry, reference }) => ({
          ...{ at, what, outcome, status, message, nextTry, reference },
        }),
      );
      cli.result(
        { ...one, alerts, tries },
        () =>
          [
            `${one.id}: ${one.state}, ${one.channel} to ${one.address ?? 'an address since removed'}, ${whenOf(one)}`,
            `${criteriaWords(one.criteria, deps.names)}\n${endWords(one)}`,
            alertTable(alerts, cli.width()),
            ...(tries.length > 0 ? [`\nLast tries:\n${triesTable(tries, cli.width())}`] : []),
          ].join('\n'),
        options,
      );
    });
  subscriptions
    .command('test <id>')
    .description('send a message that is no news, as news would be sent, and say what came back')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: gradewatch subscriptions test ID')
    .action(async (id: string, options: { json?: boolean }) => {
      const { deps } = await cli.app();
      const reader = await subscriptionOf(cli, id);
      const tried = await sendTest(deps, reader);
      const { outcome, status, reference } = tried.attempt;
      const answered = status === null ? '' : ` (${status})`;
      cli.result(
        { subscription: id, outcome, status, reference, error: tried.state === 'sent' ? null : tried.error },
        () =>
          tried.state === 'sent'
            ? `The test was taken${answered}; its key is ${reference}`
            : `The test was not taken${answered}: ${tried.error}`,
        options,
      );
      if (tried.state !== 'sent') cli.failed();
    });
}

async function subscriptionOf(cli: Cli, id: string): Promise<StoredSubscription> {
  const { deps } = await cli.app();
  const one = await deps.store.subscription(id);
  if (!one) throw new WrongUse(`there is no subscription "${id}"; gradewatch subscriptions list names all`);
  return one;
}

const alertTable = (
  alerts: Pick<StoredAlert, 'eventKey' | 'notice' | 'state' | 'attempts' | 'error'>[],
  columns: number,
): string =>
  alerts.length === 0
    ? 'Nothing sent yet.'
    : table(
        ['event', 'notice', 'state', 'tries', 'fault'],
        alerts.map((alert) => [alert.eventKey, alert.notice, alert.state, alert.attempts, alert.error]),
        columns,
      );

const triesTable = (
  tries: Pick<StoredAttempt, 'at' | 'what' | 'outcome' | 'status' | 'message' | 'nextTry'>[],
  columns: number,
): string =>
  table(
    ['at', 'what', 'outcome', 'answer', 'next try', 'said'],
    tries.map(({ at, what, outcome, status, message, nextTry }) => [
      ...[at.toISOString(), what, outcome, status],
      ...[nextTry?.toISOString() ?? null, message],
    ]),
    columns,
  );

const whenOf = ({ every, quiet }: Pick<StoredSubscription, 'every' | 'quiet'>): string =>
  quiet ? `${every}, ${quietWords(quiet)}` : every;

const endWords = ({
  endedAt,
  endedReason,
  replacedBy,
}: Pick<StoredSubscription, 'endedAt' | 'endedReason' | 'replacedBy'>): string =>
  endedAt === null
    ? ''
    : `Ended ${endedAt.toISOString().slice(0, 10)}: ${endedReason ?? 'no reason kept'}${replacedBy ? `; ${replacedBy} took its place` : ''}\n`;
