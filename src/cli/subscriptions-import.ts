import type { Command } from 'commander';
import { counted } from '../core/sending/names.ts';
import { type Subscribed, subscribeAll } from '../steps/subscribe.ts';
import { suppressionFaults } from '../steps/suppress.ts';
import { jsonOption, readInput } from './arguments.ts';
import type { Cli } from './cli.ts';
import { linkCaveats } from './subscribe.ts';
import { COLUMNS, subscriptionsRead } from './subscriptions-file.ts';

export function addImport(subscriptions: Command, cli: Cli): void {
  subscriptions
    .command('import <file>')
    .description('add a list of subscriptions from a CSV file, all or none')
    .option('--confirmed <reason>', 'you vouch for the readers’ consent; without it confirmations are sent first')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Columns: ${COLUMNS.join(',')}
Several values in a cell are separated by |, an empty cell means any, one of "every" each event; the columns after
note may be left out. "or" and
"except" hold kinds as in \`subscribe --or\`, several separated by ||. "criteria" holds JSON instead of all these words.
What runs already is not added again. With --confirmed what still waited for its reader begins, and the answer counts it.
Example: gradewatch subscriptions import desk.csv --confirmed "list of the news desk, 3 March"`,
    )
    .action((file: string, options: { confirmed?: string; json?: boolean }) => importFile(cli, file, options));
}

async function importFile(cli: Cli, file: string, options: { confirmed?: string; json?: boolean }): Promise<void> {
  const bytes = readInput(cli.io, file);
  const app = await cli.app();
  const { deps } = app;
  const done = await subscribeAll(
    deps,
    await subscriptionsRead(bytes.toString('utf8'), file, deps, options.confirmed ?? null, (places) =>
      suppressionFaults(deps, places),
    ),
  );
  const fresh = done.filter(({ exists }) => !exists);
  cli.result(
    done.map(({ confirmation: _provider, ...shown }) => shown),
    () =>
      [
        importedWords(done),
        ...done.flatMap(({ subscription, secret }) =>
          secret ? [`${subscription} secret, shown this once: ${secret}`] : [],
        ),
      ].join('\n'),
    options,
  );
  if (fresh.some(({ confirmation }) => confirmation?.startsWith('outbox:')))
    cli.say(`No mail server is set (SMTP_URL): the confirmations are files in ${app.settings.dataDir}/outbox`);
  if (fresh.some(({ state }) => state === 'pending')) for (const line of linkCaveats(app)) cli.say(line);
  for (const { subscription, waits } of done)
    if (waits) cli.say(`${subscription}: the confirmation is not sent yet: ${waits}.`);
  const faults = done.flatMap(({ subscription, fault }) => (fault ? [`${subscription}: ${fault}`] : []));
  for (const fault of faults) cli.say(fault);
  if (faults.length > 0) cli.failed();
}

/** What came of the lines of a list: each is counted once. */
function importedWords(done: readonly Subscribed[]): string {
  const first = new Map(done.toReversed().map((one) => [one.subscription, one]));
  const each = [...first.values()];
  const fresh = each.filter(({ exists }) => !exists);
  const began = each.filter(({ confirmed }) => confirmed).length;
  const there = each.filter(({ exists, confirmed }) => exists && !confirmed);
  const added = [
    ['active', fresh.filter(({ state }) => state === 'active').length],
    ['waiting for confirmation', fresh.filter(({ state, fault }) => state === 'pending' && !fault).length],
    ['whose confirmation was refused', fresh.filter(({ fault }) => fault).length],
  ] as const;
  const said = added.flatMap(([what, count]) => (count > 0 ? [`${count} ${what}`] : []));
  return [
    ...(fresh.length > 0 ? [`Added ${counted(fresh.length, 'subscription')}: ${said.join(', ')}.`] : []),
    ...(fresh.length + began === 0 ? ['Nothing was added.'] : []),
    ...(began > 0
      ? [
          `${began === 1 ? 'One that waited for its reader is' : `${began} that waited for their readers are`} active now, on your word.`,
        ]
      : []),
    ...(['active', 'pending'] as const).flatMap((state) => thereWords(state, there)),
    ...sameWords(done.length - each.length),
  ].join(' ');
}

function thereWords(state: Subscribed['state'], there: readonly Subscribed[]): string[] {
  const count = there.filter((one) => one.state === state).length;
  const [who, exist, wait] =
    count === 1 ? ['One', 'exists', 'waits for its reader'] : [count, 'exist', 'wait for their readers'];
  if (count === 0) return [];
  return [`${who} ${exist} already${state === 'pending' ? ` and still ${wait}` : ''}.`];
}

const sameWords = (count: number): string[] =>
  count === 0
    ? []
    : [count === 1 ? 'One line asks for the same as another.' : `${count} lines ask for the same as others.`];
