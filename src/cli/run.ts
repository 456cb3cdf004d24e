import { Command, CommanderError } from 'commander';
import { sendCommand } from '../adapters/local-socket/send.ts';
import type { App } from '../app.ts';
import { GiveUp, TryLater, WrongUse } from '../errors.ts';
import { givenSettings, readSettings } from '../settings.ts';
import { version } from '../version.ts';
import { AnswerElsewhere, makeCli } from './cli.ts';
import { addCommands } from './commands.ts';
import type { Io } from './io.ts';
import { callersSettings } from './settings-compared.ts';

/**
 * Runs one command line.
 *
 * @param shared the open app of a process that answers for others
 * @returns the exit code: 0 done, 1 the work failed, 2 wrong usage or settings
 */
export async function run(io: Io, shared: App | null = null): Promise<number> {
  const running = makeCli(io, shared, run);
  const program = new Command('gradewatch')
    .description('Watches council, sector and local news for inspection judgements, and tells the people who asked.')
    .version(version(), '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand(false)
    .showSuggestionAfterError(true);
  await addCommands(program, running.cli);
  for (const command of [program, ...program.commands, ...program.commands.flatMap((inner) => inner.commands)])
    command
      .helpOption('--help', 'print help')
      .helpCommand(false)
      .exitOverride()
      .configureOutput({
        writeOut: io.stdout,
        writeErr: io.stderr,
        getOutHelpWidth: () => io.columns,
        getErrHelpWidth: () => io.columns,
      });
  try {
    await program.parseAsync(io.argv, { from: 'user' });
    return running.code();
  } catch (error) {
    return await explain(error, io);
  } finally {
    await running.close();
  }
}

async function explain(error: unknown, io: Io): Promise<number> {
  if (error instanceof AnswerElsewhere) return handOver(error.socket, io);
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof WrongUse) {
    for (const fault of error.faults) io.stderr(`${fault}\n`);
    return 2;
  }
  if (error instanceof GiveUp || error instanceof TryLater) {
    io.stderr(`${error.message}\n`);
    return 1;
  }
  io.stderr(
    `Unexpected fault, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return 1;
}

/** The command runs in the process that holds the data. Standard input goes along only where `-` asks for it. */
async function handOver(socket: string, io: Io): Promise<number> {
  const { argv, cwd, columns, stdout } = io;
  try {
    return await sendCommand(socket, argv, {
      ...{ cwd, columns, stdout },
      stdin: argv.includes('-') ? await io.stdin() : null,
      isTty: io.colour,
      settings: callersSettings(readSettings(), givenSettings()),
      stderr: (bytes) => io.stderr(Buffer.from(bytes).toString('utf8')),
    });
  } catch (error) {
    if (!(error instanceof GiveUp || error instanceof TryLater)) throw error;
    io.stderr(`${error.message}\n`);
    return 1;
  }
}
