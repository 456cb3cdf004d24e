import { endedReason } from '../core/sending/ended.ts';
import { counted, listWords } from '../core/sending/names.ts';
import { addressShown } from '../core/sending/push-address.ts';
import { criteriaWords } from '../core/sending/route.ts';
import { USUAL_CADENCE } from '../core/types.ts';
import { giveUp, WrongUse } from '../errors.ts';
import { DRY_RUN_DAYS, wouldHaveSent } from '../steps/dry-run.ts';
import { personalData } from '../steps/personal-data.ts';
import { wishFaults } from '../steps/subscribe.ts';
import { cadenceNamed, faultsInto, jsonOption, writeOutput } from './arguments.ts';
import type { AddCommand, Cli } from './cli.ts';
import { CRITERIA_HELP, criteriaOf, criteriaOptions } from './criteria.ts';
import { addSubscribe, everyOption, readCriteria, type SubscribeOptions } from './subscribe.ts';
import { isExported, subscriptionsCsv } from './subscriptions-file.ts';
import { addImport } from './subscriptions-import.ts';
import { addLift } from './subscriptions-kept-back.ts';
import { addShow } from './subscriptions-show.ts';
import { table } from './table.ts';

export const addSubscriptions: AddCommand = (program, cli) => {
  addSubscribe(program, cli);

  const subscriptions = program.command('subscriptions');
  subscriptions
    .command('list')
    .description('all subscriptions, ended ones too')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: gradewatch subscriptions list --json')
    .action(async (options: { json?: boolean }) => {
      const { deps } = await cli.app();
      const all = await deps.store.subscriptions();
      const shown = all.map(
        ({ id, channel, address, criteria, every, quiet, state, since, endedAt, endedReason, replacedBy }) => ({
          ...{ id, channel, address: addressShown(channel, address), criteria, every, quiet },
          ...{ state, since, endedAt, endedReason, replacedBy },
        }),
      );
      const rows = all.map((one) => [
        ...[one.id, one.state, one.channel, addressShown(one.channel, one.address), one.every],
        one.quiet ? `${one.quiet.from}-${one.quiet.until}` : '',
        criteriaWords(one.criteria, deps.names),
      ]);
      cli.result(
        shown,
        () =>
          rows.length === 0
            ? 'No subscriptions.'
            : table(['id', 'state', 'channel', 'address', 'every', 'quiet', 'asks for'], rows, cli.width()),
        options,
      );
    });
  addShow(subscriptions, cli);
  criteriaOptions(
    subscriptions
      .command('dry-run [id]')
      .description('what the last 90 days would have sent, to a subscription there is or one described'),
  )
    .addOption(everyOption())
    .addOption(jsonOption())
    .addHelpText('after', CRITERIA_HELP)
    .addHelpText('after', '\nExample: gradewatch subscriptions dry-run --region London --grade inadequate --every day')
    .action((id: string | undefined, options: SubscribeOptions) => showDryRun(cli, id, options));
  addImport(subscriptions, cli);
  subscriptions
    .command('export')
    .description('print running subscriptions in the columns import reads, or all that is held of one person')
    .option('--person <address>', 'everything held of this address, ended subscriptions too, as JSON for its owner')
    .option('--out <file>', 'write there, readable by you only, instead of to standard output')
    .addHelpText(
      'after',
      '\nExamples: gradewatch subscriptions export --out desk.csv\n          gradewatch subscriptions export --person desk@example.org',
    )
    .action(async ({ person, out }: { person?: string; out?: string }) => {
      const { deps } = await cli.app();
      const give = (text: string | Uint8Array, what: string) => {
        if (out === undefined) return cli.io.stdout(text);
        writeOutput(cli.io, out, text, 0o600);
        cli.say(`${out}: ${what}`);
      };
      if (person !== undefined) {
        const held = await deps.store.heldOf(person, deps.addressKey(person));
        if (
          held.subscriptions.length + held.addressChanges.length + held.lifted.length === 0 &&
          held.suppressed === null
        )
          throw giveUp(`nothing is held of "${person}"; addresses go 28 days after their last subscription ended`);
        return give(personalData(person, held, deps.now()), 'all that is held of that address');
      }
      const all = await deps.store.subscriptions();
      const pending = all.filter(({ state }) => state === 'pending').length;
      give(subscriptionsCsv(all), counted(all.filter(isExported).length, 'running subscription'));
      if (pending > 0)
        cli.say(
          `${pending === 1 ? 'One that still waits' : `${pending} that still wait`} for confirmation left out: nobody has said yes there`,
        );
    });
  subscriptions
    .command('end <id>')
    .description('end a subscription; it is kept with its reason')
    .requiredOption('--reason <text>', 'why')
    .addHelpText('after', '\nExample: gradewatch subscriptions end ID --reason "asked by telephone"')
    .action(async (id: string, options: { reason: string }) => {
      const { deps } = await cli.app();
      if (!(await deps.store.endSubscription(id, endedReason('operator', options.reason), deps.now())))
        throw new WrongUse(`there is no running subscription "${id}"; gradewatch subscriptions list names all`);
      cli.say(`ended ${id}`);
    });
  addLift(subscriptions, cli);
};

async function showDryRun(cli: Cli, id: string | undefined, options: SubscribeOptions): Promise<void> {
  const { deps } = await cli.app();
  const asked = id === undefined ? dryRunAsked(readCriteria(cli, options), deps) : await deps.store.subscription(id);
  if (!asked) throw new WrongUse(`there is no subscription "${id}"; gradewatch subscriptions list names all`);
  const found = await wouldHaveSent(deps, asked);
  cli.result(
    found,
    () =>
      [
        `${criteriaWords(asked.criteria, deps.names)}: ${listWords([counted(found.matched, 'judgement'), ...(found.corrections > 0 ? [counted(found.corrections, 'correction')] : [])])} in ${DRY_RUN_DAYS} days, ${counted(found.messages, 'message')}, about ${found.perWeek} a week, by the day they became known.`,
        ...found.events.map(({ day, line }) => `${day}  ${line}`),
      ].join('\n'),
    options,
  );
}

function dryRunAsked(options: SubscribeOptions, deps: Parameters<typeof wishFaults>[1]) {
  const faults: string[] = [];
  const check = faultsInto(faults);
  const every = check(() => cadenceNamed(options.every), USUAL_CADENCE);
  const criteria = check(() => criteriaOf(options, deps), null);
  if (criteria !== null) faults.push(...wishFaults({ criteria, every }, deps));
  if (criteria === null || faults.length > 0) throw new WrongUse(faults);
  return { criteria, every };
}
