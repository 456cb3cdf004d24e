import { makePageReader } from '../adapters/pages/read-page.ts';
import { readLines } from '../core/incoming.ts';
import { WrongUse } from '../errors.ts';
import { ingestArticle } from '../steps/ingest-article.ts';
import { sendAlerts } from '../steps/send-alerts.ts';
import { readInput } from './arguments.ts';
import type { AddCommand, Cli } from './cli.ts';
import { articleOf } from './judging-input.ts';

export const addIngest: AddCommand = (program, cli) => {
  program
    .command('ingest')
    .requiredOption('--jsonl <file>', 'one article a line, as for classify; - for standard input')
    .option('--alert', 'alert whatever the articles’ dates; without it they are back catalogue')
    .addHelpText('after', '\nExample: gradewatch ingest --jsonl articles.jsonl')
    .action((options: { jsonl: string; alert?: boolean }) => ingest(cli, options));
};

async function ingest(cli: Cli, options: { jsonl: string; alert?: boolean }): Promise<void> {
  const input = options.jsonl === '-' ? await cli.io.stdin() : readInput(cli.io, options.jsonl);
  const lines = readLines(input.toString('utf8'));
  if (lines.length === 0) throw new WrongUse(`${options.jsonl} holds no article; one JSON object a line is expected`);
  const { deps } = await cli.app();
  const pages = makePageReader({ rules: deps.pageRules, sites: deps.reportSites });
  const kept: { id: string; article: string }[] = [];
  const results: (Record<string, unknown> | null)[] = [];
  const readers = new Set<string>();
  const alerts = new Map<string, number>();
  try {
    for (const read of lines) {
      if (!read.ok) {
        cli.failed();
        results.push({ id: read.id, error: read.error });
        continue;
      }
      const { article, reports } = await articleOf(read.article, deps, pages);
      const done = await ingestArticle(deps, article, options.alert === true, reports);
      for (const reader of done.readers) readers.add(reader);
      alerts.set(done.article, (alerts.get(done.article) ?? 0) + done.alerts);
      kept.push({ id: article.id, article: done.article });
      results.push(null);
    }
  } finally {
    await pages.close();
  }
  // Keys are told when the last line has been correlated: a later line may have joined or renamed an earlier event.
  let next = 0;
  for (const result of results) {
    const one = result ?? (await told(cli, kept[next++] as { id: string; article: string }, alerts));
    cli.io.stdout(`${JSON.stringify(one)}\n`);
  }
  // Last: a receiver that hangs keeps nobody from the answer.
  for (const subscriptionId of readers) await sendAlerts(deps, { subscriptionId });
}

async function told(cli: Cli, { id, article }: { id: string; article: string }, alerts: Map<string, number>) {
  const { store } = (await cli.app()).deps;
  const stored = await store.article(article);
  return {
    id,
    article,
    duplicateOf: stored?.duplicateOf ?? null,
    events: await store.eventKeysOfArticle(article),
    review: await store.reviewCount(article),
    alerts: alerts.get(article) ?? 0,
  };
}
