import { describe, expect, test } from 'vitest';
import { aliasesOf, itemKeys, type KnownItem, matchItems } from '../../src/core/polling/identity.ts';
import type { ParsedEntry } from '../../src/core/types.ts';

const anEntry = (entry: Partial<ParsedEntry> = {}): ParsedEntry => ({
  id: 'guid-1',
  title: 'Northshire judged good',
  link: 'https://paper.example/news/1',
  summary: 'Inspectors visited in May.',
  content: null,
  published: '2026-03-01T09:00:00.000Z',
  publishedFrom: 'pubDate',
  authors: [],
  ...entry,
});

const source = { id: 'paper', link: 'https://paper.example/' };

/** A store that polls a series of documents and remembers what the product would. */
function polls(...documents: Partial<ParsedEntry>[][]) {
  const known = new Map<string, KnownItem>();
  return documents.map((document) => {
    const identified = itemKeys(document.map(anEntry), source);
    const asked = new Map([...known].filter(([alias]) => aliasesOf(identified).includes(alias)));
    const matched = matchItems(asked, identified);
    for (const item of [...matched.fresh, ...matched.known, ...matched.revised])
      for (const alias of item.aliases) known.set(alias, { key: item.key, contentHash: item.contentHash });
    return [matched.fresh.length, matched.known.length, matched.revised.length];
  });
}

test('an entry that states only its author and date is no item', () => {
  const silent = anEntry({ id: null, link: null, title: '', summary: null, authors: ['Press office'] });
  expect(itemKeys([silent, anEntry()], source).map(({ entry }) => entry.title)).toEqual(['Northshire judged good']);
});

describe('the same item again', () => {
  const churns: [string, Partial<ParsedEntry>][] = [
    ['nothing changed', {}],
    ['a new guid', { id: 'guid-2' }],
    ['no guid any more', { id: null }],
    ['a tracking parameter', { link: 'https://paper.example/news/1?utm_source=rss&utm_medium=feed' }],
    ['the AMP page', { link: 'http://amp.paper.example/news/1/amp/' }],
    ['a moved link', { link: 'https://paper.example/2026/03/northshire-judged-good' }],
    ['no link any more', { link: null }],
    ['a new guid and a moved link', { id: 'guid-2', link: 'https://paper.example/else' }],
    ['a new guid and another date', { id: 'guid-2', published: '2026-03-01T10:00:00.000Z' }],
    ['only the guid kept', { link: 'https://paper.example/else', published: null }],
    ['spaces and case in the title', { title: ' Northshire  judged GOOD ' }],
    ['other markup in the content', { content: null }],
  ];
  for (const [name, change] of churns)
    test(`${name}: no new item`, () => expect(polls([{}], [change])[1]).toEqual([0, 1, 0]));

  test('a guid that is an address with a counter', () =>
    expect(
      polls(
        [{ id: 'https://broadcaster.example/news/1#0', link: null }],
        [{ id: 'https://broadcaster.example/news/1#3', link: null, published: null }],
      )[1],
    ).toEqual([0, 1, 0]));

  test('names churn one at a time for ever', () => {
    const turns: Partial<ParsedEntry>[] = [{}];
    for (let turn = 1; turn < 20; turn += 1)
      turns.push({
        id: `guid-${Math.ceil(turn / 2)}`,
        link: `https://paper.example/${Math.floor(turn / 2)}`,
        published: null,
      });
    expect(polls(...turns.map((turn) => [turn])).map(([fresh]) => fresh)).toEqual([1, ...Array(19).fill(0)]);
  });

  test('guids that change with every poll make no new items after the first', () => {
    const poll = (n: number) =>
      [1, 2, 3].map((item) => ({
        id: `${n}-${item}`,
        title: `Story ${item}`,
        link: `https://paper.example/${item}?utm_id=${n}`,
      }));
    expect(polls(poll(1), poll(2), poll(3))).toEqual([
      [3, 0, 0],
      [0, 3, 0],
      [0, 3, 0],
    ]);
  });
});

describe('edits', () => {
  const edits: [string, Partial<ParsedEntry>][] = [
    ['title', { title: 'Northshire judged adequate' }],
    ['summary', { summary: 'Inspectors visited in June.' }],
    ['content', { content: '<p>More.</p>' }],
    ['title and link', { title: 'Northshire judged adequate', link: 'https://paper.example/news/1-new-slug' }],
  ];
  for (const [name, change] of edits)
    test(`a changed ${name} is a revision`, () => expect(polls([{}], [change])[1]).toEqual([0, 0, 1]));
});

describe('different items', () => {
  const others: [string, Partial<ParsedEntry>][] = [
    [
      'another guid, link and title',
      { id: 'guid-2', link: 'https://paper.example/news/2', title: 'Southshire judged good' },
    ],
    [
      'another guid and link, the same title on another day',
      { id: 'guid-2', link: 'https://paper.example/news/2', published: '2026-04-01T09:00:00.000Z' },
    ],
    ['another guid and link, undated', { id: 'guid-2', link: 'https://paper.example/news/2', published: null }],
  ];
  for (const [name, change] of others)
    test(`${name}: a new item`, () => expect(polls([{}], [change])[1]).toEqual([1, 0, 0]));

  test('one guid for all items names none of them', () => {
    const document = [1, 2, 3].map((n) => ({ id: 'feed', title: `Story ${n}`, link: `https://paper.example/${n}` }));
    expect(
      polls(document, document, [
        { ...document[0], id: 'feed', link: 'https://paper.example/4', title: 'Story 4' },
        ...document,
      ]),
    ).toEqual([
      [3, 0, 0],
      [0, 3, 0],
      [1, 3, 0],
    ]);
  });

  test('one link for all items names none of them', () => {
    const document = [1, 2].map((n) => ({ id: null, title: `Story ${n}`, link: 'https://paper.example/news' }));
    expect(polls(document, document)).toEqual([
      [2, 0, 0],
      [0, 2, 0],
    ]);
  });

  test('a link to the home page names nothing', () => {
    const items = [1, 2].map((n) => ({ id: null, title: `Story ${n}`, link: 'http://www.paper.example' }));
    expect(polls([items[0]!], [items[1]!])).toEqual([
      [1, 0, 0],
      [1, 0, 0],
    ]);
  });

  test('one title and date with two guids and links are two items', () => {
    const document = [1, 2].map((n) => ({ id: `g${n}`, link: `https://paper.example/${n}` }));
    expect(polls(document, document)).toEqual([
      [2, 0, 0],
      [0, 2, 0],
    ]);
  });
});

describe('one document', () => {
  test('an item listed twice is one', () => expect(polls([{}, {}, { id: 'guid-2' }])[0]).toEqual([1, 0, 0]));
  test('an entry with nothing but a summary is an item', () =>
    expect(
      polls(
        [{ id: null, link: null, title: '', published: null }],
        [{ id: null, link: null, title: '', published: null }],
      ),
    ).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ]));
  test('keys differ between sources and not between runs', () => {
    const key = (id: string) => itemKeys([anEntry()], { id })[0]!.key;
    expect(key('a')).toBe(key('a'));
    expect(key('a')).not.toBe(key('b'));
  });
  test('markup that never ends is read in linear time', () => {
    // Read in squared time, this would outlast any test.
    const [item] = itemKeys([anEntry({ content: '<'.repeat(2_000_000) })], source);
    expect(item?.key).toBe(itemKeys([anEntry({ content: '<'.repeat(2_000_000) })], source)[0]?.key);
  });
});
