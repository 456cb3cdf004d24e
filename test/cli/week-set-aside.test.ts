/** A closed week as known now, after what it told waits for a person again, is held or was rejected: none goes without a word. */
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DIGEST_FORMATS } from '../../src/adapters/exports/index.ts';
import type { JudgementEvent } from '../../src/core/types.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { anArticle, publish, typedAsleep } from '../support/told.ts';

let here: Installation;
let clock = new Date('2026-03-12T10:00:00Z');
const ask = (...argv: string[]) => typedAsleep(here, argv);
const digest = (format: string, asKnown: 'then' | 'now', ...more: string[]) =>
  ask('digest', '--week', '2026-W11', '--format', format, '--as-known', asKnown, ...more);
const decided = async (...argv: string[]) => {
  const { code, err } = await ask(...argv);
  expect([code, err]).toEqual([0, err]);
};
const bytesThen = () => Promise.all(DIGEST_FORMATS.map(async (format) => (await digest(format, 'then')).out));

interface Week {
  events: JudgementEvent[];
  setAside: { why: string; was: { headlines: { grade: string }[] }; event: JudgementEvent }[];
}
const week = async (asKnown: 'then' | 'now', ...more: string[]) =>
  (await digest('json', asKnown, ...more)).json<Week>();

let before: string[];
beforeAll(async () => {
  here = await anInstallation({}, { folder: 'config/demo', proposals: [] });
  here.app.deps.now = () => clock;
  const councils = ['Wading', 'Kelbury', 'Northshire', 'Southshire'];
  await publish(
    here,
    ...councils.map((council) =>
      anArticle({
        ...{ id: council, published: '2026-03-11', title: `${council} adult social care rated good` },
        text: `The Care Quality Commission has rated ${council} Council's adult social care as good.`,
      }),
    ),
  );
  clock = new Date('2026-03-18T10:00:00Z');
  before = await bytesThen();
  const { events } = await week('then');
  const of = (authority: string) => events.find((event) => event.authority === authority) as JudgementEvent;
  const findingOf = (authority: string) => of(authority).reports[0]?.findingId ?? '';
  await decided('events', 'hold', of('kelbury').key, '--reason', 'a reader doubts it');
  const { rulebook } = here.app.deps;
  here.app.deps.rulebook = { ...rulebook, reviewBelow: 1 };
  await decided('reassess', '--apply');
  here.app.deps.rulebook = rulebook;
  await decided('review', 'accept', findingOf('northshire'), '--reason', 'it says so');
  await decided('review', 'accept', findingOf('kelbury'), '--reason', 'it says so');
  await decided('review', 'reject', findingOf('southshire'), '--reason', 'it was a school');
}, 120_000);
afterAll(() => here?.close());

test('as known when it closed it stays byte for byte', async () => expect(await bytesThen()).toEqual(before));

describe('as known now it says what it had told and what became of it', () => {
  test('in JSON, where none claims a grade', async () => {
    const { events, setAside } = await week('now');
    expect(events.map(({ authority }) => authority)).toEqual(['northshire']);
    expect(setAside.map(({ why, was, event }) => [event.authority, was.headlines[0]?.grade, event.grade, why])).toEqual(
      [
        ['kelbury', 'good', null, 'held'],
        ['southshire', 'good', null, 'rejected'],
        ['wading', 'good', null, 'waits'],
      ],
    );
  });

  test('in words', async () => {
    for (const format of ['md', 'html']) {
      const out = (await digest(format, 'now')).out.replaceAll('\\', '');
      for (const words of [
        'Told when the week closed, not now (3)',
        'was told as good; waits for a person again; nobody has said that it was wrong; ',
        'was told as good; a person rejected what had told it; ',
        'was told as good; a person holds it; ',
      ])
        expect(out).toContain(words);
    }
  });

  test('in a table', async () => {
    const rows = parse((await digest('csv', 'now')).out, { columns: true, bom: true }) as Record<string, string>[];
    expect(rows.map((row) => ['section', 'authority', 'grade', 'was'].map((id) => row[id]))).toEqual([
      ['judgement', 'northshire', 'good', ''],
      ['set_aside', 'kelbury', '', 'overall=good'],
      ['set_aside', 'southshire', '', 'overall=good'],
      ['set_aside', 'wading', '', 'overall=good'],
    ]);
  });

  test('to whoever asks for it, and to nobody else', async () => {
    const of = async (authority: string) => (await week('now', '--authority', authority)).setAside.length;
    expect([await of('wading'), await of('northshire')]).toEqual([1, 0]);
  });
});
