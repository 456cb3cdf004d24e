import type { Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { DIGEST_FORMATS, type DigestFormat, exportDigest } from '../adapters/exports/index.ts';
import { londonWeek, parseWeek, weekMoments } from '../core/dates.ts';
import { type DigestAsked, digestLinks } from '../core/sending/digest-links.ts';
import { ANY } from '../core/sending/route.ts';
import type { SiteDeps } from './site-deps.ts';
import { CSS_HASH } from './style.ts';

const FILE = `{\\d{4}-W\\d{2}\\.(?:${DIGEST_FORMATS.join('|')})}`;
/** For the content security policy: a digest is written as a letter is, with its styles on its elements; pages have one sheet. */
export const stylesOf = (c: Context): string => (LETTER.test(c.req.path) ? "'unsafe-inline'" : CSS_HASH);
const LETTER = /^\/weeks\/[\dW-]+\.html$/;

/**
 * Weekly digests as files, in every format: `/weeks/2026-W47.csv`, with `?as-known=now` and `?authority=` as the command has
 * them. Whoever sends the ETag back is told 304 when nothing has changed.
 */
export function addWeeks(
  site: Hono,
  deps: Pick<SiteDeps, 'now' | 'names' | 'rulebook' | 'publicUrl' | 'digestOf'>,
  notFound: (c: Context, what: string) => Response | Promise<Response>,
): void {
  site.get(`/weeks/:file${FILE}`, etag(), async (c) => {
    const [week = '', format = ''] = (c.req.param('file') ?? '').split('.');
    const asked = askedOf(c, week);
    const known = asked.authorities.every((slug) => deps.rulebook.authorities.some((one) => one.slug === slug));
    const begun = parseWeek(week) && weekMoments(week).from <= weekMoments(londonWeek(deps.now())).from;
    const understood = ['then', 'now'].includes(c.req.query('as-known') ?? 'then');
    if (!known || !begun || !understood) return notFound(c, 'week');
    const criteria = asked.authorities.length > 0 ? { ...ANY, authorities: [...asked.authorities] } : null;
    const digest = await deps.digestOf({ week, asKnown: asked.asKnown, criteria });
    const links = digestLinks(deps.publicUrl(), asked);
    const { bytes, contentType, fileName } = await exportDigest(digest, format as DigestFormat, deps.names, links);
    c.header('content-type', contentType);
    c.header('content-disposition', `inline; filename="${fileName}"`);
    c.header('cache-control', 'public, max-age=300');
    return c.body(new Uint8Array(bytes));
  });
}

const askedOf = (c: Context, week: string): DigestAsked => ({
  week,
  asKnown: c.req.query('as-known') === 'now' ? 'now' : 'then',
  authorities: [...new Set(c.req.queries('authority'))],
});
