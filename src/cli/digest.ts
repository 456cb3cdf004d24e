import path from 'node:path';
import { Option } from 'commander';
import {
  BESIDE_CSV,
  DIGEST_FORMATS,
  type DigestFormat,
  type Exported,
  exportDigest,
  manifest,
} from '../adapters/exports/index.ts';
import { addWeeks, londonWeek, parseWeek, type Week, weekMoments } from '../core/dates.ts';
import { coverageState, coverageWords, type Digest } from '../core/sending/digest.ts';
import { digestLinks } from '../core/sending/digest-links.ts';
import type { Criteria } from '../core/types.ts';
import { WrongUse } from '../errors.ts';
import { gatherWeek } from '../steps/gather-week.ts';
import { authoritiesNamed, faultsInto, repeated, writeOutput } from './arguments.ts';
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
    .option('--out <file>', 'write there instead of to standard output, with a manifest of hashes beside it')
    .addHelpText(
      'after',
      `
With --out, FILE.manifest.json says which week and edition it is, what the week rests on, and the SHA-256 of each file;
beside a CSV stand NAME.visits.csv: visits and outcomes without a grade, which are no rows of it; and NAME.coverage.csv: sources
that failed, councils without a judgement, councils without data.
Links in md, html, jsonld and atom follow GRADEWATCH_PUBLIC_URL; the other formats hold none of our own.
Example: gradewatch digest --week 2026-W47 --format csv --out week.csv`,
    )
    .action((options: Options) => digest(cli, options));
};

async function digest(cli: Cli, options: Options): Promise<void> {
  const faults: string[] = [];
  const check = faultsInto(faults);
  const asked = check(() => weekAsked(options.week), null);
  const { rulebook } = await cli.knowledgeOfData();
  const authorities = check(() => authoritiesNamed(options.authority, rulebook), []);
  if (faults.length > 0) throw new WrongUse(faults);
  const { deps } = await cli.app();
  const current = londonWeek(deps.now());
  const week = asked ?? addWeeks(current, -1);
  if (weekMoments(week).from > weekMoments(current).from)
    throw new WrongUse(`--week ${week} has not begun; it is ${current} now`);
  const criteria: Criteria | null =
    authorities.length > 0
      ? { authorities, regions: [], inspectorates: [], services: [], grades: [], directions: [] }
      : null;
  const asKnown = options.asKnown ?? 'then';
  const edition = await gatherWeek(deps, { week, asKnown, criteria });
  const links = digestLinks(deps.policy.publicUrl, { week, asKnown, authorities });
  const exported = await exportDigest(edition, options.format, deps.names, links);
  if (coverageState(edition.coverage) !== 'good') cli.say(`${week}: ${coverageWords(edition.coverage)}`);
  if (!options.out) return cli.io.stdout(exported.bytes);
  const beside = options.format === 'csv' ? BESIDE_CSV : [];
  const others = await Promise.all(
    beside.map(async (end) => ({ ...(await exportDigest(edition, end, deps.names, links)), end })),
  );
  write(cli, options.out, edition, exported, others);
}

/** The digest, what belongs beside it, and a manifest with the hash of each, under names that follow from the one given. */
function write(cli: Cli, out: string, edition: Digest, main: Exported, beside: (Exported & { end: string })[]): void {
  const stem = out.replace(/\.csv$/i, '');
  const files = [{ ...main, file: out }, ...beside.map(({ end, ...one }) => ({ ...one, file: `${stem}.${end}` }))];
  for (const { file, bytes, sha256 } of files) {
    writeOutput(cli.io, file, bytes);
    cli.say(`${file}: ${bytes.byteLength} bytes, SHA-256 ${sha256}`);
  }
  const named = files.map(({ file, ...one }) => ({ ...one, fileName: path.basename(file) }));
  writeOutput(cli.io, `${out}.manifest.json`, manifest(edition, named));
  cli.say(
    `${out}.manifest.json: what the week rests on, and the hashes of ${files.length === 1 ? 'the file' : 'the files'}`,
  );
}

/** @throws WrongUse when there is no such week */
function weekAsked(text: string | undefined): Week | null {
  if (text === undefined) return null;
  const week = parseWeek(text);
  if (!week) {
    const year = /^(\d{4})-?W53$/i.exec(text.trim())?.[1];
    throw new WrongUse(
      year
        ? `--week "${text}" is no week: ${year} has 52 weeks, as ISO 8601 counts them`
        : `--week "${text}" is no week; write it as 2026-W47 (gradewatch counts ISO weeks)`,
    );
  }
  return week;
}
