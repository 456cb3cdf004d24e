/** Digests and event lists as files: one function for each, whatever the format. */
import { dayStart } from '../../core/dates.ts';
import { sha256 } from '../../core/keys.ts';
import { inspectionCalendar } from '../../core/sending/calendar.ts';
import { type CellValue, EVENT_COLUMNS, type EventRow, table } from '../../core/sending/columns.ts';
import { coverageTable } from '../../core/sending/coverage-table.ts';
import { coverageState, coverageWords, type Digest } from '../../core/sending/digest.ts';
import { digestJson } from '../../core/sending/digest-json.ts';
import { digestLetter, emptyWords } from '../../core/sending/digest-letter.ts';
import type { DigestLinks } from '../../core/sending/digest-links.ts';
import { rowsOnce } from '../../core/sending/digest-rows.ts';
import { atomFeed, newestUpdate } from '../../core/sending/feeds.ts';
import { digestJsonLd } from '../../core/sending/json-ld.ts';
import { letterMarkdown } from '../../core/sending/letter.ts';
import { letterHtml } from '../../core/sending/letter-html.tsx';
import type { Names } from '../../core/sending/names.ts';
import { visitsTable } from '../../core/sending/visits-table.ts';
import { csvBytes } from './csv.ts';
import { readingSheet } from './reading-sheet.ts';
import { type Sheet, xlsxBytes } from './xlsx.ts';

export const DIGEST_FORMATS = ['md', 'html', 'csv', 'xlsx', 'json', 'jsonld', 'atom', 'ics'] as const;
export type DigestFormat = (typeof DIGEST_FORMATS)[number];
/** What a week has besides judgements, beside its CSV: visits and outcomes without a grade, and what the week rests on. */
export const BESIDE_CSV = ['visits.csv', 'coverage.csv'] as const;
export type DigestFile = DigestFormat | (typeof BESIDE_CSV)[number];

export interface Exported {
  fileName: string;
  contentType: string;
  bytes: Uint8Array;
  sha256: string;
}

const CONTENT_TYPES: Record<DigestFile, string> = {
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  'visits.csv': 'text/csv; charset=utf-8',
  'coverage.csv': 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  jsonld: 'application/ld+json; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
};

const text = (value: string): Uint8Array => Buffer.from(value, 'utf8');
const allRows = ({ rows, late, corrections, putRight, setAside }: Digest): EventRow[] => [
  ...rows,
  ...late,
  ...corrections.map(({ row }) => row),
  ...putRight.map(({ row }) => row),
  ...setAside.map(({ row }) => row),
];

/** Of the columns of events, what can be read on a page's width: from whether it stands to the grade. */
const EVENT_PAPER = ['status', 'grade'] as const;

const SAMPLE = 'Invented councils in a demonstration; no inspectorate has said this.';

const calendarTitle = ({ week, sample }: Digest): string =>
  `${sample ? '[Sample] ' : ''}Inspections reported in week ${week}`;

/** Inspections the week reports, and what it puts right, so that a calendar takes that over or strikes it out. */
const calendarRows = (digest: Digest): EventRow[] => rowsOnce({ ...digest, late: [] });

/** `Poor coverage: 3 of 12 sources answered …`, for formats without a place of its own for it. */
const aboutCoverage = ({ coverage, rows }: Digest): string => {
  const none = rows.length === 0 ? 'No data' : 'Coverage';
  const state = { none, poor: 'Poor coverage', good: 'Coverage' }[coverageState(coverage)];
  return `${state}: ${coverageWords(coverage)}.`;
};

async function digestBytes(digest: Digest, format: DigestFile, names: Names, links: DigestLinks): Promise<Uint8Array> {
  const weekEnd = dayStart(digest.range.until);
  switch (format) {
    case 'md':
      return text(letterMarkdown(digestLetter(digest, names, links)));
    case 'html':
      return text(letterHtml(digestLetter(digest, names, links)));
    case 'csv':
      return csvBytes(table(EVENT_COLUMNS, allRows(digest), names));
    case 'visits.csv':
      return csvBytes(visitsTable(digest));
    case 'coverage.csv':
      return csvBytes(coverageTable(digest, names));
    case 'xlsx':
      return xlsxBytes(digestSheets(digest, names, links), weekEnd);
    case 'json':
      return text(`${JSON.stringify(digestJson(digest, names), null, 2)}\n`);
    case 'jsonld':
      return text(digestJsonLd(digest, names, links));
    case 'atom': {
      const title = `Council inspection judgements, week ${digest.week}`;
      const id = `urn:gradewatch:week:${digest.week}`;
      const about = aboutCoverage(digest);
      const [self, home] = [links.file('atom'), links.file('html')];
      const rows = rowsOnce(digest);
      // What was put right after the week's end is newer than that.
      const newest = newestUpdate(rows);
      const updated = newest && newest > weekEnd ? newest : weekEnd;
      return text(atomFeed({ title, id, self, home, about, updated, sample: digest.sample }, rows, names, links));
    }
    case 'ics':
      return text(
        inspectionCalendar(
          calendarRows(digest),
          names,
          { title: calendarTitle(digest), about: aboutCoverage(digest) },
          weekEnd,
        ),
      );
  }
}

/** One edition of a digest in one format: same digest, names and links, same bytes, on any machine. */
export async function exportDigest(
  digest: Digest,
  format: DigestFile,
  names: Names,
  links: DigestLinks,
): Promise<Exported> {
  const bytes = await digestBytes(digest, format, names, links);
  const fileName = `gradewatch-${digest.week}-${digest.asKnown}.${format}`;
  return { fileName, contentType: CONTENT_TYPES[format], bytes, sha256: sha256(bytes) };
}

/** Any list of events as a table file, the columns of the digest. @param stamp for spreadsheets: the newest row's time */
export async function exportEvents(
  rows: readonly EventRow[],
  format: 'csv' | 'xlsx',
  names: Names,
  stamp: Date,
): Promise<Uint8Array> {
  const cells = table(EVENT_COLUMNS, rows, names);
  return format === 'csv'
    ? csvBytes(cells)
    : xlsxBytes([{ name: 'Events', rows: cells, paper: EVENT_PAPER, empty: 'no judgement' }, columnSheet()], stamp);
}

/**
 * What a reader keeps beside the files to show that they are unchanged: `sha256sum` prints the same figures. It says what
 * the week rests on, for files that have no place for it.
 */
export function manifest(digest: Digest, files: readonly Pick<Exported, 'fileName' | 'bytes' | 'sha256'>[]): string {
  const { week, range, asKnown, version, edition, closed, coverage, sample } = digest;
  const counts = { failing: coverage.failing.length, silent: coverage.silent.length, resting: coverage.resting.length };
  const { sources, polled, untried } = coverage;
  const listed = files.map(({ fileName, bytes, sha256: hash }) => ({
    name: fileName,
    bytes: bytes.byteLength,
    sha256: hash,
  }));
  const said = {
    ...{ v: 1, week, ...range, timeZone: 'Europe/London', asKnown, closed, version, edition, sample },
    coverage: { state: coverageState(coverage), sources, polled, untried, ...counts },
    files: listed,
  };
  return `${JSON.stringify(said, null, 2)}\n`;
}

const columnSheet = (): Sheet => ({
  name: 'Columns',
  rows: [['column', 'about'], ...EVENT_COLUMNS.map(({ id, about }) => [id, about])],
});

function digestSheets(digest: Digest, names: Names, links: DigestLinks): Sheet[] {
  const { coverage, review } = digest;
  const about: CellValue[][] = [
    ['about', 'value'],
    ...(digest.sample ? [['sample', SAMPLE]] : []),
    ['week', digest.week],
    ['from (Monday, London)', digest.range.from],
    ['until (Monday after, not included)', digest.range.until],
    ['as known', digest.asKnown],
    ['week over', digest.closed ? 'yes' : 'no'],
    ['version', digest.version],
    ['edition', digest.edition],
    ['coverage', coverageState(coverage)],
    ['sources', coverage.sources],
    ['sources that answered', coverage.polled],
    ['sources not asked in it', coverage.untried],
    ['councils without a judgement, own source answered', digest.quiet.length],
    ['councils without data, no own source answered', digest.unheard.length],
  ];
  const sheets: Sheet[] = [
    readingSheet('To read and print', digestLetter(digest, names, links, Number.POSITIVE_INFINITY)),
    {
      name: 'Judgements',
      rows: table(EVENT_COLUMNS, allRows(digest), names),
      paper: EVENT_PAPER,
      empty: emptyWords(digest),
    },
    { name: 'Visits and outcomes', rows: visitsTable(digest) },
    {
      name: 'In review',
      paper: ['authority', 'publisher'],
      rows: [
        ['id', 'authority', 'grade', 'confidence', 'quote', 'title', 'publisher', 'url', 'reason'],
        ...review.map((row) => [
          row.id,
          row.authority,
          row.grade ?? '',
          row.confidence,
          row.quote ?? '',
          row.title,
          row.publisher ?? '',
          row.url ?? '',
          row.reason ?? '',
        ]),
      ],
    },
    { name: 'Coverage', rows: coverageTable(digest, names) },
    { name: 'About', rows: about },
    columnSheet(),
  ];
  // A week without visits, or without doubt, has no sheet of them.
  return sheets.filter((sheet) => !('rows' in sheet) || sheet.rows.length > 1 || sheet.empty !== undefined);
}
