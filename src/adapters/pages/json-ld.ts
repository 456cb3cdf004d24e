/** schema.org JSON-LD of a page: the first thing that is an article, and what it says. */
import type { CheerioAPI } from 'cheerio/slim';

type Json = Record<string, unknown>;

export interface LinkedArticle {
  body: string | null;
  headline: string | null;
  authors: string[];
  publisher: string | null;
  published: string | null;
  modified: string | null;
}

const ARTICLE = /(?:^|\/)(?:\w*Article|BlogPosting|Report|LiveBlogPosting|SpecialAnnouncement|PressRelease)$/;
const MAX_CHARS = 400_000;

export function linkedArticle($: CheerioAPI): LinkedArticle | null {
  for (const script of $('script[type="application/ld+json" i]').toArray().slice(0, 20)) {
    const written = $(script).text().slice(0, MAX_CHARS);
    const article = search(parsed(written), 0);
    if (article) return read(article);
  }
  return null;
}

/** Some sites leave line breaks inside strings, or wrap the whole in comments. */
function parsed(written: string): unknown {
  const text = written
    .replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\]\]>)\s*$/g, '')
    .trim();
  for (const attempt of [text, text.replace(/\p{Cc}+/gu, ' '), text.replace(/;\s*$/, '')])
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt, or nothing: broken metadata is no metadata.
    }
  return null;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function search(value: unknown, depth: number): Json | null {
  if (depth > 6) return null;
  if (Array.isArray(value)) {
    for (const one of value.slice(0, 100)) {
      const found = search(one, depth + 1);
      if (found) return found;
    }
    return null;
  }
  if (!isObject(value)) return null;
  if ([value['@type']].flat().some((type) => typeof type === 'string' && ARTICLE.test(type))) return value;
  return search(
    [value['@graph'], value.mainEntity, value.mainEntityOfPage].filter((one) => one !== undefined),
    depth + 1,
  );
}

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
const names = (value: unknown): string[] =>
  [value]
    .flat()
    .flatMap((one) =>
      typeof one === 'string'
        ? [one.trim()]
        : isObject(one)
          ? [one.name].flat().flatMap((name) => text(name) ?? [])
          : [],
    )
    .filter((name) => name !== '' && !/^https?:/.test(name));

function read(article: Json): LinkedArticle {
  return {
    body: text(article.articleBody),
    headline: text(article.headline) ?? text(article.name),
    authors: names(article.author).length ? names(article.author) : names(article.creator),
    publisher: names(article.publisher)[0] ?? null,
    published: text(article.datePublished) ?? text(article.dateCreated),
    modified: text(article.dateModified),
  };
}
