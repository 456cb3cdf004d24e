import type { Command } from 'commander';
import { sourceHealth } from '../core/health.ts';
import { sourceAt } from '../core/source-list.ts';
import { giveUp, WrongUse } from '../errors.ts';
import { jsonOption } from './arguments.ts';
import type { Cli } from './cli.ts';
import { findSource } from './feeds-find.ts';
import { whenPolled } from './feeds-when.ts';

/** @param addressFaults everything that speaks against an address */
export function addFeedsTakeUp(feeds: Command, cli: Cli, addressFaults: (url: string) => Promise<string[]>): void {
  feeds
    .command('move <source> <url>')
    .description('give a source another address; its items and its earlier address stay with it')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: gradewatch feeds move SOURCE https://www.example.org/news/feed')
    .action((source: string, url: string, options: { json?: boolean }) => move(cli, source, url, options));
  feeds
    .command('resume <source>')
    .description('poll a source again that was paused, retired, resting or off')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: gradewatch feeds resume SOURCE (ids stand in `feeds list`)')
    .action((source: string, options: { json?: boolean }) => resume(cli, source, options));

  async function move(cli: Cli, named: string, url: string, options: { json?: boolean }): Promise<void> {
    const faults = await addressFaults(url);
    if (faults.length > 0) throw new WrongUse(faults);
    const { store } = (await cli.app()).deps;
    const { id } = await findSource(cli, named);
    const address = new URL(url).href;
    const known = sourceAt(
      address,
      (await store.sources()).filter((source) => source.id !== id),
    );
    if (known)
      throw giveUp(`${address} is ${known.id}’s address already; remove one of the two: gradewatch feeds remove`);
    await takeUp(cli, id, address, options);
  }
}

async function resume(cli: Cli, named: string, options: { json?: boolean }): Promise<void> {
  const { id } = await findSource(cli, named);
  await takeUp(cli, id, null, options);
}

async function takeUp(cli: Cli, id: string, url: string | null, options: { json?: boolean }): Promise<void> {
  const { store, now } = (await cli.app()).deps;
  const taken = await store.takeUp(id, url, now());
  if (taken === null) throw giveUp(`${id} was removed meanwhile`);
  if ('taken' in taken) throw giveUp(`${url} is ${taken.taken}’s address already`);
  const { state: _, ...shown } = sourceHealth(taken, (await store.itemCounts()).get(id) ?? 0);
  const words = url ? `${id} is now asked at ${url}` : `${id} is polled again`;
  cli.result(shown, () => `${words}; ${whenPolled(taken.url)}`, options);
}
