import { describe, expect, test } from 'vitest';
import { type Candidate, copiesAmong, fingerprint, isCopy } from '../../src/core/events/near-duplicates.ts';

/** Invented sentences in plenty, so that texts of any length can be put together. */
const sentence = (n: number) =>
  `Inspectors who visited the ${n} northern teams of Northshire in week ${n * 7} heard from ${n + 3} families about plan ${n * n}.`;
const story = (from: number, until: number) =>
  Array.from({ length: until - from }, (_, i) => sentence(from + i)).join(' ');

const release = story(1, 21);
const anArticle = (id: string, text: string, day: string | null = null, seen = 1): Candidate => ({
  id,
  fingerprint: fingerprint(text),
  day,
  firstSeen: new Date(seen * 1000),
});

const takenFrom = (article: Candidate, others: Candidate[]) =>
  copiesAmong([article, ...others]).copies.get(article.id) ?? null;

describe('how much of a text stands in another', () => {
  const texts: [string, string, number, number][] = [
    // what                                     text                                         share from, to
    ['the same text', release, 1, 1],
    ['other case, quotes and spacing', `  ${release.toUpperCase().replaceAll('.', ' .\n')}`, 1, 1],
    ['a new first sentence', `Our council is proud today. ${release}`, 0.95, 1],
    ['the first half with as much of its own', `${story(1, 11)} ${story(60, 70)}`, 0.45, 0.55],
    ['one sentence quoted', `${sentence(3)} ${story(40, 60)}`, 0, 0.1],
    ['nothing', story(100, 120), 0, 0.05],
  ];
  for (const [what, text, from, to] of texts)
    test(what, () => {
      const share = takenFrom(anArticle('b', text, null, 2), [anArticle('a', release)])?.share ?? 0;
      expect(share).toBeGreaterThanOrEqual(from);
      expect(share).toBeLessThanOrEqual(to);
    });
  test('hostile texts of many words or of one are read once through', () => {
    // In squared time either would outlast any test.
    expect(fingerprint('a '.repeat(2_000_000)).shingles.size).toBe(1);
    expect(fingerprint('x'.repeat(4_000_000)).shingles.size).toBe(1);
  });
});

describe('the first publisher first', () => {
  const council = anArticle('council', release, '2026-11-20', 3);
  const paper = anArticle('paper', `${release} Have your say below.`, '2026-11-21', 1);
  const undated = anArticle('undated', release, null, 2);
  test('the later one is the copy, whichever we saw first', () => {
    expect(takenFrom(paper, [council])).toMatchObject({ copyOf: 'council' });
    expect(takenFrom(council, [paper])).toBeNull();
    expect(takenFrom(undated, [council, paper])).toMatchObject({ copyOf: 'council', share: 1 });
  });
  test('copies of copies lead to the original, in any order', () => {
    const third = anArticle('third', `${release} Have your say below. And here.`, '2026-11-22', 0);
    for (const order of [
      [council, paper, third],
      [third, paper, council],
    ])
      expect([...copiesAmong(order).copies].map(([id, { copyOf }]) => [id, copyOf]).sort()).toEqual([
        ['paper', 'council'],
        ['third', 'council'],
      ]);
  });
  test('nearly equal texts go together whoever came first', () => {
    const dated = (id: string, text: string, seen: number) => anArticle(id, text, null, seen);
    const texts = (seen: number[]) => [
      ...copiesAmong([
        dated('a', release, seen[0]!),
        dated('b', `${release} Have your say.`, seen[1]!),
        dated('c', `${release} ${story(60, 90)}`, seen[2]!),
      ]).texts,
    ];
    expect(texts([1, 2, 3])).toEqual([
      ['a', 'a'],
      ['b', 'a'],
      ['c', 'c'],
    ]);
    expect(texts([3, 2, 1])).toEqual(texts([1, 2, 3]));
  });
  test('a part taken is told with its share and is no copy', () => {
    const half = anArticle('half', `${story(1, 11)} ${story(60, 70)}`, '2026-11-21');
    const found = takenFrom(half, [council]);
    expect(found).toMatchObject({ copyOf: 'council', share: expect.closeTo(0.5, 1) });
    expect(isCopy(found!)).toBe(false);
    expect(isCopy(takenFrom(paper, [council])!)).toBe(true);
  });
  test('short texts are copies only when nearly equal', () => {
    const short = 'Northshire council has been rated good by the inspectors of Ofsted this week';
    expect(takenFrom(anArticle('b', `${short}.`, null, 2), [anArticle('a', short)])).toMatchObject({ share: 1 });
    expect(takenFrom(anArticle('b', short.replace('good', 'inadequate'), null, 2), [anArticle('a', short)])).toBeNull();
    expect(takenFrom(anArticle('b', '', null, 2), [anArticle('a', '')])).toBeNull();
  });
});
