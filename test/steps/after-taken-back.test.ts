/** What readers are told of a judgement that comes after another of the same month was taken back. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, isoWeekOf } from '../../src/core/dates.ts';
import type { JudgementEvent } from '../../src/core/types.ts';
import { openSite } from '../../src/web/open-site.ts';
import { aReaderByDay, type ByDay } from '../support/by-day.ts';
import { anArticle, publish } from '../support/told.ts';

let reader: ByDay;
beforeAll(async () => {
  reader = await aReaderByDay('2026-03-10T09:00:00Z');
}, 120_000);
afterAll(() => reader?.close());

const rated = (council: string, id: string, grade: string, published: string) =>
  anArticle({
    ...{ id: `${council}-${id}`, publisher: `Paper of ${id}`, published, title: `${council} care rated ${grade}` },
    text: `The Care Quality Commission has rated ${council} Council's adult social care as ${grade}, wrote ${id}.`,
  });
const told = async () => (await reader.told()).sort();
const eventsOf = async (authority: string) =>
  (await reader.ask('events', 'list', '--authority', authority, '--json'))
    .json<JudgementEvent[]>()
    .map(({ status, grade, reports }) => [status, grade, reports.map(({ url }) => url?.split('-').at(-1)).join()])
    .sort();

/** Told on a Tuesday of a wrong grade, and a day later that it was wrong. @param monday the day before @returns the ruling */
async function toldAndTakenBack(council: string, how: 'retract' | 'reject', monday: string): Promise<string> {
  reader.at(`${monday}T10:00:00Z`);
  await publish(reader.here, rated(council, 'one', 'inadequate', monday));
  reader.at(`${addDays(monday, 1)}T09:00:00Z`);
  expect(await told()).toEqual([`judgement.first ${council.toLowerCase()}`]);
  const key = await reader.keyOf(council.toLowerCase());
  const { reports } = (await reader.ask('events', 'show', key, '--json')).json<JudgementEvent>();
  const ruling = how === 'retract' ? ['events', 'retract', key] : ['review', 'reject', reports[0]?.findingId ?? ''];
  const ruled = await reader.ask(...ruling, '--reason', 'of a care home', '--json');
  expect(ruled.code).toBe(0);
  reader.at(`${addDays(monday, 2)}T09:00:00Z`);
  expect(await told()).toEqual([`judgement.correction ${council.toLowerCase()}`]);
  return ruled.json<{ decision: string }>().decision;
}

describe.each([
  ['retract', 'Northshire', '2026-03-16'],
  ['reject', 'Southshire', '2026-05-11'],
] as const)('after %s', (how, council, monday) => {
  const tuesday = addDays(monday, 8);
  const authority = council.toLowerCase();
  test('another grade is told as news, and the retracted one keeps its article', async () => {
    await toldAndTakenBack(council, how, monday);
    reader.at(`${tuesday}T10:00:00Z`);
    await publish(reader.here, rated(council, 'two', 'good', tuesday));
    reader.at(`${addDays(tuesday, 1)}T09:00:00Z`);
    expect(await told()).toEqual([`judgement.first ${authority}`]);
    expect(await eventsOf(authority)).toEqual([
      ['reported', 'good', 'two'],
      ['retracted', 'inadequate', 'one'],
    ]);
    const week = async (day: string) =>
      (await reader.ask('digest', '--week', isoWeekOf(day), '--format', 'md', '--authority', authority)).out;
    expect(await week(tuesday)).not.toMatch(/Corrections|corrected/);
    expect(await week(monday)).toContain('of a care home');
  });
  test('its page and its message say no word of a mistake of ours', async () => {
    const site = await openSite(reader.here.app);
    const key = await reader.keyOf(authority);
    const page = await (await fetch(`${site.address}/events/${key}`)).text();
    await site.close();
    expect(page).not.toMatch(/Corrected|mistake|stands again/i);
    expect(JSON.stringify(reader.hook.calls.at(-1)?.body)).not.toMatch(/mistake|correction/i);
  });
});

test('the same grade of another article waits after a retraction, and says why; accepted it is news', async () => {
  await toldAndTakenBack('Wading', 'retract', '2026-07-13');
  reader.at('2026-07-21T10:00:00Z');
  await publish(reader.here, rated('Wading', 'two', 'inadequate', '2026-07-21'));
  reader.at('2026-07-22T09:00:00Z');
  expect(await told()).toEqual([]);
  const listed = await reader.ask('review', 'list');
  expect(listed.out.replace(/\s+/g, ' ')).toMatch(/came in after \S+ had been taken back, and gives the same grade/);
  const { findings } = (await reader.ask('review', 'list', '--json')).json<{ findings: { id: string }[] }>();
  expect((await reader.ask('review', 'accept', findings[0]?.id ?? '', '--reason', 'of the council itself')).code).toBe(
    0,
  );
  reader.at('2026-07-23T09:00:00Z');
  expect(await told()).toEqual(['judgement.first wading']);
});

test.each([
  ['retract', 'Thornfield', '2026-09-14'],
  ['reject', 'Kelbury', '2026-10-12'],
] as const)('a %s that is undone is told with the reason of the undo', async (how, council, monday) => {
  const ruling = await toldAndTakenBack(council, how, monday);
  reader.at(`${addDays(monday, 3)}T10:00:00Z`);
  expect((await reader.ask('events', 'undo', ruling, '--reason', 'it was of the council')).code).toBe(0);
  reader.at(`${addDays(monday, 4)}T09:00:00Z`);
  expect(await told()).toEqual([`judgement.correction ${council.toLowerCase()}`]);
  expect(JSON.stringify(reader.hook.calls.at(-1)?.body)).toContain('it was of the council');
  const key = await reader.keyOf(council.toLowerCase());
  const { correctedReason } = (await reader.ask('events', 'show', key, '--json')).json<JudgementEvent>();
  expect(correctedReason).toBe('it was of the council');
  const site = await openSite(reader.here.app);
  const page = await (await fetch(`${site.address}/events/${key}`)).text();
  await site.close();
  expect(page).toContain('Until then this page said: inadequate, retracted.');
});
