/** A closed week as known now, after what it told waits for a person again, is held or was rejected: none goes without a word. */
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DIGEST_FORMATS } from '../../src/adapters/exports/index.ts';
import type { JudgementEvent } from '../../src/core/types.ts';
import { ingestArticle } from '../../src/steps/ingest-article.ts';
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
  late: JudgementEvent[];
  setAside: { why: string; was: { headlines: { grade: string }[] }; event: JudgementEvent }[];
}
const week = async (asKnown: 'then' | 'now', ...more: string[]) =>
  (await digest('json', asKnown, ...more)).json<Week>();

let before: string[];
beforeAll(async () => {
  here = await anInstallation({}, { folder: 'config/demo', proposals: [] });
  here.app.deps.now = () => clock;
  const good = (council: string, published: string) =>
    anArticle({
      ...{ id: council, published, title: `${council} adult social care rated good` },
      text: `The Care Quality Commission has rated ${council} Council's adult social care as good.`,
    });
  await publish(
    here,
    ...['Wading', 'Kelbury', 'Northshire', 'Southshire'].map((council) => good(council, '2026-03-11')),
  );
  // Old news: the week lists it as late, and nobody was told of it as news.
  await ingestArticle(here.app.deps, good('Thornfield', '2025-06-05'), false);
  clock = new Date('2026-03-18T10:00:00Z');
  before = await bytesThen();
  const { events, late } = await week('then');
  const of = (authority: string) =>
    [...events, ...late].find((event) => event.authority === authority) as JudgementEvent;
  const findingOf = (authority: string) => of(authority).reports[0]?.findingId ?? '';
  await decided('events', 'hold', of('kelbury').key, '--reason', 'a reader doubts it');
  const { rulebook } = here.app.deps;
  here.app.deps.rulebook = { ...rulebook, reviewBelow: 1 };
  await decided('reassess', '--apply');
  here.app.deps.rulebook = rulebook;
  await decided('review', 'accept', findingOf('northshire'), '--reason', 'it says so');
  await decided('review', 'accept', findingOf('kelbury'), '--reason', 'it says so');
  for (const council of ['southshire', 'thornfield'])
    await decided('review', 'reject', findingOf(council), '--reason', 'it was a school');
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
        ['thornfield', 'good', null, 'rejected'],
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
        'was good; retracted: we were wrong; the reason: it was a school; ',
      ])
        expect(out).toContain(words);
    }
  });

  test('in a table', async () => {
    const rows = parse((await digest('csv', 'now')).out, { columns: true, bom: true }) as Record<string, string>[];
    expect(rows.map((row) => ['section', 'authority', 'grade', 'was'].map((id) => row[id]))).toEqual([
      ['judgement', 'northshire', 'good', ''],
      ['correction', 'southshire', 'good', 'overall=good'],
      ['set_aside', 'kelbury', '', 'overall=good'],
      ['set_aside', 'thornfield', '', 'overall=good'],
      ['set_aside', 'wading', '', 'overall=good'],
    ]);
  });

  test('to whoever asks for it, and to nobody else', async () => {
    const of = async (authority: string) => (await week('now', '--authority', authority)).setAside.length;
    expect([await of('wading'), await of('northshire')]).toEqual([1, 0]);
  });
});
