import { Option } from 'commander';
import { addedId, sourceAt, usualTerms } from '../core/source-list.ts';
import { SOURCE_FORMATS, SOURCE_KINDS, type SourceFormat, type SourceKind } from '../core/types.ts';
import { giveUp, WrongUse } from '../errors.ts';
import { authoritiesNamed, jsonOption } from './arguments.ts';
import type { AddCommand, Cli } from './cli.ts';
import { addFeedsCheck } from './feeds-check.ts';
import { addFeedsDiscover } from './feeds-discover.ts';
import { findSource } from './feeds-find.ts';
import { addFeedsLists } from './feeds-lists.ts';
import { addFeedsParse } from './feeds-parse.ts';
import { addFeedsShow } from './feeds-show.ts';

export const addFeeds: AddCommand = (program, cli) => {
  const feeds = program.command('feeds');
  addFeedsShow(feeds, cli);
  feeds
    .command('add <url>')
    .description('add a source')
    .requiredOption('--name <name>', 'what to call it')
    .addOption(new Option('--kind <kind>', 'who publishes it').choices(SOURCE_KINDS).default('other'))
    .addOption(
      new Option('--format <format>', 'what it is; unless given, the first poll tells')
        .choices(SOURCE_FORMATS)
        .default('rss'),
    )
    .option('--authority <name>', 'the council whose own source it is')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExample: gradewatch feeds add https://www.example.org/news --name "Example news" --kind council',
    )
    .action((url: string, options: AddOptions) => add(cli, url, options));
  feeds
    .command('remove <source>')
    .description('stop polling a source; a shipped one is paused')
    .addHelpText('after', '\nExample: gradewatch feeds remove SOURCE (ids stand in `feeds list`)')
    .action(async (source: string) => {
      const { deps } = await cli.app();
      const found = await findSource(cli, source);
      await deps.store.removeSource(found.id);
      cli.say(`removed ${found.id}`);
    });
  addFeedsCheck(feeds, cli);
  addFeedsParse(feeds, cli);
  addFeedsDiscover(feeds, cli);
  addFeedsLists(feeds, cli);
};

interface AddOptions {
  name: string;
  kind: SourceKind;
  format: SourceFormat;
  authority?: string;
  json?: boolean;
}

async function add(cli: Cli, url: string, options: AddOptions): Promise<void> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new WrongUse(`"${url}" is not a web address; write it as https://www.example.org/news`);
  if (new URL(url).username !== '' || new URL(url).password !== '')
    throw new WrongUse('the address carries a user name or password; leave it out: it would be stored and shown');
  const { deps } = await cli.app();
  const [authority = null] = options.authority ? authoritiesNamed([options.authority], deps.rulebook) : [];
  const address = new URL(url).href;
  const id = addedId(address);
  const source = {
    id,
    url: address,
    name: options.name,
    kind: options.kind,
    format: options.format,
    authority,
    status: 'added' as const,
    terms: usualTerms(options.kind),
    note: null,
  };
  const known = sourceAt(address, await deps.store.sources());
  if (known || !(await deps.store.addSource(source, deps.now())))
    throw giveUp(`${address} is a source already; gradewatch feeds show ${known?.id ?? address} prints it`);
  cli.result(source, () => `Added ${id}; it is polled within a minute while gradewatch runs.`, options);
}
