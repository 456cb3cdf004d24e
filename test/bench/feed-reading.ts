/**
 * How fast a feed is read, bytes to entries, beside rss-parser reading the same document as a string: interleaved,
 * median of nine rounds, and the titles have to be the same.
 *
 * `npx tsx test/bench/feed-reading.ts [rounds]`
 */
import Parser from 'rss-parser';
import { readFeed } from '../../src/adapters/feeds/parse-feed.ts';

const ROUNDS = Number(process.argv[2] ?? 9);
const WORDS =
  'the council said inspectors visited services for children in northshire last week and found leaders good'.split(' ');

/** A document of ordinary items, some with mark-up and references, about 1.5 KB each. */
function aFeed(items: number): string {
  const prose = (seed: number, words: number) =>
    Array.from({ length: words }, (_, i) => WORDS[(seed * 7 + i * 5) % WORDS.length]).join(' ');
  const item = (i: number) =>
    `<item><title>Story ${i}: ${prose(i, 8)} &amp; more</title><link>https://news.example/${i}</link><guid isPermaLink="false">n-${i}</guid>` +
    `<pubDate>Wed, 05 Jul 2023 09:${String(i % 60).padStart(2, '0')}:00 +0100</pubDate><dc:creator>Sam Arkwright</dc:creator><category>News</category>` +
    `<description><![CDATA[<p>${prose(i, 60)}</p>]]></description><content:encoded><![CDATA[<p>${prose(i + 1, 70)}</p><p>${prose(i + 2, 60)}</p>]]></content:encoded></item>`;
  return (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">' +
    `<channel><title>Northshire Courier</title><link>https://news.example/</link><description>News</description>${Array.from({ length: items }, (_, i) => item(i)).join('')}</channel></rss>`
  );
}

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

for (const items of [50, 1_000]) {
  const text = aFeed(items);
  const bytes = Buffer.from(text);
  const parser = new Parser();
  const hints = {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
    base: 'https://news.example/feed',
  };
  const readers: Record<string, () => Promise<(string | undefined)[]>> = {
    ours: async () => (await readFeed(bytes, hints, [])).entries.map(({ title }) => title),
    'rss-parser': async () => (await parser.parseString(text)).items.map(({ title }) => title),
  };
  const times: Record<string, number[]> = { ours: [], 'rss-parser': [] };
  const repeats = items === 50 ? 20 : 2;
  let titles = '';
  for (let round = 0; round < ROUNDS + 2; round++)
    for (const [name, read] of Object.entries(readers)) {
      const began = performance.now();
      let got: (string | undefined)[] = [];
      for (let i = 0; i < repeats; i++) got = await read();
      const ms = (performance.now() - began) / repeats;
      titles ||= got.join('\n');
      if (titles !== got.join('\n')) throw new Error(`${name} read other titles`);
      // The first two rounds warm up.
      if (round >= 2) times[name]?.push(ms);
    }
  const [ours, theirs] = [median(times.ours ?? []), median(times['rss-parser'] ?? [])];
  console.log(
    `${items} items, ${Math.round(bytes.length / 1024)} KB: ours ${ours.toFixed(2)} ms (${(bytes.length / 1e3 / ours).toFixed(1)} MB/s), rss-parser ${theirs.toFixed(2)} ms, ratio ${(theirs / ours).toFixed(2)}`,
  );
}
