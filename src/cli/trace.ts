import type { Edit } from '../core/edits.ts';
import { eventLine } from '../core/sending/event-words.ts';
import { keyOfMessageId } from '../core/sending/message-id.ts';
import type { Names } from '../core/sending/names.ts';
import { oneLine, shorten } from '../core/sending/safe.ts';
import { summaryNamed } from '../core/sending/summary.ts';
import { giveUp, WrongUse } from '../errors.ts';
import { type Traced, trace } from '../steps/trace.ts';
import { jsonOption } from './arguments.ts';
import type { AddCommand } from './cli.ts';
import { eventNamed } from './deciding.ts';

export const addTrace: AddCommand = (program, cli) => {
  program
    .command('trace <name>')
    .option('--bytes', 'the name is the hash of a response: write its body as received')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExample: gradewatch trace KEY\nThe name is an event’s key, a key it once had, an alert’s id, or what it was sent under: the id of a webhook call, the\nMessage-ID of a mail. Of a mail that told several together, each is traced.',
    )
    .action(async (name: string, options: { bytes?: boolean; json?: boolean }) => {
      const { deps } = await cli.app();
      if (options.bytes) {
        const body = await deps.store.responseBody(name);
        if (!body)
          throw giveUp(`there is no response "${name}": it was never received, or the time it is kept is over`);
        return cli.io.stdout(body);
      }
      const summary = summaryNamed(keyOfMessageId(name));
      const told = summary === null ? [] : await deps.store.alertsInSummary(summary);
      if (summary !== null && told.length > 0) {
        const alerts = (await Promise.all(told.map((id) => trace(deps, id)))).flatMap((one) => one ?? []);
        const text = () => alerts.map((one) => asText(one, deps.names)).join('\n\n');
        return cli.result({ summary, alerts }, text, options);
      }
      const traced =
        (await trace(deps, keyOfMessageId(name))) ??
        (await trace(deps, (await eventNamed(deps.store, name)).event.key));
      if (!traced) throw new WrongUse(`there is no alert or event "${name}"`);
      cli.result(traced, () => asText(traced, deps.names), options);
    });
};

const at = (time: Date) => time.toISOString();

function asText(
  { alert, event, reports, decisions, revisions, notices, alerts, journal }: Traced,
  names: Names,
): string {
  return [
    ...(alert ? [`Alert ${alert.id}: ${alert.notice} by ${alert.channel}, ${alert.state}`] : []),
    eventLine(event, names),
    `key ${event.key}${event.aliases.length > 0 ? `, once ${event.aliases.join(', ')}` : ''}; learnt ${at(event.learntAt)}; ${event.status}${event.held ? ', held' : ''}${event.waits ? ', waits for review' : ''}`,
    ...reports.flatMap(reportLines),
    '\nRevisions of the event',
    ...revisions.map(({ key, number, at: time, cause }) => `  ${at(time)}  ${number} of ${key}, by ${oneLine(cause)}`),
    ...(decisions.length > 0 ? ['\nDecisions of people'] : []),
    ...decisions.map(
      ({ id, at: time, kind, by, reason }) => `  ${at(time)}  ${kind} by ${oneLine(by)}: ${oneLine(reason)} (${id})`,
    ),
    '\nNotices',
    ...notices.map(
      ({ notice, at: time, routedAt, waits }) =>
        `  ${at(time)}  ${notice}, ${routedAt ? `routed ${at(routedAt)}` : `not routed${waits ? `: ${waits}` : ''}`}`,
    ),
    '\nLedger',
    ...(alerts.length === 0 ? ['  nothing was promised'] : []),
    ...alerts.map(
      (row) =>
        `  ${at(row.createdAt)}  ${row.notice} to ${row.subscriptionId} by ${row.channel}: ${row.state}${row.sentAt ? ` ${at(row.sentAt)}` : ''}, ${row.attempts === 1 ? 'one try' : `${row.attempts} tries`}, reference ${row.reference}${row.carriedBy ? `, in the message of ${row.carriedBy}` : ''}`,
    ),
    '\nJournal',
    ...journal.map(({ at: time, kind, subject, by }) => `  ${at(time)}  ${kind} ${subject}, by ${oneLine(by)}`),
  ].join('\n');
}

function reportLines({ article, items, revisions, finding }: Traced['reports'][number]): string[] {
  return [
    `\nReport: article ${article.id}, ${oneLine(article.publisher ?? 'unknown')}, ${article.published ?? 'no date'}`,
    ...(article.url ? [`  ${oneLine(article.url)}`] : []),
    ...(items.length === 0 ? ['  handed in, not polled'] : []),
    ...items.flatMap(({ key, sourceId, firstSeen, poll, response }) => [
      `  item ${key} of source ${sourceId}, first seen ${at(firstSeen)}`,
      ...(poll
        ? [`  poll ${at(poll.at)}: ${poll.outcome}, ${poll.status ?? 'no status'}, ${oneLine(poll.url ?? '')}`]
        : []),
      ...(poll?.bodyHash
        ? [`  response ${poll.bodyHash}, ${response ? `kept until ${at(response.keptUntil)}` : 'no longer kept'}`]
        : []),
      ...(response ? headerLines(response.headers) : []),
    ]),
    ...revisions.flatMap(({ number, at: time, engine, hash, rawHash, characters, edit }) => [
      `  revision ${number}, ${at(time)}, read by ${engine}, ${characters} characters, ${hash}${rawHash ? `, page ${rawHash}` : ''}`,
      ...(edit ? editLines(edit) : []),
    ]),
    ...(finding
      ? [
          `  finding ${finding.id} in revision ${finding.revision}, rules ${finding.rules}, confidence ${finding.claim.confidence.toFixed(2)}`,
          ...finding.claim.evidence.map(
            ({ rule, field, start, end, quote }) => `    ${rule} ${field} ${start}–${end}: “${oneLine(quote)}”`,
          ),
        ]
      : []),
  ];
}

const MOST_PARAGRAPHS = 6;
const MOST_CHARS = 300;

/** What the publisher changed since the revision before. */
function editLines({ titleWas, removed, added }: Edit): string[] {
  const some = (sign: string, paragraphs: readonly string[]) => [
    ...paragraphs.slice(0, MOST_PARAGRAPHS).map((text) => `    ${sign} ${oneLine(shorten(text, MOST_CHARS))}`),
    ...(paragraphs.length > MOST_PARAGRAPHS ? [`    ${sign} ${paragraphs.length - MOST_PARAGRAPHS} more`] : []),
  ];
  return [
    ...(titleWas === null ? [] : [`    the headline was “${oneLine(titleWas)}”`]),
    ...some('-', removed),
    ...some('+', added),
  ];
}

/** What the server said with its answer. */
const headerLines = (headers: unknown): string[] =>
  Object.entries((headers ?? {}) as Record<string, unknown>).map(
    ([name, value]) => `    ${oneLine(name)}: ${oneLine(String(value))}`,
  );
