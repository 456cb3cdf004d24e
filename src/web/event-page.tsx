import type { FC } from 'hono/jsx';
import { withoutListMark } from '../core/quotation.ts';
import { areaTally } from '../core/sending/area-tally.ts';
import { differingGrades, disputedNote } from '../core/sending/disputed-words.ts';
import {
  changeWords,
  eventLine,
  frameworkWords,
  overallToldWords,
  previousWords,
  publishedWords,
  quotedFrom,
  setRightWords,
  surenessWords,
  verdictWords,
} from '../core/sending/event-words.ts';
import { areasInOrder } from '../core/sending/in-order.ts';
import { listWords, momentWords, type Names, rangeWords, remitName, statusWords } from '../core/sending/names.ts';
import { registerMatchWords } from '../core/sending/register-words.ts';
import { safeUrl } from '../core/sending/safe.ts';
import { type TakenBack, takenBackWords } from '../core/sending/taken-back.ts';
import { toldApartWords } from '../core/sending/told-apart.ts';
import type { JudgementEvent } from '../core/types.ts';
import { codeWords } from './authority-pages.tsx';
import { Cite } from './cite.tsx';
import { WrongForm } from './complaint.tsx';
import { Changes, Corrected } from './event-changes.tsx';
import { Conflicts } from './event-conflicts.tsx';
import { ReportName, Reports } from './event-reports.tsx';
import { SetApart } from './event-set-apart.tsx';
import type { EventView } from './event-view.ts';
import { eventHref, Grade, gradeWords } from './parts.tsx';

/** The page's `<title>`. */
export function eventTitle(event: JudgementEvent, names: Names): string {
  if (takenBackWords(event) || disputedNote(event)) return eventLine(event, names);
  return `${names.authority(event.authority).shortName}: ${gradeWords(event, names)} (${names.inspectorate(event.inspectorate)}, ${names.service(event.service)})`;
}

/** What an operator set, as a link where it is an address. */
const Contact: FC<{ contact: string }> = ({ contact }) => {
  const address = safeUrl(contact) ?? (/^[^\s@<>]+@[^\s@<>]+$/.test(contact) ? `mailto:${contact}` : null);
  return address ? <a href={address}>{contact}</a> : <span>{contact}</span>;
};

interface EventProps {
  view: EventView;
  names: Names;
  contact: string | null;
  /** The page's own address, and when it is read. */
  page: string;
  at: Date;
}

export const EventPage: FC<EventProps> = ({ view, names, contact, page, at }) => {
  const { event, officialReport } = view;
  const authority = names.authority(event.authority);
  const official = safeUrl(officialReport);
  const takenBack = takenBackWords(event);
  const disputed = disputedNote(event);
  const toldApart = toldApartWords(event, names);
  return (
    <>
      <h1>
        {takenBack ? `${takenBack.mark}: ` : ''}
        {authority.officialName} {takenBack ? '' : <Grade graded={event} names={names} />}
      </h1>
      <p>
        {names.inspectorate(event.inspectorate)}, {names.service(event.service)}
        {takenBack || disputed ? '' : `; ${statusWords(event)}`}.
        {!takenBack && event.headlines.length === 0 && event.judgements.length > 0
          ? ` ${capital(areaTally(event, names))}.`
          : ''}
      </p>
      {takenBack ? <TakenBackPanel {...{ takenBack, event, names }} /> : null}
      {disputed ? <p class="panel warn">{disputed} See below who says what.</p> : null}
      {toldApart ? (
        <p class="panel">
          {toldApart} {event.toldApart?.of ? <a href={eventHref(event.toldApart.of.key)}>The other judgement</a> : null}
        </p>
      ) : null}
      {takenBack ? null : <Corrected event={event} revisions={view.revisions} names={names} />}
      {event.held ? <p class="panel warn">An operator holds this judgement back: nothing is sent about it.</p> : null}
      <ul class="tally">
        {official ? (
          <li>
            <a href={official} rel="noopener">
              Official report
            </a>
          </li>
        ) : null}
        <li>
          <a href={`/authorities/${encodeURIComponent(event.authority)}`}>All judgements of {authority.shortName}</a>
        </li>
      </ul>
      <Evidence {...{ view, names }} />
      <WhoSaid said={view.said} />
      {takenBack ? null : <Headlines event={event} names={names} />}
      {takenBack ? null : <SetApart event={event} names={names} />}
      <Conflicts view={view} names={names} />
      <Reports reports={event.reports} setRight={view.setRight} linked={view.linked} />
      <Facts view={view} names={names} />
      <Changes revisions={view.revisions} names={names} />
      <Cite {...{ view, names, page, at }} />
      <WrongForm href={eventHref(event.key)} />
      {contact ? (
        <p>
          Something wrong? Tell <Contact contact={contact} /> and name the key above.
        </p>
      ) : null}
    </>
  );
};

/** The page stays, so that links to it keep their meaning and a reader can look. */
const TakenBackPanel: FC<{ takenBack: TakenBack; event: JudgementEvent; names: Names }> = ({
  takenBack,
  event,
  names,
}) => (
  <div class="panel warn">
    <p>
      <strong>{takenBack.means}</strong> {takenBack.reason}
    </p>
    <p>
      {takenBack.label}: {verdictWords(event, names)}.
    </p>
  </div>
);

const Evidence: FC<{ view: EventView; names: Names }> = ({ view: { event, quoted }, names }) => {
  const overallTold = takenBackWords(event) ? null : overallToldWords(event, names);
  return (
    <section>
      <h2>{quotedFrom(event) ?? 'In the words of the report'}</h2>
      {event.setRight ? <p class="panel warn">{setRightWords(event, names)}</p> : null}
      {overallTold ? <p class="panel">{overallTold}</p> : null}
      {quoted
        ? quoted.passages.map(({ field, pieces }) => (
            <blockquote>
              {field === 'title' ? <span class="soft">Headline: </span> : null}
              {pieces.map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}
            </blockquote>
          ))
        : event.evidence.map(({ quote }) => (
            <blockquote>
              <mark>{withoutListMark(quote)}</mark>
            </blockquote>
          ))}
      <p class="soft small">
        {quoted ? (
          <>
            From <ReportName report={quoted.report} />
            {quoted.report.publisher ? `, ${quoted.report.publisher}` : ''}. Marked: the words{' '}
            {event.setRight || takenBackWords(event) ? 'it was judged by' : 'the judgement rests on'}.{' '}
          </>
        ) : null}
        {event.evidence.length > 0 ? `Rules: ${[...new Set(event.evidence.map(({ rule }) => rule))].join(', ')}.` : ''}
      </p>
    </section>
  );
};

const WhoSaid: FC<Pick<EventView, 'said'>> = ({ said }) =>
  said && (
    <section>
      <h2>Who said what</h2>
      {said.sayings.map(({ quote, name, role }) => (
        <blockquote>
          “{quote}”
          <br />
          <span class="soft">
            {name ? `${name}, ` : ''}
            {role}
          </span>
        </blockquote>
      ))}
      <p class="soft small">
        From <ReportName report={said.report} />
        {said.report.publisher ? `, ${said.report.publisher}` : ''}. Only people who speak in a public role are named.
      </p>
    </section>
  );

const Headlines: FC<{ event: JudgementEvent; names: Names }> = ({ event, names }) => {
  const rows = [
    ...(event.headlines.length > 1 || event.judgements.length > 0
      ? event.headlines.map(({ remit, grade }) => ({
          ...{ name: remitName(remit), grade, differing: differingGrades(`headlines.${remit}`, event, names) },
        }))
      : []),
    ...areasInOrder(event.judgements, event, names)
      // The headlines of 2009 to 2012 are areas too.
      .filter(
        ({ area, grade }) => !event.headlines.some((headline) => headline.remit === area && headline.grade === grade),
      )
      .map(({ area, grade }) => ({
        ...{ name: names.area(area), grade, differing: differingGrades(`judgements.${area}`, event, names) },
      })),
  ];
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>Grades</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">What was judged</th>
            <th scope="col">Grade</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, grade, differing }) => (
            <tr>
              <th scope="row">{capital(name)}</th>
              <td>
                <span class={differing ? 'grade' : `grade grade-${grade}`}>
                  {differing ?? names.grade(grade, event.scale)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Facts: FC<{ view: EventView; names: Names }> = ({ view: { event, learntAt, aliases, preceding }, names }) => {
  const authority = names.authority(event.authority);
  const stands = takenBackWords(event) === null;
  const rows: [string, string][] = [
    ['Published', publishedWords(event)],
    ['Inspected', event.inspected ? rangeWords(event.inspected) : 'not stated'],
    ['Framework', frameworkWords(event, names)],
    ...(stands
      ? ([
          ['Grade before', previousWords(event, preceding, names) ?? 'not stated'],
          ['Movement', changeWords(event, names) ?? 'not stated'],
        ] satisfies typeof rows)
      : []),
    ...(event.jointWith.length > 0
      ? [['Judged with', listWords(event.jointWith.map((slug) => names.authority(slug).shortName))] as [string, string]]
      : []),
    ['Official record', registerMatchWords(event.register)],
    ['Region', authority.region],
    ...(codeWords(authority) ? [['Codes', codeWords(authority)] as [string, string]] : []),
    ...(stands ? [['Confidence', surenessWords(event)] as [string, string]] : []),
    ['First stored', momentWords(learntAt)],
    ['Key', event.key],
    ...(aliases.length > 0 ? [['Earlier keys', aliases.join(', ')] as [string, string]] : []),
  ];
  return (
    <section>
      <h2>Details</h2>
      <dl>
        {rows.map(([label, value]) => (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </section>
  );
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
