/** What a week told in alerts and put right itself: its own digest accounts for it. */
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runToIdle } from '../../src/run-to-idle.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { anArticle, publish } from '../support/told.ts';

let here: Installation;
let clock = new Date('2026-03-10T10:00:00Z');
const ask = (...argv: string[]) => typed(here.app, argv);
const digest = async (format: string, ...more: string[]) =>
  (await ask('digest', '--week', '2026-W11', '--format', format, ...more)).out;

interface Listed {
  authority: string;
  grade: string | null;
  status: string;
  was?: { headlines: { grade: string }[] };
}
interface Week {
  events: Listed[];
  corrections: unknown[];
  putRight: { was: Listed['was']; event: Listed }[];
}
const week = async (...more: string[]) => JSON.parse(await digest('json', ...more)) as Week;
const toldFirst = ({ was }: { was?: Listed['was'] | undefined }) => was?.headlines.map(({ grade }) => grade).join();
const report = (council: string, grade: string, more: { id?: string; publisher?: string } = {}) =>
  anArticle({
    ...{ id: council, published: '2026-03-10', title: `${council} adult social care rated ${grade}`, ...more },
    text: `The Care Quality Commission has rated ${council} Council's adult social care as ${grade}.`,
  });
const findingOf = async (authority: string, publisher: string) => {
  const [event] = (await ask('events', 'list', '--authority', authority, '--json')).json<
    { reports: { publisher: string; findingId: string }[] }[]
  >();
  return event?.reports.find((one) => one.publisher === publisher)?.findingId ?? '';
};

beforeAll(async () => {
  here = await anInstallation({}, { folder: 'config/demo', proposals: [] });
  here.app.deps.now = () => clock;
  await ask('subscribe', '--email', 'desk@paper.example', '--confirmed', 'a test');
  clock = new Date('2026-03-10T11:00:00Z');
  await publish(here, ...['Wading', 'Kelbury', 'Southshire', 'Northshire'].map((council) => report(council, 'good')));
  await publish(here, report('Kelbury', 'inadequate', { id: 'other', publisher: 'Other Paper' }));
  await runToIdle(here.app);
  clock = new Date('2026-03-12T10:00:00Z');
  const wading = await findingOf('wading', 'The Paper');
  await ask('review', 'reject', wading, '--reason', 'the paper mixed up two councils');
  const kelbury = await findingOf('kelbury', 'The Paper');
  await ask('review', 'change', kelbury, '--grade', 'inadequate', '--reason', 'a slip of the paper');
  await publish(here, report('Southshire', 'inadequate'));
  await runToIdle(here.app);
  clock = new Date('2026-03-18T10:00:00Z');
}, 120_000);
afterAll(() => here?.close());

describe.each(['then', 'now'])('as known %s it says what was put right within it', (asKnown) => {
  const known = ['--as-known', asKnown];
  test('in JSON', async () => {
    const { events, corrections, putRight } = await week(...known);
    expect(events.map((event) => [event.authority, event.grade, event.status, toldFirst(event)]).sort()).toEqual([
      ['kelbury', 'inadequate', 'corrected', 'good'],
      ['northshire', 'good', 'reported', undefined],
      ['southshire', 'inadequate', 'corrected', 'good'],
    ]);
    expect(putRight.map((one) => [one.event.authority, one.event.status, toldFirst(one)])).toEqual([
      ['wading', 'retracted', 'good'],
    ]);
    expect(corrections).toEqual([]);
  });

  test('in words', async () => {
    for (const format of ['md', 'html']) {
      const out = (await digest(format, ...known)).replaceAll('\\', '');
      for (const words of [
        'Told and put right within this week: not counted above (1)',
        'was good; retracted: we were wrong; the reason: the paper mixed up two councils; Care Quality Commission',
        '; first told as good or inadequate, reports differ; the reason: a slip of the paper',
        'corrected; reported by one source; first told as good',
      ])
        expect(out).toContain(words);
    }
  });

  test('in a table', async () => {
    const rows = parse(await digest('csv', ...known), { columns: true, bom: true }) as Record<string, string>[];
    const columns = ['section', 'authority', 'grade', 'was', 'taken_back_reason', 'corrected_reason'];
    expect(rows.map((row) => columns.map((id) => row[id])).sort()).toEqual([
      ['judgement', 'kelbury', 'inadequate', 'overall=good', '', 'a slip of the paper'],
      ['judgement', 'northshire', 'good', '', '', ''],
      ['judgement', 'southshire', 'inadequate', 'overall=good', '', ''],
      ['put_right', 'wading', 'good', 'overall=good', 'the paper mixed up two councils', ''],
    ]);
  });

  test('in feeds and calendars as corrections', async () => {
    const atom = await digest('atom', ...known);
    expect(atom).toContain('<title>Retracted: Wading');
    expect(atom.match(/Correction: we had said good/g)).toHaveLength(2);
    expect(await digest('ics', ...known)).not.toContain('Wading: good');
  });
});
