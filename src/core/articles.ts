/** Deciding what becomes of an item: which text is judged, under which identity, and how much its publisher weighs. */
import { digestId, sha256 } from './keys.ts';
import { canonicalUrl } from './polling/identity.ts';
import type { Authority, SourceKind, SourceProposal, Tier } from './types.ts';

/** Feed content this long is the article: no page needs to be fetched. Source: measured on full-text feeds. */
export const FULL_TEXT_CHARS = 600;

/** The same address is the same article, whichever source listed it; without one, the source's own identity. */
export const articleId = (url: string | null, fallback: string): string =>
  digestId('article', url === null ? fallback : canonicalUrl(url));

/** Hash of a text's words alone: case, quotes, spacing and markup do not make a copy a different text. */
export const textHash = (title: string, text: string): string =>
  sha256(
    `${title} ${text}`
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );

const TIERS: Record<SourceKind, Tier> = {
  inspectorate: 'inspectorate',
  council: 'council',
  government: 'trade',
  sector: 'trade',
  newspaper: 'local',
  broadcaster: 'local',
  other: 'other',
};
export const tierOfSource = (kind: SourceKind): Tier => TIERS[kind];

/** Bare host of an address, for comparing publishers. */
const host = (url: string): string | null => {
  if (!URL.canParse(url)) return null;
  return new URL(url).hostname.replace(/^www\./, '');
};

/** Where an article handed in from outside comes from, told by its address. */
export interface Provenance {
  tier: Tier;
  homeAuthority: string | null;
}

/**
 * Looks an address up among the councils' websites and the known sources; a sub-domain counts as its parent.
 *
 * @returns `other` and no authority when nothing is known about the host
 */
export function provenance(
  url: string | null,
  authorities: readonly Authority[],
  sources: readonly SourceProposal[],
): Provenance {
  const from = url === null ? null : host(url);
  if (from === null) return { tier: 'other', homeAuthority: null };
  const within = (site: string | null) => {
    const known = site === null ? null : host(site);
    return known !== null && (from === known || from.endsWith(`.${known}`));
  };
  const council = authorities.find(({ website }) => within(website));
  if (council) return { tier: 'council', homeAuthority: council.slug };
  const source = sources.find((candidate) => within(candidate.url));
  return source
    ? { tier: tierOfSource(source.kind), homeAuthority: source.kind === 'council' ? source.authority : null }
    : { tier: 'other', homeAuthority: null };
}
