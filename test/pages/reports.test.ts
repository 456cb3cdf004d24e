/** Inspectorates' reports as PDFs: the judgement table is read whatever its cells wrap like. */
import { afterAll, describe, expect, test } from 'vitest';
import { readPdf } from '../../src/adapters/pages/pdf.ts';
import { makePageReader } from '../../src/adapters/pages/read-page.ts';
import { aPdf, type Placed, prose } from '../support/pdf.ts';

const LEADERS = ['The impact of leaders on social work practice with', 'children and families'];
const HELP = ['The experiences and progress of children who', 'need help and protection'];
const CARE = ['The experiences and progress of children in care'];
const LEAVERS = ['The experiences and progress of care leavers'];
const OVERALL = ['Overall effectiveness'];
type Cells = readonly [label: string[], grade: string[]];
const ROWS: Cells[] = [
  [LEADERS, ['Outstanding']],
  [HELP, ['Good']],
  [CARE, ['Inadequate']],
  [LEAVERS, ['Requires improvement', 'to be good']],
  [OVERALL, ['Good']],
];
const READ = [
  'The impact of leaders on social work practice with children and families – Outstanding',
  'The experiences and progress of children who need help and protection – Good',
  'The experiences and progress of children in care – Inadequate',
  'The experiences and progress of care leavers – Requires improvement to be good',
  'Overall effectiveness – Good',
];

const LEADING = 13;
/** A table from `top` down: `space` between rows, grades at the first line of their row or in its middle. */
function table(rows: readonly Cells[], top: number, space: number, placed: 'top' | 'middle'): Placed[] {
  let y = top;
  return rows.flatMap(([label, grade]) => {
    const height = Math.max(label.length, grade.length) * LEADING;
    const column = (x: number, lines: string[]) => {
      const drop = placed === 'middle' ? (height - lines.length * LEADING) / 2 : 0;
      return lines.map((text, at) => [x, y - drop - at * LEADING, 11, text] as const);
    };
    const row = [...column(60, label), ...column(400, grade)];
    y -= height + space;
    return row;
  });
}

const face: Placed[] = [
  [60, 780, 20, 'Inspection of Northshire local authority'],
  [60, 756, 20, 'children’s services'],
  [60, 720, 12, 'Inspection dates: 4 to 15 September 2023'],
  [60, 702, 12, 'Lead inspector: Ann Other'],
  [60, 675, 11, 'Judgement'],
  [400, 675, 11, 'Grade'],
];
const summary = prose(
  ['Since the last inspection leaders have improved what children receive, and the', 'services they lead are good.'],
  480,
);

describe('the judgement table of a report', () => {
  for (const placed of ['top', 'middle'] as const)
    for (const space of [12, 6])
      test(`with grades at the ${placed} of their rows, ${space} points between rows`, async () => {
        const page = await readPdf(aPdf([[...face, ...table(ROWS, 650, space, placed), ...summary]]), null);
        expect(page.text.split('\n\n')[2]!.split('\n')).toEqual(['Judgement – Grade', ...READ]);
      });

  test('without space between rows of one line', async () => {
    const rows = ROWS.filter(([label, grade]) => label.length + grade.length === 2);
    const page = await readPdf(aPdf([[...face, ...table(rows, 650, 0, 'top'), ...summary]]), null);
    expect(page.text).toContain(
      'The experiences and progress of children in care – Inadequate\nOverall effectiveness – Good\n\nSince',
    );
  });

  test('without a head above it, and with prose before and behind', async () => {
    const before = prose(['The judgements on this authority are as follows, and the reasons stand below them.'], 690);
    const page = await readPdf(aPdf([[...face.slice(0, 2), ...before, ...table(ROWS, 650, 12, 'middle'), ...summary]]), null);
    expect(page.text.split('\n\n')).toEqual([
      'The judgements on this authority are as follows, and the reasons stand below them.',
      READ.join('\n'),
      'Since the last inspection leaders have improved what children receive, and the services they lead are good.',
    ]);
  });
});

describe('a report', () => {
  const foot = (number: number): Placed[] => [
    [60, 30, 9, 'Inspection of Northshire local authority children’s services'],
    [500, 30, 9, String(number)],
  ];
  test('has the words set largest for a title, and its facts apart', async () => {
    const page = await readPdf(aPdf([[...face, ...table(ROWS, 650, 12, 'top')]]), 'https://files.example/1');
    expect(page).toMatchObject({
      title: 'Inspection of Northshire local authority children’s services',
      url: 'https://files.example/1',
      engine: 'pdf',
    });
    expect(page.text.split('\n\n').slice(0, 2)).toEqual([
      'Inspection dates: 4 to 15 September 2023',
      'Lead inspector: Ann Other',
    ]);
  });

  test('is read without running heads, and not past its summary', async () => {
    const pages = Array.from({ length: 9 }, (_, at) => [
      ...(at === 0 ? face.slice(0, 2) : []),
      ...prose([`What page ${'ABCDEFGHI'[at]} says about practice in this authority.`], 700),
      ...foot(at + 1),
    ]);
    const { text } = await readPdf(aPdf(pages), null);
    expect(text.split('\n\n')).toEqual([...'ABCDEF'].map((letter) => `What page ${letter} says about practice in this authority.`));
  });

  const broken: [string, Buffer, RegExp][] = [
    ['that is cut short before its pages', aPdf([face]).subarray(0, 200), /cannot be read|without text|broken/],
    ['of noise behind the mark', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5_000, 'x y z')]), /cannot be read|without text/],
    ['without any text', aPdf([[]]), /without text/],
  ];
  for (const [what, bytes, sentence] of broken)
    test(`${what} is refused in one sentence`, async () => {
      await expect(readPdf(bytes, 'https://files.example/1')).rejects.toMatchObject({
        name: 'GiveUp',
        message: expect.stringMatching(sentence),
        details: { errorClass: 'parse' },
      });
    });
});

describe('in its thread', () => {
  const reader = makePageReader();
  const impatient = makePageReader({ pdfTimeoutMs: 1 });
  afterAll(async () => void (await Promise.all([reader.close(), impatient.close()])));

  test('a PDF is told by its mark, whatever it is said to be', async () => {
    const headers = { 'content-type': 'text/html' };
    expect(await reader.extract(aPdf([face]), { headers, url: null })).toMatchObject({ engine: 'pdf' });
  });

  test('one that takes too long is stopped', async () => {
    const many = Array.from({ length: 300 }, (_, at) => [60, 800 - at * 2, 2, 'words '.repeat(60)] as const);
    await expect(impatient.extract(aPdf([many, many, many, many]), { headers: {}, url: null })).rejects.toThrow(
      /took longer than 0.001 s/,
    );
  });
});
