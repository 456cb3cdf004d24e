import type { Command } from 'commander';
import { makeFeedReader } from '../adapters/feeds/read-feed.ts';
import { GiveUp, WrongUse } from '../errors.ts';
import { jsonOption, readInput } from './arguments.ts';
import type { Cli } from './cli.ts';
import { bytesOf } from './extract.ts';

/** `--headers FILE.json`: names in any case. @throws WrongUse */
function headersFrom(cli: Cli, file: string | undefined): Record<string, string> {
  if (!file) return {};
  try {
    const headers = JSON.parse(readInput(cli.io, file).toString('utf8')) as Record<string, unknown>;
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
  } catch (error) {
    if (error instanceof GiveUp) throw error;
    throw new WrongUse(`${file} is not a JSON object of response headers: ${(error as Error).message}`);
  }
}

export function addFeedsParse(feeds: Command, cli: Cli): void {
  feeds
    .command('parse <what>')
    .description(
      'parse a feed, list page, sitemap or mail (.eml) and print it as JSON; a file, an address, or - for standard input',
    )
    .option('--headers <file>', 'a JSON file with the response headers the bytes came with')
    .option('--base <url>', 'the address the bytes came from')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: gradewatch feeds parse feed.xml --base https://www.example.org/feed')
    .action(async (what: string, options: { headers?: string; base?: string }) => {
      try {
        const { bytes, headers, url } = await bytesOf(cli, what, 'feed');
        const given = headersFrom(cli, options.headers);
        const parsed = await makeFeedReader((await cli.knowledge()).listRules).parse(bytes, {
          headers: { ...headers, ...given },
          base: options.base ?? url,
          ...(url === null && /\.eml$/i.test(what) ? { expect: 'mail' as const } : {}),
        });
        cli.io.stdout(`${JSON.stringify(parsed, null, 2)}\n`);
      } catch (error) {
        if (!(error instanceof GiveUp)) throw error;
        cli.failed();
        cli.io.stdout(
          `${JSON.stringify({ error: { code: error.details.errorClass ?? 'parse', message: error.message } })}\n`,
        );
      }
    });
}
