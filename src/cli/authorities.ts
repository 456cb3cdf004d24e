import { timeline } from '../core/register.ts';
import { headlineWords } from '../core/sending/names.ts';
import { authoritiesNamed, jsonOption } from './arguments.ts';
import type { AddCommand } from './cli.ts';
import { table } from './table.ts';

export const addAuthorities: AddCommand = (program, cli) => {
  const authorities = program.command('authorities');
  authorities
    .command('list')
    .description('every authority we know, present, former and coming')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample: gradewatch authorities list')
    .action(async (options: { json?: boolean }) => {
      const { rulebook } = await cli.knowledge();
      const rows = rulebook.authorities.map((one) => [
        one.slug,
        one.gssCode,
        one.laCode,
        one.region,
        one.officialName,
        period(one),
      ]);
      cli.result(
        rulebook.authorities,
        () => table(['slug', 'GSS', 'number', 'region', 'name', 'in force'], rows, cli.io.columns),
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
      const [slug = ''] = authoritiesNamed([name], deps.rulebook);
      const authority = deps.rulebook.authorities.find((one) => one.slug === slug);
      const official = timeline(slug, deps.register);
      const reported = (await deps.store.events({ authorities: [slug] })).map(({ event }) => event);
      const known = new Set(official.map(({ judgement }) => judgement.id));
      const of = (id: string) => reported.filter(({ register }) => register.judgement === id).map(({ key }) => key);
      const rows = [
        ...official.map(({ judgement, day }) => ({
          day,
          what: `${deps.names.inspectorate(judgement.inspectorate)}, ${deps.names.service(judgement.service)} (${deps.names.framework(judgement.framework)})`,
          official: headlineWords({ ...judgement, grade: null }, deps.names) ?? 'no headline grade',
          reported: of(judgement.id).join(', ') || null,
        })),
        ...reported
          .filter(({ register }) => !register.judgement || !known.has(register.judgement))
          .map((event) => ({
            day: event.day ?? '',
            what: `${deps.names.inspectorate(event.inspectorate)}, ${deps.names.service(event.service)}`,
            official: null,
            reported: `${headlineWords(event, deps.names) ?? 'no headline grade'}: ${event.key}`,
          })),
      ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
      cli.result(
        { authority, timeline: rows, official, reported },
        () =>
          `${authority?.officialName}, GSS ${authority?.gssCode ?? '–'}, number ${authority?.laCode ?? '–'}, ${authority?.region}\n${table(
            ['published', 'official', 'reported', 'inspection'],
            rows.map((row) => [row.day || null, row.official, row.reported, row.what]),
            cli.io.columns,
          )}`,
        options,
      );
    });
};

const period = ({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }) =>
  validFrom || validTo ? `${validFrom ?? ''}–${validTo ?? ''}` : '';
