/**
 * The invented world of `config/demo/`: sites, their articles round by round, and what a careful reader makes of them.
 * Pure but for `loadWorld`, which reads the folder.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DateTime } from 'luxon';
import { parse } from 'yaml';
import { z } from 'zod';
import { closest } from '../core/closest.ts';
import { addDays, isDay, londonDay } from '../core/dates.ts';
import { type LabelledRecord, readLabelledRecords } from '../core/evaluation/labels.ts';
import { type Day, SOURCE_KINDS, type SourceFormat, type SourceProposal } from '../core/types.ts';
import { WrongUse } from '../errors.ts';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters and digits joined by single hyphens');

const SITE = z.strictObject({
  id: slug,
  name: z.string().min(1),
  kind: z.enum(SOURCE_KINDS),
  authority: slug.optional(),
  /** What the site offers to be polled: `rss-full` carries the text, the others only a summary or a link. */
  serves: z.enum(['list', 'rss', 'rss-full', 'atom', 'json', 'sitemap']),
  template: z.enum(['council', 'paper', 'trade', 'blog']),
  /** Headlines of the site's "more news" box: they carry false grades. */
  related: z.array(z.string()),
});
export type DemoSite = z.infer<typeof SITE>;

const BODY = z.array(z.union([z.string(), z.array(z.string())])).min(1);
export type DemoBody = z.infer<typeof BODY>;

const ARTICLE = z
  .strictObject({
    slug,
    site: slug,
    day: z.number().int().max(0).optional(),
    published: z.string().refine(isDay, 'must be a day that exists, as 2012-07-20').optional(),
    title: z.string().min(1),
    byline: z.string().optional(),
    body: BODY.optional(),
    copies: slug.optional(),
    round: z.number().int().min(1).default(1),
    edits: z
      .array(z.strictObject({ round: z.number().int().min(2), title: z.string().optional(), body: BODY.optional() }))
      .default([]),
  })
  .refine(({ day, published }) => (day === undefined) !== (published === undefined), 'give day or published, not both')
  .refine(({ body, copies }) => (body === undefined) !== (copies === undefined), 'give body or copies, not both');
type ArticleData = z.infer<typeof ARTICLE>;

const LABELS = {
  events: z.array(z.record(z.string(), z.unknown())).default([]),
  history: z.array(z.record(z.string(), z.unknown())).default([]),
};
const EXPECTED = z.strictObject({
  key: z.string().optional(),
  kind: z.string().optional(),
  same: slug.optional(),
  ...LABELS,
  later: z.array(z.strictObject({ round: z.number().int(), ...LABELS })).default([]),
});
type Expected = z.infer<typeof EXPECTED>;

export interface DemoWorld {
  /** Where the clock of a demonstration starts, so that dates and frameworks in the articles belong together. */
  startsAt: Date;
  sites: DemoSite[];
  articles: ArticleData[];
  expected: Record<string, Expected>;
  /** The last round in which something changes. */
  rounds: number;
}

/** An article as its site shows it in one round. */
export interface DemoArticle {
  slug: string;
  site: DemoSite;
  title: string;
  byline: string | null;
  body: DemoBody;
  day: Day;
  /** Morning of `day`: sites publish at different minutes, so that order is stable. */
  publishedAt: Date;
  modified: boolean;
}

/**
 * Reads `sites.yaml`, `articles.yaml` and `expected.yaml` of a folder.
 * @throws WrongUse naming every fault
 */
export function loadWorld(folder: string): DemoWorld {
  const faults: string[] = [];
  const read = <T>(name: string, schema: z.ZodType<T>): T | null => {
    const checked = schema.safeParse(parse(readFileSync(path.join(folder, name), 'utf8')));
    if (checked.success) return checked.data;
    faults.push(...checked.error.issues.map(({ path: at, message }) => `demo/${name}, ${at.join('.')}: ${message}`));
    return null;
  };
  const places = read('sites.yaml', z.strictObject({ startsAt: z.coerce.date(), sites: z.array(SITE).min(1) }));
  const articles = read('articles.yaml', z.strictObject({ articles: z.array(ARTICLE).min(1) }))?.articles;
  const expected = read('expected.yaml', z.record(slug, EXPECTED));
  if (places && articles && expected) {
    const slugs = articles.map((article) => article.slug);
    const known = (word: string, words: string[], where: string) => {
      if (words.includes(word)) return;
      const meant = closest(word, words);
      faults.push(`demo/${where}: no "${word}"${meant ? `; did you mean "${meant}"?` : ''}`);
    };
    for (const { slug: name, site, copies } of articles) {
      known(
        site,
        places.sites.map(({ id }) => id),
        `articles.yaml, site of ${name}`,
      );
      if (copies) known(copies, slugs, `articles.yaml, copies of ${name}`);
      if (!expected[name]) faults.push(`demo/expected.yaml: says nothing of ${name}`);
    }
    for (const name of Object.keys(expected)) known(name, slugs, 'expected.yaml');
    if (faults.length === 0) {
      const rounds = Math.max(
        1,
        ...articles.flatMap(({ round, edits }) => [round, ...edits.map((edit) => edit.round)]),
      );
      return { ...places, articles, expected, rounds };
    }
  }
  throw new WrongUse(faults);
}

/** The articles a site shows in a round, newest first. @param now when the demonstration started */
export function articlesOf(world: DemoWorld, now: Date, round: number, siteId?: string): DemoArticle[] {
  return world.articles
    .filter((article) => article.round <= round && (siteId === undefined || article.site === siteId))
    .map((article, index) => asShown(world, article, now, round, index))
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
}

function asShown(world: DemoWorld, article: ArticleData, now: Date, round: number, index: number): DemoArticle {
  const today = londonDay(now);
  const original = world.articles.find(({ slug: name }) => name === article.copies);
  const edits = article.edits.filter((edit) => edit.round <= round);
  const body = edits.findLast((edit) => edit.body)?.body ?? article.body ?? original?.body ?? [];
  const fill = (text: string) => filled(text, today);
  const day = article.published ?? addDays(today, article.day ?? 0);
  return {
    slug: article.slug,
    site: world.sites.find(({ id }) => id === article.site)!,
    title: fill(edits.findLast((edit) => edit.title)?.title ?? article.title),
    byline: article.byline ?? original?.byline ?? null,
    body: body.map((part) => (typeof part === 'string' ? fill(part) : part.map(fill))),
    day,
    publishedAt: DateTime.fromISO(day, { zone: 'Europe/London' })
      .set({ hour: 7, minute: index % 60 })
      .toJSDate(),
    modified: edits.length > 0,
  };
}

/** `{date:-3}` → "15 June 2026", `{month:-95}` → "March". */
function filled(text: string, today: Day): string {
  return text.replace(/\{(date|month):(-?\d{1,4})\}/g, (_, form: string, days: string) =>
    DateTime.fromISO(addDays(today, Number(days)), { locale: 'en-GB' }).toFormat(
      form === 'date' ? 'd MMMM yyyy' : 'MMMM',
    ),
  );
}

/** Plain text of a body as a reader sees it: one paragraph or list entry a line. */
const bodyText = (body: DemoBody): string => body.flat().join('\n');

const FORMATS: Record<DemoSite['serves'], { file: string; format: SourceFormat }> = {
  list: { file: '', format: 'html' },
  rss: { file: 'feed.xml', format: 'rss' },
  'rss-full': { file: 'feed.xml', format: 'rss' },
  atom: { file: 'feed.atom', format: 'atom' },
  json: { file: 'feed.json', format: 'json' },
  sitemap: { file: 'news-sitemap.xml', format: 'sitemap' },
};

/** Path of what is polled on a site, e.g. `/beacon/feed.xml`. */
export const sourcePath = ({ id, serves }: DemoSite): string => `/${id}/${FORMATS[serves].file}`;
export const articlePath = ({ site, slug: name }: Pick<DemoArticle, 'site' | 'slug'>): string =>
  `/${site.id}/news/${name}`;

/** The sources of the invented world. @param origin where it is served, e.g. `http://127.0.0.1:4321` */
export function demoSources(world: DemoWorld, origin: string): SourceProposal[] {
  return world.sites.map((site) => ({
    id: `demo-${site.id}`,
    name: site.name,
    url: `${origin}${sourcePath(site)}`,
    kind: site.kind,
    format: FORMATS[site.serves].format,
    authority: site.authority ?? null,
    status: 'seen',
    terms: 'text',
    note: 'sample: invented',
  }));
}

/**
 * The articles of a round as labelled records, so that `evaluate` measures the product on its own world.
 * @throws WrongUse when what is expected is no label
 */
export function demoRecords(world: DemoWorld, now: Date, round: number): LabelledRecord[] {
  const lines = articlesOf(world, now, round).map((article) => {
    const own = world.expected[article.slug]!;
    const said = own.same ? world.expected[own.same]! : own;
    const labels = said.later.findLast((later) => later.round <= round) ?? said;
    return JSON.stringify({
      id: article.slug,
      url: `https://${article.site.id}.example/news/${article.slug}`,
      publisher: article.site.name,
      published: article.day,
      title: article.title,
      text: bodyText(article.body),
      labels: {
        relevant: labels.events.length > 0,
        events: labels.events,
        history: labels.history.length ? labels.history : said.history,
        negative_kind: said.kind ?? null,
      },
      event_key: said.key ?? null,
    });
  });
  return readLabelledRecords(lines.join('\n'), 'demo/expected.yaml, article');
}
