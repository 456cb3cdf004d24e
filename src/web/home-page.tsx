import type { FC } from 'hono/jsx';
import type { Week } from '../core/dates.ts';
import type { SourceHealth } from '../core/health.ts';
import type { Names } from '../core/sending/names.ts';
import type { JudgementEvent } from '../core/types.ts';
import { type Choices, type feedOf, hrefOf, type Wanted } from './filters.ts';
import { EventList, FeedLinks } from './parts.tsx';
import { healthWords } from './source-words.ts';

export interface Overview {
  events: JudgementEvent[];
  /** All that were asked for, on all pages. */
  found: number;
  pages: number;
  health: SourceHealth[];
  /** The last one that is over. */
  lastWeek: Week;
  /** Nothing has been polled yet: the first start is under way. */
  starting: boolean;
}

interface Props {
  overview: Overview;
  wanted: Wanted;
  choices: Choices;
  names: Names;
  feed: ReturnType<typeof feedOf>;
}

const FIELDS = [
  ['authority', 'Authority'],
  ['region', 'Region'],
  ['inspectorate', 'Inspectorate'],
  ['grade', 'Grade'],
] as const;

const Filters: FC<Pick<Props, 'wanted' | 'choices'>> = ({ wanted, choices }) => (
  <form class="filters" method="get" action="/" aria-label="Which judgements to show">
    {FIELDS.map(([name, label]) => (
      <div>
        <label for={`filter-${name}`}>{label}</label>
        <select id={`filter-${name}`} name={name}>
          <option value="">any</option>
          {choices[name].map(({ value, label: word }) => (
            <option value={value} selected={wanted[name] === value}>
              {word}
            </option>
          ))}
        </select>
      </div>
    ))}
    <div class="act">
      <button type="submit">Show</button>
      {FIELDS.some(([name]) => wanted[name]) ? <a href="/">Show all</a> : null}
    </div>
  </form>
);

export const HomePage: FC<Props> = ({ overview, wanted, choices, names, feed }) => {
  const { events, found, pages, health, lastWeek, starting } = overview;
  const asked = FIELDS.some(([name]) => wanted[name]);
  return (
    <>
      <h1>Latest judgements</h1>
      <ul class="tally soft small">
        <li>
          {found === 1 ? 'One judgement' : `${found} judgements`}
          {asked ? ' as asked for' : ', newest first'}
        </li>
        <li>
          <a href="/sources">{healthWords(health)}</a>
        </li>
      </ul>
      <Filters wanted={wanted} choices={choices} />
      {events.length === 0 ? (
        <p class="panel">{emptyWords(asked, starting, wanted.page > 1)}</p>
      ) : (
        <EventList events={events} names={names} />
      )}
      {pages > 1 ? (
        <nav class="paging" aria-label="More judgements">
          {wanted.page > 1 ? (
            <a href={hrefOf(wanted, wanted.page - 1)} rel="prev">
              Newer
            </a>
          ) : null}
          <span class="soft">
            Page {wanted.page} of {pages}
          </span>
          {wanted.page < pages ? (
            <a href={hrefOf(wanted, wanted.page + 1)} rel="next">
              Older
            </a>
          ) : null}
        </nav>
      ) : null}
      <p class="soft small">
        Last week’s digest: <a href={`/weeks/${lastWeek}.html`}>to read</a>,{' '}
        <a href={`/weeks/${lastWeek}.xlsx`}>spreadsheet</a>, <a href={`/weeks/${lastWeek}.csv`}>CSV</a>;{' '}
        <a href="/weeks">earlier weeks</a>
      </p>
      <FeedLinks {...feed} />
    </>
  );
};

function emptyWords(asked: boolean, starting: boolean, beyond: boolean): string {
  if (beyond) return 'There is no such page.';
  if (asked) return 'No stored judgement is as asked for.';
  return starting
    ? 'The first polls are under way. Judgements appear here as articles are read; reload to see them.'
    : 'No judgement has been found in the articles read so far. The sources page shows what was polled.';
}
