import { Option } from 'commander';
import { exportEvents } from '../adapters/exports/index.ts';
import type { App } from '../app.ts';
import { confidenceWords, eventLine, frameworkWords, publishedWords } from '../core/sending/alert.ts';
import { rangeWords, statusName, tierName } from '../core/sending/names.ts';
import { oneLine } from '../core/sending/safe.ts';
import type { JudgementEvent } from '../core/types.ts';
import { INSPECTORATES } from '../core/types.ts';
import { giveUp } from '../errors.ts';
import { authoritiesNamed, dayOption, jsonOption, knownWords, repeated } from './arguments.ts';
import type { AddCommand, Cli } from './cli.ts';
import { labelled, wrap } from './wrap.ts';

interface ListOptions {
  authority: string[];
  region: string[];
  inspectorate?: string;
  grade?: string;
  since?: string;
  until?: string;
  format: 'table' | 'json' | 'csv' | 'xlsx';
  json?: boolean;
}

export const addEvents: AddCommand = (program, cli) => {
  const events = program.command('events');
  events
    .command('list')
    .description('list judgements, newest first')
    .addOption(repeated('--authority <name>', 'only this authority; may be repeated'))
    .addOption(repeated('--region <name>', 'only this region; may be repeated'))
    .option('--inspectorate <id>', 'only this inspectorate')
    .option('--grade <id>', 'only this headline grade')
    .option('--since <day>', 'published on or after this day')
    .option('--until <day>', 'published before this day')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['table', 'json', 'csv', 'xlsx']).default('table'),
    )
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: gradewatch events list --region "South East" --since 2026-01-01')
    .action((options: ListOptions) => list(cli, options));
  events
    .command('show <key>')
    .description('one judgement with its evidence, reports and history')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: gradewatch events show KEY (keys stand below each judgement in `events list`)')
    .action((key: string, options: { json?: boolean }) => show(cli, key, options));
};

async function list(cli: Cli, options: ListOptions): Promise<void> {
  const [since, until] = [dayOption(options.since, '--since'), dayOption(options.until, '--until')];
  const inspectorates = options.inspectorate ? knownWords([options.inspectorate], INSPECTORATES, 'inspectorate') : [];
  const { deps } = await cli.app();
  const { store, rulebook, names } = deps;
  const authorities = authoritiesNamed(options.authority, rulebook);
  const regions = knownWords(options.region, [...new Set(rulebook.authorities.map(({ region }) => region))], 'region');
  const wanted =
    regions.length > 0
      ? rulebook.authorities.filter(({ region }) => regions.includes(region)).map(({ slug }) => slug)
      : null;
  const places = authorities.length > 0 || wanted ? [...authorities, ...(wanted ?? [])] : undefined;
  const found = await store.events({
    ...(places ? { authorities: places } : {}),
    ...(inspectorates[0] ? { inspectorate: inspectorates[0] } : {}),
    ...(options.grade ? { grade: options.grade.replaceAll(/[ -]/g, '_') } : {}),
    ...(since ? { since } : {}),
    ...(until ? { until } : {}),
  });
  if (options.format === 'csv' || options.format === 'xlsx') {
    const rows = found.map(({ event, learntAt }) => ({
      event,
      learntAt,
      week: '',
      section: 'judgement' as const,
      sample: deps.policy.sample,
    }));
    const newest = new Date(Math.max(0, ...found.map(({ learntAt }) => learntAt.getTime())));
    return cli.io.stdout(await exportEvents(rows, options.format, names, newest));
  }
  const events = found.map(({ event }) => event);
  cli.result(events, () => eventTable(events, names, cli.width()), {
    json: options.json || options.format === 'json',
  });
}

const INDENT = 12;

/** Two parts each: what was judged, and below it how sure we are and the key that `events show` takes. */
function eventTable(events: JudgementEvent[], names: App['deps']['names'], width: number): string {
  if (events.length === 0) return 'No judgements.';
  const entries = events.map((event) => {
    const reports = event.reports.length === 1 ? 'one report' : `${event.reports.length} reports`;
    const state = `${reports}, ${event.status}${event.held ? ', held' : ''}`;
    return [
      `${(event.day ?? 'no date').padEnd(INDENT)}${wrap(eventLine(event, names), INDENT, width)}`,
      `${' '.repeat(INDENT)}${wrap(`${state}; ${event.key}`, INDENT, width)}`,
    ].join('\n');
  });
  return `${entries.join('\n')}\n${events.length === 1 ? 'One judgement' : `${events.length} judgements`}; gradewatch events show KEY prints one in full`;
}

async function show(cli: Cli, key: string, options: { json?: boolean }): Promise<void> {
  const { deps } = await cli.app();
  const found = await deps.store.event(key);
  if (!found) throw giveUp(`there is no event "${key}"; gradewatch events list names all`);
  const { event } = found;
  const aliases = await deps.store.aliasesOf(event.key);
  const history = await deps.store.history([event.key, ...aliases]);
  cli.result(
    {
      ...event,
      aliases,
      learntAt: found.learntAt,
      history: history.map(({ at, kind, by, detail }) => ({ at, kind, by, detail })),
    },
    () => eventText(event, deps.names, cli.width()),
    options,
  );
}

function eventText(event: JudgementEvent, names: App['deps']['names'], width: number): string {
  const indented = (text: string) => `  ${wrap(text, 4, width)}`;
  return [
    wrap(eventLine(event, names), 0, width),
    labelled(
      [
        ['key', event.key],
        ['status', `${statusName(event.status)}${event.held ? ', held' : ''}`],
        ['framework', frameworkWords(event, names)],
        ['published', publishedWords(event)],
        ['inspected', event.inspected ? rangeWords(event.inspected) : 'not stated'],
        ['register', `${event.register.match}${event.register.judgement ? `, ${event.register.judgement}` : ''}`],
        ['confidence', confidenceWords(event.confidence)],
      ],
      width,
    ),
    ...section(
      'Grades by area',
      event.judgements.map(({ area, grade }) => indented(`${names.area(area)}: ${names.grade(grade, event.scale)}`)),
    ),
    ...section(
      'Evidence',
      event.evidence.map(({ quote, rule }) => indented(`“${quote}” (${rule})`)),
    ),
    ...section(
      'Reports disagree',
      event.conflicts.map(({ field, values }) =>
        indented(`${field}: ${values.map(({ value }) => value).join(' against ')}`),
      ),
    ),
    ...section(
      'Reports, most trusted first',
      event.reports.map((report) => {
        const copy = report.copyOf !== null && report.copyOf !== report.articleId ? ', a copy' : '';
        const line = `${report.title} – ${report.publisher ?? 'unknown'} (${tierName(report.tier)}${copy}), ${report.articleDay ?? 'no date'}`;
        return `${indented(line)}${report.url ? `\n    ${oneLine(report.url)}` : ''}`;
      }),
    ),
  ].join('\n');
}

const section = (heading: string, lines: string[]): string[] => (lines.length === 0 ? [] : [`\n${heading}`, ...lines]);
