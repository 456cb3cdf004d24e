import type { Command } from 'commander';
import type { StoredAttempt } from '../adapters/store/attempts.ts';
import type { ShownDigest } from '../adapters/store/digests.ts';
import type { StoredAlert } from '../adapters/store/ledger.ts';
import type { StoredSubscription } from '../adapters/store/store.ts';
import { quietWords } from '../core/sending/cadence.ts';
import { endedWords } from '../core/sending/ended.ts';
import { counted } from '../core/sending/names.ts';
import { addressShown } from '../core/sending/push-address.ts';
import { criteriaWords } from '../core/sending/route.ts';
import { WrongUse } from '../errors.ts';
import { resend } from '../steps/resend.ts';
import { sendTest } from '../steps/send-test.ts';
import { jsonOption } from './arguments.ts';
import type { Cli } from './cli.ts';
import { table } from './table.ts';

/** Tries listed, newest first. */
const TRIES = 20;

export function addShow(subscriptions: Command, cli: Cli): void {
  addResend(subscriptions, cli);
  subscriptions
    .command('show <id>')
    .description('one subscription, what it was sent, and the last tries with what came back')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: gradewatch subscriptions show ID (ids stand in `subscriptions list`)')
    .action(async (id: string, options: { json?: boolean }) => {
      const { deps } = await cli.app();
      const { secret: _secret, ...stored } = await subscriptionOf(cli, id);
      const one = { ...stored, address: addressShown(stored.channel, stored.address) };
      const alerts = (await deps.store.alertsTo(id)).map(
        ({ eventKey, notice, state, attempts, sentAt, error, waits, nextAttempt, perhapsAt }) => ({
          ...{ eventKey, notice, state, attempts, sentAt, error, perhapsAt },
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
      cli.result(
        { ...one, alerts, digests, tries },
        () =>
          [
            `${one.id}: ${one.state}, ${one.channel} to ${one.address ?? 'an address since removed'}, ${whenOf(one)}`,
            `${criteriaWords(one.criteria, deps.names)}\n${endWords(one)}`,
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

type Shown = Pick<StoredAlert, 'eventKey' | 'notice' | 'state' | 'attempts' | 'error' | 'waits' | 'perhapsAt'> & {
  until: Date | null;
};

const alertTable = (alerts: Shown[], columns: number): string =>
  table(
    ['event', 'notice', 'state', 'tries', 'not before', 'why'],
    alerts.map((alert) => [
      ...[alert.eventKey, alert.notice, alert.state, alert.attempts],
      ...[alert.until?.toISOString() ?? null, whyOf(alert)],
    ]),
    columns,
  );

const digestTable = (digests: (Omit<ShownDigest, 'nextAttempt'> & Pick<Shown, 'until'>)[], columns: number): string =>
  table(
    ['week or day', 'state', 'tries', 'not before', 'why'],
    digests.map((digest) => [
      ...[digest.period, digest.state, digest.attempts],
      ...[digest.until?.toISOString() ?? null, whyOf({ ...digest, waits: null })],
    ]),
    columns,
  );

const WAITS: Record<NonNullable<StoredAlert['waits']>, string> = {
  storm: 'many came within the hour: it is told with others in one message',
  quiet: 'the quiet hours of the subscription',
  held: 'a person holds its judgement: `events release` lets it go',
  review: 'its judgement waits for a person to rule on its reports',
};

/** Why it waits, or what came back last and when it is tried again. */
function whyOf({
  state,
  waits,
  error,
  until,
  perhapsAt,
}: Pick<Shown, 'state' | 'waits' | 'error' | 'until' | 'perhapsAt'>): string | null {
  const waiting = state === 'pending' || state === 'held' ? waits : null;
  const why = [
    ...(waiting ? [WAITS[waiting]] : []),
    ...(error === null ? [] : [error]),
    ...(error !== null && until && !waiting ? [`next try ${until.toISOString()}`] : []),
    ...(perhapsAt && state !== 'sent' ? ['it may have arrived all the same'] : []),
  ];
  return why.length === 0 ? null : why.join('; ');
}

const triesTable = (
  tries: Pick<StoredAttempt, 'at' | 'what' | 'reference' | 'outcome' | 'status' | 'message' | 'nextTry'>[],
  columns: number,
): string =>
  table(
    ['at', 'what', 'of', 'outcome', 'answer', 'next try', 'said'],
    tries.map(({ at, what, reference, outcome, status, message, nextTry }) => [
      ...[at.toISOString(), what, subjectOf(reference), outcome, status],
      ...[nextTry?.toISOString() ?? null, message],
    ]),
    columns,
  );

/** Of a message's key, between its reader and its channel, what it tells of: `KEY.first`, `2026-W47.digest`. */
const subjectOf = (reference: string): string | null => reference.split('.').slice(1, -1).join('.') || null;

const whenOf = ({ every, quiet }: Pick<StoredSubscription, 'every' | 'quiet'>): string =>
  quiet ? `${every}, ${quietWords(quiet)}` : every;

const endWords = ({
  endedAt,
  endedReason,
  replacedBy,
}: Pick<StoredSubscription, 'endedAt' | 'endedReason' | 'replacedBy'>): string =>
  endedAt === null
    ? ''
    : `Ended ${endedAt.toISOString().slice(0, 10)}: ${endedReason ? endedWords(endedReason) : 'no reason kept'}${replacedBy ? `; ${replacedBy} took its place` : ''}\n`;
