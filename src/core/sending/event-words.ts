/** What is said of an event in a line or a cell, the same in every alert, digest, page and command. */
import type { Claim, EventReport, JudgementEvent, RegisterJudgement } from '../types.ts';
import { areaTally, type Tallied } from './area-tally.ts';
import { fieldWords } from './conflict-words.ts';
import { disputedGrade, disputedMark, isDisputed, type PerhapsDisputed } from './disputed-words.ts';
import { type Conflicting, conflictsInOrder } from './in-order.ts';
import {
  headlineWords,
  listWords,
  monthWords,
  movement,
  type Names,
  noHeadlineWords,
  ordinal,
  publicationWords,
  rangeWords,
  statusWords,
} from './names.ts';
import { readFromWords } from './register-words.ts';
import { headerText, oneLine } from './safe.ts';
import { takenBackWords } from './taken-back.ts';

export const SAMPLE_LINE = 'Sample: invented councils in a demonstration. No inspectorate has said this.';

/** `outstanding`, two headlines, what reports differ on, or what to say where there is no overall grade. */
export function verdictWords(
  event: Pick<JudgementEvent, 'headlines' | 'grade' | 'gradeState'> & Tallied & PerhapsDisputed,
  names: Names,
): string {
  const words = disputedGrade(event, names) ?? headlineWords(event, names);
  if (words !== null) return words;
  const none = noHeadlineWords(event);
  return `${event.judgements.length === 0 ? none : `${areaTally(event, names)}, ${none}`}${disputedMark(event)}`;
}

/** How well founded it is, and on what its reports differ. */
export function standingWords(
  event: Conflicting & Pick<JudgementEvent, 'status' | 'reportStatus'>,
  names: Names,
): string {
  const differing = conflictsInOrder(event, names).map(({ field }) =>
    field.startsWith('distinctions.') ? fieldWords(field) : `the ${fieldWords(field)}`,
  );
  return `${statusWords(event)}${differing.length > 0 ? `; reports differ on ${listWords(differing)}` : ''}`;
}

/** `up from requires improvement`, `unchanged, second time in a row`, or empty. */
export function movementWords(
  event: Pick<JudgementEvent, 'direction' | 'previousGrade' | 'streak' | 'register' | 'scale'>,
  names: Names,
): string {
  const { direction, previousGrade, streak } = movement(event);
  const from = previousGrade === null ? '' : ` from ${names.grade(previousGrade, event.scale)}`;
  const run = streak !== null && streak > 1 ? `${ordinal(streak)} time in a row` : '';
  if (direction === 'up' || direction === 'down') return `${direction}${from}`;
  if (direction === 'same') return run === '' ? 'unchanged' : `unchanged, ${run}`;
  if (direction === 'first') return 'its first such grade';
  return run;
}

/** The same, or that the grade before cannot be compared with areas alone; null where nothing is known. */
export function changeWords(event: JudgementEvent, names: Names): string | null {
  // Of a type guard the other side would be nothing at all.
  const inDispute: boolean = isDisputed(event);
  if (inDispute) return 'not told while its grade is in dispute';
  const moved = movementWords(event, names);
  if (moved !== '') return moved;
  const isAreasOnly = event.gradeState === 'none_by_framework' && headlineWords(event, names) === null;
  return isAreasOnly && movement(event).previousGrade !== null
    ? `cannot be compared, as ${noHeadlineWords(event)}`
    : null;
}

/**
 * The event in one header-safe line of at most 200 characters:
 * `Northshire: outstanding (Ofsted, children's services), up from requires improvement`. One that no longer stands begins
 * with that: `Retracted: Northshire, where we had said “good” (Ofsted, children's services)`. How it moved is not said of a grade
 * in dispute: `Northshire: good or inadequate, reports differ (Ofsted, children's services)`.
 */
export function eventLine(event: JudgementEvent, names: Names): string {
  const { shortName } = names.authority(event.authority);
  const who = `${names.inspectorate(event.inspectorate)}, ${names.service(event.service)}`;
  const takenBack = takenBackWords(event);
  if (takenBack)
    return headerText(`${takenBack.mark}: ${shortName}, ${takenBack.said} “${verdictWords(event, names)}” (${who})`);
  const moved = isDisputed(event) ? '' : movementWords(event, names);
  return headerText(`${shortName}: ${verdictWords(event, names)} (${who})${moved === '' ? '' : `, ${moved}`}`);
}

/**
 * When it was published, or the nearest thing known: `21 November 2026`, `on a day of March 2019 (as stated)`, `first reported
 * 21 November 2026`. A range that was inferred from an article's own day says no more than that day.
 */
export function publishedWords(event: JudgementEvent): string {
  const { dayBasis, publishedWithin } = event;
  const day = publicationWords(event);
  if (day !== null && dayBasis !== 'article') return day;
  if (publishedWithin?.basis === 'stated') return `${someDayOf(rangeWords(publishedWithin))} (as stated)`;
  if (day !== null) return `first reported ${day}`;
  return publishedWithin ? `${someDayOf(rangeWords(publishedWithin))} (inferred from the text)` : 'not known';
}

/** In a line beside other things: `published 21 November 2026`, `first reported 21 November 2026`; null where no day is known. */
export function publicationNote(event: Pick<JudgementEvent, 'day' | 'dayUntil' | 'dayBasis'>): string | null {
  const day = publicationWords(event);
  return day && `${event.dayBasis === 'article' ? 'first reported' : 'published'} ${day}`;
}

/** @param range a month, a year or both ends, in words */
const someDayOf = (range: string): string => `on a day ${range.includes(' to ') ? 'from' : 'of'} ${range}`;

const LEVELS = [
  [0.95, 'very high'],
  [0.85, 'high'],
  [0.7, 'fair'],
  [0, 'low'],
] as const;
/** In per cent, rounded down and below 100, as no rule is ever certain. */
export const shownPercent = (confidence: number): number => Math.min(99, Math.floor(confidence * 100));

/** Why a finding waits that its article gives two grades; null where it gives one. */
export const oddsWords = ({ atOdds, scale }: Pick<Claim, 'atOdds' | 'scale'>, names: Names): string | null =>
  atOdds ? `its title says ${names.grade(atOdds.title, scale)}, its text ${names.grade(atOdds.text, scale)}` : null;

/** `very high (97%)`. */
export function confidenceWords(confidence: number): string {
  const word = LEVELS.find(([from]) => confidence >= from)?.[1] ?? 'low';
  return `${word} (${shownPercent(confidence)}%)`;
}

/** How sure an event is: a person's word, where there is one, else that of the rules. */
export function surenessWords(event: Pick<JudgementEvent, 'confidence' | 'reports' | 'conflicts'>): string {
  const { confidence } = event;
  const person = personOf(event);
  return person === null ? confidenceWords(confidence) : PERSON_WORDS[person];
}
const PERSON_WORDS = { changed: 'set right by a person', accepted: 'checked by a person' } as const;

/** What a person said of the reports it rests on, not of those that tell another grade; null where nobody did. */
export function personOf({
  reports,
  conflicts,
}: Pick<JudgementEvent, 'reports' | 'conflicts'>): keyof typeof PERSON_WORDS | null {
  const outvoted = conflicts.flatMap(({ field, values }) =>
    field.startsWith('headlines.') ? values.slice(1).flatMap(({ findings }) => findings) : [],
  );
  const said = (word: keyof typeof PERSON_WORDS) =>
    reports.some(({ person, findingId }) => person === word && !outvoted.includes(findingId));
  return said('changed') ? 'changed' : said('accepted') ? 'accepted' : null;
}

/**
 * `Set right by a person: the paper mixed up two councils. The article itself said good.`; null where the evidence says
 * what stands.
 */
export function setRightWords(
  { setRight, headlines, grade, scale }: Pick<JudgementEvent, 'setRight' | 'headlines' | 'grade' | 'scale'>,
  names: Names,
): string | null {
  if (!setRight) return null;
  const told = headlineWords({ headlines: setRight.headlines, grade: null, scale }, names);
  const isOther = told !== null && told !== headlineWords({ headlines, grade, scale }, names);
  const reason = oneLine(setRight.reason).replace(/[.\s]+$/, '');
  return `Set right by a person: ${reason}.${isOther ? ` The article itself said ${told}.` : ''}`;
}

/** Of an event that waits for a person again: what was told of it, and that nobody has called that wrong. */
export const toldOnceWords = (event: JudgementEvent, names: Names): string =>
  `Readers were told: ${verdictWords(event, names)}. That is being looked at again; nobody has said that it was wrong. Should a person say so, everyone who was told of it hears.`;

/**
 * Beside a quote whose source tells an overall grade where none is given: `The source tells an overall grade (outstanding);
 * since April 2026 none is given.` Null where it tells none.
 */
export function overallToldWords(
  event: Pick<JudgementEvent, 'overallTold' | 'frameworkVersion' | 'inspectorate' | 'service' | 'scale' | 'setRight'>,
  names: Names,
): string | null {
  const { overallTold, frameworkVersion, inspectorate, service, scale } = event;
  if (overallTold === undefined || event.setRight) return null;
  const given = names.withoutOverall.find((one) => one.inspectorate === inspectorate && one.service === service);
  const since = frameworkVersion ?? given?.since ?? null;
  return `The source tells an overall grade (${names.grade(overallTold, scale)}); ${since === null ? 'its framework gives none' : `since ${monthWords(since)} none is given`}.`;
}

/** Above words that are quoted from an article but are not what stands. */
export function quotedFrom(event: Pick<JudgementEvent, 'setRight' | 'status'>): string | null {
  if (event.status === 'retracted') return 'What was reported; we no longer say so';
  if (event.status === 'withdrawn') return 'What was reported; it no longer stands';
  return event.setRight ? 'What the article said; it was set right' : null;
}

/** What the register knows of the judgement before, as far as it is told. */
export type JudgementBefore = Pick<
  RegisterJudgement,
  'headlines' | 'scale' | 'published' | 'publishedWithin' | 'inspected' | 'readFrom'
>;

/**
 * `good, published 4 March 2019`, from the register; else with the year that the reports tell; null where none is known.
 * Where the reports tell another grade than the register, both are said, and where the register has its own from.
 */
export function previousWords(event: JudgementEvent, before: JudgementBefore | null, names: Names): string | null {
  const gave = (grade: string | null) => (before?.headlines.some((one) => one.grade === grade) ? before : null);
  const told = previousTold(event, gave(movement(event).previousGrade), names);
  const known = event.register.previousGrade;
  if (told === null || event.previousGrade === null || known === null || known === event.previousGrade) return told;
  const row = gave(known);
  const from = readFromWords(row?.readFrom);
  return `${told}, as reported; the register of published judgements has ${names.grade(known, row?.scale ?? event.scale)}${from === null ? '' : ` (${from})`}`;
}

function previousTold(event: JudgementEvent, before: JudgementBefore | null, names: Names): string | null {
  const { previousGrade } = movement(event);
  if (previousGrade === null) return null;
  const grade = names.grade(previousGrade, before?.scale ?? event.scale);
  if (before) {
    const published = before.published ?? before.publishedWithin?.from ?? null;
    const when = publicationWords({
      day: published,
      dayUntil: before.published ? null : (before.publishedWithin?.until ?? null),
    });
    const from = readFromWords(before.readFrom);
    const noted = from === null ? '' : ` (${from})`;
    if (when !== null) return `${grade}, published ${when}${noted}`;
    if (before.inspected !== null) return `${grade}, inspected ${rangeWords(before.inspected)}${noted}`;
  }
  return event.previousYear === undefined ? `${grade}, date not known` : `${grade}, in ${event.previousYear}`;
}

/** `copy of the report of Northshire Council, 98% of its text taken from it`; null for a text of its own. */
export function takenWords(report: EventReport, reports: readonly EventReport[]): string | null {
  const isCopy = report.copyOf !== null && report.copyOf !== report.articleId;
  const from = report.takenFrom ?? report.copyOf;
  const share = report.share === undefined ? null : `${Math.floor(report.share * 100)}%`;
  if (!isCopy && (share === null || from === null)) return null;
  const publisher = reports.find(({ articleId }) => articleId === from)?.publisher;
  const whose = publisher ? `the report of ${publisher}` : 'another report';
  if (!isCopy) return `${share} of its text taken from ${whose}`;
  return `copy of ${whose}${share === null ? '' : `, ${share} of its text taken from it`}`;
}

/** Earliest first-seen time of an event's reports; null when it has none. */
export function firstSeen(reports: readonly EventReport[]): Date | null {
  const times = reports.map((report) => report.firstSeen.getTime());
  return times.length === 0 ? null : new Date(Math.min(...times));
}

/**
 * The one of several reports that was there first; null where that is not known: two were seen in the same moment, or another
 * bears an earlier day than the one that was seen first.
 */
export function firstReport(reports: readonly EventReport[]): EventReport | null {
  const seen = firstSeen(reports)?.getTime();
  const [first, tied] = reports.filter((report) => report.firstSeen.getTime() === seen);
  if (!first || tied || reports.length < 2) return null;
  const day = first.articleDay ?? '';
  return reports.some(({ articleDay }) => articleDay !== null && articleDay < day) ? null : first;
}

/** `ILACS (2023-01)`, or `not stated`. */
export function frameworkWords(event: JudgementEvent, names: Names): string {
  if (event.framework === null) return 'not stated';
  const name = names.framework(event.framework, event.frameworkVersion);
  return event.frameworkVersion === null ? name : `${name} (${event.frameworkVersion})`;
}
