import type { Command } from 'commander';
import { notesBeside, OFF } from '../core/health.ts';
import { counted, momentWords } from '../core/sending/names.ts';
import { type PollReport, pollSource } from '../steps/poll-source.ts';
import { jsonOption } from './arguments.ts';
import type { Cli } from './cli.ts';
import { findSource, noSourcesWords } from './feeds-find.ts';
import { table } from './table.ts';

/** Asked at once; each host has its own pauses besides. */
const AT_ONCE = 8;
const DAY_MS = 86_400_000;

/** What one source came to. `entries` is what it lists, read this time or known to be unchanged. */
interface Checked {
  source: string;
  name: string;
  url: string;
  ok: boolean;
  outcome: string;
  entries: number;
  fresh: number;
  message: string | null;
}

export function addFeedsCheck(feeds: Command, cli: Cli): void {
  feeds
    .command('check [source]')
    .description('poll a source once and explain what came back; without one, all that are polled')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: gradewatch feeds check https://www.example.org/feed')
    .action((source: string | undefined, options: { json?: boolean }) =>
      source === undefined ? checkAll(cli, options) : checkOne(cli, source, options),
    );
}

const isOk = (outcome: string) => outcome === 'ok' || outcome === 'unchanged' || outcome === 'not_modified';

async function checkOne(cli: Cli, source: string, options: { json?: boolean }): Promise<void> {
  const { deps } = await cli.app();
  const found = await findSource(cli, source);
  const report = await pollSource(deps, { sourceId: found.id });
  if (!isOk(report.outcome)) cli.failed();
  const notes = await notesOf(cli, report);
  const entries = await entriesOf(cli, report);
  cli.result(
    { ...report, notes },
    () =>
      [
        `${found.name}: ${outcomeWords(report.outcome)}, ${counted(entries, 'entry', 'entries')}, ${report.fresh} new`,
        ...(report.documents > 1 ? [`read from ${report.documents} documents`] : []),
        ...(report.message ? [report.message] : []),
        ...report.warnings.map(({ message }) => `warning: ${message}`),
        ...notesBeside(report.message, notes).map(
          ({ message, at }) => `note, ${momentWords(new Date(at))}: ${message}`,
        ),
      ].join('\n'),
    options,
  );
}

const OUTCOME_WORDS: Record<string, string> = {
  unchanged: 'ok, unchanged',
  not_modified: 'ok, not modified',
  held: 'not asked',
};
const outcomeWords = (outcome: string) => OUTCOME_WORDS[outcome] ?? outcome;

/** An unchanged list was not read again: it lists what it listed. */
async function entriesOf(cli: Cli, report: PollReport): Promise<number> {
  if (report.outcome !== 'unchanged' && report.outcome !== 'not_modified') return report.items;
  return (await (await cli.app()).deps.store.source(report.source))?.state?.window ?? 0;
}

/** What a person should know of the state it is in: noted since it fails, or within the last day. */
async function notesOf(cli: Cli, { source }: PollReport) {
  const { store, now } = (await cli.app()).deps;
  const row = await store.source(source);
  const dayAgo = new Date(now().getTime() - DAY_MS).toISOString();
  const failingSince = row?.state?.errorClass ? row.state.errorSince : null;
  const since = failingSince && failingSince < dayAgo ? failingSince : dayAgo;
  return (row?.notes ?? []).filter(({ at }) => at >= since);
}

async function checkAll(cli: Cli, options: { json?: boolean }): Promise<void> {
  const { deps } = await cli.app();
  const all = await deps.store.sources();
  if (all.length === 0) return cli.result([], () => noSourcesWords(deps.proposals), options);
  const sources = all.filter(({ status }) => !OFF.includes(status));
  const checked: Checked[] = [];
  const waiting = [...sources];
  const work = async () => {
    for (let source = waiting.shift(); source; source = waiting.shift()) {
      checked.push(await check(source));
      cli.say(`${checked.length} of ${sources.length}: ${source.id}`);
    }
  };
  const check = async ({ id, name, url }: (typeof sources)[number]): Promise<Checked> => {
    const report = await pollSource(deps, { sourceId: id });
    const { outcome, fresh, message } = report;
    return { source: id, name, url, ok: isOk(outcome), outcome, entries: await entriesOf(cli, report), fresh, message };
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  checked.sort((a, b) => (a.source < b.source ? -1 : 1));
  const failed = checked.filter(({ ok }) => !ok);
  if (failed.length > 0) cli.failed();
  cli.result(
    checked,
    () =>
      [
        table(
          ['source', 'outcome', 'entries', 'new', 'what came back'],
          checked.map((one) => [one.source, outcomeWords(one.outcome), one.entries, one.fresh, one.message]),
          cli.width(),
        ),
        `${checked.length - failed.length} of ${checked.length} answered with what was expected; ${all.length - sources.length} are off and were not asked.`,
      ].join('\n'),
    options,
  );
}
