import type { FC } from 'hono/jsx';
import { addDays, type Week, weekRange } from '../core/dates.ts';
import { dayWords } from '../core/sending/names.ts';

/** The last closed weeks, newest first, each with its digest. */
export const WeeksPage: FC<{ weeks: readonly Week[] }> = ({ weeks }) => (
  <>
    <h1>Weekly digests</h1>
    <ul class="plain">
      {weeks.map((week) => (
        <li>
          <a href={`/weeks/${week}.html`}>{daysOf(week)}</a> (<a href={`/weeks/${week}.xlsx`}>spreadsheet</a>,{' '}
          <a href={`/weeks/${week}.csv`}>CSV</a>, with <a href={`/weeks/${week}.visits.csv`}>visits</a> and{' '}
          <a href={`/weeks/${week}.coverage.csv`}>coverage</a> beside it)
        </li>
      ))}
    </ul>
  </>
);

function daysOf(week: Week): string {
  const { from, until } = weekRange(week);
  return `${week}, ${dayWords(from)} to ${dayWords(addDays(until, -1))}`;
}
