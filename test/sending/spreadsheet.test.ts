import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportDigest, exportEvents } from '../../src/adapters/exports/index.ts';
import { EVENT_COLUMNS } from '../../src/core/sending/columns.ts';
import { type DigestInput, weekDigest } from '../../src/core/sending/digest.ts';
import { digestLetter } from '../../src/core/sending/digest-letter.ts';
import { anEvent, aWeek, names, weekLinks } from './build.ts';
import { fullWeek } from './full-week.ts';

const digest = (input: Partial<DigestInput>) => weekDigest(aWeek(input), names);
const plainOf = (xml: string) => xml.replaceAll('&apos;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** The sheets of a book by name, in their order. */
function sheetsOf(bytes: Uint8Array) {
  const book = unzipSync(bytes);
  const file = (name: string) => Buffer.from(book[name] ?? []).toString();
  const workbook = file('xl/workbook.xml');
  const shared = [...file('xl/sharedStrings.xml').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) =>
    plainOf(text ?? ''),
  );
  return [...workbook.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name = ''], index) => {
    const xml = file(`xl/worksheets/sheet${index + 1}.xml`);
    const defined = new RegExp(`<definedName name="_xlnm.(\\w+)" localSheetId="${index}"[^>]*>'${name}'!([^<]+)<`, 'g');
    return {
      ...{ name, xml },
      defined: Object.fromEntries([...workbook.matchAll(defined)].map(([, what, range]) => [what, range])),
      rows: [...xml.matchAll(/<row ([^>]*)>(.*?)<\/row>/gs)].map(([, row = '', cells = '']) => ({
        height: Number(/ht="([\d.]+)"/.exec(row)?.[1] ?? 0),
        cells: [...cells.matchAll(/<v>(\d+)<\/v>/g)].map(([, at]) => shared[Number(at)] ?? ''),
      })),
    };
  });
}
const bookOf = async (input: Partial<DigestInput>) =>
  sheetsOf((await exportDigest(digest(input), 'xlsx', names, weekLinks)).bytes);

/** All that is said in a letter, without its addresses. */
const textsOf = (part: unknown, key = ''): string[] => {
  if (typeof part === 'string') return ['kind', 'url'].includes(key) ? [] : [part];
  return part && typeof part === 'object' ? Object.entries(part).flatMap(([name, inner]) => textsOf(inner, name)) : [];
};

describe('the sheet to read and print', () => {
  test('stands first and holds all that the letter says, its title on every page', async () => {
    const [sheet] = await bookOf(fullWeek);
    expect(sheet?.name).toBe('To read and print');
    const said = sheet?.rows.flatMap(({ cells }) => cells).join('\n');
    const { title, blocks, footer } = digestLetter(digest(fullWeek), names, weekLinks);
    for (const text of textsOf([title, blocks, footer])) expect(said).toContain(text);
    for (const part of [
      'week 2026-W47 (16 to 22 November 2026)',
      'was good; retracted: we were wrong',
      'Totals',
      'Movers up',
      'Movers down',
      'Judged for the first time',
      'Streaks',
      'Waiting for a person',
      'No judgement this week',
      '9 of 12 sources answered',
      `Edition ${digest(fullWeek).edition}`,
    ])
      expect(said).toContain(part);
    expect(sheet?.defined.Print_Titles).toBe('$1:$1');
    expect(sheet?.rows[0]?.cells).toEqual(['Council inspection judgements, week 2026-W47 (16 to 22 November 2026)']);
    expect(sheet?.xml).toMatch(
      /<oddFooter>&amp;LCouncil inspection judgements, week 2026-W47 .*Page &amp;P of &amp;N</,
    );
  });

  test('holds every row, however many, and says what is a sample or empty', async () => {
    const learntAt = new Date('2026-11-18T09:00:00Z');
    const events = Array.from({ length: 70 }, (_, index) => ({ event: anEvent({ key: `k${index}` }), learntAt }));
    const [sheet] = await bookOf({ sample: true, events });
    const first = sheet?.rows.map(({ cells }) => cells[0] ?? '') ?? [];
    expect(first.filter((text) => text === 'Northshire').length).toBeGreaterThanOrEqual(70);
    expect(first[1]).toContain('invented councils');
    expect((await bookOf({ events: [] }))[0]?.rows.map(({ cells }) => cells[0])).toContainEqual(
      expect.stringMatching(/^No judgement was published/),
    );
  });

  test('has lines high enough for what wraps in them', async () => {
    const [sheet] = await bookOf(fullWeek);
    // No column is wider than the page, none narrower than a ninth of it.
    for (const { height, cells } of sheet?.rows ?? [])
      for (const { length } of cells) expect(height).toBeGreaterThanOrEqual(15 * Math.ceil(length / 200));
    const table = sheet?.rows.find(({ cells }) => cells[0] === 'Northshire' && cells.length === 9);
    expect(table?.height).toBeGreaterThanOrEqual(2 * 15);
  });
});

test('sheets for programs follow, with a filter and their header in sight; without visits or doubt there is no sheet of them', async () => {
  const sheets = await bookOf(fullWeek);
  const programs = ['Judgements', 'Visits and outcomes', 'In review', 'Coverage', 'About', 'Columns'];
  expect(sheets.slice(1).map(({ name }) => name)).toEqual(programs);
  for (const { xml, defined, rows } of sheets.slice(1)) {
    expect(xml).toMatch(/<autoFilter ref="A1:[A-Z]+\d+"\/>/);
    expect(xml).toContain('ySplit="1"');
    expect(defined._FilterDatabase).toMatch(new RegExp(`^\\$A\\$1:\\$[A-Z]+\\$${rows.length}$`));
  }
  const bare = (await bookOf({})).map(({ name }) => name);
  expect(bare).toEqual(['To read and print', 'Judgements', 'Coverage', 'About', 'Columns']);
});

test('a week without a judgement says so at the foot of the table that has none', async () => {
  const table = (await bookOf({ events: [] })).find(({ name }) => name === 'Judgements');
  expect(table?.rows).toHaveLength(1);
  expect(table?.xml).toMatch(/<oddFooter>&amp;LJudgements: No judgement was published in this week/);
  const [events] = sheetsOf(await exportEvents([], 'xlsx', names, new Date('2026-11-18T09:00:00Z')));
  expect(events?.xml).toContain('&amp;LEvents: no judgement');
});

test('all print landscape and one page wide, wide tables only the columns that can be read there', async () => {
  for (const { name, xml, defined, rows } of await bookOf(fullWeek)) {
    const [, setup] = /<pageSetup paperSize="9" ([^>]*)\/>/.exec(xml) ?? [];
    expect(setup).toBe('orientation="landscape" fitToWidth="1" fitToHeight="0"');
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(defined.Print_Titles).toBe('$1:$1');
    const [from = '', to = ''] = (defined.Print_Area ?? '').match(/[A-Z]+/g) ?? [];
    expect(defined.Print_Area).toBe(`$${from}$1:$${to}$${rows.length}`);
    const digits = [...xml.matchAll(/<col min="(\d+)" max="\d+" width="([\d.]+)"/g)]
      .filter(([, at]) => Number(at) >= placeOf(from) && Number(at) <= placeOf(to))
      .reduce((sum, [, , width]) => sum + Number(width), 0);
    // Landscape, a page holds some 155 at full size: what is printed smaller than 8 of 11 points is hard to read.
    expect([name, digits <= 230]).toEqual([name, true]);
  }
});

test('the printed part of the judgements goes from whether each stands to its grade, and its foot says so', async () => {
  const events = exportEvents([], 'xlsx', names, new Date('2026-11-18T09:00:00Z'));
  const [first, columns] = [(await bookOf(fullWeek))[1], EVENT_COLUMNS.map(({ id }) => id)];
  for (const { defined } of [first, sheetsOf(await events)[0]].flatMap((sheet) => sheet ?? [])) {
    const [from = '', to = ''] = (defined.Print_Area ?? '').match(/[A-Z]+/g) ?? [];
    expect([columns[placeOf(from) - 1], columns[placeOf(to) - 1]]).toEqual(['status', 'grade']);
  }
  expect(first?.xml).toContain('&amp;LJudgements, columns status to grade; the others are in the file&amp;R');
});

/** `A` is 1, `AA` 27. */
const placeOf = (column: string): number =>
  [...column].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0);
