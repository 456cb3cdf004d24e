import type { FC } from 'hono/jsx';
import type { FormerEvent } from '../adapters/store/former-events.ts';
import { toldOnceWords } from '../core/sending/event-words.ts';
import { dayWords, momentWords, type Names } from '../core/sending/names.ts';
import { safeUrl } from '../core/sending/safe.ts';
import type { EventReport } from '../core/types.ts';

/** Where a judgement stood of which nothing is claimed now: whose it was, what becomes of it, and no grade. */
export const FormerEventPage: FC<{ former: FormerEvent; names: Names }> = ({ former, names }) => {
  const { authority, inspectorate, service, state, since, reports, rejectedAt, told } = former;
  const { officialName, shortName } = names.authority(authority);
  return (
    <>
      <h1>{formerEventTitle(former, names)}</h1>
      <p class="panel warn">
        {state === 'waits_for_review'
          ? `Waits for review since ${momentWords(since)}: a person is to say whether, and of which inspection, the reports below tell a judgement. Until then no grade is given here.`
          : rejectedAt
            ? `Rejected on ${momentWords(rejectedAt)}: a person read what was reported here and decided that it tells of no such judgement, so no grade is given.`
            : `Nothing stands here since ${momentWords(since)}: no article we have is read as telling of this judgement any more, so no grade is given.`}
      </p>
      {told ? <p>{toldOnceWords(told, names)}</p> : null}
      <p>
        What stood at this address: {officialName}; {names.inspectorate(inspectorate)}, {names.service(service)}.
        {state === 'waits_for_review' ? ' The address stays, and will lead to what is decided.' : ''}
      </p>
      <ul class="tally">
        <li>
          <a href={`/authorities/${encodeURIComponent(authority)}`}>All judgements of {shortName}</a>
        </li>
      </ul>
      {reports.length > 0 ? (
        <section>
          <h2>Reports that wait</h2>
          <ul class="plain">
            {reports.map((report) => (
              <li>
                <Article report={report} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p class="soft small">Key: {former.key}</p>
    </>
  );
};

/** By publisher and day: a headline would say the grade that is in doubt. */
const Article: FC<{ report: EventReport }> = ({ report: { url, publisher, articleDay } }) => {
  const address = safeUrl(url);
  const words = `${publisher ?? 'An article'}, ${articleDay ? dayWords(articleDay) : 'no date given'}`;
  return address ? (
    <a href={address} rel="noopener nofollow ugc">
      {words}
    </a>
  ) : (
    <span>{words}</span>
  );
};

export const formerEventTitle = ({ authority, state }: FormerEvent, names: Names): string =>
  `${names.authority(authority).officialName}: ${state === 'waits_for_review' ? 'waits for review' : 'no judgement stands here'}`;
