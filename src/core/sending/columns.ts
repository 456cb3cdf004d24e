/**
 * The columns of every table that leaves: `digest` and `events list` as CSV and XLSX. Stable once shipped: add at the
 * end, never rename, never reorder. Each says what it holds; the spreadsheet carries these sentences on its last sheet.
 * One list in one file, long as it is: its order is the promise.
 */
import { decidingQuote, leadReport } from '../deciding-quote.ts';
import { isTakenBack } from '../events/notices.ts';
import type { JudgementEvent } from '../types.ts';
import { whoSays } from './conflict-words.ts';
import { isDisputed } from './disputed-words.ts';
import { distinctionWords } from './distinction-words.ts';
import { firstSeen, personOf, shownPercent } from './event-words.ts';
import { areasInOrder, conflictsInOrder } from './in-order.ts';
import { momentIso, movement, type Names, publicationIso } from './names.ts';
import { reasonsTold } from './put-right.ts';
import { registerMatchName } from './register-words.ts';
import { oneLine, safeUrl } from './safe.ts';
import { takenBackWords } from './taken-back.ts';
import { homeWeek, type ToldEarlier } from './told-earlier.ts';
import type { WasTold } from './was-told.ts';

/** One judgement as a row: the event, the section it stands in, and when it was learnt. */
export interface EventRow {
  event: JudgementEvent;
  /** ISO week the row was listed in; empty outside digests. */
  week: string;
  section: 'judgement' | 'late' | 'correction' | 'put_right' | 'set_aside';
  learntAt: Date;
  /** Since when it stands as it does, where that is later. */
  changedAt?: Date | undefined;
  /** Of a correction, and of what was put right in the week that tells it, what readers had been told. */
  was?: WasTold | null | undefined;
  /** The week that told it as published on another day, and how. */
  told?: ToldEarlier | undefined;
  /** Of a correction of nothing but its day. */
  isMoved?: boolean;
  /** The key it was first known by, where it had another. */
  firstKey?: string | undefined;
  /** The inspectorate's own report, when known. */
  official: string | null;
  /** An invented council of a demonstration. */
  sample: boolean;
}

export type CellValue = string | number;
export interface Column<Row> {
  id: string;
  about: string;
  value(row: Row, names: Names): CellValue | null;
}

const AREAS = [
  'leaders',
  'help_and_protection',
  'children_in_care',
  'care_leavers',
  'children_in_care_and_care_leavers',
  'adoption',
] as const;

const area = (id: string): Column<EventRow> => ({
  id,
  about: `Grade of the area "${id}"; empty where none is given or reported.`,
  value: ({ event }) => event.judgements.find((judgement) => judgement.area === id)?.grade ?? null,
});

/** What was taken back, or set aside, went nowhere. */
const moved = ({ event, section }: EventRow) =>
  isTakenBack(event) || section === 'set_aside' ? null : movement(event);
const PUT_RIGHT: readonly EventRow['section'][] = ['correction', 'put_right'];
const list = (values: readonly string[]): string => values.join('|');
const lead = ({ event }: EventRow) => leadReport(event);

export const EVENT_COLUMNS: readonly Column<EventRow>[] = [
  { id: 'week', about: 'ISO week the row is listed in (Monday to Sunday, Europe/London).', value: ({ week }) => week },
  {
    id: 'section',
    about:
      'judgement; late (published before this week or, as back catalogue, on a day not known; learnt in it); correction (of an earlier message or, as known now, of what this week said when it closed; a judgement that moved from one week to another is one in both, see told_in); put_right (told and, within this week, taken back or made another than is asked for here: it counts nowhere); set_aside (told when this week closed, not now: it waits for a person, or nothing says it any more; its grades are empty).',
    value: ({ section }) => section,
  },
  { id: 'key', about: 'Identifier of the event; stays valid for ever.', value: ({ event }) => event.key },
  {
    id: 'status',
    about: 'reported, corroborated, confirmed, disputed, corrected, retracted or withdrawn.',
    value: ({ event }) => event.status,
  },
  { id: 'authority', about: 'Slug of the authority.', value: ({ event }) => event.authority },
  {
    id: 'authority_name',
    about: 'Official name.',
    value: ({ event }, names) => names.authority(event.authority).officialName,
  },
  { id: 'region', about: 'Region of England.', value: ({ event }, names) => names.authority(event.authority).region },
  { id: 'type', about: 'Kind of authority.', value: ({ event }, names) => names.authority(event.authority).type },
  {
    id: 'gss_code',
    about: 'Government Statistical Service code.',
    value: ({ event }, names) => names.authority(event.authority).gssCode,
  },
  {
    id: 'la_code',
    about: 'Department for Education local authority number.',
    value: ({ event }, names) => names.authority(event.authority).laCode,
  },
  {
    id: 'joint_with',
    about: 'Other authorities of a joint report, slugs separated by |.',
    value: ({ event }) => list(event.jointWith),
  },
  { id: 'inspectorate', about: 'Id of the inspectorate.', value: ({ event }) => event.inspectorate },
  { id: 'service', about: 'Id of the service judged.', value: ({ event }) => event.service },
  { id: 'framework', about: 'Family of frameworks; empty where not stated.', value: ({ event }) => event.framework },
  { id: 'framework_version', about: 'Version of the framework.', value: ({ event }) => event.frameworkVersion },
  {
    id: 'scale',
    about: 'Scale the grades stand on; a grade means something only with it.',
    value: ({ event }) => event.scale,
  },
  {
    id: 'grade',
    about: 'The only headline grade, or the one reports lead with; empty where none is given.',
    value: ({ event }) => event.grade,
  },
  {
    id: 'grade_state',
    about: 'given, none_by_framework, not_stated, two_headlines or off_scale.',
    value: ({ event }) => event.gradeState,
  },
  {
    id: 'headlines',
    about: 'All headline grades as remit=grade, separated by |.',
    value: ({ event }) => list(event.headlines.map(({ remit, grade }) => `${remit}=${grade}`)),
  },
  ...AREAS.map(area),
  {
    id: 'other_areas',
    about: 'Grades of further areas as area=grade, separated by |.',
    value: ({ event }, names) =>
      list(
        areasInOrder(event.judgements, event, names)
          .filter((judgement) => !(AREAS as readonly string[]).includes(judgement.area))
          .map((judgement) => `${judgement.area}=${judgement.grade}`),
      ),
  },
  {
    id: 'previous_grade',
    about: "The grade before, as reports state it, else the register's; empty of what was taken back.",
    value: (row) => moved(row)?.previousGrade ?? null,
  },
  {
    id: 'direction',
    about:
      'up, down, same or first against the grade before; empty where not comparable or not known, and of what was taken back.',
    value: (row) => moved(row)?.direction ?? null,
  },
  { id: 'streak', about: 'nth time of this grade in a row.', value: (row) => moved(row)?.streak ?? null },
  { id: 'inspected_from', about: 'First day of the inspection.', value: ({ event }) => event.inspected?.from ?? null },
  {
    id: 'inspected_until',
    about: 'Day after the last day of the inspection.',
    value: ({ event }) => event.inspected?.until ?? null,
  },
  {
    id: 'published',
    about: 'Day of publication as best known, or its month or year; see published_basis.',
    value: ({ event }) => publicationIso(event),
  },
  {
    id: 'published_basis',
    about: 'report, register, article (the earliest article) or unknown.',
    value: ({ event }) => event.dayBasis,
  },
  {
    id: 'confidence',
    about: '0 to 0.99, as the rules judge it; where person is filled, a person’s word counts instead.',
    value: ({ event }) => shownPercent(event.confidence) / 100,
  },
  {
    id: 'quote',
    about:
      'Words the decision rests on, of the text rather than a headline; where set_right is filled, what the article said.',
    value: ({ event }) => decidingQuote(event),
  },
  { id: 'reports', about: 'How many articles report it, copies included.', value: ({ event }) => event.reports.length },
  {
    id: 'source_title',
    about: 'Headline of the report quoted, else of the most trusted one.',
    value: (row) => lead(row)?.title ?? null,
  },
  { id: 'source_publisher', about: 'Who published it.', value: (row) => lead(row)?.publisher ?? null },
  { id: 'source_url', about: 'Its address.', value: (row) => safeUrl(lead(row)?.url) },
  {
    id: 'official_url',
    about: "The inspectorate's own page or report, when known.",
    value: ({ official }) => safeUrl(official),
  },
  {
    id: 'first_seen',
    about:
      'When the first of the reports it rests on was seen, London time with offset. A report that a person rejects, or tells apart, told of no such judgement and counts no more, so that this may become later; learnt does not. Empty of what is retracted.',
    value: ({ event }) => {
      const seen = firstSeen(event.reports);
      return seen === null ? null : momentIso(seen);
    },
  },
  {
    id: 'learnt',
    about:
      'When the event was first stored, whatever became of the report that told it, or released where a person held it when its week closed; London time with offset.',
    value: ({ learntAt }) => momentIso(learntAt),
  },
  {
    id: 'sample',
    about: 'yes: an invented council of a demonstration, of which no inspectorate has said this.',
    value: ({ sample }) => (sample ? 'yes' : null),
  },
  {
    id: 'conflicts',
    about: 'On what its reports differ, fields separated by |; empty where they agree.',
    value: ({ event }, names) => list(conflictsInOrder(event, names).map(({ field }) => field)) || null,
  },
  {
    id: 'set_right',
    about: 'Why a person says otherwise than the quoted article; empty where nobody does.',
    value: ({ event }) => event.setRight?.reason ?? null,
  },
  {
    id: 'distinctions',
    about:
      'What its reports say sets it apart, each claim once, separated by |: "second in the country to be rated outstanding"; claims may differ, see conflicts.',
    value: ({ event }, names) =>
      list((event.distinctions ?? []).map((claim) => distinctionWords(claim, event.scale, names))) || null,
  },
  {
    id: 'register',
    about:
      'What the register of published judgements says of it: confirmed, contradicting, recycled, unpublished or none; of a row that is no official record, that it matches, differs from or restates a row read from the press or a council’s page.',
    value: ({ event }) => registerMatchName(event.register),
  },
  {
    id: 'register_read_from',
    about: 'press or council: the row of the register was read there and is no official record; empty otherwise.',
    value: ({ event }) => event.register.readFrom ?? null,
  },
  {
    id: 'taken_back_reason',
    about: 'Why it was retracted or withdrawn, in the words of the person who decided it; empty where it stands.',
    value: ({ event }) => (takenBackWords(event) ? (event.takenBackReason ?? null) : null),
  },
  {
    id: 'was',
    about:
      'Of a correction, of what was set aside, and of what was put right within the week that tells it, what had been told before: remit=grade or, where there was no headline, area=grade, separated by |; after authority=slug where it was told of another.',
    value: wasValue,
  },
  {
    id: 'person',
    about:
      'accepted where a person took a report as it was read, changed where one said what it should have said; empty where nobody did.',
    value: ({ event }) => personOf(event),
  },
  {
    id: 'corrected_reason',
    about:
      'Of what is corrected, why persons put it right, in their words, separated by |: the last time that what had been told was corrected or, of what had been told as a judgement of its own or as part of another, why it is put together or apart; empty where its reports alone did.',
    value: (row) =>
      !isTakenBack(row.event) && (row.event.status === 'corrected' || PUT_RIGHT.includes(row.section))
        ? list(reasonsTold(row)) || null
        : null,
  },
  {
    id: 'told_in',
    about:
      'ISO week that told it, when it closed, as published on another day: as weeks closed it counts there, as known now in the week of moved_to. Empty where no week did.',
    value: ({ told }) => told?.week ?? null,
  },
  {
    id: 'told_published',
    about:
      'Day of publication, or its month or year, that this week had told; empty where it is as it was, or was not known.',
    value: ({ told }) => (told ? publicationIso(told.event) : null),
  },
  {
    id: 'moved_to',
    about: 'ISO week of its publication as its reports now say, where that is another than told_in; empty otherwise.',
    value: ({ event, told }) => (told && homeWeek(event) !== told.week ? homeWeek(event) : null),
  },
  {
    id: 'overall_told',
    about:
      'The overall grade that the source quoted tells though none is given since the framework changed; empty where it tells none.',
    value: ({ event }) => event.overallTold ?? null,
  },
  {
    id: 'disputed',
    about:
      'What is said of each headline grade in dispute and who says it, as remit=grade (who), separated by |; empty where reports agree. "grade" and "headlines" hold the one that is shown.',
    value: ({ event }, names) => (isDisputed(event) ? list(saidOfHeadlines(event, names)) || null : null),
  },
];

const saidOfHeadlines = (event: JudgementEvent, names: Names): string[] =>
  conflictsInOrder(event, names)
    .filter(({ field }) => field.startsWith('headlines.'))
    .flatMap(({ field, values }) =>
      values.map((said) => `${field.slice('headlines.'.length)}=${said.value} (${whoSays(field, said, event)})`),
    );

function wasValue({ event, was }: EventRow, names: Names): string | null {
  if (!was) return null;
  const { authority, headlines, judgements = [] } = was;
  return list([
    ...(authority === event.authority ? [] : [`authority=${authority}`]),
    ...headlines.map(({ remit, grade }) => `${remit}=${grade}`),
    ...areasInOrder(judgements, event, names).map(({ area, grade }) => `${area}=${grade}`),
  ]);
}

/** A header line and one line a row; empty cells are empty text. Not yet guarded against formulas, as CSV needs it: `cell` does that. */
export const table = <Row>(columns: readonly Column<Row>[], rows: readonly Row[], names: Names): CellValue[][] => [
  columns.map(({ id }) => id),
  ...rows.map((row) =>
    columns.map(({ value }) => {
      const found = value(row, names) ?? '';
      return typeof found === 'string' ? oneLine(found) : found;
    }),
  ),
];
