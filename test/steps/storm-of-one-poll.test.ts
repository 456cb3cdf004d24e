/** One poll brings more than is told one by one: all of it is told when it has been read, in the fewest messages. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANY } from '../../src/core/sending/route.ts';
import { subscribe } from '../../src/steps/subscribe.ts';
import type { FaultServer, Reply } from '../support/fault-server.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aHookReceiver, type HookReceiver } from '../support/receivers.ts';
import { serve } from '../support/web.ts';

const NOW = '2026-03-18T10:00:00Z';
const COUNCILS = [
  ...['Northshire', 'Southshire', 'Wading', 'Kelbury', 'Eastborough', 'Averfordshire', 'Brackenshire'],
  ...['Thornfield', 'Westhampton', 'Haverfordshire', 'North Oldmere', 'South Oldmere'],
];
const pathOf = (council: string) => `/news/${council.toLowerCase().replace(' ', '-')}`;
const page = (council: string): Reply => ({
  headers: { 'content-type': 'text/html' },
  body: `<!doctype html><title>${council} rated good</title><main><article><h1>${council} care rated good</h1>
    <p>The Care Quality Commission has rated ${council} Council's adult social care as good.</p>
    <p>The report was published today, and the council's cabinet will hear of it next week.</p></article></main>`,
});

let here: Installation;
let hook: HookReceiver;
let paper: FaultServer;
/** What the paper lists by now. */
let listed: string[] = [];

beforeAll(async () => {
  hook = await aHookReceiver();
  paper = await serve({
    '/feed': () => ({
      headers: { 'content-type': 'application/rss+xml' },
      body: `<?xml version="1.0"?><rss version="2.0"><channel><title>The Paper</title>${listed
        .map(
          (council) =>
            `<item><title>${council} care rated good</title><link>${paper.origin}${pathOf(council)}</link><guid>${pathOf(council)}</guid><pubDate>Wed, 18 Mar 2026 09:30:00 GMT</pubDate></item>`,
        )
        .join('')}</channel></rss>`,
    }),
    ...Object.fromEntries(COUNCILS.map((council) => [pathOf(council), () => page(council)])),
  });
  const source = { id: 'paper', name: 'The Paper', url: `${paper.origin}/feed`, kind: 'other', format: 'rss' } as const;
  here = await anInstallation(
    { GRADEWATCH_NOW: `=${NOW}`, GRADEWATCH_STORM: '3' },
    {
      folder: 'config/demo',
      proposals: [{ ...source, authority: null, status: 'seen', terms: 'text', note: null }],
    },
  );
  const asked = { every: 'event', note: null, confirmed: 'a test' } as const;
  await subscribe(here.app.deps, { channel: 'webhook', address: hook.url, criteria: ANY, ...asked });
}, 120_000);
afterAll(async () => {
  await here?.close();
  await Promise.all([hook?.close(), paper?.close()]);
});

interface Call {
  type: string;
  line?: string;
  alerts?: { line: string }[];
}
/** How many judgements each call told, in order. */
const told = () =>
  hook.calls.map(({ body }) => {
    const call = JSON.parse(body) as Call;
    return call.type === 'judgement.summary' ? (call.alerts?.length ?? 0) : 1;
  });

test('as many as an hour may bring come one by one, and all the rest in one summary', async () => {
  listed = COUNCILS.slice(0, 8);
  await here.pollAll();
  const counts = told();
  expect(counts.reduce((sum, count) => sum + count)).toBe(8);
  expect(counts.filter((count) => count > 1)).toHaveLength(1);
  expect(counts.length).toBeLessThanOrEqual(4);
});

test('a single one more is an alert as any other, not a summary of one', async () => {
  const begun = hook.calls.length;
  const at = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000);
  for (const [minutes, count] of [
    [70, 11],
    [100, 12],
  ] as const) {
    here.app.deps.now = () => at(minutes);
    listed = COUNCILS.slice(0, count);
    await here.pollAll();
  }
  const types = hook.calls.slice(begun).map(({ body }) => (JSON.parse(body) as Call).type);
  expect(types).toEqual(['judgement.first', 'judgement.first', 'judgement.first', 'judgement.first']);
});
