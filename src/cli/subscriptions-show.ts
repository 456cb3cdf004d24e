import type { Command } from 'commander';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { counted } from '../core/sending/names.ts';
import { addressShown } from '../core/sending/push-address.ts';
import { criteriaWords } from '../core/sending/route.ts';
import { WrongUse } from '../errors.ts';
import { resend } from '../steps/resend.ts';
import { sendTest } from '../steps/send-test.ts';
import { jsonOption } from './arguments.ts';
import type { Cli } from './cli.ts';
import { showAddress } from './subscriptions-address.ts';
import { keptBackLines } from './subscriptions-kept-back.ts';
import { alertTable, digestTable, endWords, triesTable, whenOf } from './subscriptions-tables.ts';

/** Tries listed, newest first. */
const TRIES = 20;

export function addShow(subscriptions: Command, cli: Cli): void {
  addResend(subscriptions, cli);
  subscriptions
    .command('show <id>')
    .description(
      'one subscription, what it was sent, and the last tries with what came back; of a mail address, all that goes there and what was sent last',
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Both say whether mail there is kept back, or was until an operator lifted that.
Examples: gradewatch subscriptions show ID (ids stand in \`subscriptions list\`)
          gradewatch subscriptions show desk@example.org`,
    )
    .action(async (id: string, options: { json?: boolean }) => {
      const { deps } = await cli.app();
      if (id.includes('@')) return showAddress(cli, id.trim(), options);
      const { secret: _secret, ...stored } = await subscriptionOf(cli, id);
      const one = { ...stored, address: addressShown(stored.channel, stored.address) };
      const alerts = (await deps.store.alertsTo(id)).map(
        ({ eventKey, notice, state, attempts, sentAt, error, waits, nextAttempt, perhapsAt, carriedBy }) => ({
          ...{ eventKey, notice, state, attempts, sentAt, error, perhapsAt, carriedBy },
          ...{ waits, until: state === 'pending' ? nextAttempt : null },
        }),
      );
      const digests = (await deps.store.digestsTo(id)).map(({ nextAttempt, ...digest }) => ({
        ...digest,
        until: digest.state === 'pending' ? nextAttempt : null,
      }));
      const tries = (await deps.store.attemptsTo(id, TRIES)).map(
        ({ at, what, outcome, status, message, nextTry, reference }) => ({
          ...{ at, what, outcome, status, message, nextTry, reference },
        }),
      );
      const kept =
        stored.channel === 'mail' && stored.address ? await deps.store.keptBack(deps.addressKey(stored.address)) : null;
      cli.result(
        { ...one, alerts, digests, tries, ...kept },
        () =>
          [
            `${one.id}: ${one.state}, ${one.channel} to ${one.address ?? 'an address since removed'}, ${whenOf(one)}`,
            `${criteriaWords(one.criteria, deps.names)}\n${endWords(one)}`,
            ...(kept ? keptBackLines(kept) : []),
            ...(alerts.length + digests.length === 0 ? ['Nothing sent yet.'] : []),
            ...(alerts.length > 0 ? [alertTable(alerts, cli.width())] : []),
            ...(digests.length > 0 ? [digestTable(digests, cli.width())] : []),
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

function addResend(subscriptions: Command, cli: Cli): void {
  subscriptions
    .command('resend <ids...>')
    .description('try again what was given up: alerts as their judgements are now, and digests')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
What is given up stands in \`subscriptions show\` (state dead) and on the page for operators. It keeps its Message-ID or
webhook id, is tried over a day as if new, and says what is so now; what was taken back since does not go out.
Example: gradewatch subscriptions resend ID`,
    )
    .action(async (ids: string[], options: { json?: boolean }) => {
      const { deps } = await cli.app();
      const readers = await Promise.all(ids.map((id) => subscriptionOf(cli, id)));
      const over = readers.filter(({ state }) => state !== 'active');
      if (over.length > 0)
        throw new WrongUse(over.map(({ id, state }) => `the subscription "${id}" is ${state}: nothing is sent there`));
      const done = await Promise.all(ids.map(async (id) => ({ subscription: id, ...(await resend(deps, id)) })));
      cli.result(
        done,
        () =>
          done
            .map(
              ({ subscription, alerts, digests }) =>
                `${subscription}: ${counted(alerts, 'alert')} and ${counted(digests, 'digest')} to be tried again`,
            )
            .join('\n'),
        options,
      );
    });
}

async function subscriptionOf(cli: Cli, id: string): Promise<StoredSubscription> {
  const { deps } = await cli.app();
  const one = await deps.store.subscription(id);
  if (!one) throw new WrongUse(`there is no subscription "${id}"; gradewatch subscriptions list names all`);
  return one;
}
