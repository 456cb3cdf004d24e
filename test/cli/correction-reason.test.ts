/** Why a correction was made, from the command line to the reader, on a real embedded database. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EVENT_COLUMNS } from '../../src/core/sending/columns.ts';
import { ANY } from '../../src/core/sending/route.ts';
import type { JudgementEvent } from '../../src/core/types.ts';
import { subscribe } from '../../src/steps/subscribe.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aHookReceiver, type HookReceiver } from '../support/receivers.ts';
import { anArticle, hearing, publish } from '../support/told.ts';

let here: Installation;
let hook: HookReceiver;
beforeAll(async () => {
  hook = await aHookReceiver();
  here = await anInstallation({ GRADEWATCH_NOW: '=2026-03-18T10:00:00Z' }, { folder: 'config/demo', proposals: [] });
  await subscribe(here.app.deps, {
    ...{ channel: 'webhook', address: hook.url, criteria: ANY, every: 'event', note: null, confirmed: 'a test' },
  });
});
afterAll(async () => {
  await here?.close();
  await hook?.close();
});

interface Told extends JudgementEvent {
  type: string;
  reason: string | null;
}
const heard = hearing<Told>(
  () => here,
  () => hook,
);
const saying = (id: string, authority: string, grade: string, published: string) =>
  anArticle({
    ...{ id, published, publisher: `Paper ${id}`, title: `${authority} adult social care rated ${grade}` },
    text: `The Care Quality Commission has rated ${authority} Council's adult social care as ${grade}. ${id} people spoke to it in March 2026.`,
  });

for (const [authority, what, ...change] of [
  ['Wading', 'rejected', 'reject'],
  ['Kelbury', 'set right', 'change', '--grade', 'inadequate'],
] as const)
  test(`of a report that is ${what}, whoever was told hears the reason and the other report's words`, async () => {
    await publish(here, saying(`1${what}`, authority, 'good', '2026-03-16'));
    expect(await heard()).toMatchObject([{ type: 'judgement.first', grade: 'good', reason: null }]);
    await publish(here, saying(`2${what}`, authority, 'inadequate', '2026-03-17'));
    const [told] = await heard();
    expect(told).toBeUndefined();
    const list = await typed(here.app, ['events', 'list', '--authority', authority, '--json']);
    const [event] = list.json<JudgementEvent[]>();
    expect(event?.reports).toHaveLength(2);
    const wrong = event?.reports.find(({ publisher }) => publisher === `Paper 1${what}`)?.findingId ?? '';
    const [verb, ...more] = change;
    const because = ['--reason', 'the paper mixed up two councils.', '--json'];
    const done = await typed(here.app, ['review', verb, wrong, ...more, ...because]);
    expect(done.code, done.err).toBe(0);
    const [corrected] = await heard();
    expect(corrected).toMatchObject({
      ...{ type: 'judgement.correction', grade: 'inadequate', reason: 'the paper mixed up two councils' },
    });
    const quoted = corrected?.reports.find(({ findingId }) => findingId === corrected.evidence[0]?.finding);
    expect(quoted?.publisher).toBe(`Paper 2${what}`);
  });

test('once its first report is rejected a judgement was first seen in the next, and learnt when it was', async () => {
  const at = (time: string) => {
    here.app.deps.now = () => new Date(`2026-03-18T${time}:00Z`);
  };
  const [seen, learnt] = ['first_seen', 'learnt'].map((id) => EVENT_COLUMNS.findIndex((column) => column.id === id));
  const times = async () => {
    const { out } = await typed(here.app, ['events', 'list', '--authority', 'southshire', '--format', 'csv']);
    const cells = out.split('\r\n')[1]?.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/) ?? [];
    return [cells[seen!], cells[learnt!]].map((cell) => /T(\d\d:\d\d)/.exec(cell ?? '')?.[1]);
  };
  at('11:00');
  await publish(here, saying('3', 'Southshire', 'good', '2026-03-16'));
  at('12:00');
  await publish(here, saying('4', 'Southshire', 'good', '2026-03-17'));
  expect(await times()).toEqual(['11:00', '11:00']);
  at('13:00');
  const [event] = (await typed(here.app, ['events', 'list', '--authority', 'southshire', '--json'])).json<
    JudgementEvent[]
  >();
  const first = event?.reports.find(({ publisher }) => publisher === 'Paper 3')?.findingId ?? '';
  await typed(here.app, ['review', 'reject', first, '--reason', 'another council']);
  expect(await times()).toEqual(['12:00', '11:00']);
});
