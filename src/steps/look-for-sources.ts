import type { Candidate } from '../adapters/feeds/discover.ts';
import type { SourceFormat } from '../core/types.ts';
import { GiveUp, TryLater } from '../errors.ts';
import type { Fetched } from '../ports.ts';
import type { Deps } from './deps.ts';

/** A place on a site where its news can be read; it was asked, and it answered with entries. */
export interface FoundSource {
  url: string;
  format: SourceFormat;
  title: string | null;
  entries: number;
  /** Newest publication among its entries, ISO. */
  newest: string | null;
  /** Why it is thought to be the site's own news, as a sentence. */
  why: string;
  /** 0 to 1. */
  score: number;
}

type Looking = Pick<Deps, 'web' | 'feeds' | 'discover' | 'now'>;

/** Candidates asked at most: guesses cost the site requests too. */
const MOST_ASKED = 6;

/**
 * Finds feeds, news lists and sitemaps from a page of a site, best first. Where a page names no feed, its news list is
 * looked at for one too.
 *
 * @throws TryLater, GiveUp when the page itself cannot be had; what fails behind it is left out
 */
export async function lookForSources(deps: Looking, address: string): Promise<FoundSource[]> {
  const page = await deps.web.get(address, { as: 'feed', robots: true });
  const itself = await readAs(deps, page, 'the address itself', 1);
  if (itself && itself.format !== 'html') return [itself];
  const candidates = candidatesOf(deps, page);
  const list = candidates.find(({ kind }) => kind === 'list');
  if (list && list.url !== page.url && !candidates.some(({ kind, score }) => kind === 'feed' && score >= 0.5)) {
    const behind = await get(deps, list.url);
    if (behind) candidates.push(...candidatesOf(deps, behind).filter(({ kind }) => kind === 'feed'));
  }
  const best = [...new Map(candidates.sort((a, b) => b.score - a.score).map((one) => [one.url, one])).values()];
  const found: FoundSource[] = [];
  for (const { url, kind, why, score, title } of best.slice(0, MOST_ASKED)) {
    const got = url === page.url ? page : await get(deps, url);
    const read = got && (await readAs(deps, got, why, score));
    if (read && (read.format === 'html') === (kind === 'list')) found.push({ ...read, title: read.title ?? title });
  }
  return found.sort((a, b) => b.score - a.score);
}

const candidatesOf = ({ discover }: Looking, page: Fetched): Candidate[] =>
  discover(page.body, { headers: page.headers, base: page.url });

async function get({ web }: Looking, url: string): Promise<Fetched | null> {
  return foreseen(web.get(url, { as: 'feed', robots: true }));
}

async function readAs({ feeds, now }: Looking, got: Fetched, why: string, score: number): Promise<FoundSource | null> {
  const parsed = await foreseen(feeds.parse(got.body, { headers: got.headers, base: got.url, now: now() }));
  if (!parsed || parsed.entries.length === 0) return null;
  const dates = parsed.entries.flatMap(({ published }) => (published ? [published] : [])).sort();
  return {
    url: got.url,
    format: parsed.format,
    title: parsed.title,
    entries: parsed.entries.length,
    newest: dates.at(-1) ?? null,
    why,
    score,
  };
}

/** Null for a foreseen failure. */
async function foreseen<T>(promise: Promise<T>): Promise<T | null> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof TryLater || error instanceof GiveUp) return null;
    throw error;
  }
}
