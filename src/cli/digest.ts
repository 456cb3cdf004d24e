import { Option } from 'commander';
import { DIGEST_FORMATS, type DigestFormat, exportDigest } from '../adapters/exports/index.ts';
import { addWeeks, londonWeek, parseWeek } from '../core/dates.ts';
import type { Criteria } from '../core/types.ts';
import { WrongUse } from '../errors.ts';
import { gatherWeek } from '../steps/gather-week.ts';
import { authoritiesNamed, repeated, writeOutput } from './arguments.ts';
import type { AddCommand, Cli } from './cli.ts';

interface Options {
  week?: string;
  authority: string[];
  format: DigestFormat;
  asKnown?: 'then' | 'now';
  out?: string;
}

export const addDigest: AddCommand = (program, cli) => {
  program
    .command('digest')
    .option('--week <week>', 'ISO week such as 2026-W47; the last closed one unless given')
    .addOption(repeated('--authority <name>', 'only this authority; may be repeated'))
    .addOption(new Option('--format <format>', 'how to print').choices(DIGEST_FORMATS).default('md'))
    .addOption(
      new Option('--as-known <when>', 'as known when the week closed, or with all learnt since')
        .choices(['then', 'now'])
        .default('then'),
    )
    .option('--out <file>', 'write there instead of to standard output')
    .addHelpText('after', '\nExample: gradewatch digest --week 2026-W47 --format csv --out week.csv')
    .action((options: Options) => digest(cli, options));
};

async function digest(cli: Cli, options: Options): Promise<void> {
  if (options.week && !parseWeek(options.week))
    throw new WrongUse(`--week "${options.week}" is no week; write it as 2026-W47 (gradewatch counts ISO weeks)`);
  const { deps } = await cli.app();
  const week = options.week ?? addWeeks(londonWeek(deps.now()), -1);
  const authorities = authoritiesNamed(options.authority, deps.rulebook);
  const criteria: Criteria | null =
    authorities.length > 0
      ? { authorities, regions: [], inspectorates: [], services: [], grades: [], directions: [] }
      : null;
  const edition = await gatherWeek(deps, { week, asKnown: options.asKnown ?? 'then', criteria });
  const { publicUrl } = deps.policy;
  const exported = await exportDigest(edition, options.format, deps.names, {
    event: (key) => `${publicUrl}/events/${encodeURIComponent(key)}`,
    week: `${publicUrl}/`,
    footer: [],
  });
  if (!options.out) return cli.io.stdout(exported.bytes);
  writeOutput(cli.io, options.out, exported.bytes);
  cli.say(`${options.out}: ${exported.bytes.byteLength} bytes, SHA-256 ${exported.sha256}`);
}
