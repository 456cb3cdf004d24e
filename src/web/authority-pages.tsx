import type { FC } from 'hono/jsx';
import { officialAddress, type ReportSite } from '../core/report-sites.ts';
import { areaTally, type Tallied } from '../core/sending/area-tally.ts';
import { dayWords, listWords, type Names, publicationWords, rangeWords } from '../core/sending/names.ts';
import { readFromWords } from '../core/sending/register-words.ts';
import { safeUrl } from '../core/sending/safe.ts';
import { takenBackWords } from '../core/sending/taken-back.ts';
import { isEnded } from '../core/sending/wishes.ts';
import type { TimelineRow } from '../core/timeline-rows.ts';
import type { Authority, JudgementEvent } from '../core/types.ts';
import { eventHref, FeedLinks, Grade, reportCount } from './parts.tsx';

const hrefOf = (slug: string) => `/authorities/${encodeURIComponent(slug)}`;

export const AuthoritiesPage: FC<{ authorities: readonly Authority[]; today: string }> = ({ authorities, today }) => {
  const regions = [...new Set(authorities.map(({ region }) => region))].sort();
  const count = authorities.length;
  return (
    <>
      <h1>Authorities</h1>
      <p class="soft">
        {count} local authorities, by region. Each page sets the official record beside what was reported.
      </p>
      {regions.map((region) => (
        <section>
          <h2>{region}</h2>
          <ul class="columns">
            {authorities
              .filter((one) => one.region === region)
              .sort((a, b) => a.shortName.localeCompare(b.shortName, 'en-GB'))
              .map((one) => (
                <li>
                  <a href={hrefOf(one.slug)}>{one.shortName}</a>
                  {one.validTo && isEnded(one, today) ? (
                    <span class="soft small"> until {dayWords(one.validTo)}</span>
                  ) : null}
                  {one.validFrom && one.validFrom > today ? (
                    <span class="soft small"> from {dayWords(one.validFrom)}</span>
                  ) : null}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
};

interface Props {
  authority: Authority;
  rows: readonly TimelineRow[];
  names: Names;
  /** Where inspectorates publish. */
  sites: ReportSite[];
}

export const AuthorityPage: FC<Props> = ({ authority, rows, names, sites }) => {
  const services = [...new Map(rows.map((row) => [`${row.inspectorate} ${row.service}`, row])).values()];
  const website = safeUrl(authority.website);
  return (
    <>
      <h1>{authority.officialName}</h1>
      <dl>
        <dt>Kind and region</dt>
        <dd>
          {authority.type}, {authority.region}
        </dd>
        {authority.gssCode || authority.laCode ? (
          <>
            <dt>Codes</dt>
            <dd>{codeWords(authority)}</dd>
          </>
        ) : null}
        {authority.validFrom || authority.validTo ? (
          <>
            <dt>In being</dt>
            <dd>
              {authority.validFrom ? `from ${dayWords(authority.validFrom)}` : ''}
              {authority.validTo ? ` until ${dayWords(authority.validTo)}` : ''}
            </dd>
          </>
        ) : null}
        {authority.successors.length > 0 ? (
          <>
            <dt>Followed by</dt>
            <dd>
              {authority.successors.map((slug, at) => (
                <>
                  {at > 0 ? ', ' : ''}
                  <a href={hrefOf(slug)}>{names.authority(slug).shortName}</a>
                </>
              ))}
            </dd>
          </>
        ) : null}
        {website ? (
          <>
            <dt>Website</dt>
            <dd>
              <a href={website} rel="noopener">
                {website}
              </a>
            </dd>
          </>
        ) : null}
      </dl>
      <p>
        <a href={`/subscribe?authority=${encodeURIComponent(authority.slug)}`}>
          Get alerts about {authority.shortName}
        </a>
      </p>
      {rows.length === 0 ? (
        <p class="panel">
          The register holds no judgement of this authority, and none has been reported since we watch.
        </p>
      ) : null}
      {services.map(({ inspectorate, service }) => (
        <section>
          <h2>
            {names.inspectorate(inspectorate)}, {names.service(service)}
          </h2>
          <table class="stack timeline">
            <thead>
              <tr>
                <th scope="col">Published</th>
                <th scope="col">Official record</th>
                <th scope="col">As reported</th>
                <th scope="col">Framework</th>
              </tr>
            </thead>
            <tbody>
              {rows
                .filter((row) => row.inspectorate === inspectorate && row.service === service)
                .toReversed()
                .map((row) => (
                  <tr>
                    <td class={row.inspected ? undefined : 'nowrap'}>
                      {publicationWords(row) ??
                        (row.inspected ? `date not known; inspected ${rangeWords(row.inspected)}` : 'date not known')}
                    </td>
                    <td data-label="Official record">
                      <Official row={row} names={names} sites={sites} />
                    </td>
                    <td data-label="As reported">
                      <Reported row={row} names={names} />
                    </td>
                    <td class="soft" data-label="Framework">
                      {row.framework
                        ? listWords(
                            row.framework.split('|').map((family) => names.framework(family, row.frameworkVersion)),
                            'or',
                          )
                        : 'not stated'}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      ))}
      <p class="soft small">
        The official record is the register of published judgements that ships with Gradewatch and what operators have
        added to it; it can lag behind the inspectorates. A few of its rows were read from the press or a council’s
        page, which is said beside them: they confirm no report. Reports are what the sources said.
      </p>
      <FeedLinks path={hrefOf(authority.slug)} of={authority.shortName} />
    </>
  );
};

const Official: FC<{ row: TimelineRow; names: Names; sites: ReportSite[] }> = ({
  row: { official, ...of },
  names,
  sites,
}) => {
  if (!official) return <span class="soft">not in the register</span>;
  const source = safeUrl(official.sourceUrl);
  return (
    <>
      <Grade graded={official} names={names} />
      <Areas of={{ ...of, ...official, gradeState: 'none_by_framework' }} names={names} />
      {official.readFrom ? <div class="small">{readFromWords(official.readFrom)}</div> : null}
      {source ? (
        <div class="small">
          <a href={source} rel="noopener">
            {officialAddress(source, sites) ? 'Official report' : 'Where the register has this from'}
          </a>
        </div>
      ) : null}
    </>
  );
};

/** Where no overall grade says it, what the areas are. */
const Areas: FC<{ of: Tallied & Pick<JudgementEvent, 'headlines'>; names: Names }> = ({ of, names }) =>
  of.headlines.length === 0 && of.judgements.length > 0 ? <div class="small">{areaTally(of, names)}</div> : null;

const Reported: FC<{ row: TimelineRow; names: Names }> = ({ row: { reported }, names }) =>
  reported.length === 0 ? (
    <span class="soft">no report seen</span>
  ) : (
    <div>
      {reported.map((event) => {
        const takenBack = takenBackWords(event);
        return (
          <div>
            {takenBack ? <span class="status-bad">{takenBack.mark}</span> : <Grade graded={event} names={names} />}{' '}
            <a class="small" href={eventHref(event.key)}>
              {reportCount(event.reports.length)}
            </a>
            {takenBack ? null : <Areas of={event} names={names} />}
          </div>
        );
      })}
    </div>
  );

/** `GSS E09000004, local authority number 303`; empty when there is neither. */
export const codeWords = ({ gssCode, laCode }: Pick<Authority, 'gssCode' | 'laCode'>): string =>
  [gssCode && `GSS ${gssCode}`, laCode && `local authority number ${laCode}`].filter(Boolean).join(', ');
