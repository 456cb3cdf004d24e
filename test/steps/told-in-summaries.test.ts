/** What was told by day and week alone is put right as what was told at once: no reader of alerts is needed for it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JudgementEvent } from '../../src/core/types.ts';
import { aReaderByDay, type ByDay } from '../support/by-day.ts';
import { anArticle, publish } from '../support/told.ts';

let reader: ByDay;
beforeAll(async () => {
  reader = await aReaderByDay('2026-03-09T09:00:00Z');
}, 120_000);
afterAll(() => reader?.close());

interface Told {
  type: string;
  key: string;
  status: string;
  reason: string | null;
  was: { as?: string; takenBack?: string; headlines: { grade: string }[]; also?: Told['was'][] } | null;
}
/** What the last message of a day told. */
const lastTold = () => (JSON.parse(String(reader.hook.calls.at(-1)?.body)) as { alerts: Told[] }).alerts;
const rated = (council: string, id: string, grade: string, published: string, more = '') =>
  anArticle({
    ...{ id: `${council}-${id}`, publisher: `Paper of ${id}`, published, title: `${council} care rated ${grade}` },
    text: `The Care Quality Commission has rated ${council} Council's adult social care as ${grade}, wrote ${id}.${more}`,
  });
const eventsOf = async (council: string) =>
  (await reader.ask('events', 'list', '--authority', council.toLowerCase(), '--json')).json<JudgementEvent[]>();
const week = async (id: string, council: string, ...more: string[]) =>
  (await reader.ask('digest', '--week', id, '--format', 'md', '--authority', council.toLowerCase(), ...more)).out;
async function decided(what: string, reason: string, ...of: string[]): Promise<string> {
  const ran = await reader.ask('events', what, ...of, '--reason', reason, '--json');
  expect([ran.code, ran.err]).toEqual([0, ran.err]);
  return ran.json<{ decision: string }>().decision;
}
async function toldBy(iso: string): Promise<string[]> {
  reader.at(iso);
  return (await reader.told()).sort();
}

/** Two judgements of one council, of January and of March, told the next morning. @returns their keys, March first */
async function twoTold(council: string, day: string, next: string): Promise<[string, string]> {
  reader.at(`${day}T10:00:00Z`);
  await publish(
    reader.here,
    rated(council, 'one', 'good', day, ' The report was published on 6 March 2026.'),
    rated(council, 'two', 'inadequate', day, ' The report was published on 5 January 2026.'),
  );
  const first = `judgement.first ${council.toLowerCase()}`;
  expect(await toldBy(`${next}T09:00:00Z`)).toEqual([first, first]);
  const [march, january] = (await eventsOf(council)).sort((a, b) => (b.day ?? '').localeCompare(a.day ?? ''));
  return [march!.key, january!.key];
}

describe('two that are put together and stand apart again', () => {
  const correction = ['judgement.correction southshire'];
  let keys: [string, string];
  let merge: string;
  beforeAll(async () => {
    keys = await twoTold('Southshire', '2026-03-19', '2026-03-20');
  });

  test('that they are one is told with the reason', async () => {
    reader.at('2026-03-24T10:00:00Z');
    merge = await decided('merge', 'one inspection', ...keys);
    expect(await toldBy('2026-03-25T09:00:00Z')).toEqual(correction);
    expect(lastTold()).toMatchObject([{ reason: 'one inspection', was: { as: 'own' } }]);
    expect(await week('2026-W13', 'Southshire')).toMatch(/## Corrections \(1\)\n\n.*the reason: one inspection/);
  });

  test('that they are two is told with the reason, and neither counts as corrected', async () => {
    reader.at('2026-03-25T11:00:00Z');
    await decided('undo', 'two after all', merge);
    expect(await toldBy('2026-03-26T09:00:00Z')).toEqual(correction);
    expect(lastTold()).toMatchObject([{ reason: 'two after all', was: { as: 'part' } }]);
    expect((await eventsOf('Southshire')).map(({ status }) => status)).toEqual(['reported', 'reported']);
  });

  test('the weeks, which never told them as one, say nothing of it', async () => {
    for (const id of ['2026-W12', '2026-W13'])
      expect(await week(id, 'Southshire', '--as-known', 'now')).not.toMatch(/Corrections|corrected/);
  });
});

describe('put together, retracted, parted, and no longer retracted', () => {
  let retraction: string;
  let merge: string;
  beforeAll(async () => {
    const keys = await twoTold('Northshire', '2026-04-14', '2026-04-15');
    reader.at('2026-04-16T10:00:00Z');
    merge = await decided('merge', 'one inspection', ...keys);
    await toldBy('2026-04-17T09:00:00Z');
    const [whole] = await eventsOf('Northshire');
    retraction = await decided('retract', 'of a care home', whole!.key);
    expect(await toldBy('2026-04-18T09:00:00Z')).toEqual(['judgement.correction northshire']);
  });

  test('while both are retracted it is nothing to anybody that they are two', async () => {
    await decided('undo', 'two after all', merge);
    expect(await toldBy('2026-04-19T09:00:00Z')).toEqual([]);
    expect((await eventsOf('Northshire')).map(({ status }) => status)).toEqual(['retracted', 'retracted']);
  });

  test('that each stands again is told of each', async () => {
    await decided('undo', 'it was of the council', retraction);
    expect(await toldBy('2026-04-20T09:00:00Z')).toEqual(Array(2).fill('judgement.correction northshire'));
    const told = lastTold().map(({ reason, was }) => [reason, was?.takenBack, was?.headlines[0]?.grade]);
    expect(told.sort()).toEqual([
      ['it was of the council', 'retracted', 'good'],
      ['it was of the council', 'retracted', 'inadequate'],
    ]);
  });
});

describe('a retraction that is undone after another judgement was told', () => {
  beforeAll(async () => {
    reader.at('2026-05-11T10:00:00Z');
    await publish(reader.here, rated('Kelbury', 'one', 'inadequate', '2026-05-11'));
    await toldBy('2026-05-12T09:00:00Z');
    const retraction = await decided('retract', 'of a care home', (await eventsOf('Kelbury'))[0]!.key);
    await toldBy('2026-05-13T09:00:00Z');
    reader.at('2026-05-19T10:00:00Z');
    await publish(reader.here, rated('Kelbury', 'two', 'good', '2026-05-19'));
    expect(await toldBy('2026-05-20T09:00:00Z')).toEqual(['judgement.first kelbury']);
    await decided('undo', 'it was of the council', retraction);
  });

  test('who heard both hears what becomes of both, in one word', async () => {
    expect(await toldBy('2026-05-21T09:00:00Z')).toEqual(['judgement.correction kelbury']);
    const [told] = lastTold();
    expect(told).toMatchObject({
      was: {
        as: 'own',
        headlines: [{ grade: 'good' }],
        also: [{ takenBack: 'retracted', headlines: [{ grade: 'inadequate' }] }],
      },
      reason: 'it was of the council',
    });
  });

  test('each week says what it had told', async () => {
    const w20 = await week('2026-W20', 'Kelbury', '--as-known', 'now');
    expect(w20).toContain('inadequate or good, reports differ');
    expect(w20).not.toContain('first told as');
    expect(await week('2026-W21', 'Kelbury')).toContain(
      'was inadequate, retracted; now inadequate or good, reports differ',
    );
  });
});

test('what is corrected is named as it was told, whatever it is called by then', async () => {
  reader.at('2026-06-15T10:00:00Z');
  await publish(reader.here, rated('Wading', 'one', 'good', '2026-06-15', ' The report was published on 5 June 2026.'));
  await toldBy('2026-06-16T09:00:00Z');
  const [{ key: told } = { key: '' }] = await eventsOf('Wading');
  // Two that were reported in one month are told apart by grade.
  reader.at('2026-06-16T10:00:00Z');
  await publish(
    reader.here,
    rated('Wading', 'two', 'inadequate', '2026-06-16', ' The report was published on 5 January 2026.'),
  );
  await toldBy('2026-06-17T09:00:00Z');
  const renamed = (await eventsOf('Wading')).find(({ grade }) => grade === 'good');
  expect(renamed?.key).not.toBe(told);
  await decided('retract', 'of a care home', renamed!.key);
  expect(await toldBy('2026-06-18T09:00:00Z')).toEqual(['judgement.correction wading']);
  expect(lastTold()).toMatchObject([{ key: renamed?.key, was: { key: told } }]);
});
