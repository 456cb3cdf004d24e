import { canonicalUrl } from '../core/polling/canonical-url.ts';
import { officialReport, reportsToRead } from '../core/report-sites.ts';
import type { JudgementEvent } from '../core/types.ts';
import type { Deps } from './deps.ts';

/** Articles whose links are looked at, most trusted first, and addresses given. */
const MOST_ARTICLES = 20;
const MOST_LINKS = 5;

/**
 * Addresses of inspectorates' reports that an event's articles link to and that it does not rest on: not read yet, not to be
 * had, or of something else. They prove nothing; whoever reads on can open them.
 *
 * @returns each once, those of the most trusted articles first
 */
export async function linkedReports(
  { store, reportSites, register }: Pick<Deps, 'store' | 'reportSites' | 'register'>,
  event: JudgementEvent,
): Promise<string[]> {
  const official = officialReport(event, register, reportSites);
  const shown = [official, ...event.reports.map(({ url }) => url)].flatMap((url) => (url ? [canonicalUrl(url)] : []));
  const ids = event.reports.slice(0, MOST_ARTICLES).map(({ articleId }) => articleId);
  const links = (await store.reportLinksOf(ids)).filter((url) => !shown.includes(canonicalUrl(url)));
  return reportsToRead(links, reportSites, MOST_LINKS);
}
