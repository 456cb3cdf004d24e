/** A message of a day tells what is known when it is made, and what of that was known otherwise while the day lasted. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { letterText } from '../../src/core/sending/letter.ts';
import type { Message } from '../../src/core/sending/message.ts';
import { runToIdle } from '../../src/run-to-idle.ts';
import { aReaderByDay, type ByDay } from '../support/by-day.ts';
import { anArticle, publish } from '../support/told.ts';

let by: ByDay;
const letters: string[] = [];
const calls: Record<string, { type: string; authority: string; grade: string; putRightSince?: object }[]> = {};

const care = (council: string, grade: string, id = council, publisher = 'The Paper') =>
  publish(
    by.here,
    anArticle({
      ...{ id, publisher, published: '2026-03-17', title: `${council} care rated ${grade}` },
      text: `The Care Quality Commission has rated ${council} Council's adult social care as ${grade}. ${id} spoke to staff.`,
    }),
  );
async function setRight(authority: string, grade: string) {
  const [event] = await by.here.app.deps.store.events({ authorities: [authority] });
  const finding = event?.event.reports[0]?.findingId ?? '';
  const done = await by.ask('review', 'change', finding, '--grade', grade, '--reason', 'a slip of the paper');
  expect([done.code, done.err]).toEqual([0, done.err]);
}
async function morning(day: string) {
  by.at(`2026-03-${day}T09:00:00Z`);
  const before = by.hook.calls.length;
  await runToIdle(by.here.app);
  calls[day] = by.hook.calls.slice(before).flatMap(({ body }) => JSON.parse(body).alerts);
}

beforeAll(async () => {
  by = await aReaderByDay('2026-03-17T09:00:00Z');
  const { channels } = by.here.app.deps;
  const deliver = channels.webhook.deliver.bind(channels.webhook);
  channels.webhook.deliver = (message: Message) => {
    letters.push(letterText(message.letter));
    return deliver(message);
  };
  by.at('2026-03-17T10:00:00Z');
  await care('Northshire', 'good');
  await morning('18');
  by.at('2026-03-18T10:00:00Z');
  for (const council of ['Wading', 'Kelbury', 'Southshire', 'Eastborough']) await care(council, 'good');
  await setRight('northshire', 'inadequate');
  by.at('2026-03-18T15:00:00Z');
  await setRight('kelbury', 'inadequate');
  by.at('2026-03-19T05:00:00Z');
  await setRight('northshire', 'outstanding');
  await setRight('wading', 'inadequate');
  await care('Southshire', 'good', 'other', 'Other Paper');
  await by.ask('events', 'retract', await by.keyOf('eastborough'), '--reason', 'it was a school');
  await morning('19');
  await morning('20');
}, 120_000);
afterAll(() => by?.close());

test('it has each as it stands when it is made, and says what was put right since the day was over', () => {
  expect(
    calls['19']?.map(({ type, authority, grade, putRightSince }) => [type.slice(10), authority, grade, putRightSince]),
  ).toEqual([
    ['first', 'kelbury', 'inadequate', undefined],
    ['first', 'southshire', 'good', undefined],
    ['first', 'wading', 'inadequate', since('good')],
    ['correction', 'northshire', 'outstanding', since('inadequate')],
  ]);
  const said = letters.at(-1) ?? '';
  for (const was of ['good', 'inadequate'])
    expect(said).toContain(
      `Put right after that day, on 19 March 2026, 05:00: until then it was ${was}.\n  Set right by`,
    );
  expect(said.match(/Put right after/g)).toHaveLength(2);
});

test('the message of the day after does not put right again what was told right', () =>
  expect(calls['20']).toEqual([]));

const since = (grade: string) => ({
  was: expect.objectContaining({ headlines: [{ remit: 'overall', grade }] }),
  at: '2026-03-19T05:00:00+00:00',
});
