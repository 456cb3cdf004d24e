/** Decisions taken back: what readers hear of it, on a real embedded database with a real receiver of alerts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANY } from '../../src/core/sending/route.ts';
import type { JudgementEvent } from '../../src/core/types.ts';
import { subscribe } from '../../src/steps/subscribe.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aHookReceiver, type HookReceiver } from '../support/receivers.ts';
import { anArticle, hearing, publish, typedAsleep } from '../support/told.ts';

const BECAUSE = ['--reason', 'a test', '--json'];

let here: Installation;
let hook: HookReceiver;
beforeAll(async () => {
  hook = await aHookReceiver();
  here = await anInstallation(
    { GRADEWATCH_NOW: '=2026-03-07T10:00:00Z', GRADEWATCH_STORM: '1000' },
    { folder: 'config/demo', proposals: [] },
  );
  await subscribe(here.app.deps, {
    ...{ channel: 'webhook', address: hook.url, criteria: ANY, every: 'event', note: null, confirmed: 'a test' },
  });
});
afterAll(async () => {
  await here?.close();
  await hook?.close();
});

const ask = (...argv: string[]) => typedAsleep(here, argv);
const eventsOf = async (authority: string) =>
  (await ask('events', 'list', '--authority', authority, '--json')).json<JudgementEvent[]>();
const undo = (ran: { json<T>(): T }) => ask('events', 'undo', ran.json<{ decision: string }>().decision, ...BECAUSE);

/** What readers got since the last time asked: `type key: was now`. */
interface Told {
  type: string;
  key: string;
  grade: string;
  was: { headlines: { grade: string }[] } | null;
}
const heard = hearing<Told>(
  () => here,
  () => hook,
);
const told = async () =>
  (await heard()).map(
    ({ type, key, grade, was }) => `${type} ${key}: ${was?.headlines.map((headline) => headline.grade) ?? ''} ${grade}`,
  );

describe('a decision undone', () => {
  const youth = (id: string, grade: string, published: string) =>
    anArticle({
      id,
      published,
      publisher: `Paper of ${id}`,
      title: `Averfordshire youth justice rated ${grade}`,
      text: `HM Inspectorate of Probation has rated Averfordshire's youth justice service as ${grade}.`,
    });
  let good: string;
  let poor: string;

  beforeAll(async () => {
    await publish(here, youth('youth-1', 'good', '2026-02-25'));
    await publish(here, youth('youth-2', 'inadequate', '2026-03-06'));
    const events = await eventsOf('averfordshire');
    // Near in time, they are one event whose reports disagree: a person tells them apart.
    const [both] = events.filter(({ service }) => service === 'youth_justice');
    const second = both?.reports.find(({ url }) => url?.endsWith('youth-2'))?.url ?? '';
    await ask('events', 'split', both?.key ?? '', second, ...BECAUSE);
    const two = (await eventsOf('averfordshire')).filter(({ service }) => service === 'youth_justice');
    good = two.find(({ grade }) => grade === 'good')?.key ?? '';
    poor = two.find(({ grade }) => grade === 'inadequate')?.key ?? '';
    expect([good, poor].every((key) => key !== '')).toBe(true);
    await told();
  });

  test('before its correction was sent, tells nobody', async () => {
    const [event] = (await eventsOf('averfordshire')).filter(({ key }) => key === good);
    const finding = event?.reports[0]?.findingId ?? '';
    await undo(await ask('review', 'change', finding, '--grade', 'outstanding', ...BECAUSE));
    await undo(await ask('events', 'retract', good, ...BECAUSE));
    await undo(await ask('events', 'merge', good, poor, ...BECAUSE));
    expect(await told()).toEqual([]);
  });

  test('changed twice before anything was sent, is corrected once, from what was told to what is', async () => {
    const [event] = (await eventsOf('averfordshire')).filter(({ key }) => key === good);
    const finding = event?.reports[0]?.findingId ?? '';
    const first = await ask('review', 'change', finding, '--grade', 'inadequate', ...BECAUSE);
    const second = await ask('review', 'change', finding, '--grade', 'outstanding', ...BECAUSE);
    expect(await told()).toEqual([`judgement.correction ${good}: good outstanding`]);
    await undo(second);
    await undo(first);
    expect(await told()).toEqual([`judgement.correction ${good}: outstanding good`]);
  });

  test('a merge leaves every key its own event, and tells nobody anew what was told under a key before', async () => {
    const housing = (id: string, grade: string, more: string) =>
      anArticle({
        ...{ id, published: '2026-03-06', publisher: `Paper of ${id}` },
        title: `Northshire adult social care rated ${grade}`,
        text: `The Care Quality Commission has rated Northshire Council's adult social care as ${grade}. ${more}`,
      });
    const northshire = async () =>
      (await eventsOf('northshire')).filter(({ service }) => service === 'adult_social_care');
    await publish(here, housing('keys-1', 'good', ''));
    const [before] = await northshire();
    expect(await told()).toEqual([`judgement.first ${before?.key}:  good`]);
    await publish(here, housing('keys-2', 'good', 'The report was published on 27 February 2026.'));
    await publish(here, housing('keys-3', 'inadequate', ''));
    const [both] = await northshire();
    const third = both?.reports.find(({ url }) => url?.endsWith('keys-3'))?.url ?? '';
    await ask('events', 'split', both?.key ?? '', third, ...BECAUSE);
    const two = await northshire();
    await told();
    const pageOf = async (key = '') => (await ask('events', 'show', key, '--json')).json<{ key: string }>().key;
    const one = two.find((event) => event.grade === 'good');
    expect(one?.key).not.toBe(before?.key);
    expect(await pageOf(before?.key)).toBe(one?.key);
    // Feeds go on knowing it by its first key.
    const { store } = here.app.deps;
    const firstOf = async () =>
      (
        await store.firstKeys(
          two.map(({ key }) => key),
          here.app.deps.now(),
        )
      ).get(one?.key ?? '');
    expect(await firstOf()).toBe(before?.key);
    const merged = await ask('events', 'merge', ...two.map(({ key }) => key), ...BECAUSE);
    await told();
    await undo(merged);
    expect((await northshire()).map(({ key }) => key).sort()).toEqual(two.map(({ key }) => key).sort());
    expect(await pageOf(before?.key)).toBe(one?.key);
    expect(await firstOf()).toBe(before?.key);
    expect((await told()).filter((line) => line.startsWith('judgement.first'))).toEqual([]);
  });

  test('a merge that readers were told of, tells them that both stand', async () => {
    const merged = await ask('events', 'merge', good, poor, ...BECAUSE);
    const { grade, key } = (await eventsOf('averfordshire')).find(({ service }) => service === 'youth_justice')!;
    const [stays, goes] = grade === 'good' ? ['good', 'inadequate'] : ['inadequate', 'good'];
    expect(await told()).toEqual([`judgement.correction ${key}: ${goes} ${stays}`]);
    await undo(merged);
    const again = grade === 'good' ? poor : good;
    expect(await told()).toEqual([`judgement.correction ${again}: ${stays} ${goes}`]);
    expect(await told()).toEqual([]);
  });
});
