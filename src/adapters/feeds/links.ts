/** Addresses as feeds write them, made absolute; anything that is not http(s) is null. */

/** @returns the base in force: each xml:base resolved against the one outside it, starting from the document's */
export function baseWithin(documentBase: string | null, bases: string[]): string | null {
  return bases.reduce<string | null>((outer, base) => resolved(base, outer) ?? outer, documentBase);
}

/** @returns an absolute http(s) address, or null */
export function absolute(href: string, base: string | null): string | null {
  const found = resolved(href, base);
  if (!found || !/^https?:\/\//.test(found)) return null;
  // What is absolute and sound stays as written: it is the identity other systems know it by.
  const written = href.trim();
  return /^https?:\/\/[\x21-\x7e]+$/.test(written) && !/[\\"<>^`{|}]/.test(written) ? written : found;
}

function resolved(href: string, base: string | null): string | null {
  const text = href.trim().replace(/[\t\r\n]/g, '');
  if (text === '' || text.length > 4_000) return null;
  const url = URL.parse(text, base ?? undefined);
  return url ? url.href : null;
}

/** A link's relation; its registered name may be written out as an address (RFC 4287 section 4.2.7.2). */
export const relation = (written: string): string =>
  written
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/www\.iana\.org\/assignments\/relation\//, '');

const NAMES = 'href|src|srcset|poster|cite|longdesc|background|action';
const NAMED = new RegExp(NAMES, 'i');
/** Attributes of mark-up that hold addresses. */
export const LINKS_IN_MARKUP = new RegExp(`^(?:${NAMES})$`, 'i');
const WRITTEN_LINK = new RegExp(
  `(\\s(?:${NAMES})\\s*=\\s*)(?:"([^"<>]{0,2000})"|'([^'<>]{0,2000})'|([^\\s"'<>\`=][^\\s"'<>\`]{0,2000}))`,
  'gi',
);

/** Makes relative addresses in carried mark-up absolute, so that the text can be read away from its feed. */
export function withAbsoluteLinks(html: string, base: string | null): string {
  if (base === null || !NAMED.test(html)) return html;
  const absoluteOf = (value: string): string | null => {
    if (value === '' || /^(?:[a-z][a-z0-9+.-]*:|#)/i.test(value.trim())) return null;
    return resolved(value.replace(/&amp;/g, '&'), base)?.replace(/&/g, '&amp;').replace(/"/g, '%22') ?? null;
  };
  // Only inside tags: words such as "action = now" are no attributes.
  return html.replace(/<[a-z][^<>]{0,20000}>/gi, (tag) =>
    tag.replace(WRITTEN_LINK, (whole, attribute: string, double?: string, single?: string, bare?: string) => {
      const value = double ?? single ?? bare ?? '';
      if (/srcset/i.test(attribute)) return `${attribute}"${eachCandidate(value, absoluteOf)}"`;
      const found = absoluteOf(value);
      return found ? `${attribute}"${found}"` : whole;
    }),
  );
}

/** `a.png 480w, b.png 2x`: the addresses change, the descriptors stay. */
const eachCandidate = (srcset: string, absoluteOf: (value: string) => string | null) =>
  srcset
    .replace(/"/g, '&quot;')
    .split(/,\s+/)
    .map((candidate) => candidate.trim().replace(/^\S+/, (value) => absoluteOf(value) ?? value))
    .join(', ');
