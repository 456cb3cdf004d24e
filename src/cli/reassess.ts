import { eventLine } from '../core/sending/event-words.ts';
import type { Names } from '../core/sending/names.ts';
import { oneLine } from '../core/sending/safe.ts';
import { type DifferingArticle, type Reassessed, type Reassessment, reassess } from '../steps/reassess.ts';
import { claimLine } from '../steps/waiting.ts';
import { dayOption, jsonOption } from './arguments.ts';
import type { AddCommand } from './cli.ts';

export const addReassess: AddCommand = (program, cli) => {
  program
    .command('reassess')
    .option('--since <day>', 'only articles published on or after this day')
    .option('--apply', 'keep it; nobody is told, corrections wait for `gradewatch events release`')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: gradewatch reassess --since 2026-01-01')
    .action(async (options: { since?: string; apply?: boolean; json?: boolean }) => {
      const since = dayOption(options.since, '--since') ?? null;
      const { deps } = await cli.app();
      const done = await reassess(deps, { since, apply: options.apply === true });
      cli.result(done, () => asText(done, deps.names), options);
    });
};

function asText({ rules, articles, differing, review, events, applied }: Reassessment, names: Names): string {
  const of = (which: (event: Reassessed) => boolean) => events.filter(which).map((event) => eventText(event, names));
  const section = (title: string, lines: string[], count = lines.length) =>
    count === 0 ? [] : [`${title} (${count})`, ...lines];
  const wait = events.some(({ readers, notices }) => readers.length > 0 && notices.length > 0);
  return [
    `${articles} articles judged again with rules ${rules}; ${differing.length} differ.`,
    ...section(
      'Differing articles',
      differing.flatMap((article) => articleLines(article, names)),
      differing.length,
    ),
    ...(review.before === review.after
      ? []
      : [`Waiting for a person: ${review.before} before, ${review.after} after.`]),
    ...section(
      'Appearing',
      of(({ before }) => before === null),
    ),
    ...section(
      'Vanishing',
      of(({ after }) => after === null),
    ),
    ...section(
      'Changing',
      of(({ before, after }) => before !== null && after !== null),
    ),
    ...(events.length === 0 ? ['No event changes.'] : []),
    applied
      ? `Kept. Nobody was told${wait ? '; gradewatch review list shows what waits for gradewatch events release' : ''}.`
      : 'Nothing was kept; --apply keeps it, and tells nobody.',
  ].join('\n');
}

/** The article, and of its findings those that differ. */
function articleLines(
  { article, title, url, publisher, published, before, after }: DifferingArticle,
  names: Names,
): string[] {
  const words = ({ claim, standing }: DifferingArticle['before'][number]) =>
    `${claimLine(claim, names)}${standing === 'review' ? ', waits for a person' : ''}`;
  const [was, is] = [before.map(words), after.map(words)];
  const [gone, come] = [was.filter((line) => !is.includes(line)), is.filter((line) => !was.includes(line))];
  return [
    `  ${oneLine(title) || 'without headline'} – ${oneLine(publisher ?? 'unknown')}, ${published?.slice(0, 10) ?? 'no date'}`,
    `    ${url ? oneLine(url) : `article ${article}`}`,
    ...gone.map((line) => `    before: ${line}`),
    ...come.map((line) => `    after:  ${line}`),
    ...(gone.length + come.length === 0
      ? ['    the same grades, with other dates, areas or evidence, or another place in the register']
      : []),
  ];
}

function eventText({ before, after, changes, notices, readers }: Reassessed, names: Names): string {
  const event = after ?? before;
  if (!event) return '';
  const told = readers
    .map(({ id, channel, address }) => `${id} (${channel}${address ? ` to ${address}` : ''})`)
    .join(', ');
  return [
    `  ${event.key}  ${eventLine(event, names)}`,
    ...changes.map(({ field, from, to }) => `    ${field}: ${from || 'none'} → ${to || 'none'}`),
    ...(notices.length > 0
      ? [`    ${notices.join(', ')}: ${told ? `would have been told to ${told}` : 'nobody to tell'}`]
      : []),
  ].join('\n');
}
