/** A digest in words, as a letter: its Markdown, HTML, plain text and mail all come from here. Grade table first. */
import { addDays } from '../dates.ts';
import { leadReport } from '../deciding-quote.ts';
import type { JudgementEvent } from '../types.ts';
import type { EventRow } from './columns.ts';
import { coverageState, type Digest, type InReview } from './digest.ts';
import { lateUngraded, ungraded } from './digest-activities.ts';
import { coverage, quiet, thinCoverage, unansweredWords, unheard } from './digest-coverage.ts';
import type { DigestLinks } from './digest-links.ts';
import { corrections, firstToldNote, putRight, setAside } from './digest-put-right.ts';
import { gradeWords, link, toldInWords, who } from './digest-row-words.ts';
import { disputedBy, disputedGrade, isDisputed } from './disputed-words.ts';
import {
  changeWords,
  confidenceWords,
  movementWords,
  publishedWords,
  SAMPLE_LINE,
  standingWords,
} from './event-words.ts';
import { areasInOrder } from './in-order.ts';
import type { Block, Letter } from './letter.ts';
import {
  counted,
  dayWords,
  headlineWords,
  movement,
  type Names,
  noHeadlineWords,
  ordinal,
  rangeWords,
  readableId,
  ungradedCounts,
} from './names.ts';
import { criteriaWords } from './route.ts';
import { homeWeek } from './told-earlier.ts';
import { isUngraded } from './wishes.ts';

/** Rows of one table in a letter; a week of judgements is far smaller, a flood is linked to instead. CSV has all. */
const MOST_ROWS = 60;

/** @param most rows of one table; what comes on top is counted, with where it stands */
export function digestLetter(digest: Digest, names: Names, links: DigestLinks, most = MOST_ROWS): Letter {
  const title = `Council inspection judgements, ${weekWords(digest)}`;
  const blocks: Block[] = [
    ...(digest.sample ? [{ kind: 'banner', text: SAMPLE_LINE } as const] : []),
    ...(digest.closed ? [] : [{ kind: 'banner', text: 'This week is not over: the digest is unfinished.' } as const]),
    ...thinCoverage(digest),
    { kind: 'paragraph', text: aboutWords(digest, names) },
    ...judgements(digest, names, links, most),
    ...movers(digest, names, links),
    ...lateRows(digest, names, links, most),
    ...corrections(digest, names, links),
    ...putRight(digest, names, links),
    ...setAside(digest, names, links),
    ...ungraded(digest, names),
    ...lateUngraded(digest, names),
    ...review(digest, names, most),
    ...quiet(digest, names),
    ...unheard(digest, names),
    ...coverage(digest),
  ];
  const edition = {
    text: `Edition ${digest.edition}, ${digest.version}, as known ${digest.asKnown === 'now' ? 'now' : 'when the week closed'}. Weeks run Monday to Sunday, Europe/London.`,
  };
  return {
    subject: `${digest.sample ? '[Sample] ' : ''}${subjectWords(digest, names)}`,
    title,
    blocks,
    footer: [...links.footer, edition],
  };
}

const weekWords = ({ week, range }: Digest): string => `week ${week} (${rangeWords(range)})`;

function subjectWords(digest: Digest, names: Names): string {
  const { rows, up, down, late, criteria } = digest;
  const corrected = digest.corrections.length + digest.activityCorrections.length;
  const coverage = coverageState(digest.coverage);
  const isUnknown = rows.length === 0 && coverage === 'none';
  const ungraded = ungradedCounts(digest.activities);
  // Whoever asked for what has no grade asked for no judgement.
  const isUngradedOnly = criteria !== null && rows.length === 0 && isUngraded(criteria, names);
  const none = isUngradedOnly ? ungraded.length === 0 && 'no outcomes' : 'no judgements';
  const parts = [
    ...(isUnknown
      ? ['no data', unansweredWords(digest.coverage)]
      : [rows.length === 0 ? none : counted(rows.length, 'judgement')]),
    up.length > 0 && `${up.length} up`,
    down.length > 0 && `${down.length} down`,
    late.length > 0 && `${late.length} late`,
    corrected > 0 && counted(corrected, 'correction'),
    digest.putRight.length > 0 && `${digest.putRight.length} put right`,
    digest.setAside.length > 0 && `${digest.setAside.length} set aside`,
    ...ungraded,
    rows.length > 0 && coverage === 'none' && unansweredWords(digest.coverage),
    coverage === 'poor' && 'poor coverage',
  ];
  return `Week ${digest.week}: ${parts.filter(Boolean).join(', ')}`;
}

function aboutWords(digest: Digest, names: Names): string {
  const scope =
    digest.criteria === null
      ? 'All authorities and inspectorates'
      : `You asked for ${criteriaWords(digest.criteria, names)}`;
  const until = dayWords(addDays(digest.range.until, -1));
  return `${scope}; published from Monday ${dayWords(digest.range.from)} up to and including Sunday ${until}, London time.`;
}

function limited(
  rows: readonly EventRow[],
  { links, most }: { links: DigestLinks; most: number },
  table: (rows: readonly EventRow[]) => Block,
): Block[] {
  const more = rows.length - most;
  if (more <= 0) return [table(rows)];
  return [table(rows.slice(0, most)), { kind: 'items', items: [{ text: `${more} more`, url: links.file('csv') }] }];
}

/** The judgements of a week as people read them, a line each. */
function gradeTable(
  rows: readonly EventRow[],
  names: Names,
  links: Pick<DigestLinks, 'event'>,
): Extract<Block, { kind: 'table' }> {
  return {
    kind: 'table',
    columns: [
      ...['Authority', 'Grade', 'Change', 'Inspectorate and service', 'Published', 'Areas', 'Region', 'Status'],
      'Source',
    ],
    rows: rows.map((row) => {
      const { event } = row;
      const lead = leadReport(event);
      return [
        link(row, names, links),
        // The areas stand beside it.
        disputedGrade(event, names) ?? headlineWords(event, names) ?? noHeadlineWords(event),
        changeCell(event, names),
        who(row, names),
        publishedWords(event),
        areasInOrder(event.judgements, event, names)
          .map(({ area, grade }) => `${readableId(area)}: ${names.grade(grade, event.scale)}`)
          .join('; '),
        names.authority(event.authority).region,
        [standingWords(event, names), firstToldNote(row, names), disputedBy(event, names), toldInWords(row)]
          .filter(Boolean)
          .join('; '),
        lead ? { text: lead.publisher ?? lead.title, url: lead.url } : '',
      ];
    }),
  };
}

/** What moved; where that is not said, or is in dispute, but the grade before is known, that one. */
function changeCell(event: JudgementEvent, names: Names): string {
  const { direction, previousGrade } = movement(event);
  const untold = direction === null || isDisputed(event);
  const before = untold && previousGrade !== null ? [`was ${names.grade(previousGrade, event.scale)}`] : [];
  const change = isDisputed(event) ? null : changeWords(event, names);
  return [...before, ...(change === null ? [] : [change])].join('; ');
}

function judgements(digest: Digest, names: Names, links: DigestLinks, most: number): Block[] {
  const heading: Block = { kind: 'section', title: `Judgements (${digest.rows.length})` };
  if (digest.rows.length === 0) return [heading, { kind: 'paragraph', text: emptyWords(digest) }];
  return [
    heading,
    ...limited(digest.rows, { links, most }, (rows) => gradeTable(rows, names, links)),
    { kind: 'section', title: 'Totals' },
    totals(digest, names),
  ];
}

function totals(digest: Digest, names: Names): Block {
  const rows = digest.totals.map(({ inspectorate, service, framework, scale, grade, count, disputed }) => [
    `${names.inspectorate(inspectorate)}, ${names.service(service)}`,
    framework === null ? 'not stated' : names.framework(framework, null),
    grade === null ? 'no overall grade' : names.grade(grade, scale),
    disputed > 0 ? `${count} (${disputed} in dispute)` : String(count),
  ]);
  return { kind: 'table', columns: ['Inspectorate and service', 'Framework', 'Grade', 'Judgements'], rows };
}

/** What stands where a week has no judgement: no news, or no data. */
export function emptyWords({ week, coverage: { polled }, corrections: put }: Digest): string {
  const cameHere = put.some(({ row: { event, told } }) => told && told.week !== week && homeWeek(event) === week);
  if (cameHere)
    return 'No new judgement was published in this week, as far as the sources below tell; what an earlier week had told stands under Corrections.';
  return polled === 0
    ? 'No source answered in this week, so nothing can be said about it.'
    : 'No judgement was published in this week, as far as the sources below tell.';
}

function movers(digest: Digest, names: Names, links: DigestLinks): Block[] {
  const part = (title: string, rows: readonly EventRow[], note: (row: EventRow) => string): Block[] =>
    rows.length === 0
      ? []
      : [
          { kind: 'section', title },
          { kind: 'items', items: rows.map((row) => ({ ...link(row, names, links), note: note(row) })) },
        ];
  const said = (row: EventRow) => `${gradeWords(row, names)}, ${movementWords(row.event, names)}; ${who(row, names)}`;
  return [
    ...part('Movers up', digest.up, said),
    ...part('Movers down', digest.down, said),
    ...part('Judged for the first time', digest.firsts, (row) => `${gradeWords(row, names)}; ${who(row, names)}`),
    ...part(
      'Streaks',
      digest.streaks,
      (row) =>
        `${gradeWords(row, names)}, ${ordinal(movement(row.event).streak ?? 0)} time in a row; ${who(row, names)}`,
    ),
  ];
}

function lateRows(digest: Digest, names: Names, links: DigestLinks, most: number): Block[] {
  if (digest.late.length === 0) return [];
  const unknown = digest.late.some(({ event }) => event.day === null) ? ' or on a day not known' : '';
  return [
    { kind: 'section', title: `Late: published before this week${unknown}, learnt in it (${digest.late.length})` },
    ...limited(digest.late, { links, most }, (rows) => gradeTable(rows, names, links)),
  ];
}

function review(digest: Digest, names: Names, most: number): Block[] {
  if (digest.review.length === 0) return [];
  return [
    { kind: 'section', title: `Waiting for a person: not counted above (${digest.review.length})` },
    {
      kind: 'items',
      items: digest.review
        .slice(0, most)
        .map((one) => ({ text: one.title, url: one.url, note: waitingNote(one, names) })),
    },
  ];
}

/** What it may be and, where that is not how little sure it is, why it waits. */
function waitingNote({ authority, grade, confidence, reason }: InReview, names: Names): string {
  const perhaps = `perhaps ${names.authority(authority).shortName}, ${grade === null ? 'no overall grade' : names.grade(grade, null)}`;
  return [perhaps, ...(reason ? [reason] : []), `confidence ${confidenceWords(confidence)}`].join('; ');
}
