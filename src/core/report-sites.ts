/** Where inspectorates publish their own reports, and which of an article's links lead there. */
import { canonicalUrl } from './polling/canonical-url.ts';
import type { Register } from './register.ts';
import type { JudgementEvent } from './types.ts';

/** An entry of `config/report-sites.yaml`. */
export interface ReportSite {
  hosts: string[];
  /** What the path begins with. */
  path: string;
  /** One of these must stand in the address, where given. */
  words?: string[] | undefined;
  publisher: string;
  follow: 'report' | 'list' | 'never';
}

const bare = (host: string) => host.replace(/^www\./, '');

/** The first entry an address belongs to; null where it is none of an inspectorate's. */
export function reportSite(address: string, sites: readonly ReportSite[]): ReportSite | null {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const found = sites.find(
    ({ hosts, path, words }) =>
      hosts.some((host) => bare(host) === bare(url.host)) &&
      url.pathname.startsWith(path) &&
      (!words || words.some((word) => url.href.toLowerCase().includes(word))),
  );
  return found ?? null;
}

/** An address where it is an inspectorate's own; null for a paper's or a council's page on the report, and for none. */
export const officialAddress = (address: string | null, sites: readonly ReportSite[]): string | null =>
  address !== null && reportSite(address, sites) ? address : null;

/**
 * The inspectorate's own report of an event, or failing that its own page on it: as the register knows it, else as it was
 * itself read. Everything that leaves takes it from here.
 *
 * @returns null where neither does
 */
export function officialReport(
  { authority, register: view, reports }: Pick<JudgementEvent, 'authority' | 'register' | 'reports'>,
  register: Register,
  sites: readonly ReportSite[],
): string | null {
  const judgement = register.byAuthority.get(authority)?.find(({ id }) => id === view.judgement);
  return (
    officialAddress(judgement?.sourceUrl ?? null, sites) ??
    reports.find(({ tier }) => tier === 'inspectorate')?.url ??
    null
  );
}

/** Links worth following, each report once, in their order. @param most no more than this */
export function reportsToRead(links: readonly string[], sites: readonly ReportSite[], most: number): string[] {
  const wanted = links.filter((link) => (reportSite(link, sites)?.follow ?? 'never') !== 'never');
  return [...new Map(wanted.map((link) => [canonicalUrl(link), link])).values()].slice(0, most);
}
