/** An authority's judgements in order of time, the official record and what was reported side by side. */
import { type Register, timeline } from './register.ts';
import type { Day, DayRange, Headline, JudgementEvent, RegisterJudgement } from './types.ts';

type Grades = Pick<JudgementEvent, 'headlines' | 'grade' | 'scale' | 'gradesReported'>;

export interface TimelineRow {
  /** Publication as best known; null where nothing is. */
  day: Day | null;
  /** Where only its month or year is known: the first day after it. */
  dayUntil: Day | null;
  /** When the inspectors were there, where publication is not known. */
  inspected: DayRange | null;
  inspectorate: string;
  service: string;
  framework: string | null;
  /** Version of the framework, where a report told it. */
  frameworkVersion: string | null;
  /** What the register holds, and the page it was read from: the report itself, or one that tells of it. */
  official: (Grades & Pick<RegisterJudgement, 'id' | 'judgements' | 'sourceUrl' | 'readFrom'>) | null;
  /** Events that report it: of one inspection at most a few. */
  reported: JudgementEvent[];
}

/** @param events of this authority, in any order. @returns oldest first; what has no day at the end */
export function timelineRows(authority: string, register: Register, events: readonly JudgementEvent[]): TimelineRow[] {
  const official = timeline(authority, register);
  const known = new Set(official.map(({ judgement }) => judgement.id));
  const rows: TimelineRow[] = official.map(({ judgement }) => ({
    day: judgement.published ?? judgement.publishedWithin?.from ?? null,
    dayUntil: judgement.published === null ? (judgement.publishedWithin?.until ?? null) : null,
    inspected: judgement.published || judgement.publishedWithin ? null : judgement.inspected,
    inspectorate: judgement.inspectorate,
    service: judgement.service,
    framework: judgement.framework,
    frameworkVersion: null,
    official: {
      id: judgement.id,
      sourceUrl: judgement.sourceUrl,
      ...(judgement.readFrom ? { readFrom: judgement.readFrom } : {}),
      headlines: judgement.headlines,
      grade: onlyGrade(judgement.headlines),
      judgements: judgement.judgements,
      scale: judgement.scale,
      gradesReported: judgement.gradesReported,
    },
    reported: events.filter(({ register: view }) => view.judgement === judgement.id),
  }));
  const unknown = events.filter(({ register: view }) => view.judgement === null || !known.has(view.judgement));
  for (const event of unknown)
    rows.push({
      day: event.day,
      dayUntil: event.dayUntil,
      inspected: event.day === null ? event.inspected : null,
      inspectorate: event.inspectorate,
      service: event.service,
      framework: event.framework,
      frameworkVersion: event.frameworkVersion,
      official: null,
      reported: [event],
    });
  const placeOf = ({ day, inspected }: TimelineRow) => day ?? inspected?.from ?? '9999';
  return rows.sort((a, b) => placeOf(a).localeCompare(placeOf(b)));
}

const onlyGrade = (headlines: readonly Headline[]): string | null =>
  headlines.length === 1 ? (headlines[0]?.grade ?? null) : null;
