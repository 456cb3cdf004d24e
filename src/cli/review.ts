import { LONGEST_COMPLAINT } from '../adapters/store/complaints.ts';
import type { DecisionToKeep } from '../adapters/store/decisions.ts';
import { oddsWords } from '../core/sending/event-words.ts';
import { counted } from '../core/sending/names.ts';
import { oneLine } from '../core/sending/safe.ts';
import { WrongUse } from '../errors.ts';
import { corrections } from '../steps/corrections.ts';
import { decideByPerson } from '../steps/decide.ts';
import { claimLine, waitingForPerson } from '../steps/waiting.ts';
import { jsonOption, writeOutput } from './arguments.ts';
import type { AddCommand, Cli } from './cli.ts';
import {
  type DecidingOptions,
  decidedBy,
  deciding,
  eventNamed,
  findingNamed,
  findingsOf,
  tellDecided,
  undo,
} from './deciding.ts';
import { addReviewChange } from './review-change.ts';
import { table } from './table.ts';

export const addReview: AddCommand = (program, cli) => {
  const review = program.command('review');
  review
    .command('list')
    .description(
      'findings below the confidence threshold or of an inspection that cannot be told, notices to release, complaints',
    )
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: gradewatch review list')
    .action((options: { json?: boolean }) => list(cli, options));
  deciding(review.command('accept <id>'))
    .description('the finding is right: it becomes an event, or a report of one; or a complaint is dealt with')
    .option('--into <event>', 'a report of this event')
    .addHelpText('after', '\nExample: gradewatch review accept FINDING --reason "read the report"')
    .action((id: string, options: DecidingOptions & { into?: string }) => accept(cli, id, options));
  addReviewChange(review, cli);
  deciding(review.command('reject <id>'))
    .description('the finding is wrong and counts no more; or a complaint is not justified')
    .addHelpText('after', '\nExample: gradewatch review reject FINDING --reason "it is a school"')
    .action((id: string, options: DecidingOptions) => reject(cli, id, options));
  deciding(review.command('undo <decision>'))
    .description('take a decision back, an earlier undo too')
    .addHelpText('after', '\nExample: gradewatch review undo DECISION --reason "rejected the wrong one"')
    .action((decision: string, options: DecidingOptions) => undo(cli, decision, options));
  review
    .command('add <event>')
    .description('a reader says that an event is wrong: keep it for a person to look at')
    .requiredOption('--text <words>', 'what the reader says')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: gradewatch review add KEY --text "this was 2018"')
    .action((event: string, options: { text: string; json?: boolean }) => complain(cli, event, options));
  review
    .command('export <file>')
    .description(
      'every article people corrected, labelled as they left it, for gradewatch evaluate; - for standard output',
    )
    .addHelpText(
      'after',
      '\nExample: gradewatch review export corrections.jsonl\nIt holds the whole text of articles: for measuring, not for passing on.',
    )
    .action((file: string) => exportCorrections(cli, file));
};

async function list(cli: Cli, options: { json?: boolean }): Promise<void> {
  const { deps } = await cli.app();
  const { findings: rows, notices, complaints } = await waitingForPerson(deps);
  const findings = rows.map(({ id, claim, doubt, title, article, at }) => ({
    id,
    authority: claim.authority,
    inspectorate: claim.inspectorate,
    service: claim.service,
    grade: claim.grade,
    confidence: claim.confidence,
    reason: doubt ?? oddsWords(claim, deps.names) ?? belowWords(claim.confidence, deps.rulebook.reviewBelow),
    quote: claim.evidence[0]?.quote ?? null,
    title,
    url: article.url,
    publisher: article.publisher,
    published: article.published,
    since: at,
  }));
  const lines = new Map(rows.map(({ id, claim }) => [id, claimLine(claim, deps.names)]));
  cli.result(
    { findings, notices, complaints },
    () =>
      [
        findings.length === 0
          ? 'No finding waits.'
          : `${table(
              ['finding', 'judgement', 'why', 'article'],
              findings.map(({ id, reason, title, publisher, url }) => [
                id,
                lines.get(id) ?? '',
                reason,
                oneLine(title) || `without headline${publisher || url ? `: ${publisher ?? url}` : ''}`,
              ]),
              cli.width(),
            )}\n${findings.length} to accept, change or reject`,
        ...(notices.length === 0
          ? []
          : [
              `\nNot told before \`gradewatch events release\`\n${table(
                ['event', 'notice', 'why'],
                notices.map(({ event, notice, reason }) => [event, notice, reason]),
                cli.width(),
              )}`,
            ]),
        ...(complaints.length === 0
          ? []
          : [
              `\nReaders say this is wrong\n${table(
                ['complaint', 'event', 'words'],
                complaints.map(({ id, event, text }) => [id, event, text]),
                cli.width(),
              )}`,
            ]),
      ].join('\n'),
    options,
  );
}

/** Findings keep the place they were given; the threshold may have been another then. */
const belowWords = (confidence: number, reviewBelow: number): string =>
  confidence < reviewBelow
    ? `confidence ${confidence.toFixed(2)} is below ${reviewBelow}`
    : `confidence ${confidence.toFixed(2)} was below the threshold of when it was judged; today’s is ${reviewBelow}`;

async function accept(cli: Cli, id: string, options: DecidingOptions & { into?: string }): Promise<void> {
  const by = decidedBy(options);
  const { deps } = await cli.app();
  const { store, now } = deps;
  if (!options.into && (await store.settleComplaint(id, by.reason, by.by, now()))) return settled(cli, id, options);
  const finding = await findingNamed(store, id);
  const into = options.into ? await eventNamed(store, options.into) : null;
  if (into && (['authority', 'inspectorate', 'service'] as const).some((field) => into.event[field] !== finding[field]))
    throw new WrongUse(
      `the finding is of ${finding.authority}, ${finding.inspectorate}, ${finding.service}, the event is not; correct the finding first with gradewatch review change`,
    );
  const subjects = [id, ...(into ? [into.event.key] : [])];
  const done = await decideByPerson(deps, { kind: 'accept', ...by, findingIds: [id] }, subjects);
  if (!into) return tellDecided(cli, done, 'Accepted', options);
  const merged: DecisionToKeep = { kind: 'merge', ...by, findingIds: [id, ...findingsOf(into)] };
  tellDecided(cli, await decideByPerson(deps, merged, subjects), 'Accepted', options);
}

async function reject(cli: Cli, id: string, options: DecidingOptions): Promise<void> {
  const by = decidedBy(options);
  const { deps } = await cli.app();
  const { store, now } = deps;
  if (await store.settleComplaint(id, by.reason, by.by, now())) return settled(cli, id, options);
  await findingNamed(store, id);
  const subjects = [id, ...(await store.eventKeysOfFindings([id]))];
  const done = await decideByPerson(deps, { kind: 'reject', ...by, findingIds: [id] }, subjects);
  tellDecided(cli, done, 'Rejected', options);
}

const settled = (cli: Cli, id: string, options: DecidingOptions) =>
  cli.result({ complaint: id, settled: true }, () => `Complaint ${id} is settled.`, options);

async function complain(cli: Cli, key: string, options: { text: string; json?: boolean }): Promise<void> {
  const text = options.text.trim();
  if (text === '' || text.length > LONGEST_COMPLAINT)
    throw new WrongUse(`--text must say what is wrong, in at most ${LONGEST_COMPLAINT} characters`);
  const { deps } = await cli.app();
  const { event } = await eventNamed(deps.store, key);
  const complaint = await deps.store.keepComplaint(event.key, text, 'reader', deps.now());
  cli.result({ complaint, event: event.key }, () => `Kept as ${complaint}; gradewatch review list shows it.`, options);
}

async function exportCorrections(cli: Cli, file: string): Promise<void> {
  const { deps } = await cli.app();
  const examples = await corrections(deps);
  const lines = examples.map((example) => `${JSON.stringify(example)}\n`).join('');
  if (file === '-') return cli.io.stdout(lines);
  writeOutput(cli.io, file, lines);
  cli.say(`${file}: ${counted(examples.length, 'corrected article')}`);
}
