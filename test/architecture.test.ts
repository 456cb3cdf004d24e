/** Arrows point down: `workers, web, cli → app → jobs → steps | adapters → ports, settings → core, errors`. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');

const files = ['src', 'workers'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('generated'))
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/'))),
);

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const imports: Import[] = files.flatMap((from) => {
  const code = readFileSync(path.join(ROOT, from), 'utf8');
  const found = code.matchAll(
    /^\s*(?:import|export)\s+(type\s)?[^'"]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm,
  );
  return [...found].map(([, type, named, bare, lazy]) => {
    const word = named ?? bare ?? lazy ?? '';
    return {
      from,
      to: word.startsWith('.') ? path.posix.join(path.posix.dirname(from), word) : word,
      typeOnly: type !== undefined,
    };
  });
});

/** Where a file stands in the house; higher storeys may use lower ones. */
const STOREYS: [RegExp, number][] = [
  [/^workers\//, 6],
  [/^src\/(cli|web|demo)\//, 6],
  [/^src\/worker\.ts$/, 6],
  [/^src\/(app|run-jobs|run-to-idle|stop)\.ts$/, 5],
  [/^src\/knowledge\.ts$/, 5],
  [/^src\/steps\//, 4],
  [/^src\/jobs\.ts$/, 3],
  [/^src\/adapters\//, 3],
  [/^src\/(ports|settings|clock|heap|log|version|package-root)\.ts$/, 2],
  [/^src\/core\//, 1],
  [/^src\/(errors\.ts$|generated\/)/, 0],
];
const storey = (file: string) => STOREYS.find(([pattern]) => pattern.test(file))?.[1];

test('every file has its storey', () => {
  expect(files.filter((file) => storey(file) === undefined)).toEqual([]);
});

test('arrows point down', () => {
  const up = imports.filter(({ from, to }) => to.startsWith('src/') && (storey(to) ?? 9) > (storey(from) ?? 0));
  // The composition root hands its finished app to what it opens: they know its type, nothing more.
  const offenders = up.filter(({ to, typeOnly }) => !(to === 'src/app.ts' && typeOnly));
  expect(offenders.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('no file needs itself by way of others, for a type neither', () => {
  const needs = new Map<string, string[]>();
  for (const { from, to } of imports) if (files.includes(to)) needs.set(from, [...(needs.get(from) ?? []), to]);
  const settled = new Set<string>();
  const circleFrom = (file: string, way: string[]): string[] => {
    if (way.includes(file)) return [[...way.slice(way.indexOf(file)), file].join(' → ')];
    if (settled.has(file)) return [];
    const found = (needs.get(file) ?? []).flatMap((next) => circleFrom(next, [...way, file]));
    settled.add(file);
    return found;
  };
  expect(files.flatMap((file) => circleFrom(file, []))).toEqual([]);
});

/** Libraries that are pure: no input or output, no clock, no randomness. */
const PURE =
  /^(luxon|zod|natural\/lib\/natural\/(tokenizers|stemmers|distance)\/[\w.]+|hono\/(jsx|html|jsx\/[\w-]+)|node:crypto|csv-stringify\/sync|ical-generator)$/;

test('core imports itself and pure libraries only', () => {
  const strangers = imports.filter(
    ({ from, to }) =>
      from.startsWith('src/core/') && !to.startsWith('src/core/') && to !== 'src/errors.ts' && !PURE.test(to),
  );
  expect(strangers.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

/** Each library that does input or output stands behind one door. */
const DOORS: [RegExp, RegExp][] = [
  [/^bullmq$/, /^src\/adapters\/queue\//],
  [/^ioredis$/, /^src\/adapters\/queue\//],
  [/^(pg|@electric-sql\/pglite)/, /^src\/adapters\/(database|queue|store)\//],
  [/^(@prisma\/|src\/generated\/)/, /^src\/adapters\/store\//],
  [/^undici$/, /^src\/adapters\/web-fetch\//],
  [/^rss-parser$/, /^src\/adapters\/feeds\//],
  [/^cheerio/, /^src\/adapters\/(feeds|pages|html)/],
  [/^nodemailer/, /^src\/adapters\/mail\//],
  [/^standardwebhooks$/, /^src\/adapters\/webhook\//],
  [/^web-push$/, /^src\/adapters\/web-push\//],
  [/^@hono\/node-server/, /^src\/web\//],
  [/^commander$/, /^src\/cli\//],
];

for (const [library, door] of DOORS)
  test(`${library.source} stands behind ${door.source}`, () => {
    const users = imports.filter(({ from, to }) => library.test(to) && !door.test(from));
    expect(users.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

test('the computer’s clock is read in one place, and the database’s for nothing that is stored', () => {
  const readers = (clock: RegExp) => files.filter((file) => clock.test(readFileSync(path.join(ROOT, file), 'utf8')));
  expect(readers(/\bnew Date\(\)|\bDate\.now\(|\bDateTime\.(now|local|utc)\(\)/)).toEqual(['src/clock.ts']);
  const inSql = readers(/CURRENT_TIMESTAMP|clock_timestamp\(\)|\bnow\(\)/i);
  // How far it is from ours, for `doctor`.
  expect(inSql.filter((file) => file.startsWith('src/adapters/store/'))).toEqual(['src/adapters/store/journal.ts']);
  expect(readFileSync(path.join(ROOT, 'prisma', 'schema.prisma'), 'utf8')).not.toMatch(/@default\(now|@updatedAt/);
});

test('the bare package `natural` is never imported', () => {
  expect(imports.filter(({ to }) => to === 'natural')).toEqual([]);
});
