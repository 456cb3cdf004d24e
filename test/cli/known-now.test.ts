/** A closed week as known now, after what it told was put right: on a real embedded database. */
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DIGEST_FORMATS } from '../../src/adapters/exports/index.ts';
import type { JudgementEvent } from '../../src/core/types.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { anArticle, publish, typedAsleep } from '../support/told.ts';

const RETRACTED = 'it was a care agency';
const SET_RIGHT = 'the paper mixed up two rows';

let here: Installation;
let clock = new Date('2026-03-12T10:00:00Z');
const ask = (...argv: string[]) => typedAsleep(here, argv);
const digest = (format: string, asKnown: 'then' | 'now', ...more: string[]) =>
  ask('digest', '--week', '2026-W11', '--format', format, '--as-known', asKnown, ...more);
const care = (authority: string, published: string) =>
  anArticle({
    ...{ id: authority, published, title: `${authority} adult social care rated good` },
    text: `The Care Quality Commission has rated ${authority} Council's adult social care as good. Inspectors were in ${authority} from 5 to 9 January 2026.`,
  });
const eventOf = async (authority: string) => {
  const [event] = (await ask('events', 'list', '--authority', authority, '--json')).json<JudgementEvent[]>();
  return event as JudgementEvent;
};
const decided = async (...argv: string[]) => {
  const { code, err } = await ask(...argv);
  expect([code, err]).toEqual([0, err]);
};
const bytesThen = () => Promise.all(DIGEST_FORMATS.map(async (format) => (await digest(format, 'then')).out));

let before: string[];
beforeAll(async () => {
  here = await anInstallation({}, { folder: 'config/demo', proposals: [] });
  here.app.deps.now = () => clock;
  await publish(
    here,
    ...['Wading', 'Kelbury', 'Northshire'].map((authority) => care(authority, '2026-03-11')),
    care('Southshire', '2026-03-04'),
  );
  clock = new Date('2026-03-18T10:00:00Z');
  before = await bytesThen();
  await decided('events', 'retract', (await eventOf('wading')).key, '--reason', RETRACTED);
  await decided('events', 'retract', (await eventOf('southshire')).key, '--reason', RETRACTED);
  const { findingId = '' } = (await eventOf('kelbury')).reports[0] ?? {};
  await decided('review', 'change', findingId, '--grade', 'inadequate', '--reason', SET_RIGHT);
}, 120_000);
afterAll(() => here?.close());

test('as known when it closed it stays byte for byte', async () => expect(await bytesThen()).toEqual(before));

interface Week {
  asKnown: string;
  events: JudgementEvent[];
  corrections: { was: { headlines: { grade: string }[] }; at: string; event: JudgementEvent }[];
}

describe('as known now it says what it had said, and why that is so no longer', () => {
  test('in JSON', async () => {
    const { events, corrections } = (await digest('json', 'now')).json<Week>();
    expect(events.map(({ authority, grade }) => [authority, grade])).toEqual([
      ['northshire', 'good'],
      ['kelbury', 'inadequate'],
    ]);
    expect(
      corrections.map(({ was, event }) => [
        ...[event.authority, was.headlines[0]?.grade, event.status],
        event.takenBackReason ?? event.setRight?.reason,
      ]),
    ).toEqual([
      ['kelbury', 'good', 'corrected', SET_RIGHT],
      ['southshire', 'good', 'retracted', RETRACTED],
      ['wading', 'good', 'retracted', RETRACTED],
    ]);
  });

  test('in words', async () => {
    for (const format of ['md', 'html']) {
      const { out } = await digest(format, 'now');
      expect(out).toContain('Corrections (3)');
      for (const words of [
        `was good; retracted: we were wrong; the reason: ${RETRACTED}; CQC, adult social care, first reported 11 March 2026, put right on 18 March 2026`,
        `was good; now inadequate; the reason: ${SET_RIGHT}; CQC`,
      ])
        expect(out.replaceAll('\\', '').replaceAll('Care Quality Commission', 'CQC')).toContain(words);
    }
  });

  test('in a table, in columns of their own', async () => {
    const rows = parse((await digest('csv', 'now')).out, { columns: true, bom: true }) as Record<string, string>[];
    const told = (row: Record<string, string>) =>
      ['section', 'authority', 'grade', 'was', 'taken_back_reason', 'set_right'].map((id) => row[id]);
    expect(rows.map(told)).toEqual([
      ['judgement', 'northshire', 'good', '', '', ''],
      ['judgement', 'kelbury', 'inadequate', '', '', SET_RIGHT],
      ['correction', 'kelbury', 'inadequate', 'overall=good', '', SET_RIGHT],
      ['correction', 'southshire', 'good', 'overall=good', RETRACTED, ''],
      ['correction', 'wading', 'good', 'overall=good', RETRACTED, ''],
    ]);
    const out = `${here.dataDir}/now.xlsx`;
    await decided('digest', '--week', '2026-W11', '--format', 'xlsx', '--as-known', 'now', '--out', out);
    const sheets = Object.values(unzipSync(await readFile(out))).map((bytes) => Buffer.from(bytes).toString());
    for (const words of [RETRACTED, 'taken_back_reason', 'Corrections (3)'])
      expect(sheets.some((sheet) => sheet.includes(words))).toBe(true);
  });

  test('in a feed, each once and newer than the week', async () => {
    const { out } = await digest('atom', 'now');
    expect(out.match(/<entry>/g)).toHaveLength(4);
    expect(out.match(/<updated>[^<]+/)?.[0]).toBe('<updated>2026-03-18T10:00:00.000Z');
    expect(out).toContain(`The reason: ${RETRACTED}.`);
    expect(out).toContain(`Correction: we had said good – Set right by a person: ${SET_RIGHT}.`);
    const { hasPart } = (await digest('jsonld', 'now')).json<{ hasPart: { creativeWorkStatus: string }[] }>();
    expect(hasPart.map((part) => part.creativeWorkStatus).sort()).toEqual([
      ...['corrected', 'reported', 'retracted', 'retracted'],
    ]);
  });

  test('in a calendar, where what was taken back is struck out', async () => {
    const entries = (await digest('ics', 'now')).out.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1);
    const ofWading = entries.filter((entry) => entry.includes('Wading'));
    expect(ofWading).toHaveLength(1);
    expect(ofWading[0]).toContain('STATUS:CANCELLED');
    expect(ofWading[0]).toContain('DTSTAMP:20260318T100000Z');
    expect(entries.filter((entry) => entry.includes('STATUS:CANCELLED'))).toHaveLength(2);
    expect(entries).toHaveLength(4);
  });

  test('to whoever asks for one of them, and to nobody else', async () => {
    const of = async (authority: string) =>
      (await digest('json', 'now', '--authority', authority)).json<Week>().corrections.map(({ event }) => event.key);
    expect(await of('wading')).toHaveLength(1);
    expect(await of('northshire')).toEqual([]);
  });
});

test('a dry run counts what whoever was told would have been told again', async () => {
  const run = async (...words: string[]) =>
    (await ask('subscriptions', 'dry-run', ...words, '--json')).json<{ matched: number; corrections: number }>();
  expect(await run()).toMatchObject({ matched: 4, corrections: 3, messages: 7 });
  // All became known on one day, and were put right on another.
  expect(await run('--every', 'day')).toMatchObject({ matched: 4, corrections: 3, messages: 2 });
  expect(await run('--grade', 'inadequate')).toMatchObject({ matched: 1, corrections: 0, messages: 1 });
  expect(await run('--authority', 'wading')).toMatchObject({ matched: 1, corrections: 1, messages: 2 });
  expect((await ask('subscriptions', 'dry-run', '--authority', 'wading')).out).toContain(
    '1 judgement and 1 correction in 90 days, 2 messages',
  );
});

test('what is put right once more is told as the week last told it, and what is undone not at all', async () => {
  const [at, { findingId = '' } = {}] = [clock, (await eventOf('kelbury')).reports[0]];
  clock = new Date('2026-03-25T10:00:00Z');
  const corrected = async (week: string) =>
    (await ask('digest', '--week', week, '--format', 'json', '--as-known', 'now'))
      .json<Week>()
      .corrections.filter(({ event }) => event.authority === 'kelbury')
      .map(({ was, event }) => [was.headlines[0]?.grade, event.grade]);
  expect(await corrected('2026-W12')).toEqual([['good', 'inadequate']]);
  await decided('review', 'change', findingId, '--grade', 'good', '--reason', 'it was right');
  expect(await corrected('2026-W11')).toEqual([]);
  expect(await corrected('2026-W12')).toEqual([['inadequate', 'good']]);
  clock = at;
});

test('a week that goes on is as known now, in the digest, its name and its manifest', async () => {
  const out = `${here.dataDir}/open.csv`;
  await decided('digest', '--week', '2026-W12', '--format', 'csv', '--out', out);
  expect(JSON.parse(await readFile(`${out}.manifest.json`, 'utf8'))).toMatchObject({ asKnown: 'now', closed: false });
  const week = (await ask('digest', '--week', '2026-W12', '--format', 'json')).json<Week>();
  expect(week).toMatchObject({ asKnown: 'now', closed: false });
});
