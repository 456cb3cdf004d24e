/** What `classify` says to a person, and to whoever sends it nothing or a broken line. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { type ConfigFolder, configWith } from '../support/config-folder.ts';

let config: ConfigFolder;
beforeAll(async () => {
  config = await configWith([]);
  vi.stubEnv('GRADEWATCH_CONFIG', config.path);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await config.remove();
});

async function classify(argv: string[], stdin = '') {
  let [out, err] = ['', ''];
  const code = await run({
    argv: ['classify', ...argv],
    cwd: process.cwd(),
    stdin: async () => Buffer.from(stdin),
    stdout: (text) => {
      out += String(text);
    },
    stderr: (text) => {
      err += text;
    },
    columns: 100,
    interactive: false,
    colour: false,
  });
  return { code, out, err };
}

const NOTHING: [what: string, argv: string[], stdin: string, sentence: string][] = [
  ['an empty name', [''], '', 'the name of the file is empty; name one, or send text to standard input'],
  ['empty standard input', [], '', 'nothing to judge: name a file, or send text to standard input'],
  ['standard input of spaces', [], ' \n\n', 'nothing to judge: name a file, or send text to standard input'],
  [
    'articles as JSON',
    [],
    '{"id": "a", "text": "Good."}',
    'standard input holds articles as JSON, not text; judge it with --jsonl',
  ],
  ['a list of them', [], '[\n  {\n    "title": "Good"\n  }\n]', 'judge it with --jsonl, one JSON object a line'],
  ['no lines', ['--jsonl'], '\n', 'one JSON object a line is expected'],
];
for (const [what, argv, stdin, sentence] of NOTHING)
  test(`${what} is told in a sentence`, async () => {
    const ran = await classify(argv, stdin);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(sentence);
  });

test('a broken line is told with its number, blank lines counted; the others are judged', async () => {
  const ran = await classify(['--jsonl'], '{"id":"a","text":"Road works."}\n\n{"id":"b","text":\n{"id":"c"}\n');
  expect(ran.code).toBe(1);
  const lines = ran.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines).toMatchObject([
    { id: 'a', relevant: false },
    { id: null, error: expect.stringMatching(/^line 3: not JSON/) },
    { id: 'c', error: 'line 4: has none of title, text and html: nothing to judge' },
  ]);
  expect(Object.keys(lines[1] ?? {})).toEqual(['id', 'error']);
});

const REPORT =
  'Ofsted has published its report on children’s services in Northshire, inspected in May 2026.\n\nLeaders were judged outstanding. Help and protection was judged good, the experiences and progress of children in care good, and of care leavers requires improvement.\n\nWe chase every outstanding bill too.';
const ARGS = ['--published', '2026-06-20'];

test('where the framework gives no overall grade, the plain answer says so and since when, with the areas', async () => {
  const { out } = await classify(ARGS, REPORT);
  expect(out).toContain('no overall grade is given under the framework since April 2026');
  expect(out).toMatch(/leaders.*: outstanding/);
});

test('the explanation says what each rule means, what the relevance model added, what was weighed and what not taken', async () => {
  const { out } = await classify([...ARGS, '--explain'], REPORT);
  for (const said of [
    'no overall grade is given under the framework since April 2026',
    /confidence 0\.\d\d: 0\.\d\d by the rules \([\d.]+ points\), (raised|lowered|left there) because .* at \d+ %/,
    'words that give a grade stand beside it',
    /How it was weighed\n-+\n.*points; from 2\.2 on it is news/,
    /Rules that fired\n-+\n {3}licence\./,
    /Looked at and not taken\n-+\nX1 .*ordinary sense/,
  ])
    expect(out).toEqual(typeof said === 'string' ? expect.stringContaining(said) : expect.stringMatching(said));
  const { out: page } = await classify([...ARGS, '--explain', '--html'], REPORT);
  expect(page).toContain('<summary>How it was weighed</summary>');
  expect(page).toContain('<title>How this article was judged</title>');
});

test('a headline given beside the text is read as the headline', async () => {
  const text = 'The report on the council’s children’s services is out, and its leader is proud.';
  const [bare, titled] = await Promise.all([
    classify(ARGS, text),
    classify([...ARGS, '--title', 'Ofsted rates Northshire’s children’s services good'], text),
  ]);
  expect(bare.out).toContain('no new judgement');
  expect(titled.out).toContain("Northshire: good (Ofsted, children's services)");
});
