import type { FC } from 'hono/jsx';
import type { Passage } from '../core/quoted.ts';
import { confidenceWords, firstSeen, frameworkWords, movementWords, publishedWords } from '../core/sending/alert.ts';
import {
  dayWords,
  headlineWords,
  listWords,
  momentWords,
  movement,
  type Names,
  rangeWords,
  readableId,
  remitName,
  statusName,
  tierName,
} from '../core/sending/names.ts';
import { safeUrl } from '../core/sending/safe.ts';
import type { EventReport, JudgementEvent, RegisterJudgement, RegisterView } from '../core/types.ts';
import type { Saying } from '../core/who-said.ts';
import { codeWords } from './authority-pages.tsx';
import { WrongForm } from './complaint.tsx';
import { areaTally, eventHref, Grade, gradeWords, reportCount } from './parts.tsx';

export interface EventView {
  event: JudgementEvent;
  learntAt: Date;
  /** Earlier keys that lead here. */
  aliases: string[];
  /** How it stood before, oldest first, today's state last. */
  revisions: { at: Date; event: JudgementEvent }[];
  /** The words it rests on, in the article they stand in; null when that is no longer at hand. */
  quoted: { passages: Passage[]; report: EventReport } | null;
  /** Words of people in public roles, and the report that quotes them. */
  said: { sayings: Saying[]; report: EventReport } | null;
  /** The inspectorate's own report. */
  officialReport: string | null;
  /** The row of the register that is of the same inspection. */
  registered: RegisterJudgement | null;
}

const OFFICIAL: Record<RegisterView['match'], string> = {
  confirmed: 'the register holds this judgement, and its grades agree',
  contradicting: 'the register holds this judgement with other grades',
  recycled: 'the register holds this judgement as an older one',
  unpublished: 'not in the register yet',
  none: 'nothing to compare with',
};

const WARNINGS: Partial<Record<JudgementEvent['status'], string>> = {
  disputed:
    'Disputed: reports, or a report and the official record, disagree about the grade. What the most trusted report says is shown; see below who says what.',
  retracted:
    'Retracted: we were wrong: no such judgement was made. The page stays so that links to it keep their meaning.',
  withdrawn: 'Withdrawn: the inspectorate has withdrawn its report. The grade below no longer stands.',
};

/** The heading of the page and its `<title>`. */
export const eventTitle = (event: JudgementEvent, names: Names): string =>
  `${names.authority(event.authority).shortName}: ${gradeWords(event, names)} (${names.inspectorate(event.inspectorate)}, ${names.service(event.service)})`;

/** What an operator set, as a link where it is an address. */
const Contact: FC<{ contact: string }> = ({ contact }) => {
  const address = safeUrl(contact) ?? (/^[^\s@<>]+@[^\s@<>]+$/.test(contact) ? `mailto:${contact}` : null);
  return address ? <a href={address}>{contact}</a> : <span>{contact}</span>;
};

interface EventProps {
  view: EventView;
  names: Names;
  contact: string | null;
}

export const EventPage: FC<EventProps> = ({ view, names, contact }) => {
  const { event, officialReport } = view;
  const authority = names.authority(event.authority);
  const official = safeUrl(officialReport);
  return (
    <>
      <h1>
        {authority.officialName} <Grade graded={event} names={names} />
      </h1>
      <p>
        {names.inspectorate(event.inspectorate)}, {names.service(event.service)}
        {WARNINGS[event.status] ? '' : `; ${statusName(event.status)}`}.
        {event.headlines.length === 0 && event.judgements.length > 0 ? ` ${areaTally(event, names)}.` : ''}
      </p>
      {WARNINGS[event.status] ? <p class="panel warn">{WARNINGS[event.status]}</p> : null}
      <Corrected revisions={view.revisions} names={names} />
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
      <Evidence view={view} />
      <WhoSaid said={view.said} />
      <Headlines event={event} names={names} />
      <Conflicts view={view} names={names} />
      <Reports reports={event.reports} />
      <Facts view={view} names={names} />
      <Changes revisions={view.revisions} names={names} />
      <WrongForm href={eventHref(event.key)} />
      {contact ? (
        <p>
          Something wrong? Tell <Contact contact={contact} /> and name the key above.
        </p>
      ) : null}
    </>
  );
};

const Evidence: FC<{ view: EventView }> = ({ view: { event, quoted } }) => (
  <section>
    <h2>In the words of the report</h2>
    {quoted
      ? quoted.passages.map(({ field, pieces }) => (
          <blockquote>
            {field === 'title' ? <span class="soft">Headline: </span> : null}
            {pieces.map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}
          </blockquote>
        ))
      : event.evidence.map(({ quote }) => (
          <blockquote>
            <mark>{quote}</mark>
          </blockquote>
        ))}
    <p class="soft small">
      {quoted ? (
        <>
          From <ReportName report={quoted.report} />
          {quoted.report.publisher ? `, ${quoted.report.publisher}` : ''}. Marked: the words the judgement rests on.{' '}
        </>
      ) : null}
      {event.evidence.length > 0 ? `Rules: ${[...new Set(event.evidence.map(({ rule }) => rule))].join(', ')}.` : ''}
    </p>
  </section>
);

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
      ? event.headlines.map(({ remit, grade }) => ({ name: remitName(remit), grade }))
      : []),
    ...event.judgements
      // The headlines of 2009 to 2012 are areas too.
      .filter(
        ({ area, grade }) => !event.headlines.some((headline) => headline.remit === area && headline.grade === grade),
      )
      .map(({ area, grade }) => ({ name: names.area(area), grade })),
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
          {rows.map(({ name, grade }) => (
            <tr>
              <th scope="row">{capital(name)}</th>
              <td>
                <span class={`grade grade-${grade}`}>{names.grade(grade, event.scale)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** Who says what, field by field. */
const Conflicts: FC<{ view: EventView; names: Names }> = ({ view: { event, registered }, names }) => {
  const contradicted = event.register.match === 'contradicting' && registered;
  if (event.conflicts.length === 0 && !contradicted) return null;
  const publishers = (findings: readonly string[]) => {
    const said = event.reports.filter(({ findingId }) => findings.includes(findingId));
    return listWords([...new Set(said.map(({ publisher, title }) => publisher ?? title))]);
  };
  return (
    <section>
      <h2>Who says what</h2>
      {contradicted ? (
        <p>
          The register of published judgements has{' '}
          <strong>{headlineWords({ ...contradicted, grade: null }, names) ?? 'no headline grade'}</strong>; the reports
          below say <strong>{gradeWords(event, names)}</strong>.
        </p>
      ) : null}
      {event.conflicts.map(({ field, values }) => (
        <>
          <h3>{capital(fieldName(field, names))}</h3>
          <ul class="plain">
            {values.map(({ value, findings }) => (
              <li>
                <strong>{valueWords(field, value, event, names)}</strong>: {publishers(findings)}
              </li>
            ))}
          </ul>
        </>
      ))}
    </section>
  );
};

const FIELD_NAMES: Record<string, string> = {
  published: 'day of publication',
  framework: 'framework',
  frameworkVersion: 'version of the framework',
  previousGrade: 'grade before',
  direction: 'movement',
  streak: 'times in a row',
  scale: 'scale of grades',
};

function fieldName(field: string, names: Names): string {
  const [kind, what = ''] = field.split('.');
  if (kind === 'headlines') return what === 'overall' ? 'overall grade' : `grade for ${remitName(what)}`;
  if (kind === 'judgements') return names.area(what);
  return FIELD_NAMES[field] ?? readableId(field);
}

function valueWords(field: string, value: string, event: JudgementEvent, names: Names): string {
  if (field.startsWith('headlines.') || field.startsWith('judgements.')) return names.grade(value, event.scale);
  if (field === 'previousGrade') return names.grade(value, null);
  if (field === 'published') return dayWords(value);
  if (field === 'framework') return names.framework(value);
  return readableId(value);
}

const Reports: FC<{ reports: readonly EventReport[] }> = ({ reports }) => {
  const first = firstSeen(reports)?.getTime();
  return (
    <section>
      <h2>Reports, most trusted first</h2>
      <div class="wide">
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">Report</th>
              <th scope="col">Publisher</th>
              <th scope="col">Published</th>
              <th scope="col">First seen</th>
            </tr>
          </thead>
          <tbody>
            {reports.map((report) => (
              <tr>
                <td class="wrap">
                  <ReportName report={report} />
                  {report.copyOf !== null && report.copyOf !== report.articleId ? (
                    <div class="soft small">copy of another report: corroborates nothing</div>
                  ) : null}
                </td>
                <td>
                  {report.publisher ?? 'not known'}
                  <div class="soft small">{tierName(report.tier)}</div>
                </td>
                <td class="nowrap" data-label="Published">
                  {report.articleDay ? dayWords(report.articleDay) : 'no date given'}
                </td>
                <td data-label="First seen">
                  {momentWords(report.firstSeen)}
                  {reports.length > 1 && report.firstSeen.getTime() === first ? (
                    <div class="soft small">first of all</div>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

const ReportName: FC<{ report: EventReport }> = ({ report }) => {
  const address = safeUrl(report.url);
  return address ? (
    <a href={address} rel="noopener nofollow ugc">
      {report.title || address}
    </a>
  ) : (
    <span>{report.title || 'a report without headline'}</span>
  );
};

const Facts: FC<{ view: EventView; names: Names }> = ({ view: { event, learntAt, aliases }, names }) => {
  const authority = names.authority(event.authority);
  const { previousGrade } = movement(event);
  const moved = movementWords(event, names);
  const rows: [string, string][] = [
    ['Published', publishedWords(event)],
    ['Inspected', event.inspected ? rangeWords(event.inspected) : 'not stated'],
    ['Framework', frameworkWords(event, names)],
    ['Grade before', previousGrade ? names.grade(previousGrade, null) : 'not stated'],
    ['Movement', moved || 'not stated'],
    ...(event.jointWith.length > 0
      ? [['Judged with', listWords(event.jointWith.map((slug) => names.authority(slug).shortName))] as [string, string]]
      : []),
    ['Official record', OFFICIAL[event.register.match]],
    ['Region', authority.region],
    ...(codeWords(authority) ? [['Codes', codeWords(authority)] as [string, string]] : []),
    ['Confidence', confidenceWords(event.confidence)],
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

/** The grade stood otherwise here once: who quoted it must see that at once. */
const Corrected: FC<{ revisions: EventView['revisions']; names: Names }> = ({ revisions, names }) => {
  const grades = revisions.map(({ at, event }) => ({ at, words: headlineWords(event, names) }));
  const last = grades.findLastIndex(({ words }, index) => index > 0 && words !== grades[index - 1]?.words);
  const before = grades[last - 1];
  const change = grades[last];
  return change && before?.words ? (
    <p class="panel warn">
      Corrected on {momentWords(change.at)}. Until then this page said: {before.words}.
    </p>
  ) : null;
};

/** Only revisions that changed grade, status or the number of reports. */
const Changes: FC<{ revisions: EventView['revisions']; names: Names }> = ({ revisions, names }) => {
  const lines = revisions.map(({ at, event }) => ({
    at,
    text: `${gradeWords(event, names)}; ${statusName(event.status)}; ${reportCount(event.reports.length)}`,
  }));
  const changes = lines.filter(({ text }, index) => index === 0 || text !== lines[index - 1]?.text);
  if (changes.length < 2) return null;
  return (
    <section>
      <h2>How it changed</h2>
      <ol class="plain">
        {changes.map(({ at, text }) => (
          <li>
            <span class="soft">{momentWords(at)}:</span> {text}
          </li>
        ))}
      </ol>
    </section>
  );
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
