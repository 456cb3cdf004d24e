import { makePageReader } from '../adapters/pages/read-page.ts';
import { makeWeb } from '../adapters/web-fetch/index.ts';
import { makeClock } from '../clock.ts';
import { version } from '../version.ts';
import { readInput } from './arguments.ts';
import type { AddCommand, Cli } from './cli.ts';

const isAddress = (text: string) => /^https?:\/\//i.test(text);

/** Bytes of a file, of standard input (`-`), or of an address. */
export async function bytesOf(
  cli: Cli,
  what: string,
  as: 'feed' | 'page',
): Promise<{ bytes: Uint8Array; headers: Record<string, string>; url: string | null }> {
  if (what === '-') return { bytes: await cli.io.stdin(), headers: {}, url: null };
  if (!isAddress(what)) return { bytes: readInput(cli.io, what), headers: {}, url: null };
  const { userAgentContact, allowPrivate, allowCertificates: certificates, proxy, now } = cli.settings();
  const web = makeWeb({
    userAgentContact,
    version: version(),
    allowPrivate,
    certificates,
    proxy,
    now: makeClock(now),
  });
  try {
    const got = await web.get(what, { as, robots: true });
    return { bytes: got.body, headers: got.headers, url: got.url };
  } finally {
    await web.close();
  }
}

export const addExtract: AddCommand = (program, cli) => {
  program
    .command('extract <what>')
    .option('--base <url>', 'the address a file came from')
    .addHelpText('after', '\nExample: gradewatch extract page.html --base https://www.example.org/news/1')
    .action(async (what: string, options: { base?: string }) => {
      const { bytes, headers, url } = await bytesOf(cli, what, 'page');
      const { pageRules, reportSites } = await cli.knowledge();
      const pages = makePageReader({ rules: pageRules, sites: reportSites });
      try {
        const page = await pages.extract(bytes, { headers, url: options.base ?? url });
        cli.io.stdout(`${JSON.stringify(page, null, 2)}\n`);
      } finally {
        await pages.close();
      }
    });
};
