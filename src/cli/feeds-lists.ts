import type { Command } from 'commander';
import { Option } from 'commander';
import { readSourceList, sourceListCsv, sourceListOpml } from '../adapters/config/source-list.ts';
import { decode } from '../adapters/decode.ts';
import { whyNeverAsked } from '../adapters/web-fetch/may-be-asked.ts';
import { counted } from '../core/sending/names.ts';
import { planImport } from '../core/source-list.ts';
import { WrongUse } from '../errors.ts';
import { jsonOption, readInput } from './arguments.ts';
import type { Cli } from './cli.ts';
import { noSourcesWords } from './feeds-find.ts';

export function addFeedsLists(feeds: Command, cli: Cli): void {
  feeds
    .command('import <file>')
    .description('add the sources of an OPML or CSV file, all or none; - for standard input')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nCSV: the columns of config/sources.csv, of which only url is needed.\nOPML: any feed reader’s; our settings as attributes, gradewatch:kind and so on.\n\nExample: gradewatch feeds import feeds.opml',
    )
    .action((file: string, options: { json?: boolean }) => importList(cli, file, options));
  feeds
    .command('export')
    .description('all sources with their settings, to be imported elsewhere')
    .addOption(new Option('--format <format>', 'as what').choices(['opml', 'csv']).default('opml'))
    .addHelpText('after', '\nExample: gradewatch feeds export --format csv > sources.csv')
    .action(async ({ format }: { format: 'opml' | 'csv' }) => {
      const { store, now, proposals } = (await cli.app()).deps;
      const sources = await store.sources();
      if (sources.length === 0) cli.say(noSourcesWords(proposals));
      cli.io.stdout(format === 'csv' ? sourceListCsv(sources) : sourceListOpml(sources, now()));
    });
}

async function importList(cli: Cli, file: string, options: { json?: boolean }): Promise<void> {
  const bytes = file === '-' ? await cli.io.stdin() : readInput(cli.io, file);
  const { store, now, rulebook } = (await cli.app()).deps;
  const name = file === '-' ? 'the list' : file;
  const faults: string[] = [];
  const listed = readSourceList(decode(bytes, undefined).text, name, rulebook.index, faults);
  const { added, duplicates } = planImport(listed, await store.sources(), name, faults);
  for (const { line, source } of listed) {
    if (source.format === 'mail') continue;
    const why = await whyNeverAsked(source.url, cli.settings().allowPrivate, null);
    if (why) faults.push(`${name} line ${line}: ${why}`);
  }
  if (faults.length === 0 && listed.length === 0) faults.push(`${name}: names no source; nothing was added`);
  if (faults.length > 0) throw new WrongUse(faults);
  await store.addSources(added, now());
  for (const { line, url, of } of duplicates) cli.say(`line ${line}: left out, ${url} is the address of ${of}`);
  const count = (n: number) => counted(n, 'source');
  cli.result(
    { added: added.map(({ id }) => id), duplicates },
    () =>
      `Added ${count(added.length)}${duplicates.length > 0 ? `, left out ${duplicates.length} known already` : ''}; ${
        added.length > 0 ? 'they are polled while gradewatch runs.' : 'nothing changed.'
      }`,
    options,
  );
}
