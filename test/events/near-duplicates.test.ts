import { describe, expect, test } from 'vitest';
import {
  bitsApart,
  type Candidate,
  containment,
  copiesAmong,
  findCopies,
  fingerprint,
  isCopy,
} from '../../src/core/events/near-duplicates.ts';

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
      const share = containment(fingerprint(text), fingerprint(release));
      expect(share).toBeGreaterThanOrEqual(from);
      expect(share).toBeLessThanOrEqual(to);
    });
  test('near copies have near hashes, other texts have not', () => {
    const hash = (text: string) => fingerprint(text).simhash;
    expect(bitsApart(hash(release), hash(`${release} More follows.`))).toBeLessThan(6);
    expect(bitsApart(hash(release), hash(story(100, 120)))).toBeGreaterThan(12);
    expect(bitsApart('ffffffffffffffff', '0000000000000000')).toBe(64);
  });
  test('a very long hostile text takes no time to speak of', () => {
    const started = performance.now();
    fingerprint('a '.repeat(2_000_000));
    fingerprint('x'.repeat(4_000_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('the first publisher first', () => {
  const council = anArticle('council', release, '2026-11-20', 3);
  const paper = anArticle('paper', `${release} Have your say below.`, '2026-11-21', 1);
  const undated = anArticle('undated', release, null, 2);
  test('the later one is the copy, whichever we saw first', () => {
    expect(findCopies(paper, [council])).toMatchObject({ copyOf: 'council' });
    expect(findCopies(council, [paper])).toBeNull();
    expect(findCopies(undated, [council, paper])).toMatchObject({ copyOf: 'council', share: 1 });
  });
  test('copies of copies lead to the original, in any order', () => {
    const third = anArticle('third', `${release} Have your say below. And here.`, '2026-11-22', 0);
    for (const order of [
      [council, paper, third],
      [third, paper, council],
    ])
      expect([...copiesAmong(order)].map(([id, { copyOf }]) => [id, copyOf]).sort()).toEqual([
        ['paper', 'council'],
        ['third', 'council'],
      ]);
  });
  test('a part taken is told with its share and is no copy', () => {
    const half = anArticle('half', `${story(1, 11)} ${story(60, 70)}`, '2026-11-21');
    const found = findCopies(half, [council]);
    expect(found).toMatchObject({ copyOf: 'council', share: expect.closeTo(0.5, 1) });
    expect(isCopy(found!)).toBe(false);
    expect(isCopy(findCopies(paper, [council])!)).toBe(true);
  });
  test('short texts are copies only when nearly equal', () => {
    const short = 'Northshire council has been rated good by the inspectors of Ofsted this week';
    expect(findCopies(anArticle('b', `${short}.`, null, 2), [anArticle('a', short)])).toMatchObject({ share: 1 });
    expect(
      findCopies(anArticle('b', short.replace('good', 'inadequate'), null, 2), [anArticle('a', short)]),
    ).toBeNull();
    expect(findCopies(anArticle('b', '', null, 2), [anArticle('a', '')])).toBeNull();
  });
});
