import type { FC } from 'hono/jsx';
import { firstReport, takenWords } from '../core/sending/event-words.ts';
import { dayWords, momentWords, tierName } from '../core/sending/names.ts';
import { safeUrl } from '../core/sending/safe.ts';
import type { EventReport } from '../core/types.ts';
import type { ReportSetRight } from '../steps/set-right.ts';

interface ReportsProps {
  reports: readonly EventReport[];
  setRight: ReadonlyMap<string, ReportSetRight>;
  /** Addresses of inspectorates' reports that these link to, besides. */
  linked: readonly string[];
}

export const Reports: FC<ReportsProps> = ({ reports, setRight, linked }) => {
  if (reports.length === 0) return null;
  const first = firstReport(reports);
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
                  <Taken report={report} reports={reports} />
                  <SetRight of={setRight.get(report.findingId)} />
                </td>
                <td>
                  {report.publisher ?? 'not known'}
                  {report.tier === 'other' ? null : <div class="soft small">{tierName(report.tier)}</div>}
                </td>
                <td class="nowrap" data-label="Published">
                  {report.articleDay ? dayWords(report.articleDay) : 'no date given'}
                </td>
                <td data-label="First seen">
                  {momentWords(report.firstSeen)}
                  {report === first ? <div class="soft small">first of all</div> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Linked addresses={linked.flatMap((address) => safeUrl(address) ?? [])} />
    </section>
  );
};

const SetRight: FC<{ of: ReportSetRight | undefined }> = ({ of }) =>
  of ? (
    <>
      <div class="small">{of.words}</div>
      {of.quotes.map((quote) => (
        <div class="soft small">What the article said: “{quote}”</div>
      ))}
    </>
  ) : null;

const Linked: FC<{ addresses: readonly string[] }> = ({ addresses }) =>
  addresses.length > 0 ? (
    <>
      <p>They link to these reports of inspectorates, which this judgement does not rest on:</p>
      <ul class="plain">
        {addresses.map((address) => (
          <li>
            <a href={address} rel="noopener nofollow ugc">
              {address}
            </a>
          </li>
        ))}
      </ul>
    </>
  ) : null;

const Taken: FC<{ report: EventReport; reports: readonly EventReport[] }> = ({ report, reports }) => {
  const taken = takenWords(report, reports);
  const isCopy = report.copyOf !== null && report.copyOf !== report.articleId;
  return taken && <div class="soft small">{isCopy ? `${taken}: corroborates nothing` : taken}</div>;
};

export const ReportName: FC<{ report: EventReport }> = ({ report }) => {
  const address = safeUrl(report.url);
  return address ? (
    <a href={address} rel="noopener nofollow ugc">
      {report.title || address}
    </a>
  ) : (
    <span>{report.title || 'a report without headline'}</span>
  );
};
