import type { StoredReport } from '../adapters/store/reports.ts';
import { articleId, textHash } from '../core/articles.ts';
import { sha256 } from '../core/keys.ts';
import { type ReportSite, reportSite, reportsToRead } from '../core/report-sites.ts';
import type { ExtractedPage } from '../core/types.ts';
import { GiveUp, giveUp, TryLater } from '../errors.ts';
import type { Deps } from './deps.ts';

const MOST_ATTEMPTS = 4;
/** Reports taken from a page that lists those on one authority. */
const MOST_OF_A_LIST = 3;

/**
 * Reads an inspectorate's own report that an article led to: it becomes an article of the highest tier, and what it says
 * settles the event. A list of reports leads to its newest. Safe to repeat.
 */
export async function readReport(deps: Deps, { reportId }: { reportId: string }) {
  const { store, queue, now } = deps;
  const report = await store.report(reportId);
  if (!report || report.readAt || report.gaveUpAt) return { report: reportId, read: false };
  try {
    const { site, page } = await fetchReport(deps, report);
    if (site.follow === 'list') {
      const links = (page.reportLinks ?? []).filter((url) => reportSite(url, deps.reportSites)?.follow === 'report');
      const newest = reportsToRead(links, deps.reportSites, MOST_OF_A_LIST);
      const added = await store.wantReports(newest, report.foundIn, now());
      await store.reportRead(reportId, null, now());
      await queue.put(
        'read-report',
        added.map((id) => ({ reportId: id })),
      );
      return { report: reportId, read: true, reports: added.length };
    }
    const article = toArticle(deps, report, site, page);
    const { changed } = await store.keepArticle(article, null, now());
    await store.reportRead(reportId, article.id, now());
    if (changed) await queue.put('assess-article', [{ articleId: article.id }]);
    return { report: reportId, read: true, article: article.id, engine: page.engine, changed };
  } catch (error) {
    if (error instanceof GiveUp) await store.reportGivenUp(reportId, error.message, now());
    else if (error instanceof TryLater)
      await store.reportLater(reportId, error.message, error.details.retryAfterMs ?? 0, now(), MOST_ATTEMPTS);
    else throw error;
    return { report: reportId, read: false, reason: error.message };
  }
}

/** @throws GiveUp where the address has led away from the inspectorate's reports */
async function fetchReport({ web, pages, reportSites }: Deps, { url }: StoredReport) {
  const got = await web.get(url, { as: 'page', robots: true });
  const site = reportSite(got.url, reportSites);
  if (!site || site.follow === 'never')
    throw giveUp(`${url} leads to ${got.url}, which is no report of an inspectorate`, { errorClass: 'not_a_feed' });
  return { site, page: await pages.extract(got.body, { headers: got.headers, url: got.url }) };
}

function toArticle({ now }: Deps, { url }: StoredReport, site: ReportSite, page: ExtractedPage) {
  // A report's masthead is a picture: whose it is stands nowhere in its words.
  const text = page.text.includes(site.publisher) ? page.text : `${site.publisher}\n\n${page.text}`;
  return {
    id: articleId(url, url),
    url,
    publisher: site.publisher,
    tier: 'inspectorate' as const,
    homeAuthority: null,
    published: page.published,
    firstSeen: now(),
    // Articles link to earlier reports too: one that does not say when it was published is no news by itself.
    alerting: page.published === null ? ('never' as const) : ('normal' as const),
    textHash: textHash(page.title, text),
    title: page.title,
    text,
    revisionHash: sha256(JSON.stringify([page.title, text])),
    byline: page.byline,
    modified: page.modified,
    engine: page.engine,
    confidence: page.confidence,
    rawHash: null,
  };
}
