import path from 'node:path';
import { type Command, Option } from 'commander';
import { exportEvents } from '../adapters/exports/index.ts';
import type { StoredEvent } from '../adapters/store/events.ts';
import type { App } from '../app.ts';
import { precedingJudgement, registeredJudgement } from '../core/events/preceding.ts';
import { officialReport } from '../core/report-sites.ts';
import { eventLine } from '../core/sending/event-words.ts';
import { counted } from '../core/sending/names.ts';
import { publicEvent } from '../core/sending/public-event.ts';
import { INSPECTORATES, type JudgementEvent } from '../core/types.ts';
import { WrongUse } from '../errors.ts';
import { linkedReports } from '../steps/linked-reports.ts';
import { reportsSetRight } from '../steps/set-right.ts';
import { saidOf } from '../steps/who-said.ts';
import {
  authoritiesNamed,
  dayOption,
  faultsInto,
  gradesNamed,
  jsonOption,
  knownWords,
  regionsNamed,
  repeated,
  writeOutput,
} from './arguments.ts';
import type { AddCommand, Cli } from './cli.ts';
import { eventNamed, findingsOf } from './deciding.ts';
import { eventTable, eventText, formerText } from './event-text.ts';
import { addEventDecisions } from './events-decide.ts';

type AppDeps = App['deps'];

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

const filtered = (command: Command): Command =>
  command
    .addOption(repeated('--authority <name>', 'only this authority; may be repeated'))
    .addOption(repeated('--region <name>', 'only this region; may be repeated'))
    .option('--inspectorate <id>', `only this inspectorate: ${INSPECTORATES.join(', ')}`)
    .option('--grade <id>', 'only this headline grade, such as requires_improvement; none for no overall grade')
    .option('--since <day>', 'published on or after this day')
    .option('--until <day>', 'published before this day');

export const addEvents: AddCommand = (program, cli) => {
  const events = program.command('events');
  filtered(events.command('list'))
    .description('list judgements, newest first')
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
  filtered(events.command('export <file>'))
    .description('write judgements to a file: headline, link and quoted evidence, never the text of articles')
    .addOption(new Option('--format <format>', 'how to write; by the file’s ending unless given').choices(EXPORTS))
    .addHelpText('after', '\nExample: gradewatch events export judgements.xlsx --since 2026-01-01')
    .action((file: string, options: Omit<ListOptions, 'format'> & { format?: string }) => write(cli, file, options));
  addEventDecisions(events, cli);
};

const EXPORTS = ['csv', 'xlsx', 'json'];

async function write(
  cli: Cli,
  file: string,
  { format, ...options }: Omit<ListOptions, 'format'> & { format?: string },
): Promise<void> {
  const chosen = format ?? path.extname(file).slice(1).toLowerCase();
  if (!EXPORTS.includes(chosen))
    throw new WrongUse(`${file} does not say how to write: end it in .csv, .xlsx or .json, or give --format`);
  const found = await eventsAsked(cli, options);
  const { deps } = await cli.app();
  const bytes =
    chosen === 'json'
      ? `${JSON.stringify(
          found.map(({ event }) => shownEvent(deps, event)),
          null,
          2,
        )}\n`
      : await exported(found, chosen as 'csv' | 'xlsx', deps);
  if (file === '-') return cli.io.stdout(bytes);
  writeOutput(cli.io, file, bytes);
  cli.say(`${file}: ${counted(found.length, 'judgement')}`);
}

async function eventsAsked(cli: Cli, options: Omit<ListOptions, 'format'>): Promise<StoredEvent[]> {
  const faults: string[] = [];
  const check = faultsInto(faults);
  const since = check(() => dayOption(options.since, '--since'), undefined);
  const until = check(() => dayOption(options.until, '--until'), undefined);
  if (since && until && since >= until) faults.push(`--until ${until} is not after --since ${since}`);
  const { rulebook } = await cli.knowledgeOfData();
  const inspectorates = check(
    () => knownWords(options.inspectorate ? [options.inspectorate] : [], INSPECTORATES, 'inspectorate'),
    [],
  );
  const grades = check(() => gradesNamed(options.grade ? [options.grade] : [], rulebook), []);
  const authorities = check(() => authoritiesNamed(options.authority, rulebook), []);
  const regions = check(() => regionsNamed(options.region, rulebook), []);
  if (faults.length > 0) throw new WrongUse(faults);
  const { store } = (await cli.app()).deps;
  const wanted =
    regions.length > 0
      ? rulebook.authorities.filter(({ region }) => regions.includes(region)).map(({ slug }) => slug)
      : null;
  const places = authorities.length > 0 || wanted ? [...authorities, ...(wanted ?? [])] : undefined;
  return store.events({
    ...(places ? { authorities: places } : {}),
    ...(inspectorates[0] ? { inspectorate: inspectorates[0] } : {}),
    ...(grades[0] ? { grade: grades[0] } : {}),
    ...(since ? { since } : {}),
    ...(until ? { until } : {}),
  });
}

const officialOf = ({ register, reportSites }: AppDeps, event: JudgementEvent) =>
  officialReport(event, register, reportSites);
const shownEvent = (deps: AppDeps, event: JudgementEvent) => publicEvent(event, deps.names, officialOf(deps, event));

function exported(found: StoredEvent[], format: 'csv' | 'xlsx', deps: AppDeps) {
  const rows = found.map(({ event, learntAt }) => ({
    event,
    learntAt,
    week: '',
    section: 'judgement' as const,
    official: officialOf(deps, event),
    sample: deps.policy.sample,
  }));
  const newest = new Date(Math.max(0, ...found.map(({ learntAt }) => learntAt.getTime())));
  return exportEvents(rows, format, deps.names, newest);
}

async function list(cli: Cli, options: ListOptions): Promise<void> {
  const found = await eventsAsked(cli, options);
  const { deps } = await cli.app();
  if (options.format === 'csv' || options.format === 'xlsx')
    return cli.io.stdout(await exported(found, options.format, deps));
  const events = found.map(({ event }) => event);
  const shown = events.map((event) => shownEvent(deps, event));
  cli.result(shown, () => eventTable(events, deps.names, cli.width()), {
    json: options.json || options.format === 'json',
  });
}

async function show(cli: Cli, key: string, options: { json?: boolean }): Promise<void> {
  const { deps } = await cli.app();
  const former = await deps.store.formerEvent(key);
  if (former) {
    const told = former.told && eventLine(former.told, deps.names);
    return cli.result({ ...former, grade: null, told }, () => formerText(former, deps.names, cli.width()), options);
  }
  const found = await eventNamed(deps.store, key);
  const { event } = found;
  const [aliases, decisions, said, linked, setRight] = await Promise.all([
    deps.store.aliasesOf(event.key),
    deps.store.decisions(findingsOf(found)),
    saidOf(deps, event),
    linkedReports(deps, event),
    reportsSetRight(deps, event),
  ]);
  const history = await deps.store.history([event.key, ...aliases]);
  cli.result(
    {
      ...shownEvent(deps, event),
      linkedReports: linked,
      aliases,
      learntAt: found.learntAt,
      decisions,
      said: said?.sayings.map(({ quote, name, role, kind }) => ({ quote, name, role, kind })) ?? [],
      history: history.map(({ at, kind, by, detail }) => ({ at, kind, by, detail })),
    },
    () =>
      eventText(
        {
          ...{ event, said, setRight, decisions, linked },
          preceding: precedingJudgement(event, deps.register),
          registered: registeredJudgement(event, deps.register),
          official: officialOf(deps, event),
        },
        deps.names,
        cli.width(),
      ),
    options,
  );
}
