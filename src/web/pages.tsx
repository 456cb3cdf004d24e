import type { FC } from 'hono/jsx';
import type { SourceHealth } from '../core/health.ts';
import {
  dayWords,
  directionName,
  headlineWords,
  momentWords,
  movement,
  type Names,
  rangeWords,
  remitName,
  statusName,
  tierName,
} from '../core/sending/names.ts';
import type { JudgementEvent } from '../core/types.ts';

const gradeClass = (event: JudgementEvent) => `grade grade-${event.headlines[0]?.grade ?? 'none'}`;
const gradeWords = (event: JudgementEvent, names: Names) => headlineWords(event, names) ?? 'no overall grade is given';

/** The words that decided: the first quotation that carries a grade. */
const deciding = (event: JudgementEvent) => event.evidence[0]?.quote ?? null;

const Movement: FC<{ event: JudgementEvent; names: Names }> = ({ event, names }) => {
  const { direction, previousGrade } = movement(event);
  if (!direction) return null;
  return (
    <span class="soft">
      {directionName(direction)}
      {previousGrade && direction !== 'same' ? ` from ${names.grade(previousGrade, null)}` : ''}
    </span>
  );
};

export const EventList: FC<{ events: JudgementEvent[]; names: Names }> = ({ events, names }) => (
  <ol class="events">
    {events.map((event) => (
      <li>
        <div class="event-head">
          <a href={`/events/${encodeURIComponent(event.key)}`}>{names.authority(event.authority).shortName}</a>
          <span class={gradeClass(event)}>{gradeWords(event, names)}</span>
          <Movement event={event} names={names} />
        </div>
        <div class="soft small">
          {names.inspectorate(event.inspectorate)}, {names.service(event.service)} ·{' '}
          {event.day ? dayWords(event.day) : 'date not known'} · {statusName(event.status)},{' '}
          {event.reports.length === 1 ? 'one report' : `${event.reports.length} reports`}
        </div>
        {deciding(event) ? <blockquote>{deciding(event)}</blockquote> : null}
      </li>
    ))}
  </ol>
);

export interface Overview {
  events: JudgementEvent[];
  total: number;
  health: SourceHealth[];
  /** Nothing has been polled yet: the first start is under way. */
  starting: boolean;
}

export const tally = (health: SourceHealth[]) => ({
  answered: health.filter(({ state }) => state === 'answering').length,
  failing: health.filter(({ state }) => state === 'failing').length,
  waiting: health.filter(({ state }) => state === 'not yet polled').length,
  off: health.filter(({ state }) => state === 'off').length,
});

export const HomePage: FC<{ overview: Overview; names: Names }> = ({ overview, names }) => {
  const { answered, failing, waiting, off } = tally(overview.health);
  return (
    <>
      <h1>Latest judgements</h1>
      <ul class="tally soft small">
        <li>{overview.total} judgements stored</li>
        <li>
          <a href="/sources">
            {answered} sources answering, {failing} failing, {waiting} not yet polled, {off} off
          </a>
        </li>
      </ul>
      {overview.events.length === 0 ? (
        <p class="panel">
          {overview.starting
            ? 'The first polls are under way. Judgements appear here as articles are read.'
            : 'No judgement has been found in the articles read so far. The sources page shows what was polled.'}
        </p>
      ) : (
        <EventList events={overview.events} names={names} />
      )}
    </>
  );
};

export const SourcesPage: FC<{ health: SourceHealth[] }> = ({ health }) => {
  const { answered, failing, waiting, off } = tally(health);
  return (
    <>
      <h1>Sources</h1>
      <p class="soft">
        {health.length} in all: {answered} answering, {failing} failing, {waiting} not yet polled, {off} off.
      </p>
      <div class="wide">
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col">State</th>
              <th scope="col">Last success</th>
              <th scope="col">Next poll</th>
            </tr>
          </thead>
          <tbody>
            {health.map((source) => (
              <tr>
                <td class="wrap">
                  <a href={source.url} rel="noopener nofollow">
                    {source.name}
                  </a>
                  <div class="soft small">
                    {source.kind}, {source.format}
                  </div>
                </td>
                <td class="wrap">
                  <span
                    class={
                      source.state === 'failing' ? 'status-bad' : source.state === 'answering' ? 'status-ok' : 'soft'
                    }
                  >
                    {source.state === 'off' ? source.status : source.state}
                  </span>
                  {source.error ? <div class="soft small">{source.error.message}</div> : null}
                </td>
                <td>{source.lastSuccess ? momentWords(source.lastSuccess) : '–'}</td>
                <td>{source.nextDue && source.state !== 'off' ? momentWords(source.nextDue) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};

export const EventPage: FC<{ event: JudgementEvent; names: Names; learntAt: Date }> = ({ event, names, learntAt }) => {
  const authority = names.authority(event.authority);
  const { previousGrade, streak } = movement(event);
  return (
    <>
      <h1>
        {authority.officialName}: <span class={gradeClass(event)}>{gradeWords(event, names)}</span>
      </h1>
      <p class="soft">
        {names.inspectorate(event.inspectorate)}, {names.service(event.service)}
        {event.framework ? `, ${names.framework(event.framework)}` : ''}. {statusName(event.status)}
        {event.held ? '; held by an operator' : ''}.
      </p>
      <dl>
        {event.headlines.length > 1
          ? event.headlines.map(({ remit, grade }) => (
              <>
                <dt>{remitName(remit)}</dt>
                <dd>{names.grade(grade, event.scale)}</dd>
              </>
            ))
          : null}
        <dt>Published</dt>
        <dd>
          {event.published
            ? dayWords(event.published)
            : event.day
              ? `${dayWords(event.day)} (from the ${event.dayBasis})`
              : 'not known'}
        </dd>
        <dt>Inspected</dt>
        <dd>{event.inspected ? rangeWords(event.inspected) : 'not stated'}</dd>
        <dt>Before</dt>
        <dd>
          {previousGrade ? names.grade(previousGrade, null) : 'not stated'} <Movement event={event} names={names} />
          {streak ? ` (${streak} in a row)` : ''}
        </dd>
        <dt>Codes</dt>
        <dd>
          GSS {authority.gssCode ?? '–'}, local authority number {authority.laCode ?? '–'}, {authority.region}
        </dd>
        <dt>Confidence</dt>
        <dd>{event.confidence.toFixed(2)}</dd>
        <dt>First stored</dt>
        <dd>{momentWords(learntAt)}</dd>
      </dl>
      {event.judgements.length > 0 ? (
        <>
          <h2>Judgement areas</h2>
          <table>
            <tbody>
              {event.judgements.map(({ area, grade }) => (
                <tr>
                  <td>{names.area(area)}</td>
                  <td class={`grade grade-${grade}`}>{names.grade(grade, event.scale)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
      <h2>Evidence</h2>
      {event.evidence.map(({ quote, rule, field }) => (
        <>
          <blockquote>{quote}</blockquote>
          <p class="soft small">
            From the {field}, rule {rule}
          </p>
        </>
      ))}
      {event.conflicts.length > 0 ? (
        <>
          <h2>Reports disagree</h2>
          <ul>
            {event.conflicts.map(({ field, values }) => (
              <li>
                {field}: {values.map(({ value }) => value).join(' against ')}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h2>Reports</h2>
      <table class="stack">
        <tbody>
          {event.reports.map((report) => (
            <tr>
              <td class="wrap">
                {report.url ? (
                  <a href={report.url} rel="noopener nofollow ugc">
                    {report.title || report.url}
                  </a>
                ) : (
                  report.title
                )}
              </td>
              <td>{report.publisher ?? '–'}</td>
              <td>{tierName(report.tier)}</td>
              <td>{report.articleDay ? dayWords(report.articleDay) : 'no date'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};
