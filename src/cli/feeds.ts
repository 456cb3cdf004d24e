import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { formatMisfit, isSourceAddress } from '../adapters/config/sources.ts';
import { whyNeverAsked } from '../adapters/web-fetch/may-be-asked.ts';
import { addedId, sourceAt, usualTerms } from '../core/source-list.ts';
import { SOURCE_FORMATS, SOURCE_KINDS, type SourceFormat, type SourceKind } from '../core/types.ts';
import { giveUp, WrongUse } from '../errors.ts';
import { authoritiesNamed, faultsInto, jsonOption, knownWords } from './arguments.ts';
import type { AddCommand, Cli } from './cli.ts';
import { addFeedsCheck } from './feeds-check.ts';
import { addFeedsDiscover } from './feeds-discover.ts';
import { findSource } from './feeds-find.ts';
import { addFeedsLists } from './feeds-lists.ts';
import { addFeedsParse } from './feeds-parse.ts';
import { addFeedsShow } from './feeds-show.ts';
import { addFeedsTakeUp } from './feeds-take-up.ts';
import { whenPolled } from './feeds-when.ts';

export const addFeeds: AddCommand = (program, cli) => {
  const feeds = program.command('feeds');
  addFeedsShow(feeds, cli);
  feeds
    .command('add <url>')
    .description('add a source: a web address, or a folder of mails')
    .option('--name <name>', 'what to call it; required')
    .option('--kind <kind>', `who publishes it: ${SOURCE_KINDS.join(', ')}`, 'other')
    .option('--format <format>', `what it is, else the first poll tells: ${SOURCE_FORMATS.join(', ')}`)
    .option('--authority <name>', 'the council whose own source it is')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExample: gradewatch feeds add https://www.example.org/news --name "Example news" --kind council\n         gradewatch feeds add "file:///var/mail/news/Maildir?from=example.org" --name "Example letter" --kind sector',
    )
    .action((url: string, options: AddOptions) => add(cli, url, options));
  feeds
    .command('remove <source>')
    .description('stop polling a source; a shipped one is paused, and comes back with `feeds resume`')
    .addHelpText('after', '\nExample: gradewatch feeds remove SOURCE (ids stand in `feeds list`)')
    .action(async (source: string) => {
      const { deps } = await cli.app();
      const found = await findSource(cli, source);
      await deps.store.removeSource(found.id);
      cli.say(`removed ${found.id}`);
    });
  addFeedsTakeUp(feeds, cli, (url) => addressFaults(cli, url));
  addFeedsCheck(feeds, cli);
  addFeedsParse(feeds, cli);
  addFeedsDiscover(feeds, cli);
  addFeedsLists(feeds, cli);
};

interface AddOptions {
  name?: string;
  kind: string;
  format?: string;
  authority?: string;
  json?: boolean;
}

async function add(cli: Cli, url: string, options: AddOptions): Promise<void> {
  const faults = await addressFaults(cli, url);
  const name = options.name?.trim() ?? '';
  if (name === '') faults.push('--name says what to call the source; it is required');
  const check = faultsInto(faults);
  const [kind = 'other'] = check(() => knownWords([options.kind], SOURCE_KINDS, 'kind'), []) as SourceKind[];
  const usual = /^file:/i.test(url) ? 'mail' : 'rss';
  const [format = usual] = check(
    () => knownWords([options.format ?? usual], SOURCE_FORMATS, 'format'),
    [],
  ) as SourceFormat[];
  const misfit = faults.length === 0 && formatMisfit(url, format);
  if (misfit) faults.push(misfit);
  const given = options.authority ? [options.authority] : [];
  const { rulebook } = await cli.knowledgeOfData();
  const [authority = null] = check(() => authoritiesNamed(given, rulebook), []);
  if (faults.length > 0) throw new WrongUse(faults);
  const { deps } = await cli.app();
  const address = new URL(url).href;
  const id = addedId(address);
  const source = {
    ...{ id, url: address, name, kind, format, authority },
    status: 'added' as const,
    terms: usualTerms(kind),
    note: null,
  };
  const known = sourceAt(address, await deps.store.sources());
  if (known || !(await deps.store.addSource(source, deps.now())))
    throw giveUp(`${address} is a source already; gradewatch feeds show ${known?.id ?? address} prints it`);
  cli.result(source, () => `Added ${id}; ${whenPolled(address)}`, options);
}

/** Everything that speaks against an address. */
async function addressFaults(cli: Cli, url: string): Promise<string[]> {
  if (/^file:/i.test(url))
    return isSourceAddress(url) ? [] : [`"${url}" is no folder; write it as file:///var/mail/news`];
  if (path.isAbsolute(url)) return [`"${url}": write a folder of mails as ${pathToFileURL(url).href}`];
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    return [`"${url}" is not a web address; write it as https://www.example.org/news`];
  const { username, password } = new URL(url);
  const { allowPrivate, proxy } = cli.settings();
  return [
    username || password
      ? 'the address carries a user name or password; leave it out: it would be stored and shown'
      : await whyNeverAsked(url, allowPrivate, proxy?.https ? null : undefined),
  ].filter((fault) => fault !== null);
}
