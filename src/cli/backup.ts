import path from 'node:path';
import { counted } from '../core/sending/names.ts';
import { WrongUse } from '../errors.ts';
import { releaseRestored } from '../steps/on-hold.ts';
import { jsonOption } from './arguments.ts';
import type { AddCommand, Cli } from './cli.ts';

export const addBackup: AddCommand = (program, cli) => {
  program
    .command('backup')
    .argument('<file>', 'where to; what is there is replaced once the new one is whole')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Works beside a running \`start\`. The file holds readers' addresses: keep it as you keep the data. Not in it: the installation's
own secret (GRADEWATCH_SECRET, or the file "secret" in the data folder), which opens the sealed ones; keep it elsewhere.
Example: gradewatch backup gradewatch-2026-11-24.backup`,
    )
    .action(async (name: string, options: { json?: boolean }) => {
      const file = path.resolve(cli.io.cwd, name);
      const app = await cli.app();
      const rows = await app.backup(file);
      cli.result({ file, rows }, () => `${file}: ${inWords(rows)}.`, options);
    });
};

interface RestoreOptions {
  release?: boolean;
  send?: boolean;
  withoutSecrets?: boolean;
  json?: boolean;
}

export const addRestore: AddCommand = (program, cli) => {
  program
    .command('restore')
    .argument('[file]', 'a file that `gradewatch backup` made')
    .option('--without-secrets', 'if its secrets cannot be opened, end the subscriptions they belong to')
    .option('--release', 'end the hold on sending; what waits counts as told before and is dropped')
    .option('--send', 'with --release: send what waits')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Into an empty store only, embedded or on PostgreSQL, wherever the backup was made. Sources are polled from then on, but nothing
is sent to readers until --release.
Examples: gradewatch restore gradewatch-2026-11-24.backup
          gradewatch restore --release`,
    )
    .action((name: string | undefined, options: RestoreOptions) => restore(cli, name, options));
};

async function restore(cli: Cli, name: string | undefined, options: RestoreOptions): Promise<void> {
  const { release = false, send = false, withoutSecrets = false } = options;
  const faults = [
    ...((name === undefined) !== release ? ['give either the backup FILE or --release'] : []),
    ...(send && !release ? ['--send goes with --release'] : []),
    ...(withoutSecrets && release ? ['--without-secrets goes with a FILE'] : []),
  ];
  if (faults.length > 0) throw new WrongUse(faults);
  const app = await cli.app();
  if (name === undefined) {
    const waited = await releaseRestored(app.deps, send);
    const { alerts, digests, letters, held } = waited;
    const what = `${counted(alerts, 'alert')}, ${counted(digests, 'digest')} and ${counted(letters, 'letter')} that waited`;
    cli.result(
      { released: true, sent: send, ...waited },
      () =>
        [
          `Sending goes on. ${send ? `Sent now: ${what}.` : `Dropped as told before: ${what}.`}`,
          ...(held > 0
            ? [
                `${held} more ${held === 1 ? 'waits' : 'wait'} for a person as before (held events, and what \`gradewatch review list\` names). Releasing one tells its readers, even those whom the installation the backup came from told since.`,
              ]
            : []),
        ].join('\n'),
      options,
    );
    return;
  }
  const file = path.resolve(cli.io.cwd, name);
  const { at, rows, lost } = await app.restore(file, withoutSecrets);
  cli.result(
    { file, at, rows, lostSecrets: lost, onHold: true },
    () =>
      [
        `Restored what was known at ${at.toISOString()}: ${inWords(rows)}.`,
        ...(lost > 0
          ? [`Lost secrets: ${lost}; the subscriptions they belong to (webhooks, Slack, Teams, browsers) are ended.`]
          : []),
        'Nothing is sent to readers until `gradewatch restore --release`.',
      ].join('\n'),
    options,
  );
}

const inWords = ({ Event = 0, Article = 0, Subscription = 0, Source = 0 }: Record<string, number>): string =>
  `${Event} events, ${Article} articles, ${Subscription} subscriptions, ${Source} sources`;
