/** How far a source is read past its first document. */
import { describe, expect, test } from 'vitest';
import { childrenToRead, meetsKnown, mostPages } from '../../src/core/polling/paging.ts';

describe('a page ends what is new', () => {
  const pages: [string, string, boolean][] = [
    // page, newest first: n for new, k for known
    ['an empty page', '', true],
    ['nothing known', 'nnnn', false],
    ['all known', 'kkkk', true],
    ['the last known', 'nnnk', true],
    ['one in the middle known', 'nnkn', true],
    ['two pinned at its head known', 'kknn', false],
    ['three at its head known: one was taken away and an old one moved up', 'kkkn', true],
  ];
  for (const [what, page, ends] of pages)
    test(`${what}: ${ends ? 'it does' : 'it does not'}`, () =>
      expect(meetsKnown([...page].map((letter) => letter === 'k'))).toBe(ends));
});

test('a new source is read to its second page, a known list to its fifth, a known feed not at all', () => {
  expect([mostPages('html', true), mostPages('rss', true), mostPages('html', false), mostPages('atom', false)]).toEqual(
    [2, 2, 5, 1],
  );
});

describe('of the sitemaps of an index', () => {
  const INDEX = 'https://www.paper.example/sitemap.xml';
  const child = (path: string, modified: string | null = null) => ({ url: new URL(path, INDEX).href, modified });
  const table: [string, Parameters<typeof childrenToRead>[0], string | null, string[]][] = [
    ['the newest three are asked', ['/4', '/3', '/2', '/1'].map((path) => child(path)), null, ['/4', '/3', '/2']],
    [
      'those of news go first',
      [child('/pages-2.xml', '2026-03-09T00:00:00.000Z'), child('/news.xml', '2026-03-01T00:00:00.000Z')],
      null,
      ['/news.xml', '/pages-2.xml'],
    ],
    [
      'one that stood still since the last reading is left out',
      [child('/b', '2026-03-09T08:00:00.000Z'), child('/c'), child('/a', '2026-03-01T00:00:00.000Z')],
      '2026-03-10T08:00:00.000Z',
      ['/b', '/c'],
    ],
    [
      'the first is asked even when all stood still',
      [child('/b', '2026-03-02T00:00:00.000Z'), child('/a', '2026-03-01T00:00:00.000Z')],
      '2026-03-10T08:00:00.000Z',
      ['/b'],
    ],
    [
      'another host’s is not asked',
      [child('https://elsewhere.example/a'), child('https://paper.example/b')],
      null,
      ['/b'],
    ],
  ];
  for (const [what, children, readAt, asked] of table)
    test(what, () =>
      expect(childrenToRead(children, INDEX, readAt).map((url) => new URL(url).pathname)).toEqual(asked),
    );
});
