/** Pieces several pages show. */
import type { FC } from 'hono/jsx';
import { movementWords } from '../core/sending/alert.ts';
import { dayWords, headlineWords, listWords, type Names, statusName } from '../core/sending/names.ts';
import type { GradeState, GradesReported, JudgementEvent } from '../core/types.ts';

interface Graded extends Pick<JudgementEvent, 'headlines' | 'grade' | 'scale'> {
  gradesReported: GradesReported;
  gradeState?: GradeState;
}

/** The headline in words; where there is none, whether none exists or none was told. */
export function gradeWords(graded: Graded, names: Names): string {
  const words = headlineWords(graded, names);
  if (words !== null) return words;
  if (graded.gradeState === 'none_by_framework' || graded.gradesReported === 'areas_only')
    return graded.gradeState === 'not_stated' ? 'overall grade not stated' : 'no overall grade';
  return graded.gradeState === 'off_scale' ? 'a grade no scale knows' : 'grade not stated';
}

/** The grade in words, with its colour where all headlines share one. */
export const Grade: FC<{ graded: Graded; names: Names }> = ({ graded, names }) => {
  const grades = new Set(graded.headlines.map(({ grade }) => grade));
  const colour = grades.size === 1 ? [...grades][0] : 'none';
  return <span class={`grade grade-${colour}`}>{gradeWords(graded, names)}</span>;
};

/** `2 areas outstanding, 1 good`: what an event without an overall grade says at a glance. */
export function areaTally({ judgements, scale }: JudgementEvent, names: Names): string {
  const counts = new Map<string, number>();
  for (const { grade } of judgements) counts.set(grade, (counts.get(grade) ?? 0) + 1);
  const words = [...counts].map(([grade, count]) => `${count} ${names.grade(grade, scale)}`);
  return `${judgements.length} areas: ${listWords(words)}`;
}

export const eventHref = (key: string): string => `/events/${encodeURIComponent(key)}`;

export const reportCount = (count: number): string => (count === 1 ? 'one report' : `${count} reports`);

/** When it was published, or the nearest thing known. */
export function dayOf({ day, dayBasis }: JudgementEvent): string {
  if (day === null) return 'date not known';
  return dayBasis === 'article' ? `first reported ${dayWords(day)}` : `published ${dayWords(day)}`;
}

export const EventList: FC<{ events: JudgementEvent[]; names: Names }> = ({ events, names }) => (
  <ol class="events">
    {events.map((event) => {
      const moved = movementWords(event, names);
      const quote = event.evidence[0]?.quote;
      return (
        <li>
          <h2>
            <a href={eventHref(event.key)}>{names.authority(event.authority).shortName}</a>
            <Grade graded={event} names={names} />
          </h2>
          <p>
            {names.inspectorate(event.inspectorate)}, {names.service(event.service)}
            {moved ? ` · ${moved}` : ''}
            {event.headlines.length === 0 && event.judgements.length > 0 ? ` · ${areaTally(event, names)}` : ''}
          </p>
          <p class="soft small">
            {dayOf(event)} · {reportCount(event.reports.length)} ·{' '}
            <span class={['disputed', 'retracted', 'withdrawn'].includes(event.status) ? 'status-bad' : ''}>
              {statusName(event.status)}
            </span>
            {event.held ? ' · held by an operator' : ''}
          </p>
          {quote ? <blockquote>{quote}</blockquote> : null}
        </li>
      );
    })}
  </ol>
);
