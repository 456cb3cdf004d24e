import { describe, expect, test } from 'vitest';
import type { PollOutcome } from '../../src/core/polling/state.ts';
import { aReading, aSource, aState, codes, failed, runPolls, unchanged } from '../support/polling.ts';

const FROM = 'https://www.northshire.example/news/rss';
const source = aSource({ url: FROM });
const via = (...hops: [number, string][]) =>
  hops.map(([status, to], n) => ({ status, from: n === 0 ? FROM : hops[n - 1]![1], to }));
const moved = (to: string, status = 301) => unchanged({ url: to, hops: via([status, to]) });
const HERE = 'https://www.northshire.example/newsroom/feed.xml';

const polls = (outcomes: PollOutcome[], gapHours = 24) => runPolls(source, outcomes, { gapHours, state: aState() });

describe('permanent redirects', () => {
  test('are believed after three agreeing polls over a day, and told', () => {
    const series = polls([moved(HERE), moved(HERE), moved(HERE)]);
    expect(series.map(({ url }) => url)).toEqual([FROM, FROM, HERE]);
    expect(series.map(codes)).toEqual([[], [], ['moved']]);
    expect(series[2]!.state).toMatchObject({ validators: null, permanentMoveTo: null, permanentMoveSeen: 0 });
  });

  const disbelieved: [string, PollOutcome[], number][] = [
    ['two polls', [moved(HERE), moved(HERE)], 24],
    ['three polls within an hour', [moved(HERE), moved(HERE), moved(HERE)], 0.25],
    ['302', [moved(HERE, 302), moved(HERE, 302), moved(HERE, 302)], 24],
    ['303 and 307', [moved(HERE, 303), moved(HERE, 307), moved(HERE, 307)], 24],
    ['targets that change', [moved(HERE), moved(`${HERE}?b`), moved(HERE), moved(`${HERE}?b`)], 24],
    ['a poll between without a redirect', [moved(HERE), moved(HERE), unchanged(), moved(HERE), moved(HERE)], 24],
    [
      'a permanent hop behind a temporary one',
      Array(4).fill(unchanged({ hops: via([302, `${HERE}1`], [301, HERE]) })),
      24,
    ],
    ['a page where a feed was', Array(4).fill(aReading({ format: 'html' }, { hops: via([301, HERE]) })), 24],
  ];
  for (const [name, outcomes, gap] of disbelieved)
    test(`${name}: the address stays`, () => {
      const series = polls(outcomes, gap);
      expect(series.at(-1)!.url).toBe(FROM);
      expect(series.flatMap(codes)).toEqual([]);
    });

  test('a failed poll between neither confirms nor refutes', () =>
    expect(polls([moved(HERE), failed('dns'), moved(HERE), moved(HERE)]).at(-1)!.url).toBe(HERE));

  test('only the permanent part of a chain is adopted', () => {
    const chain = unchanged({ hops: via([301, HERE], [302, `${HERE}?today`]) });
    expect(polls([chain, chain, chain]).at(-1)!.url).toBe(HERE);
  });

  for (const to of ['https://northshire.example/news/rss', 'https://www.northshire.example/rss.xml'])
    test(`308 to ${to} is adopted`, () =>
      expect(polls([moved(to, 308), moved(to, 308), moved(to, 308)]).at(-1)!.url).toBe(to));

  const doubtful = [
    ['https://www.southshire.example/news/rss', 'proposed_address'],
    ['https://feeds.supplier.example/northshire', 'proposed_address'],
    ['https://www.northshire.example/login?next=/news', 'needs_confirmation'],
    ['https://www.northshire.example/user/sign-in', 'needs_confirmation'],
    ['https://sso.northshire.example/', 'needs_confirmation'],
    ['https://www.northshire.example/', 'needs_confirmation'],
    ['https://www.northshire.example/index.html', 'needs_confirmation'],
  ] as const;
  for (const [to, code] of doubtful)
    test(`${to} waits for a person, who is told once`, () => {
      const series = polls(Array(6).fill(moved(to)));
      expect(series.at(-1)!.url).toBe(FROM);
      expect(series.flatMap(codes)).toEqual([code]);
    });
});

describe('410', () => {
  test('ends a source after a second one a day later', () => {
    const series = runPolls(source, [failed('gone'), failed('gone')], { state: aState() });
    expect(series.map(({ status }) => status)).toEqual(['seen', 'retired']);
    expect(series[1]).toMatchObject({ nextDue: null });
    expect(series.map(codes)).toEqual([[], ['retired']]);
  });
  test('twice within a day does not', () =>
    expect(polls([failed('gone'), failed('gone')], 1).at(-1)!.status).toBe('seen'));
  test('is forgotten when something else answers between', () =>
    expect(polls([failed('gone'), unchanged(), failed('gone')]).at(-1)!.status).toBe('seen'));
});

describe('a source that lists nothing any more', () => {
  test('keeps what we have and is told once', () => {
    const [empty, again] = polls([aReading({ listed: 0 }), aReading({ listed: 0 })]);
    expect(codes(empty!)).toEqual(['empty']);
    expect(codes(again!)).toEqual([]);
  });
  test('is a drift where a list page yields nothing readable any more, told once', () =>
    expect(
      runPolls({ ...source, format: 'html' }, [failed('not_a_feed'), failed('not_a_feed')], { state: aState() }).map(
        codes,
      ),
    ).toEqual([['drift'], []]));
  test('is a drift of the page where it is a list page', () =>
    expect(
      codes(
        runPolls({ ...source, format: 'html' }, [aReading({ format: 'html', listed: 0 })], { state: aState() })[0]!,
      ),
    ).toEqual(['drift']));
});
