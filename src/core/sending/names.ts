/**
 * Display words. Ids travel everywhere else; a reader meets names only through what stands here.
 *
 * `Names` is built once from the rulebook; a name it does not know comes back as a readable form of the id, so that a
 * message never fails over a missing word.
 */
import { DateTime } from 'luxon';
import type { Day, DayRange, Direction, EventStatus, JudgementEvent, Tier } from '../types.ts';

export interface AuthorityNames {
  shortName: string;
  officialName: string;
  region: string;
  type: string;
  gssCode: string | null;
  laCode: string | null;
}

/** Of which inspection areas are told; the register may name several families as `slac|cp`. */
export type AreasOf = { inspectorate: string; framework: string | null; frameworkVersion?: string | null };
export type GradesOf = { inspectorate: string; scale: string | null };

/** What the rulebook calls things. */
export interface Names {
  authority(slug: string): AuthorityNames;
  inspectorate(id: string): string;
  service(id: string): string;
  /** A grade's word on its scale: `requires improvement to be good` on one, `requires improvement` on another. */
  grade(id: string, scale: string | null): string;
  area(id: string): string;
  /** As it stands after "in": `the country`. */
  place(id: string): string;
  /** A region of England within a sentence: `the North East`. */
  region(region: string): string;
  /** Areas as their framework lists them, then those its inspectorate knows besides. */
  areas(of: AreasOf): readonly string[];
  /**
   * The areas that each report of its framework grades, no more and no fewer; null where reports differ in that, or the
   * versions that may be meant do. `withoutOverall`: it is known to be one that gives no overall grade.
   */
  gradedAreas(of: AreasOf & { withoutOverall: boolean }): readonly string[] | null;
  /** The grades of a scale, best first; where it is not known, those of all the inspectorate's scales. */
  grades(of: GradesOf): readonly string[];
  /** A family of frameworks, or the one of its versions (`2023-01`) that is known. */
  framework(family: string, version?: string | null): string;
  /** What is graded by area alone from a day on. */
  withoutOverall: readonly { inspectorate: string; service: string; since: Day }[];
  /** Of all authorities. */
  regions: readonly string[];
  /**
   * Who judges what under each framework we know: the grades of its scale, best first, null where none is given, and how many
   * of them one judgement leads with.
   */
  judged: readonly {
    inspectorate: string;
    service: string;
    grades: readonly string[] | null;
    headlines: number;
  }[];
  /** What is inspected without any grade: services and inspectorates of whose frameworks none has a scale. */
  ungraded: { services: readonly string[]; inspectorates: readonly string[] };
}

const REMITS: Record<string, string> = {
  overall: 'overall',
  safeguarding: 'safeguarding',
  looked_after_children: 'looked after children',
};

/** `leaders_of_x` → `leaders of x`: an id no file names, still readable. */
export const readableId = (id: string): string => id.replaceAll(/[_-]+/g, ' ').trim();

/** `overall`, `safeguarding`, `looked after children`. */
export const remitName = (remit: string): string => REMITS[remit] ?? readableId(remit);

const TIERS: Record<Tier, string> = {
  inspectorate: 'the inspectorate',
  council: 'a council',
  trade: 'trade press',
  local: 'local press',
  other: 'other',
};
export const tierName = (tier: Tier): string => TIERS[tier];

const STATUS_WORDS: Record<EventStatus, string> = {
  reported: 'reported by one source',
  corroborated: 'reported by independent sources',
  confirmed: 'confirmed by the official record',
  disputed: 'disputed (reports differ among themselves or from the official record)',
  corrected: 'corrected',
  retracted: 'retracted: we were wrong',
  withdrawn: 'withdrawn by the inspectorate',
};
export const statusName = (status: EventStatus): string => STATUS_WORDS[status];

/** Of what was corrected with how well founded it is: `corrected; reported by one source`. */
export const statusWords = ({ status, reportStatus }: Pick<JudgementEvent, 'status' | 'reportStatus'>): string =>
  [status, ...(reportStatus ? [reportStatus] : [])].map(statusName).join('; ');

const DIRECTION_WORDS: Record<Direction, string> = { up: 'up', down: 'down', same: 'unchanged', first: 'first' };
export const directionName = (direction: Direction): string => DIRECTION_WORDS[direction];

const UNGRADED_KINDS: Record<string, string> = {
  focused_visit: 'focused visit',
  monitoring_visit: 'monitoring visit',
  send_outcome: 'area SEND inspection',
  jtai: 'joint targeted area inspection',
  withdrawn_report: 'report withdrawn',
};
export const ungradedName = (kind: string): string => UNGRADED_KINDS[kind] ?? readableId(kind);

/** How they are counted together: one of it, and several; any other kind is an outcome. */
const VISIT = ['visit', 'visits'] as const;
const OUTCOME = ['outcome', 'outcomes'] as const;
const WITHDRAWN = ['report withdrawn', 'reports withdrawn'] as const;
const COUNTED_AS: Record<string, readonly [string, string]> = {
  focused_visit: VISIT,
  monitoring_visit: VISIT,
  withdrawn_report: WITHDRAWN,
};

/** `2 outcomes`, `1 visit`: what has no grade, counted by what it is. */
export function ungradedCounts(activities: readonly { kind: string }[]): string[] {
  const kinds = activities.map(({ kind }) => COUNTED_AS[kind] ?? OUTCOME);
  return [OUTCOME, VISIT, WITHDRAWN].flatMap(([one, many]) => {
    const { length } = kinds.filter(([word]) => word === one);
    return length === 0 ? [] : [counted(length, one, many)];
  });
}

const MONTHS = Array.from({ length: 12 }, (_, month) =>
  DateTime.utc(2000, month + 1)
    .setLocale('en-GB')
    .toFormat('MMMM'),
);

/** `21 November 2026`. Taken apart by hand: an alert says a dozen days, and a storm is a hundred thousand alerts. */
export function dayWords(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** `April 2026`. */
export const monthWords = (from: string): string =>
  DateTime.fromISO(from, { zone: 'utc' }).setLocale('en-GB').toFormat('MMMM yyyy');

/** When it was published as best known, in words; null where nothing is. */
export const publicationWords = ({ day, dayUntil }: Pick<JudgementEvent, 'day' | 'dayUntil'>): string | null =>
  day && (dayUntil ? rangeWords({ from: day, until: dayUntil }) : dayWords(day));

/** The same for columns: `2026-11-21`, or `2026-11` and `2026` where only the month or year is known. */
export function publicationIso({ day, dayUntil }: Pick<JudgementEvent, 'day' | 'dayUntil'>): string | null {
  if (day === null || !dayUntil) return day;
  return dayUntil.slice(0, 4) > day.slice(0, 4) && day.endsWith('-01-01') ? day.slice(0, 4) : day.slice(0, 7);
}

/** A half-open range in words: one day, a whole month or year, or both its ends. */
export function rangeWords(range: DayRange): string {
  const from = DateTime.fromISO(range.from, { zone: 'utc' });
  const last = DateTime.fromISO(range.until, { zone: 'utc' }).minus({ days: 1 });
  if (last <= from) return dayWords(range.from);
  const wholeMonth = from.day === 1 && from.hasSame(last, 'month') && last.day === last.daysInMonth;
  if (wholeMonth) return from.setLocale('en-GB').toFormat('MMMM yyyy');
  const sameYear = from.hasSame(last, 'year');
  if (sameYear && from.ordinal === 1 && last.ordinal === last.daysInYear) return String(from.year);
  const shape = from.hasSame(last, 'month') ? 'd' : sameYear ? 'd MMMM' : 'd MMMM yyyy';
  return `${from.setLocale('en-GB').toFormat(shape)} to ${last.setLocale('en-GB').toFormat('d MMMM yyyy')}`;
}

/** `21 November 2026, 09:05` as London's clocks showed it. */
export const momentWords = (moment: Date): string =>
  DateTime.fromJSDate(moment, { zone: 'Europe/London' }).setLocale('en-GB').toFormat('d MMMM yyyy, HH:mm');

/** `2026-11-21T09:05:00+00:00`: London's time with its offset, for columns and machines. */
export const momentIso = (moment: Date): string =>
  DateTime.fromJSDate(moment, { zone: 'Europe/London' }).toISO({ suppressMilliseconds: true }) ?? '';

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
/** `second`, `11th`. */
export function ordinal(n: number): string {
  const word = ORDINALS[n];
  if (word) return word;
  const tail = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${tail}`;
}

/** `1 source`, `3 sources`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** `a, b and c`. */
export function listWords(words: readonly string[], joint = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}

/**
 * What was said of movement: the text's own word, else the register's. They are never mixed further up than here, and
 * a run of the register is not told of a grade that the text says moved otherwise.
 */
export function movement(event: Pick<JudgementEvent, 'direction' | 'previousGrade' | 'streak' | 'register'>) {
  const { register } = event;
  const agrees = event.direction === null || event.direction === register.direction;
  return {
    direction: event.direction ?? register.direction,
    previousGrade: event.previousGrade ?? register.previousGrade,
    streak: event.streak ?? (agrees ? register.streak : null),
  };
}

/** `outstanding`; `inadequate for safeguarding, good for looked after children`; null where no headline grade is given. */
export function headlineWords(
  event: Pick<JudgementEvent, 'headlines' | 'grade' | 'scale'>,
  names: Names,
): string | null {
  const { headlines, scale } = event;
  if (headlines.length > 1)
    return headlines.map(({ remit, grade }) => `${names.grade(grade, scale)} for ${remitName(remit)}`).join(', ');
  const only = headlines[0]?.grade ?? event.grade;
  return only === null || only === undefined ? null : names.grade(only, scale);
}

/** Where there is no headline grade: whether none exists, none was told, or a word that is no grade. */
export const noHeadlineWords = ({ gradeState }: Pick<JudgementEvent, 'gradeState'>): string => {
  if (gradeState === 'not_stated') return 'overall grade not stated';
  return gradeState === 'off_scale'
    ? 'rated in words that are on no scale of inspections'
    : 'no overall grade is given';
};

/** The same with its reason, for whoever wonders: "no overall grade is given under the framework since April 2026". */
export function noHeadlineReason(of: Pick<JudgementEvent, 'gradeState' | 'frameworkVersion'>): string {
  if (of.gradeState !== 'none_by_framework' || of.frameworkVersion === null) return noHeadlineWords(of);
  return `${noHeadlineWords(of)} under the framework since ${monthWords(of.frameworkVersion)}`;
}
