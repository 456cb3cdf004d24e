import type { Command } from 'commander';
import { makeDiscover } from '../adapters/feeds/discover.ts';
import { loadListRules } from '../adapters/feeds/list-rules.ts';
import { makeFeedReader } from '../adapters/feeds/read-feed.ts';
import { makeWeb } from '../adapters/web-fetch/index.ts';
import { makeClock } from '../clock.ts';
import { configFolder } from '../knowledge.ts';
import { lookForSources } from '../steps/look-for-sources.ts';
import { version } from '../version.ts';
import { jsonOption } from './arguments.ts';
import type { Cli } from './cli.ts';
import { table } from './table.ts';

export function addFeedsDiscover(feeds: Command, cli: Cli): void {
  feeds
    .command('discover <url>')
    .description("find a site's feeds, news lists and sitemaps from one of its pages, best first")
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: gradewatch feeds discover https://www.example.org/')
    .action(async (url: string, options: { json?: boolean }) => {
      const settings = cli.settings();
      const { userAgentContact, allowPrivate, allowCertificates: certificates, proxy } = settings;
      const now = makeClock(settings.now);
      const rules = loadListRules(configFolder(settings));
      const asked = { userAgentContact, version: version(), allowPrivate, certificates, proxy, now };
      const web = makeWeb({ ...asked, namedGapMs: 0 });
      try {
        const deps = { web, feeds: makeFeedReader(rules), discover: makeDiscover(rules), now };
        const found = await lookForSources(deps, url);
        if (found.length === 0) cli.failed();
        cli.result(
          found,
          () =>
            found.length === 0
              ? `Nothing at ${url} leads to a feed, a news list or a sitemap with entries.`
              : table(
                  ['format', 'entries', 'newest', 'address', 'why'],
                  found.map((one) => [one.format, one.entries, one.newest?.slice(0, 10) ?? null, one.url, one.why]),
                  cli.width(),
                ),
          options,
        );
      } finally {
        await web.close();
      }
    });
}
