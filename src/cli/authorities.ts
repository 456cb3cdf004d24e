import { timeline } from '../core/register.ts';
import { areaTally } from '../core/sending/area-tally.ts';
import { verdictWords } from '../core/sending/event-words.ts';
import { headlineWords, type Names, publicationIso, rangeWords } from '../core/sending/names.ts';
import { readFromWords } from '../core/sending/register-words.ts';
import { type TimelineRow, timelineRows } from '../core/timeline-rows.ts';
import type { Authority, DayRange, ReadElsewhere } from '../core/types.ts';
import { authoritiesNamed, jsonOption } from './arguments.ts';
import type { AddCommand } from './cli.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

export const addAuthorities: AddCommand = (program, cli) => {
  const authorities = program.command('authorities');
  authorities
    .command('list')
    .description('every authority we know, present, former and coming')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: gradewatch authorities list')
    .action(async (options: { json?: boolean }) => {
      const { rulebook } = await cli.knowledgeOfData();
      const rows = rulebook.authorities.map((one) => [
        one.slug,
        one.gssCode,
        one.laCode,
        one.region,
        [one.officialName, period(one)].filter(Boolean).join(', '),
      ]);
      cli.result(
        rulebook.authorities,
        () => table(['slug', 'GSS', 'LA', 'region', 'name'], rows, cli.width()),
        options,
      );
    });
  authorities
    .command('show <name>')
    .description('the timeline of one authority: official judgements and reported ones side by side')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: gradewatch authorities show bexley')
    .action(async (name: string, options: { json?: boolean }) => {
      const { deps } = await cli.app();
      const { names, register, rulebook, store } = deps;
      const [slug = ''] = authoritiesNamed([name], rulebook);
      const authority = rulebook.authorities.find((one) => one.slug === slug);
      const reported = (await store.events({ authorities: [slug] })).map(({ event }) => event);
      const rows = timelineRows(slug, register, reported).map((row) => ({
        day: publicationIso(row) ?? '',
        inspected: row.inspected,
        what: `${names.inspectorate(row.inspectorate)}, ${names.service(row.service)}${row.framework ? ` (${frameworks(row, names)})` : ''}`,
        official: officialGrades(row, names),
        readFrom: row.official?.readFrom ?? null,
        reported: row.reported.map((event) => `${verdictWords(event, names)}: ${event.key}`).join(', '),
      }));
      cli.result(
        { authority, timeline: rows, official: timeline(slug, register), reported },
        () =>
          `${authority ? authorityLine(authority) : slug}\n\n${rows.map((row) => entry(row, cli.width())).join('\n')}`,
        options,
      );
    });
};

function officialGrades({ official, ...of }: TimelineRow, names: Names): string | null {
  if (!official) return null;
  const words = headlineWords(official, names);
  if (words !== null) return words;
  if (official.judgements.length === 0) return 'no grade';
  return `${areaTally({ ...of, ...official, gradeState: 'none_by_framework' }, names)}, no overall grade`;
}

const authorityLine = ({ officialName, type, region, gssCode, laCode }: Authority): string =>
  [officialName, type, region, gssCode && `GSS ${gssCode}`, laCode && `local authority number ${laCode}`]
    .filter(Boolean)
    .join(', ');

/** A family of the register may be one of several: `slac|cp`. */
const frameworks = ({ framework, frameworkVersion }: TimelineRow, names: Names): string =>
  (framework ?? '')
    .split('|')
    .map((family) => names.framework(family, frameworkVersion))
    .join(' or ');

interface Shown {
  /** Of publication; empty where that is not known. */
  day: string;
  /** When the inspectors were there, where no more is known. */
  inspected: DayRange | null;
  what: string;
  official: string | null;
  readFrom: ReadElsewhere | null;
  reported: string;
}

const INDENT = 12;
function entry({ day, inspected, what, official, readFrom, reported }: Shown, width: number): string {
  const elsewhere = readFromWords(readFrom ?? undefined);
  const pad = ' '.repeat(INDENT);
  return [
    `${(day || 'no date').padEnd(INDENT)}${wrap(inspected ? `${what}, inspected ${rangeWords(inspected)}` : what, INDENT, width)}`,
    `${pad}official  ${wrap(`${official ?? 'not in the register'}${elsewhere ? ` (${elsewhere})` : ''}`, INDENT + 10, width)}`,
    `${pad}reported  ${wrap(reported || 'no report seen', INDENT + 10, width)}`,
  ].join('\n');
}

const period = ({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }) =>
  [validFrom && `from ${validFrom}`, validTo && `until ${validTo}`].filter(Boolean).join(' ');
