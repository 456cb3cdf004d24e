import type { Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import type { StoredEvent } from '../adapters/store/events.ts';
import { atomFeed, type FeedMeta, jsonFeed, newestUpdate } from '../core/sending/feeds.ts';
import { criteriaWords, matches } from '../core/sending/route.ts';
import type { Choices } from './filters.ts';
import type { SiteDeps } from './site-deps.ts';

/** Entries of a feed: more than any reader misses between two looks. */
const MOST_ENTRIES = 100;
/** Newest events looked through for what one subscription asks for. */
const LOOKED_THROUGH = 2_000;
const EMPTY_SINCE = new Date(0);
const FILE = '{[A-Za-z0-9_-]+\\.(?:atom|json)}';
const TYPES = { atom: 'application/atom+xml; charset=utf-8', json: 'application/feed+json; charset=utf-8' };

interface Feed {
  title: string;
  /** What the feed is of, stable: `authority:northshire`. */
  about: string;
  home: string;
  events: StoredEvent[];
}

/**
 * Judgements as Atom and JSON feeds: all, of an authority, of a grade, and what one subscription asks for behind its own
 * link. Held events stay out until a person releases them. Whoever sends the ETag back is told 304 when nothing is new.
 */
export function addFeeds(
  site: Hono,
  deps: SiteDeps,
  choices: Choices,
  notFound: (c: Context, what: string) => Response | Promise<Response>,
) {
  const { store, names, rulebook } = deps;

  const answer = async (c: Context, ending: string, feed: Feed, cache: string) => {
    const events = feed.events.filter(({ event }) => !event.held).slice(0, MOST_ENTRIES);
    const base = deps.publicUrl();
    const corrected = await store.lastCorrections(events.map(({ event }) => event.key));
    const rows = events.map(({ event, learntAt }) => ({
      ...{ event, learntAt, correctedAt: corrected.get(event.key), week: '', sample: deps.sample },
      section: 'judgement' as const,
    }));
    const meta: FeedMeta = {
      title: `${feed.title} – Gradewatch`,
      id: `urn:gradewatch:feed:${feed.about}`,
      self: `${base}${c.req.path}`,
      home: `${base}${feed.home}`,
      updated: newestUpdate(rows) ?? EMPTY_SINCE,
      sample: deps.sample,
    };
    const form = ending === 'json' ? 'json' : 'atom';
    const write = form === 'json' ? jsonFeed : atomFeed;
    const links = { event: (key: string) => `${base}/events/${encodeURIComponent(key)}` };
    return c.body(write(meta, rows, names, links), 200, { 'content-type': TYPES[form], 'cache-control': cache });
  };
  const newest = (filter: Parameters<typeof store.events>[0]) =>
    store.events({ ...filter, order: 'learnt', take: MOST_ENTRIES });
  const PUBLIC = 'public, max-age=300';

  const serve = (path: string, find: (name: string) => Promise<Feed | null>, cache: string) =>
    site.get(`${path}/:file${FILE}`, etag(), async (c) => {
      const [name = '', ending = ''] = (c.req.param('file') ?? '').split('.');
      const feed = await find(name);
      return feed ? answer(c, ending, feed, cache) : notFound(c, 'feed');
    });

  serve(
    '/authorities',
    async (slug) => {
      const authority = rulebook.authorities.find((one) => one.slug === slug);
      if (!authority) return null;
      const events = await newest({ authorities: [slug] });
      return { title: authority.officialName, about: `authority:${slug}`, home: `/authorities/${slug}`, events };
    },
    PUBLIC,
  );
  serve(
    '/feeds/grade',
    async (grade) => {
      const choice = choices.grade.find(({ value }) => value === grade);
      if (!choice) return null;
      const events = await newest({ grade });
      return { title: `Judgements: ${choice.label}`, about: `grade:${grade}`, home: `/?grade=${grade}`, events };
    },
    PUBLIC,
  );
  serve(
    '/feeds/mine',
    async (token) => {
      const subscription = await deps.subscriptionOf(token, 'feed');
      if (subscription?.state !== 'active') return null;
      const { id, criteria } = subscription;
      const events = (await store.events({ order: 'learnt', take: LOOKED_THROUGH })).filter(({ event }) =>
        matches(criteria, event, names),
      );
      return { title: criteriaWords(criteria, names), about: `subscription:${id}`, home: '/', events };
    },
    'private, no-cache',
  );
  serve(
    '/feeds',
    async (name) =>
      name === 'all' ? { title: 'All judgements', about: 'all', home: '/', events: await newest({}) } : null,
    PUBLIC,
  );
}
