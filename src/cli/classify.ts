import { makePageReader } from '../adapters/pages/read-page.ts';
import { explain } from '../core/explain/explain.ts';
import { weighingOf } from '../core/explain/weighing.ts';
import { isIsoTime, looksLikeHtml, looksLikeRecords, readLines } from '../core/incoming.ts';
import { judge, judgeTraced } from '../core/judge.ts';
import { areasInOrder } from '../core/sending/in-order.ts';
import { headlineWords, noHeadlineReason } from '../core/sending/names.ts';
import { oneLine } from '../core/sending/safe.ts';
import type { Assessment } from '../core/types.ts';
import { WrongUse } from '../errors.ts';
import type { Knowledge } from '../steps/deps.ts';
import { jsonOption, readInput } from './arguments.ts';
import type { AddCommand, Cli } from './cli.ts';
import { articleOf } from './judging-input.ts';

interface Options {
  jsonl?: boolean;
  json?: boolean;
  explain?: boolean;
  html?: boolean;
  url?: string;
  publisher?: string;
  published?: string;
  title?: string;
}

export const addClassify: AddCommand = (program, cli) => {
  program
    .command('classify [files...]')
    .option('--jsonl', 'read and write one JSON object a line')
    .option('--explain', 'show the text with evidence marked, the rules that fired and what was rejected')
    .option('--html', 'with --explain: a page instead of terminal text')
    .option('--title <text>', 'its headline (files and text); by default a page’s own')
    .option('--url <address>', 'address of the article (files and text)')
    .option('--publisher <name>', 'who published it (files and text)')
    .option('--published <date>', 'when, as an ISO date (files and text)')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExamples:\n  gradewatch classify article.txt --title "Northshire rated good" --published 2026-11-21 --explain\n  gradewatch classify --jsonl < articles.jsonl',
    )
    .action(async (files: string[], options: Options) => {
      if (options.published !== undefined && !isIsoTime(options.published))
        throw new WrongUse(
          `--published "${options.published}" is no date; write it as 2026-11-21 or 2026-11-21T09:00:00Z`,
        );
      const knowledge = await cli.knowledge();
      const pages = makePageReader({ rules: knowledge.pageRules, sites: knowledge.reportSites });
      try {
        if (options.jsonl) await classifyLines(cli, files, knowledge, pages);
        else await classifyFiles(cli, files, options, knowledge, pages);
      } finally {
        await pages.close();
      }
    });
};

const NOTHING = 'nothing to judge: name a file, or send text to standard input';

async function classifyLines(
  cli: Cli,
  files: string[],
  knowledge: Knowledge,
  pages: ReturnType<typeof makePageReader>,
): Promise<void> {
  const inputs = files.length > 0 ? files.map((file) => readInput(cli.io, file)) : [await cli.io.stdin()];
  const lines = inputs.flatMap((input) => readLines(input.toString('utf8')));
  if (lines.length === 0) throw new WrongUse(`${NOTHING}; one JSON object a line is expected`);
  for (const read of lines) {
    if (!read.ok) {
      cli.failed();
      cli.io.stdout(`${JSON.stringify({ id: read.id, error: read.error })}\n`);
      continue;
    }
    const { article, extracted } = await articleOf(read.article, knowledge, pages);
    const verdict = judge(article, knowledge.rulebook, knowledge.register);
    cli.io.stdout(
      `${JSON.stringify(extracted ? { ...verdict, title: article.title, text: article.text } : verdict)}\n`,
    );
  }
}

async function classifyFiles(
  cli: Cli,
  files: string[],
  options: Options,
  knowledge: Knowledge,
  pages: ReturnType<typeof makePageReader>,
): Promise<void> {
  const inputs =
    files.length > 0
      ? files.map((file) => [file, readInput(cli.io, file)] as const)
      : [['standard input', await cli.io.stdin()] as const];
  const empty = inputs.filter(([, bytes]) => bytes.toString('utf8').trim() === '').map(([name]) => name);
  if (empty.length > 0)
    throw new WrongUse(files.length === 0 ? NOTHING : empty.map((name) => `${name} is empty: nothing to judge`));
  const records = inputs.filter(([, bytes]) => looksLikeRecords(bytes.toString('utf8'))).map(([name]) => name);
  if (records.length > 0)
    throw new WrongUse(
      records.map((name) => `${name} holds articles as JSON, not text; judge it with --jsonl, one JSON object a line`),
    );
  const verdicts: Assessment[] = [];
  for (const [name, bytes] of inputs) {
    const content = bytes.toString('utf8');
    const html = looksLikeHtml(content);
    const given = {
      id: name,
      url: options.url ?? null,
      publisher: options.publisher ?? null,
      published: options.published ?? null,
      title: options.title ?? '',
    };
    const { article } = await articleOf(
      { ...given, text: html ? null : content, html: html ? content : null },
      knowledge,
      pages,
    );
    const { assessment: verdict, trace } = judgeTraced(article, knowledge.rulebook, knowledge.register);
    verdicts.push(verdict);
    if (options.json) continue;
    if (options.explain) {
      const weighing = weighingOf(trace, knowledge.rulebook, knowledge.names);
      const shown = explain(article, verdict, knowledge.names, cli.colour(), weighing);
      cli.io.stdout(options.html ? shown.html : shown.terminal);
    } else cli.io.stdout(`${summary(name, verdict, knowledge)}\n`);
  }
  if (options.json) cli.io.stdout(`${JSON.stringify(verdicts.length === 1 ? verdicts[0] : verdicts, null, 2)}\n`);
}

function summary(name: string, verdict: Assessment, { names }: Knowledge): string {
  const line = (claim: Assessment['events'][number]) =>
    [
      `  ${names.authority(claim.authority).shortName}: ${headlineWords(claim, names) ?? noHeadlineReason(claim)} (${names.inspectorate(claim.inspectorate)}, ${names.service(claim.service)}), confidence ${claim.confidence.toFixed(2)}`,
      ...areasInOrder(claim.judgements, claim, names).map(
        ({ area, grade }) => `    ${names.area(area)}: ${names.grade(grade, claim.scale)}`,
      ),
      `    “${oneLine(claim.evidence[0]?.quote ?? '')}”`,
    ].join('\n');
  const found = verdict.events.length > 0 ? verdict.events.map(line) : ['  no new judgement'];
  const waiting = verdict.review.map((claim) => `${line(claim)}\n    waits for a person`);
  const notices = verdict.notices.map(
    (notice) => `  ${names.authority(notice.authority).shortName}: ${notice.kind.replaceAll('_', ' ')}, no grade`,
  );
  return [`${name} (subject: ${verdict.subject})`, ...found, ...waiting, ...notices].join('\n');
}
