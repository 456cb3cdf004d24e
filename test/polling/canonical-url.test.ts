import { describe, expect, test } from 'vitest';
import { canonicalUrl } from '../../src/core/polling/identity.ts';

const page = 'https://paper.example/news/judgement';

describe('one page, one address', () => {
  for (const spelling of [
    'https://paper.example/news/judgement',
    'http://paper.example/news/judgement',
    'HTTPS://WWW.Paper.Example/news/judgement',
    'https://www2.paper.example/news/judgement',
    'https://m.paper.example/news/judgement',
    'https://www.m.paper.example/news/judgement',
    'https://amp.paper.example/news/judgement',
    'https://mobile.paper.example/news/judgement',
    'https://paper.example:443/news/judgement',
    'http://paper.example:80/news/judgement',
    'https://paper.example./news/judgement',
    'https://paper.example/news/judgement/',
    'https://paper.example//news/judgement',
    'https://paper.example/news/judgement#comments',
    'https://paper.example/news/judgement/amp/',
    'https://paper.example/amp/news/judgement',
    'https://paper.example/news/judgement?amp=1',
    'https://paper.example/news/judgement?outputType=amp',
    'https://paper.example/news/judgement?utm_source=rss&utm_medium=feed',
    'https://paper.example/news/judgement?fbclid=abc&gclid=1&mc_cid=2',
    'https://paper.example/news/judgement?ref=rss',
    'https://paper.example/news/judgement?at_medium=RSS&at_campaign=KARANGA',
    'https://paper.example/news/%6audgement',
    'https://paper-example.cdn.ampproject.org/c/s/paper.example/news/judgement',
    '  https://paper.example/news/judgement  ',
    'https://user:pw@paper.example/news/judgement',
  ])
    test(spelling, () => expect(canonicalUrl(spelling)).toBe(page));
});

describe('what chooses the page is kept', () => {
  const table = [
    ['https://paper.example/news?id=2', 'https://paper.example/news?id=2'],
    ['https://paper.example/news?b=2&a=1', 'https://paper.example/news?a=1&b=2'],
    ['https://paper.example/news?source=council', 'https://paper.example/news?source=council'],
    ['https://paper.example/news?ref=12345', 'https://paper.example/news?ref=12345'],
    ['https://paper.example/News', 'https://paper.example/News'],
    ['https://paper.example:8080/', 'https://paper.example:8080/'],
    ['https://paper.example', 'https://paper.example/'],
    ['https://paper.example/index.html', 'https://paper.example/'],
    ['https://paper.example/a%2Fb', 'https://paper.example/a%2Fb'],
    ['https://paper.example/a%2fb', 'https://paper.example/a%2Fb'],
    ['https://paper.example/amplify', 'https://paper.example/amplify'],
    ['https://m.uk/a', 'https://m.uk/a'],
    ['https://news.paper.example/a', 'https://news.paper.example/a'],
    ['urn:uuid:1', 'urn:uuid:1'],
    ['tag:paper.example,2026:1', 'tag:paper.example,2026:1'],
    ['', ''],
  ] as const;
  for (const [given, expected] of table) test(given, () => expect(canonicalUrl(given)).toBe(expected));

  test('folding twice changes nothing', () => {
    for (const [given] of table) expect(canonicalUrl(canonicalUrl(given))).toBe(canonicalUrl(given));
  });
});
