import type { Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { BESIDE_CSV, DIGEST_FORMATS, type DigestFile, type Exported, exportDigest } from '../adapters/exports/index.ts';
import { addWeeks as addToWeek, londonWeek, parseWeek, weekMoments } from '../core/dates.ts';
import { isClosed } from '../core/sending/digest.ts';
import { type DigestAsked, digestLinks } from '../core/sending/digest-links.ts';
import { ANY } from '../core/sending/route.ts';
import { keepFiles } from './kept-files.ts';
import type { Shell } from './layout.tsx';
import type { Limits } from './limits.ts';
import type { SiteDeps } from './site-deps.ts';
import { tooOften } from './strangers.tsx';
import { CSS_HASH } from './style.ts';
import { WeeksPage } from './weeks-page.tsx';

/** A reader who files a year of weeks, each in a few formats; a spreadsheet takes a fifth of a second to make. */
const WEEKS: Limits = { name: 'weeks', network: 240, all: 2_400, seconds: 3_600 };
/** As long as answers say that they may be kept elsewhere. */
const KEPT_MS = 300_000;
/** Half a year. */
const WEEKS_LISTED = 26;
const KEPT_BYTES = 32 * 1_048_576;

const FILE = `{\\d{4}-W\\d{2}\\.(?:${[...DIGEST_FORMATS, ...BESIDE_CSV].join('|')})}`;
/** For the content security policy: a digest is written as a letter is, with its styles on its elements; pages have one sheet. */
export const stylesOf = (c: Context): string => (LETTER.test(c.req.path) ? "'unsafe-inline'" : CSS_HASH);
const LETTER = /^\/weeks\/[\dW-]+\.html$/;

/**
 * The last closed weeks at `/weeks`, and weekly digests as files, in every format: `/weeks/2026-W47.csv`, what stands beside
 * that, with `?as-known=now` and `?authority=` as the command has
 * them. Whoever sends the ETag back is told 304 when nothing has changed. A closed week as it was known then is made once for
 * all who ask within five minutes; any other file is made for whoever asks, and not more often than {@link WEEKS} says.
 */
export function addWeeks(
  site: Hono,
  deps: Pick<SiteDeps, 'now' | 'store' | 'names' | 'rulebook' | 'publicUrl' | 'digestOf' | 'counters' | 'trustProxy'>,
  Shell: Shell,
  notFound: (c: Context, what: string) => Response | Promise<Response>,
): void {
  site.get('/weeks', async (c) => {
    const since = await deps.store.watchingSince();
    const first = since && londonWeek(since);
    const last = addToWeek(londonWeek(deps.now()), -1);
    const weeks = Array.from({ length: WEEKS_LISTED }, (_, back) => addToWeek(last, -back));
    return c.html(
      <Shell title="Weekly digests" path="/weeks">
        <WeeksPage weeks={weeks.filter((week) => week === last || (first !== null && week >= first))} />
      </Shell>,
    );
  });

  const refusal = tooOften(WEEKS, deps, Shell);
  const kept = keepFiles<Exported>({ mostBytes: KEPT_BYTES, forMs: KEPT_MS }, deps.now);
  site.get(`/weeks/:file${FILE}`, etag(), async (c) => {
    const [week = '', ...end] = (c.req.param('file') ?? '').split('.');
    const format = end.join('.') as DigestFile;
    const asked = askedOf(c, week);
    const known = asked.authorities.every((slug) => deps.rulebook.authorities.some((one) => one.slug === slug));
    const begun = parseWeek(week) && weekMoments(week).from <= weekMoments(londonWeek(deps.now())).from;
    const understood = ['then', 'now'].includes(c.req.query('as-known') ?? 'then');
    if (!known || !begun || !understood) return notFound(c, 'week');
    const name = isClosed(week, deps.now()) && asked.asKnown === 'then' ? nameOf(asked, format) : null;
    const refused = name !== null && kept.has(name) ? null : await refusal(c);
    if (refused) return refused;
    const file = () => made(asked, format);
    const { bytes, contentType, fileName: called } = await (name === null ? file() : kept(name, file));
    c.header('content-type', contentType);
    c.header('content-disposition', `inline; filename="${called}"`);
    c.header('cache-control', 'public, max-age=300');
    return c.body(new Uint8Array(bytes));
  });

  async function made(asked: DigestAsked, format: DigestFile) {
    const criteria = asked.authorities.length > 0 ? { ...ANY, authorities: [...asked.authorities] } : null;
    const digest = await deps.digestOf({ week: asked.week, asKnown: asked.asKnown, criteria });
    return exportDigest(digest, format, deps.names, digestLinks(deps.publicUrl(), asked));
  }
}

const nameOf = ({ week, authorities }: DigestAsked, format: string) => [week, format, ...authorities].join(' ');

const askedOf = (c: Context, week: string): DigestAsked => ({
  week,
  asKnown: c.req.query('as-known') === 'now' ? 'now' : 'then',
  authorities: [...new Set(c.req.queries('authority'))],
});
