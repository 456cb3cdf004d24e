/** Pieces several pages show. */

import type { FC } from 'hono/jsx';
import { decidingQuote } from '../core/deciding-quote.ts';
import { areaTally } from '../core/sending/area-tally.ts';
import { disputedGrade, isDisputed, type PerhapsDisputed } from '../core/sending/disputed-words.ts';
import {
  movementWords,
  overallToldWords,
  publicationNote,
  setRightWords,
  verdictWords,
} from '../core/sending/event-words.ts';
import { headlineWords, type Names, remitName, statusWords } from '../core/sending/names.ts';
import { takenBackWords } from '../core/sending/taken-back.ts';
import type { GradeState, GradesReported, JudgementEvent } from '../core/types.ts';

type Graded = PerhapsDisputed & { gradesReported: GradesReported; gradeState?: GradeState };

/** The headline in words; where there is none, whether none exists or none was told. */
export function gradeWords(graded: Graded, names: Names): string {
  const words = headlineWords(graded, names);
  if (words !== null) return words;
  if (graded.gradeState === 'none_by_framework' || graded.gradesReported === 'areas_only')
    return graded.gradeState === 'not_stated' ? 'overall grade not stated' : 'no overall grade';
  return graded.gradeState === 'off_scale' ? 'rated in words that are on no scale' : 'grade not stated';
}

/** The headline grades in words, each with its colour; what is in dispute bears the colour of none. */
export const Grade: FC<{ graded: Graded; names: Names }> = ({ graded, names }) => {
  const { headlines, scale } = graded;
  const disputed = disputedGrade(graded, names);
  return (
    <span class="grades">
      {disputed ? (
        <span class="grade">{disputed}</span>
      ) : headlines.length > 1 ? (
        headlines.map(({ remit, grade }) => (
          <span class={`grade grade-${grade}`}>
            {names.grade(grade, scale)} for {remitName(remit)}
          </span>
        ))
      ) : (
        <span class={`grade grade-${headlines[0]?.grade ?? 'none'}`}>{gradeWords(graded, names)}</span>
      )}
    </span>
  );
};

export const eventHref = (key: string): string => `/events/${encodeURIComponent(key)}`;

export const reportCount = (count: number): string => (count === 1 ? 'one report' : `${count} reports`);

/** When it was published, or the nearest thing known. */
const dayOf = (event: JudgementEvent): string => publicationNote(event) ?? 'date not known';

/** Where a feed reader finds what a page shows. */
export const FeedLinks: FC<{ path: string; of: string }> = ({ path, of }) => (
  <p class="soft small">
    Feed, {of}: <a href={`${path}.atom`}>Atom</a>, <a href={`${path}.json`}>JSON Feed</a>
  </p>
);

export const EventList: FC<{ events: JudgementEvent[]; names: Names }> = ({ events, names }) => (
  <ol class="events">
    {events.map((event) => {
      const takenBack = takenBackWords(event);
      const moved = takenBack || isDisputed(event) ? '' : movementWords(event, names);
      const quote = takenBack || event.setRight ? null : decidingQuote(event);
      const note = overallToldWords(event, names);
      return (
        <li>
          <h2>
            <a href={eventHref(event.key)}>{names.authority(event.authority).shortName}</a>
            {takenBack ? <span class="status-bad">{takenBack.mark}</span> : <Grade graded={event} names={names} />}
          </h2>
          <p>
            {names.inspectorate(event.inspectorate)}, {names.service(event.service)}
            {moved ? ` · ${moved}` : ''}
            {takenBack ? ` · ${takenBack.label.toLowerCase()}: ${verdictWords(event, names)}` : ''}
            {!takenBack && event.headlines.length === 0 && event.judgements.length > 0
              ? ` · ${areaTally(event, names)}`
              : ''}
          </p>
          <p class="soft small">
            {dayOf(event)} · {reportCount(event.reports.length)} ·{' '}
            <span class={['disputed', 'retracted', 'withdrawn'].includes(event.status) ? 'status-bad' : ''}>
              {statusWords(event)}
            </span>
            {event.held ? ' · held by an operator' : ''}
          </p>
          {takenBack?.reason ? <p class="small">{takenBack.reason}</p> : null}
          {event.setRight && !takenBack ? <p class="small">{setRightWords(event, names)}</p> : null}
          {quote ? <blockquote>{quote}</blockquote> : null}
          {quote && note ? <p class="small">{note}</p> : null}
        </li>
      );
    })}
  </ol>
);
