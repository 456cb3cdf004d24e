/**
 * Time and peak memory of 10,000 polls by one process: 200 ms away, 100 at once, each its own host on loopback, one in
 * twenty answering with 50 new items and the others with 304. The server is a process of its own.
 *
 * `npx tsx test/bench/polls.ts [polls]`: a multiple of 20
 */
import { fork } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { makeFeedReader } from '../../src/adapters/feeds/read-feed.ts';
import { makeWeb } from '../../src/adapters/web-fetch/index.ts';
import { growHeapSparingly } from '../../src/heap.ts';

const POLLS = Number(process.argv[2] ?? 10_000);
const AT_ONCE = 100;
const ITEMS = 50;

function serve(): void {
  const item = (i: number) =>
    `<item><title>Story ${i}</title><link>https://news.example/${i}</link><guid>g${i}</guid><pubDate>Wed, 05 Jul 2023 09:00:00 GMT</pubDate><description>${'word '.repeat(270)}</description></item>`;
  const body = `<rss version="2.0"><channel><title>Northshire</title>${Array.from({ length: ITEMS }, (_, i) => item(i)).join('')}</channel></rss>`;
  let asked = 0;
  const server = createServer((_, response) => {
    const changed = ++asked % 20 === 0;
    setTimeout(() => {
      response.writeHead(changed ? 200 : 304, {
        etag: '"1"',
        ...(changed ? { 'content-type': 'application/rss+xml' } : {}),
      });
      response.end(changed ? body : undefined);
    }, 200);
  });
  server.listen(0, '0.0.0.0', () => process.send?.((server.address() as AddressInfo).port));
}

async function poll(port: number): Promise<void> {
  growHeapSparingly();
  const web = makeWeb({
    userAgentContact: null,
    version: '0',
    allowPrivate: ['127.0.0.0/8'],
    now: () => new Date(),
    namedGapMs: 0,
  });
  const feeds = makeFeedReader();
  const lag = monitorEventLoopDelay({ resolution: 10 });
  lag.enable();
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  let next = 0;
  let items = 0;
  const began = performance.now();
  const lane = async () => {
    for (let i = next++; i < POLLS; i = next++) {
      const got = await web.get(`http://127.1.${i >> 7}.${1 + (i & 127)}:${port}/feed`, {
        as: 'feed',
        robots: false,
        validators: { etag: '"1"', lastModified: null },
      });
      if (!got.notModified)
        items += (await feeds.parse(got.body, { headers: got.headers, base: got.url })).entries.length;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  clearInterval(watch);
  const seconds = (performance.now() - began) / 1_000;
  if (items !== (POLLS / 20) * ITEMS) throw new Error(`${items} items read, ${(POLLS / 20) * ITEMS} were served`);
  console.log(
    `${POLLS} polls in ${seconds.toFixed(1)} s, ${items} items, peak ${Math.round(peak / 1e6)} MB resident, event loop p99 ${(lag.percentile(99) / 1e6).toFixed(0)} ms late, worst ${(lag.max / 1e6).toFixed(0)} ms`,
  );
  await web.close();
  await feeds.close?.();
}

if (process.send) serve();
else {
  const server = fork(fileURLToPath(import.meta.url));
  server.once('message', (port) => void poll(port as number).finally(() => server.kill()));
}
