/** One address for the many spellings under which a page is linked. For comparing, not for fetching. */

/** Parameters that say where a reader came from, never what is shown. */
const TRACKING =
  /^(utm_.*|mtm_.*|pk_.*|at_(medium|campaign|custom\d?|format|link_.*|bbc_team|ptr_.*)|ns_(mchannel|source|campaign|linkname|fee)|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|__hs.*|cmp(id)?|campaign_?id|ocid|ito|icid|ftag|sr_share|smid|spm|vero_id|wt\.mc_id|_ga|_gl|ref_?(src|url)?|source|feed|rss|from_rss|xtor|cid_source|share|shared|via|amp|outputtype|service_worker)$/i;
/** Some of those names also choose content; they are dropped only with a value that cannot. */
const HARMLESS_VALUES = /^(|1|true|amp|rss|feed|atom|twitter|facebook|email|newsletter|google|rss-feed|.*_?share.*)$/i;
const AMBIGUOUS = /^(ref|ref_?(src|url)|source|feed|rss|share|shared|via|amp|outputtype|service_worker|cmp)$/i;

const isNoise = (name: string, value: string) =>
  TRACKING.test(name) && (!AMBIGUOUS.test(name) || HARMLESS_VALUES.test(value));

/** `www-example-com.cdn.ampproject.org/c/s/www.example.com/a` shows `https://www.example.com/a`. */
function withoutAmpCache(url: URL): URL {
  const inner = url.hostname.endsWith('.cdn.ampproject.org')
    ? /^\/[a-z]\/(?:s\/)?(.+)$/.exec(url.pathname)?.[1]
    : undefined;
  const shown = inner ? `https://${inner}${url.search}` : null;
  return shown && URL.canParse(shown) ? new URL(shown) : url;
}

/** `%7e` and `~` are one; reserved octets keep their meaning and get capitals. */
const plainOctets = (path: string) =>
  path.replace(/%[0-9a-f]{2}/gi, (octet) => {
    const char = String.fromCharCode(Number.parseInt(octet.slice(1), 16));
    return /[A-Za-z0-9\-._~]/.test(char) ? char : octet.toUpperCase();
  });

/**
 * Folds what does not change the page: scheme, `www.`, `m.`, `amp.`, AMP paths, tracking parameters and their order,
 * fragment, default port, trailing slash, index file.
 *
 * @param address any text; what is no http(s) address comes back trimmed
 * @returns an https address
 */
export function canonicalUrl(address: string): string {
  const text = address.trim();
  if (!/^https?:/i.test(text) || !URL.canParse(text)) return text;
  const url = withoutAmpCache(new URL(text));
  const host = url.hostname.replace(/\.$/, '').replace(/^(?:(?:www\d?|m|mobile|amp)\.)+(?=[^.]+\.[^.]+)/, '');
  const port = url.port === '80' || url.port === '443' ? '' : url.port;
  const path = plainOctets(url.pathname)
    .replace(/\/{2,}/g, '/')
    .replace(/\/amp\/?$|^\/amp(?=\/)|\.amp(?=\.html?$|$)/i, '')
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/i, '/')
    .replace(/\/$/, '');
  const kept = [...url.searchParams].filter(([name, value]) => !isNoise(name, value));
  kept.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0));
  const query = new URLSearchParams(kept).toString();
  return `https://${host}${port ? `:${port}` : ''}${path || '/'}${query ? `?${query}` : ''}`;
}
