import type { ServedIo } from '../adapters/local-socket/serve.ts';
import type { App } from '../app.ts';
import type { Cli } from './cli.ts';
import { servedIo } from './io.ts';
import { otherSettings } from './settings-compared.ts';

/** Runs a command that came over the local socket, and says first which of its settings are not used. @param by the command this process was started with @returns its exit code */
export async function answerServed(
  cli: Cli,
  by: 'start' | 'demo',
  argv: string[],
  served: ServedIo,
  app: App,
): Promise<number> {
  const ignored = otherSettings(served.settings, app.settings, by);
  if (ignored) await served.stderr(`${ignored}\n`);
  return cli.answer(servedIo(argv, served), app);
}
