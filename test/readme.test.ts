/** What the documents promise is there: commands, settings, files, notices. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { run } from '../src/cli/run.ts';
import { SETTING_NAMES } from '../src/settings.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const readme = read('README.md');
const documents = [
  'README.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'THIRD-PARTY-NOTICES.md',
  'config/README.md',
  'config/register/README.md',
];
const manifest = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
};

/** A command line as it would be typed, its output and exit code. */
async function ran(argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const out = { stdout: '', stderr: '' };
  const code = await run({
    argv,
    cwd: process.cwd(),
    stdin: async () => Buffer.alloc(0),
    stdout: (text) => {
      out.stdout += String(text);
    },
    stderr: (text) => {
      out.stderr += text;
    },
    columns: 100,
    interactive: false,
    colour: false,
  });
  return { code, ...out };
}

describe('commands', () => {
  const lines = documents.flatMap((file) =>
    [...read(file).matchAll(/(?:npx )?gradewatch ([a-z][^`\n#]*)/g)].map(([, line = '']) => line.trim().split(/\s+/)),
  );
  const words = [
    ...new Set(
      lines.map((line) =>
        line
          .slice(0, 2)
          .filter((word) => /^[a-z-]+$/.test(word) && !word.startsWith('-'))
          .join(' '),
      ),
    ),
  ];

  test('the README shows some', () => expect(words.length).toBeGreaterThan(10));

  test.each(words)('gradewatch %s exists, with help', async (line) => {
    const { code, stdout, stderr } = await ran([...line.split(' '), '--help']);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const [command = '', sub = ''] = line.split(' ');
    expect(stdout).toMatch(new RegExp(`^Usage: gradewatch ${command}(\\|\\w+)?( ${sub})?`));
  });

  test.each(
    lines.filter((line) => line.some((word) => word.startsWith('--'))).map((line) => [line.join(' '), line] as const),
  )('the options of "gradewatch %s" exist', async (_text, line) => {
    const plain = line.slice(0, 2).filter((word) => /^[a-z-]+$/.test(word) && !word.startsWith('-'));
    const { stdout } = await ran([...plain, '--help']);
    for (const option of line.filter((word) => word.startsWith('--'))) expect(stdout).toContain(option);
  });

  test('every npm script it names is one', () => {
    const scripts = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
    for (const name of [...scripts, 'start', 'test']) expect(manifest.scripts).toHaveProperty([name]);
  });
});

test('the table of settings names every setting there is, and no other', () => {
  const table = readme.slice(readme.indexOf('## Settings'), readme.indexOf('## Two ways to run'));
  const named = [...table.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name = '']) => name);
  expect(named.sort()).toEqual([...SETTING_NAMES].sort());
});

test.each(documents)('every file %s names exists', (file) => {
  const text = read(file);
  const named = [
    ...text.matchAll(/`((?:src|config|test|prisma|workers)\/[\w./*-]+|[A-Z][\w-]*\.md|LICENSE|[\w-]+\.(?:yml|json))`/g),
  ];
  const missing = named.map(([, name = '']) => name.replace(/\*.*$/, '')).filter((name) => !existsSync(name));
  expect(missing).toEqual([]);
});

test('every package used at run time is named in the notices, with its version and licence', () => {
  const notices = read('THIRD-PARTY-NOTICES.md');
  const rows = [...notices.matchAll(/^\| `([^`]+)` \| ([^ ]+) \| ([^|]+) \|/gm)].map(([, name, version]) => [
    name,
    version,
  ]);
  expect(Object.fromEntries(rows)).toEqual(manifest.dependencies);
});

test('what the package ships is said in the changelog', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  expect(read('CHANGELOG.md')).toContain(`## ${version}`);
});
