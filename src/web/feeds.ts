import type { Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import type { StoredEvent } from '../adapters/store/events.ts';
import { officialReport } from '../core/report-sites.ts';
import type { EventRow } from '../core/sending/columns.ts';
import { atomFeed, type FeedMeta, jsonFeed, newestUpdate } from '../core/sending/feeds.ts';
import { type Askable, criteriaWords, headlineGrades, matches } from '../core/sending/route.ts';
import { entriesOf, keysOfEntries, type PutRight } from './feed-entries.ts';
import type { Choices } from './filters.ts';
import type { SiteDeps } from './site-deps.ts';

/** Entries of one part of a feed: more than any reader misses between two looks. */
const MOST_ENTRIES = 100;
/** Newest events looked through for what one subscription asks for. */
const LOOKED_THROUGH = 2_000;
const MOST_PARTS = 1_000;
/** Judgements put right last whose entries stay, wherever they had stood. */
const MOST_PUT_RIGHT = 1_000;
const EMPTY_SINCE = new Date(0);
const FILE = '{[A-Za-z0-9_-]+\\.(?:atom|json)}';
const TYPES = { atom: 'application/atom+xml; charset=utf-8', json: 'application/feed+json; charset=utf-8' };

interface Feed {
  title: string;
  /** What the feed is of, stable: `authority:northshire`. */
  about: string;
  home: string;
  /** Of this part, and one more where it goes on. */
  events: StoredEvent[];
  isOf(event: Askable): boolean;
}

/** Which part of a feed is asked for, counted from 1, the newest. */
function partOf(c: Context): number {
  const given = c.req.query('page') ?? '';
  return /^\d{1,4}$/.test(given) ? Math.min(Math.max(Number(given), 1), MOST_PARTS) : 1;
}

/**
 * Judgements as Atom and JSON feeds: all, of an authority, of a grade, and what one subscription asks for behind its own
 * link. Each is told in parts, newest first, that lead to the next older one (RFC 5005). What a feed told and was put right
 * stays in it, under its id, as a correction, what is part of another judgement too. Held events stay out until a person
 * releases them. Whoever sends the ETag back is told 304 when nothing is new.
 */
export function addFeeds(
  site: Hono,
  deps: SiteDeps,
  choices: Choices,
  notFound: (c: Context, what: string) => Response | Promise<Response>,
) {
  const { store, names, rulebook } = deps;

  const putRight = async (): Promise<PutRight> => {
    const standings = await store.standingsPutRight(MOST_PUT_RIGHT);
    return new Map(
      [...standings].map(([key, stood]) => [
        key,
        stood.map(({ event }) => event).filter(({ held, waits }) => !held && !waits),
      ]),
    );
  };

  const answer = async (c: Context, ending: string, feed: Feed, before: PutRight, cache: string) => {
    const events = feed.events.slice(0, MOST_ENTRIES).filter(({ event }) => !event.held);
    const base = deps.publicUrl();
    const part = partOf(c);
    const start = `${base}${c.req.path}`;
    const address = (number: number) => (number === 1 ? start : `${start}?page=${number}`);
    const register = deps.register();
    const keys = events.flatMap((stored) => keysOfEntries(stored, before));
    const first = await store.firstKeys(keys, deps.now());
    const rows = events.flatMap((stored): EventRow[] => {
      const official = officialReport(stored.event, register, deps.reportSites);
      const entries = entriesOf(stored, before, first, feed.isOf);
      return entries.map((entry) => ({ ...entry, official, week: '', sample: deps.sample }));
    });
    const meta: FeedMeta = {
      title: `${feed.title} – Gradewatch`,
      id: `urn:gradewatch:feed:${feed.about}`,
      self: address(part),
      first: start,
      next: feed.events.length > MOST_ENTRIES ? address(part + 1) : null,
      home: `${base}${feed.home}`,
      updated: newestUpdate(rows) ?? EMPTY_SINCE,
      sample: deps.sample,
    };
    const form = ending === 'json' ? 'json' : 'atom';
    const write = form === 'json' ? jsonFeed : atomFeed;
    const links = { event: (key: string) => `${base}/events/${encodeURIComponent(key)}` };
    return c.body(write(meta, rows, names, links), 200, { 'content-type': TYPES[form], 'cache-control': cache });
  };
  const newest = (filter: Parameters<typeof store.events>[0], part: number) =>
    store.events({ ...filter, order: 'learnt', skip: (part - 1) * MOST_ENTRIES, take: MOST_ENTRIES + 1 });
  /** Keys of what was put right and had been such as a feed is of. */
  const once = (before: PutRight, isOf: (event: Askable) => boolean) =>
    [...before].flatMap(([key, stood]) => (stood.some(isOf) ? [key] : []));
  const PUBLIC = 'public, max-age=300';

  type Find = (name: string, part: number, before: PutRight) => Promise<Feed | null>;
  const serve = (path: string, find: Find, cache: string) =>
    site.get(`${path}/:file${FILE}`, etag(), async (c) => {
      const [name = '', ending = ''] = (c.req.param('file') ?? '').split('.');
      const before = await putRight();
      const feed = await find(name, partOf(c), before);
      return feed ? answer(c, ending, feed, before, cache) : notFound(c, 'feed');
    });

  serve(
    '/authorities',
    async (slug, part) => {
      const authority = rulebook.authorities.find((one) => one.slug === slug);
      if (!authority) return null;
      const events = await newest({ authorities: [slug] }, part);
      return {
        title: authority.officialName,
        about: `authority:${slug}`,
        home: `/authorities/${slug}`,
        events,
        isOf: () => true,
      };
    },
    PUBLIC,
  );
  serve(
    '/feeds/grade',
    async (grade, part, before) => {
      const choice = choices.grade.find(({ value }) => value === grade);
      if (!choice) return null;
      const isOf = (event: Askable) => headlineGrades(event).includes(grade);
      const events = await newest({ grade, andKeys: once(before, isOf) }, part);
      return { title: `Judgements: ${choice.label}`, about: `grade:${grade}`, home: `/?grade=${grade}`, events, isOf };
    },
    PUBLIC,
  );
  serve(
    '/feeds/mine',
    async (token, part, before) => {
      const subscription = await deps.subscriptionOf(token, 'feed');
      if (subscription?.state !== 'active') return null;
      const { id, criteria } = subscription;
      const isOf = (event: Askable) => matches(criteria, event, names);
      const had = new Set(once(before, isOf));
      const asked = (await store.events({ order: 'learnt', take: LOOKED_THROUGH })).filter(
        ({ event }) => had.has(event.key) || isOf(event),
      );
      const events = asked.slice((part - 1) * MOST_ENTRIES).slice(0, MOST_ENTRIES + 1);
      return { title: criteriaWords(criteria, names), about: `subscription:${id}`, home: '/', events, isOf };
    },
    'private, no-cache',
  );
  serve(
    '/feeds',
    async (name, part) =>
      name === 'all'
        ? { title: 'All judgements', about: 'all', home: '/', events: await newest({}, part), isOf: () => true }
        : null,
    PUBLIC,
  );
}
