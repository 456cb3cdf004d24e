import type { Command } from 'commander';
import { isDay } from '../core/dates.ts';
import { changeOf, type KnownScales, type StatedClaim } from '../core/events/stated-claim.ts';
import type { Rulebook } from '../core/judging/rules/rulebook.ts';
import { type Direction, INSPECTORATES, type Inspectorate, SERVICES, type Service } from '../core/types.ts';
import { WrongUse } from '../errors.ts';
import { decideByPerson } from '../steps/decide.ts';
import { authoritiesNamed, dayOption, faultsInto, knownWords, repeated } from './arguments.ts';
import type { Cli } from './cli.ts';
import { type DecidingOptions, decidedBy, deciding, findingNamed, tellDecided } from './deciding.ts';

interface Options extends DecidingOptions {
  authority?: string;
  inspectorate?: string;
  service?: string;
  framework?: string;
  grade?: string;
  headline: string[];
  area: string[];
  direction?: string;
  published?: string;
  inspected?: string;
}

export function addReviewChange(review: Command, cli: Cli): void {
  deciding(review.command('change <finding>'))
    .description('what the finding should have said; with that it is accepted')
    .option('--authority <name>', 'slug, name, alias or code')
    .option('--inspectorate <id>', 'who judged')
    .option('--service <id>', 'what was judged')
    .option('--framework <id>', 'family of frameworks, such as ilacs')
    .option('--grade <id>', 'the overall grade; none where the report gives none')
    .addOption(repeated('--headline <remit=grade>', 'one of several headline grades; may be repeated'))
    .addOption(repeated('--area <area=grade>', 'the grade of one judgement area; may be repeated'))
    .option('--direction <way>', 'up, down, same, or none')
    .option('--published <day>', 'day the report was published')
    .option('--inspected <days>', 'first day and day after the last, as 2026-03-02..2026-03-14')
    .addHelpText(
      'after',
      '\nExample: gradewatch review change FINDING --grade good --reason "the table says good"\nReaders see the reason beside the judgement, and the article’s sentence as what it said.',
    )
    .action((id: string, options: Options) => change(cli, id, options));
}

async function change(cli: Cli, id: string, options: Options): Promise<void> {
  const by = decidedBy(options);
  const { deps } = await cli.app();
  const finding = await findingNamed(deps.store, id);
  const stated = statedBy(options, deps.rulebook);
  if (Object.keys(stated).length === 0)
    throw new WrongUse('say what to change: --authority, --grade, --area … (gradewatch review change --help)');
  const { change: claim, faults } = changeOf(finding.claim, stated, scalesOf(deps.rulebook));
  if (faults.length > 0) throw new WrongUse(faults);
  const subjects = [id, ...(await deps.store.eventKeysOfFindings([id]))];
  const done = await decideByPerson(deps, { kind: 'change', ...by, findingIds: [id], claim }, subjects);
  tellDecided(cli, done, 'Changed', options);
}

const scalesOf = ({ scales, frameworks }: Rulebook): KnownScales => ({
  scales,
  scaleOf: (family) => frameworks.findLast((framework) => framework.family === family)?.scale ?? null,
});

/** @throws WrongUse naming every word that is not known */
function statedBy(options: Options, rulebook: Rulebook): StatedClaim {
  const faults: string[] = [];
  const check = faultsInto(faults);
  const read = <T>(what: () => T) => check<T | undefined>(what, undefined);
  const word = <T extends string>(given: string | undefined, known: readonly T[], what: string) =>
    given === undefined ? undefined : read(() => knownWords([given], known, what)[0] as T);
  const pairs = (given: string[], flag: string): [string, string][] =>
    given.flatMap((text) => {
      const pair = read(() => pairOf(text, flag));
      return pair ? [pair] : [];
    });
  const authority = options.authority && read(() => authoritiesNamed([options.authority ?? ''], rulebook)[0]);
  const inspectorate = word<Inspectorate>(options.inspectorate, INSPECTORATES, 'inspectorate');
  const service = word<Service>(options.service, SERVICES, 'service');
  const families = [...new Set(rulebook.frameworks.map(({ family }) => family))];
  const framework = word(options.framework, families, 'family of frameworks');
  const direction = word<Direction | 'none'>(options.direction, ['up', 'down', 'same', 'none'], 'direction');
  const published = read(() => dayOption(options.published, '--published'));
  const inspected = options.inspected && read(() => rangeOf(options.inspected ?? ''));
  const areas = pairs(options.area, '--area').flatMap(([phrase, grade]) => {
    const area = rulebook.areaOf(phrase);
    if (area === null) faults.push(`--area "${phrase}": no inspectorate's file has this judgement area`);
    return area === null ? [] : [{ area, grade }];
  });
  const headlines = [
    ...(options.grade === undefined || options.grade === 'none'
      ? []
      : [{ remit: 'overall', grade: gradeId(options.grade) }]),
    ...pairs(options.headline, '--headline').map(([remit, grade]) => ({ remit, grade })),
  ];
  if (options.grade !== undefined && options.headline.length > 0)
    faults.push('--grade gives the only headline, --headline one of several: give one of the two');
  if (faults.length > 0) throw new WrongUse(faults);
  return {
    ...(authority ? { authority } : {}),
    ...(inspectorate ? { inspectorate } : {}),
    ...(service ? { service } : {}),
    ...(framework ? { framework } : {}),
    ...(direction ? { direction: direction === 'none' ? null : direction } : {}),
    ...(published ? { published } : {}),
    ...(inspected ? { inspected } : {}),
    ...(areas.length > 0 ? { areas } : {}),
    ...(options.grade !== undefined || headlines.length > 0 ? { headlines } : {}),
  };
}

const gradeId = (text: string) => text.trim().toLowerCase().replaceAll(/[ -]/g, '_');

function pairOf(text: string, flag: string): [string, string] {
  const [left, right, ...more] = text.split('=');
  if (!left?.trim() || !right?.trim() || more.length > 0)
    throw new WrongUse(`${flag} "${text}" must be written as name=grade, such as leaders=good`);
  return [left.trim(), gradeId(right)];
}

function rangeOf(text: string): { from: string; until: string } {
  const [from = '', until = ''] = text.split('..');
  if (!isDay(from) || !isDay(until) || from >= until)
    throw new WrongUse(
      `--inspected "${text}" must be the first day and the day after the last, as 2026-03-02..2026-03-14`,
    );
  return { from, until };
}
