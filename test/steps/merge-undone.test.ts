/** A merge that is undone, of what came in whichever order: who hears of it, and what becomes of either judgement afterwards. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JudgementEvent } from '../../src/core/types.ts';
import { openSite } from '../../src/web/open-site.ts';
import { aReaderByDay, type ByDay } from '../support/by-day.ts';
import { aHookReceiver, type HookReceiver } from '../support/receivers.ts';
import { anArticle, publish } from '../support/told.ts';

let reader: ByDay;
let atOnce: HookReceiver;
beforeAll(async () => {
  reader = await aReaderByDay('2026-03-09T09:00:00Z');
  atOnce = await aHookReceiver();
  await reader.ask('subscribe', '--webhook', atOnce.url, '--confirmed', 'a test');
}, 120_000);
afterAll(async () => {
  await reader?.close();
  await atOnce?.close();
});

let heard = 0;
/** What either reader is told since the last time asked: at once, then by day. */
async function told(iso: string): Promise<string[]> {
  reader.at(iso);
  const byDay = (await reader.told()).map((one) => `day ${one.split(' ')[0]}`);
  const calls = atOnce.calls
    .slice(heard)
    .map(({ body }) => JSON.parse(String(body)) as { type: string; status: string });
  heard = atOnce.calls.length;
  return [...calls.map(({ type, status }) => (status === 'retracted' ? status : type)), ...byDay].sort();
}

// Two papers print what the council wrote; one of them dates the report in another month.
const WROTE =
  'People were treated with kindness, and carers felt listened to, though some waited long for an assessment.';
const rated = (council: string, id: 'post' | 'echo', grade: string, reported: string) =>
  anArticle({
    ...{ id: `${council}-${id}`, publisher: `${council} ${id}`, published: '2026-03-17' },
    title: id === 'post' ? `${council} care rated ${grade}` : `Verdict on care in ${council}: ${grade}`,
    text: `The Care Quality Commission has rated ${council} Council's adult social care as ${grade}. The report was published on ${reported}. ${WROTE} So says the ${id}.`,
  });
const eventsOf = async (council: string) =>
  (await reader.ask('events', 'list', '--authority', council.toLowerCase(), '--json')).json<JudgementEvent[]>();

describe.each([
  ['Kelbury', 'the newer report first', 'good', 17],
  ['Southshire', 'the older report first', 'good', 24],
  ['Thornfield', 'the newer report first, another grade', 'inadequate', 31],
  ['Brackenshire', 'the older report first, another grade', 'inadequate', 38],
] as const)('of %s, %s', (council, order, other, day) => {
  const on = (more: number, hour = 10) => new Date(Date.UTC(2026, 2, day + more, hour)).toISOString();
  const BOTH = ['day judgement.correction', 'judgement.correction'];
  let merge = '';

  test('that they are one, and that they are two, is told to whoever was told of them', async () => {
    reader.at(on(0));
    const both = [rated(council, 'post', 'good', '16 March 2026'), rated(council, 'echo', other, '2 February 2026')];
    await publish(reader.here, ...(order.startsWith('the newer') ? both : both.reverse()));
    expect(await told(on(1))).toEqual([...Array(2).fill('day judgement.first'), ...Array(2).fill('judgement.first')]);
    merge = await reader.decided('merge', ...(await eventsOf(council)).map(({ key }) => key));
    expect(new Set(await told(on(2)))).toEqual(new Set(BOTH));
    await reader.decided('undo', merge);
    expect(new Set(await told(on(3)))).toEqual(new Set(BOTH));
  });

  test('what is rejected of one of them is told, and every link to it leads to it', async () => {
    const post = (await eventsOf(council)).find(({ published }) => published === '2026-03-16');
    const ruled = await reader.ask('review', 'reject', post?.reports[0]?.findingId ?? '', '--reason', 'a mistake');
    expect(ruled.code).toBe(0);
    expect(await told(on(4))).toEqual(['day judgement.correction', 'retracted']);
    const links = new Set(
      atOnce.calls
        .map(
          ({ body }) => JSON.parse(String(body)) as { key: string; type: string; published: string; authority: string },
        )
        .filter((one) => one.authority === council.toLowerCase() && one.type === 'judgement.first')
        .flatMap((one) => (one.published === '2026-03-16' ? [one.key] : [])),
    );
    const site = await openSite(reader.here.app);
    for (const link of links)
      expect(await (await fetch(`${site.address}/events/${link}`)).text()).toContain('Retracted');
    await site.close();
    expect(links.size).toBe(1);
  });
});
