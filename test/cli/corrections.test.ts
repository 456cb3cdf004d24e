/** What becomes of events, promises and closed weeks when grades, dates and keys change, on a real embedded database. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WasTold } from '../../src/core/sending/was-told.ts';
import type { JudgementEvent } from '../../src/core/types.ts';
import { subscribe } from '../../src/steps/subscribe.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aHookReceiver, type HookReceiver } from '../support/receivers.ts';
import { anArticle, hearing, publish, typedAsleep } from '../support/told.ts';

const ANY = { authorities: [], regions: [], inspectorates: [], services: [], grades: [], directions: [] };
const BECAUSE = ['--reason', 'a test', '--json'];

let here: Installation;
let hook: HookReceiver;
let clock = new Date('2026-03-12T10:00:00Z');
beforeAll(async () => {
  hook = await aHookReceiver();
  here = await anInstallation({ GRADEWATCH_STORM: '1000' }, { folder: 'config/demo', proposals: [] });
  here.app.deps.now = () => clock;
  const readers = [ANY, { ...ANY, grades: ['inadequate'] }];
  for (const [i, criteria] of readers.entries())
    await subscribe(here.app.deps, {
      ...{ channel: 'webhook', address: `${hook.url}?${i}`, criteria, every: 'event', note: null, confirmed: 'a test' },
    });
});
afterAll(async () => {
  await here?.close();
  await hook?.close();
});

const ask = (...argv: string[]) => typedAsleep(here, argv);
const eventsOf = async (authority: string) =>
  (await ask('events', 'list', '--authority', authority, '--json')).json<JudgementEvent[]>();
const week = async (id: string) => (await ask('digest', '--week', id, '--format', 'json')).out;
interface Said extends Pick<JudgementEvent, 'key' | 'grade' | 'judgements'> {
  type: string;
  subscription: string;
  was: WasTold | null;
}
const told = hearing<Said>(
  () => here,
  () => hook,
);
const care = (id: string, authority: string, grade: string, more = '', published = '2026-03-11') =>
  anArticle({
    id,
    published,
    publisher: `Paper of ${id}`,
    title: `${authority} adult social care rated ${grade}`,
    text: `The Care Quality Commission has rated ${authority} Council's adult social care as ${grade}. ${more}`,
  });
const findingOf = (event: JudgementEvent | undefined) => event?.reports[0]?.findingId ?? '';

describe('first news that still waits when its grade changes', () => {
  test('goes out once and right, and not to whoever asked for another grade', async () => {
    await publish(here, care('wait-1', 'Wading', 'inadequate'));
    const [event] = await eventsOf('wading');
    await ask('review', 'change', findingOf(event), '--grade', 'good', ...BECAUSE);
    expect((await told()).map(({ type, grade }) => [type, grade])).toEqual([['judgement.first', 'good']]);
  });
  test('becomes what was asked for again, and goes out to all who asked', async () => {
    await publish(here, care('wait-2', 'Averfordshire', 'inadequate'));
    const [event] = await eventsOf('averfordshire');
    const changed = await ask('review', 'change', findingOf(event), '--grade', 'good', ...BECAUSE);
    await ask('review', 'undo', changed.json<{ decision: string }>().decision, ...BECAUSE);
    expect((await told()).map(({ type, grade }) => [type, grade])).toEqual([
      ['judgement.first', 'inadequate'],
      ['judgement.first', 'inadequate'],
    ]);
  });
});

describe('two events that are merged while their first news waits', () => {
  test('are told once; parted again, the other is told too', async () => {
    await publish(here, care('pair-1', 'Haverfordshire', 'good', '', '2026-03-04'));
    await publish(here, care('pair-2', 'Haverfordshire', 'requires improvement'));
    const [both] = await eventsOf('haverfordshire');
    const second = both?.reports.find(({ url }) => url?.endsWith('pair-2'))?.url ?? '';
    await ask('events', 'split', both?.key ?? '', second, ...BECAUSE);
    const two = await eventsOf('haverfordshire');
    const merged = await ask('events', 'merge', ...two.map(({ key }) => key), ...BECAUSE);
    const [one] = await eventsOf('haverfordshire');
    expect((await told()).map(({ type, grade }) => [type, grade])).toEqual([['judgement.first', one?.grade]]);
    await ask('events', 'undo', merged.json<{ decision: string }>().decision, ...BECAUSE);
    const other = two.find(({ grade }) => grade !== one?.grade)?.grade;
    expect((await told()).map(({ grade }) => grade)).toEqual([other]);
  });

  test('of the same grade, which is nothing to correct, are told once; parted again, the other is told', async () => {
    await publish(here, care('like-1', 'Eastborough', 'good', '', '2026-03-04'));
    await publish(here, care('like-2', 'Eastborough', 'good', 'Inspectors came in February.'));
    const [both] = await eventsOf('eastborough');
    const second = both?.reports.find(({ url }) => url?.endsWith('like-2'))?.url ?? '';
    await ask('events', 'split', both?.key ?? '', second, ...BECAUSE);
    const two = await eventsOf('eastborough');
    expect(two.map(({ grade }) => grade)).toEqual(['good', 'good']);
    const merged = await ask('events', 'merge', ...two.map(({ key }) => key), ...BECAUSE);
    expect((await told()).map(({ type, grade }) => [type, grade])).toEqual([['judgement.first', 'good']]);
    await ask('events', 'undo', merged.json<{ decision: string }>().decision, ...BECAUSE);
    expect((await told()).map(({ type, grade }) => [type, grade])).toEqual([['judgement.first', 'good']]);
  });
});

test('two events that a report shows to be one while the first news of both waits are told once, as that one is now', async () => {
  await publish(here, care('join-1', 'Westhampton-on-Sea', 'inadequate', '', '2026-02-01'));
  await publish(here, care('join-2', 'Westhampton-on-Sea', 'good', '', '2026-03-05'));
  const two = await eventsOf('westhampton-on-sea');
  expect(two.map(({ grade }) => grade).sort()).toEqual(['good', 'inadequate']);
  await publish(
    here,
    care('join-3', 'Westhampton-on-Sea', 'inadequate', 'The report was published on 4 February 2026.', '2026-03-06'),
  );
  const [one, ...others] = await eventsOf('westhampton-on-sea');
  expect([one?.grade, one?.reports.length, others.length]).toEqual(['inadequate', 3, 0]);
  const news = await told();
  // One to each of the two readers.
  expect(new Set(news.map(({ subscription }) => subscription)).size).toBe(2);
  const first = ['judgement.first', 'inadequate', one?.key];
  expect(news.map(({ type, grade, key }) => [type, grade, key])).toEqual([first, first]);
});

test('a correction of area grades says which were told before', async () => {
  await publish(
    here,
    anArticle({
      id: 'areas',
      published: '2026-05-11',
      title: 'Ofsted gives Southshire no single grade',
      text: 'Southshire County Council has been inspected without being given an overall grade. Inspectors visited in the week beginning 27 April 2026. In their report they rate the impact of leaders as outstanding and help and protection as good. Under the arrangements in force since April, councils are given a grade for each of four areas and no headline.',
    }),
  );
  await told();
  const [event] = await eventsOf('southshire');
  expect(event).toMatchObject({ gradeState: 'none_by_framework' });
  const changed = await ask('review', 'change', findingOf(event), '--area', 'leaders=inadequate', ...BECAUSE);
  expect(changed.code, changed.err).toBe(0);
  const [correction, ...others] = await told();
  expect(others).toEqual([]);
  expect(correction?.was?.judgements).toContainEqual({ area: 'leaders', grade: 'outstanding' });
  clock = new Date('2026-03-19T10:00:00Z');
  const { corrections } = JSON.parse(await week('2026-W11')) as { corrections: unknown[] };
  expect(corrections).toEqual([]);
  await ask('review', 'change', findingOf(event), '--area', 'leaders=good', ...BECAUSE);
  await told();
  clock = new Date('2026-03-24T10:00:00Z');
  const later = JSON.parse(await week('2026-W12')) as { corrections: Said[] };
  expect(later.corrections).toMatchObject([
    { was: { judgements: expect.arrayContaining([{ area: 'leaders', grade: 'inadequate' }]) } },
  ]);
  clock = new Date('2026-03-12T10:00:00Z');
});

describe('two events of one council in one month', () => {
  test('keep their keys when a person gives one the grade of the other; nobody is told the other anew', async () => {
    await publish(here, care('two-1', 'Kelbury', 'good', '', '2026-03-02'));
    await publish(here, care('two-2', 'Kelbury', 'requires improvement'));
    const [both] = await eventsOf('kelbury');
    const second = both?.reports.find(({ url }) => url?.endsWith('two-2'))?.url ?? '';
    await ask('events', 'split', both?.key ?? '', second, ...BECAUSE);
    await told();
    const before = await eventsOf('kelbury');
    const good = before.find(({ grade }) => grade === 'good');
    await ask('review', 'change', findingOf(good), '--grade', 'requires improvement', ...BECAUSE);
    const after = await eventsOf('kelbury');
    expect(after.map(({ key, reports }) => [key, reports[0]?.findingId])).toEqual(
      before.map(({ key, reports }) => [key, reports[0]?.findingId]),
    );
    expect((await told()).map(({ type, key }) => [type, key])).toEqual([['judgement.correction', good?.key]]);
  });
});

describe('an undone merge', () => {
  test('leaves both events uncorrected, and no digest says that one replaced the other', async () => {
    await publish(here, care('merge-1', 'Thornfield', 'good', '', '2026-03-03'));
    await publish(here, care('merge-2', 'Thornfield', 'inadequate'));
    const [both] = await eventsOf('thornfield');
    const second = both?.reports.find(({ url }) => url?.endsWith('merge-2'))?.url ?? '';
    await ask('events', 'split', both?.key ?? '', second, ...BECAUSE);
    await told();
    const before = await eventsOf('thornfield');
    clock = new Date('2026-03-17T10:00:00Z');
    const merged = await ask('events', 'merge', ...before.map(({ key }) => key), ...BECAUSE);
    await told();
    await ask('events', 'undo', merged.json<{ decision: string }>().decision, ...BECAUSE);
    await told();
    const after = await eventsOf('thornfield');
    const corrected = after.filter(({ status }) => status === 'corrected');
    expect([after.map(({ key }) => key), corrected]).toEqual([before.map(({ key }) => key), []]);
    clock = new Date('2026-03-24T10:00:00Z');
    const { corrections, late } = JSON.parse(await week('2026-W12')) as Record<string, { authority?: string }[]>;
    expect([JSON.stringify(corrections), JSON.stringify(late)].join()).not.toContain('thornfield');
  });
});

test('a closed week as then known keeps what it told, under the key of its time, whatever key it has since', async () => {
  clock = new Date('2026-03-26T10:00:00Z');
  await publish(here, care('key-1', 'Brackenshire', 'good', '', '2026-03-25'));
  clock = new Date('2026-04-01T10:00:00Z');
  const [before, closed] = [await eventsOf('brackenshire'), await week('2026-W13')];
  expect(closed).toContain(before[0]?.key);
  await publish(
    here,
    care('key-2', 'Brackenshire', 'good', 'The report was published on 27 February 2026.', '2026-03-31'),
  );
  const after = await eventsOf('brackenshire');
  expect(after.map(({ key }) => key)).not.toEqual(before.map(({ key }) => key));
  expect(await week('2026-W13')).toBe(closed);
});
