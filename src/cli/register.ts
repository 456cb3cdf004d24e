import { readRegisterImport } from '../adapters/config/register-import.ts';
import { judgementsOf } from '../core/register.ts';
import { areasInOrder } from '../core/sending/in-order.ts';
import { counted, headlineWords, type Names } from '../core/sending/names.ts';
import { readFromWords, recordWhenIso } from '../core/sending/register-words.ts';
import type { RegisterJudgement } from '../core/types.ts';
import { WrongUse } from '../errors.ts';
import { importRegister, reconciliation } from '../steps/import-register.ts';
import { authoritiesNamed, dayOption, jsonOption, readInput, repeated } from './arguments.ts';
import type { AddCommand, Cli } from './cli.ts';
import { table } from './table.ts';

interface ListOptions {
  authority: string[];
  since?: string;
  missed?: boolean;
  json?: boolean;
}
interface ImportOptions {
  since?: string;
  by: string;
  json?: boolean;
}

export const addRegister: AddCommand = (program, cli) => {
  const register = program.command('register');
  register
    .command('list')
    .description('published judgements, newest first, each with the events that report it')
    .addOption(repeated('--authority <name>', 'only this authority; may be repeated'))
    .option('--since <day>', 'published on or after this day')
    .option('--missed', 'only those that no source reported since watching began, or since --since')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: gradewatch register list --authority bexley')
    .action((options: ListOptions) => list(cli, options));
  register
    .command('import <file>')
    .description('take in newer judgements from a CSV table, all or nothing; - for standard input')
    .option('--since <day>', 'list as missed what was published from this day on; when watching began unless given')
    .option('--by <name>', 'who imports; kept in the history', 'operator')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExample: gradewatch register import published.csv\nThe columns stand in config/register/README.md. Ids make it repeatable: a row with a known id takes its place.',
    )
    .action((file: string, options: ImportOptions) => importFile(cli, file, options));
};

const dayOf = (row: RegisterJudgement) => row.published ?? row.publishedWithin?.from ?? row.inspected?.from ?? '';
const gradesOf = (row: RegisterJudgement, names: Names) =>
  headlineWords({ ...row, grade: null }, names) ??
  (areasInOrder(row.judgements, row, names)
    .map(({ area, grade }) => `${names.area(area)} ${names.grade(grade, row.scale)}`)
    .join(', ') ||
    'no grade');

const notesOn = (row: RegisterJudgement, imported: ReadonlySet<string>): string => {
  const notes = [imported.has(row.id) && 'imported', readFromWords(row.readFrom)].filter(Boolean);
  return notes.length > 0 ? ` (${notes.join(', ')})` : '';
};

async function list(cli: Cli, options: ListOptions): Promise<void> {
  const since = dayOption(options.since, '--since') ?? null;
  const { deps } = await cli.app();
  const { names, store } = deps;
  const authorities = authoritiesNamed(options.authority, deps.rulebook);
  const some = authorities.length > 0 ? authorities : null;
  const imported = new Set((await store.registerRows()).map(({ id }) => id));
  const events = await store.events(some ? { authorities: some } : {});
  const reports = new Map<string, string[]>();
  for (const { event } of events)
    if (event.register.judgement !== null)
      reports.set(event.register.judgement, [...(reports.get(event.register.judgement) ?? []), event.key]);
  const rows = options.missed
    ? (await reconciliation(deps, some, since)).missed
    : judgementsOf(deps.register)
        .filter((row) => (!some || some.includes(row.authority)) && (!since || dayOf(row) >= since))
        .sort((a, b) => (dayOf(a) > dayOf(b) ? -1 : dayOf(a) < dayOf(b) ? 1 : a.id < b.id ? -1 : 1));
  cli.result(
    rows.map((row) => ({ ...row, imported: imported.has(row.id), events: reports.get(row.id) ?? [] })),
    () =>
      rows.length === 0
        ? options.missed
          ? 'Nothing missed: every judgement published since has been reported.'
          : 'No published judgements.'
        : `${table(
            ['published', 'authority', 'by', 'grades', 'id', 'reported as'],
            rows.map((row) => [
              recordWhenIso(row) ?? '',
              names.authority(row.authority).shortName,
              names.inspectorate(row.inspectorate),
              gradesOf(row, names),
              `${row.id}${notesOn(row, imported)}`,
              reports.get(row.id)?.join(', ') ?? null,
            ]),
            cli.width(),
          )}\n${options.missed ? `${rows.length} that no source reported` : counted(rows.length, 'judgement')}`,
    options,
  );
}

async function importFile(cli: Cli, file: string, options: ImportOptions): Promise<void> {
  const since = dayOption(options.since, '--since') ?? null;
  const csv = (file === '-' ? await cli.io.stdin() : readInput(cli.io, file)).toString('utf8');
  const { deps } = await cli.app();
  await deps.refreshRegister();
  const faults: string[] = [];
  const judgements = readRegisterImport(
    csv,
    file,
    deps.rulebook,
    judgementsOf(deps.register),
    deps.reportSites,
    faults,
  );
  if (faults.length > 0) throw new WrongUse([...faults, 'Nothing was imported.']);
  if (judgements.length === 0) throw new WrongUse(`${file} holds no row below its header: nothing to import`);
  const done = await importRegister(deps, judgements, { by: options.by, since });
  const { names } = deps;
  cli.result(
    done,
    () =>
      [
        `${done.added.length} added, ${done.changed.length} changed, ${done.same} as they were.`,
        `Events of these authorities: ${Object.entries(done.events)
          .map(
            ([match, keys]) =>
              `${keys.filter((key) => !done.unofficial.includes(key)).length} ${MATCHES[match as keyof typeof MATCHES]}`,
          )
          .join(', ')}.`,
        ...(done.unofficial.length > 0
          ? [
              `${done.unofficial.length} more ${done.unofficial.length === 1 ? 'is' : 'are'} held against a row read from the press or a council's page, which confirms nothing.`,
            ]
          : []),
        ...done.contradictions.map(
          ({ key, judgement, field, reported, published }) =>
            `  ${key}: ${field} reported ${reported}, ${done.unofficial.includes(key) ? 'read elsewhere as' : 'published'} ${published} (${judgement})`,
        ),
        ...(done.missed.length === 0
          ? []
          : [
              'Published and reported by no source:',
              ...done.missed.map(
                (row) =>
                  `  ${recordWhenIso(row) ?? 'no date'}  ${names.authority(row.authority).shortName}: ${gradesOf(row, names)} (${row.id})`,
              ),
            ]),
      ].join('\n'),
    options,
  );
}

const MATCHES = {
  confirmed: 'confirmed',
  unpublished: 'not yet published',
  contradicting: 'contradicting',
  recycled: 'old news restated',
  none: 'that it cannot tell',
};
