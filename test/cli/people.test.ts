/** What operators decide on the command line, on a real embedded database with a real receiver of alerts. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLabelledRecords } from '../../src/core/evaluation/labels.ts';
import { ANY } from '../../src/core/sending/route.ts';
import type { JudgementEvent } from '../../src/core/types.ts';
import { subscribe } from '../../src/steps/subscribe.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aHookReceiver, type HookReceiver } from '../support/receivers.ts';
import { anArticle, hearing, publish } from '../support/told.ts';

const BECAUSE = ['--reason', 'a test', '--json'];

let here: Installation;
let hook: HookReceiver;
let folder: string;

beforeAll(async () => {
  hook = await aHookReceiver();
  folder = await mkdtemp(join(tmpdir(), 'gw-people-'));
  here = await anInstallation(
    { GRADEWATCH_NOW: '=2026-03-18T10:00:00Z', GRADEWATCH_REVIEW_BELOW: '0.7', GRADEWATCH_STORM: '1000' },
    { folder: 'config/demo', proposals: [] },
  );
  await subscribe(here.app.deps, {
    ...{ channel: 'webhook', address: hook.url, criteria: ANY, every: 'event', note: null, confirmed: 'a test' },
  });
});
afterAll(async () => {
  await here?.close();
  await hook?.close();
  await rm(folder, { recursive: true, force: true });
});

interface Told {
  type: string;
  key: string;
}
/** What readers got since the last time asked. */
const heard = hearing<Told>(
  () => here,
  () => hook,
);
const told = async () => (await heard()).map(({ type, key }) => `${type} ${key}`);
const ask = (...argv: string[]) => typed(here.app, argv);
async function eventsOf(authority: string) {
  return (await ask('events', 'list', '--authority', authority, '--json')).json<JudgementEvent[]>();
}
async function waiting() {
  const { findings } = (await ask('review', 'list', '--json')).json<{
    findings: { id: string; authority: string }[];
  }>();
  return findings;
}

test('a finding whose article gives two grades waits, and the list says which two', async () => {
  const text = "The Care Quality Commission has rated Thornfield Council's adult social care as good.";
  await publish(here, anArticle({ id: 'thornfield-1', title: 'Thornfield care rated outstanding', text }));
  expect(await told()).toEqual([]);
  const ran = await ask('review', 'list', '--json');
  const { findings } = ran.json<{ findings: { id: string; authority: string; reason: string }[] }>();
  expect(findings).toMatchObject([{ authority: 'thornfield', reason: 'its title says outstanding, its text good' }]);
  await ask('review', 'reject', findings[0]?.id ?? '', ...BECAUSE);
});

describe('a finding below the threshold', () => {
  let finding: string;
  test('waits, makes no event and tells nobody', async () => {
    await publish(
      here,
      anArticle({
        id: 'averfordshire-1',
        title: 'Care in Averfordshire',
        text: "Averfordshire councillors debated care. The council's adult social care services are good, the CQC found.",
      }),
    );
    [finding = ''] = (await waiting()).map(({ id }) => id);
    expect(finding).not.toBe('');
    expect(await eventsOf('averfordshire')).toEqual([]);
    expect(await told()).toEqual([]);
  });

  test('rejected, waits no more; taken back, waits again', async () => {
    const rejected = await ask('review', 'reject', finding, ...BECAUSE);
    expect(rejected.code).toBe(0);
    expect(await waiting()).toEqual([]);
    const { decision } = rejected.json<{ decision: string }>();
    expect((await ask('review', 'undo', decision, ...BECAUSE)).code).toBe(0);
    expect((await waiting()).map(({ id }) => id)).toEqual([finding]);
    const again = await ask('events', 'undo', decision, ...BECAUSE);
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('is undone already') });
  });

  test('accepted, is an event and readers are told', async () => {
    const accepted = (await ask('review', 'accept', finding, ...BECAUSE)).json<{ events: string[]; alerts: number }>();
    expect(accepted).toMatchObject({ alerts: 1, events: [expect.stringContaining('averfordshire.cqc')] });
    expect(await waiting()).toEqual([]);
    expect(await told()).toEqual([`judgement.first ${accepted.events[0]}`]);
  });

  test('stays accepted when the article is judged again', async () => {
    const [event] = await eventsOf('averfordshire');
    await here.app.database.pool.query(`UPDATE "Article" SET "assessedAt" = NULL`);
    expect(await told()).toEqual([]);
    expect((await eventsOf('averfordshire')).map(({ key }) => key)).toEqual([event?.key]);
    expect(await waiting()).toEqual([]);
  });

  test('changed to another grade, tells a correction to who was told, with the grade it was', async () => {
    const changed = await ask('review', 'change', finding, '--grade', 'requires improvement', ...BECAUSE);
    expect(changed.code, changed.err).toBe(0);
    expect(await eventsOf('averfordshire')).toMatchObject([{ grade: 'requires_improvement', status: 'corrected' }]);
    expect(await told()).toEqual([expect.stringContaining('judgement.correction')]);
    const [alert] = (
      await here.app.deps.store.alertsOf((await eventsOf('averfordshire')).map(({ key }) => key))
    ).filter(({ notice }) => notice === 'correction-1');
    // The key is what programs know it by that were told before.
    expect(alert?.was).toMatchObject({ key: alert?.eventKey, headlines: [{ remit: 'overall', grade: 'good' }] });
    const shown = await ask('events', 'show', alert?.eventKey ?? '');
    expect(shown.out).toMatch(/confidence +set right by a person/);
    expect(shown.out).toMatch(
      /Set right\n +Set right by a person: a test\. The article itself said good\.\n\nWhat the article said; it was set right\n +“/,
    );
  });

  test('changed to another authority, is taken back for one and an event of the other', async () => {
    const changed = await ask('review', 'change', finding, '--authority', 'Brackenshire Council', ...BECAUSE);
    expect(changed.json()).toMatchObject({
      events: [expect.stringContaining('averfordshire.cqc'), expect.stringContaining('brackenshire.cqc')],
    });
    expect(await eventsOf('averfordshire')).toMatchObject([{ status: 'retracted', takenBackReason: 'a test' }]);
    expect(await eventsOf('brackenshire')).toMatchObject([{ grade: 'requires_improvement' }]);
    expect((await told()).sort()).toEqual([
      expect.stringMatching(/^judgement.correction averfordshire/),
      expect.stringMatching(/^judgement.first brackenshire/),
    ]);
    const { decision } = changed.json<{ decision: string }>();
    await ask('review', 'undo', decision, ...BECAUSE);
    expect(await eventsOf('averfordshire')).toMatchObject([{ grade: 'requires_improvement', status: 'corrected' }]);
    expect(await eventsOf('brackenshire')).toMatchObject([{ status: 'retracted' }]);
    await told();
  });
});

describe('two reports of one judgement', () => {
  const first = anArticle({
    id: 'wading-1',
    title: 'Wading adult care requires improvement, says CQC',
    text: "The Care Quality Commission has rated Wading Council's adult social care as requires improvement.",
  });
  const second = anArticle({
    id: 'wading-2',
    publisher: 'The Other Paper',
    title: "Wading's social care requires improvement, inspectors find",
    text: 'Adult social care at Wading Council requires improvement, the Care Quality Commission found. Callers wait too long, it said.',
  });
  let key: string;

  beforeAll(async () => {
    await publish(here, first, second);
    [{ key }] = (await eventsOf('wading')) as [JudgementEvent];
    await told();
  });

  test('split, are two events, and merged again they are one under the old key', async () => {
    const [event] = await eventsOf('wading');
    const report = event?.reports.find(({ publisher }) => publisher === 'The Other Paper');
    const split = await ask('events', 'split', key, report?.url ?? '', ...BECAUSE);
    expect(split.code, split.err).toBe(0);
    const two = await eventsOf('wading');
    expect(two).toHaveLength(2);
    expect(split.json<{ events: string[] }>().events.sort()).toEqual(two.map((one) => one.key).sort());
    expect((await told()).filter((line) => line.includes('correction'))).toEqual([]);
    const merged = await ask('events', 'merge', ...two.map((one) => one.key), ...BECAUSE);
    expect(merged.code, merged.err).toBe(0);
    expect(await eventsOf('wading')).toMatchObject([{ key, status: 'corroborated', reports: [{}, {}] }]);
    expect(await told()).toEqual([`judgement.correction ${key}`]);
    for (const one of two) expect((await ask('events', 'show', one.key, '--json')).json()).toMatchObject({ key });
  });

  test('every decision stands in the history with its reason, and who made it', async () => {
    await ask('events', 'hold', key, '--reason', 'asking the council', '--by', 'Ada');
    await ask('events', 'release', key, '--reason', 'the council confirms', '--by', 'Ada');
    const { decisions, history } = (await ask('events', 'show', key, '--json')).json<{
      decisions: { kind: string; by: string; reason: string }[];
      history: { kind: string; by: string }[];
    }>();
    expect(decisions.map(({ kind, by, reason }) => [kind, by, reason]).slice(-2)).toEqual([
      ['hold', 'Ada', 'asking the council'],
      ['release', 'Ada', 'the council confirms'],
    ]);
    expect(history.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['decision.split', 'decision.hold']));
    expect((await ask('events', 'show', key)).out).toContain('hold by Ada: asking the council');
  });

  test('retracted, tells who was told; taken back, tells that too', async () => {
    const retracted = await ask('events', 'retract', key, ...BECAUSE);
    expect(await eventsOf('wading')).toMatchObject([{ status: 'retracted', takenBackReason: 'a test' }]);
    expect(await told()).toEqual([`judgement.correction ${key}`]);
    await ask('events', 'undo', retracted.json<{ decision: string }>().decision, ...BECAUSE);
    expect(await eventsOf('wading')).toMatchObject([{ status: 'corrected' }]);
    expect((await eventsOf('wading'))[0]).not.toHaveProperty('takenBackReason');
    expect(await told()).toEqual([`judgement.correction ${key}`]);
    // The clock stands still here: only their numbers say which correction came last.
    const corrections = (await here.app.deps.store.alertsOf([key])).filter(({ notice }) => notice !== 'first');
    const again = corrections.sort((a, b) => a.notice.localeCompare(b.notice, 'en', { numeric: true })).at(-1);
    expect(again?.was).toMatchObject({ takenBack: 'retracted' });
  });
});

describe('a held event', () => {
  let key: string;
  beforeAll(async () => {
    // Nothing runs in between: the promise is made, but not yet sent.
    await publish(
      here,
      anArticle({
        id: 'southshire-1',
        title: 'Southshire care rated good',
        text: "The Care Quality Commission has rated Southshire County Council's adult social care as good.",
      }),
    );
    [{ key }] = (await eventsOf('southshire')) as [JudgementEvent];
    await ask('events', 'hold', key, ...BECAUSE);
  });

  test('is not told, even where a promise was made', async () => {
    expect(await told()).toEqual([]);
    expect(await eventsOf('southshire')).toMatchObject([{ held: true }]);
  });

  test('retracted while held, tells nobody: nobody was told', async () => {
    const { decision } = (await ask('events', 'retract', key, ...BECAUSE)).json<{ decision: string }>();
    await ask('events', 'release', key, ...BECAUSE);
    expect(await told()).toEqual([]);
    await ask('events', 'hold', key, ...BECAUSE);
    await ask('events', 'undo', decision, ...BECAUSE);
    expect(await told()).toEqual([]);
  });

  test('released, is told once and as it is now', async () => {
    const [event] = await eventsOf('southshire');
    await ask('review', 'change', event?.reports[0]?.findingId ?? '', '--grade', 'outstanding', ...BECAUSE);
    expect(await told()).toEqual([]);
    expect((await ask('events', 'release', key, ...BECAUSE)).json()).toMatchObject({ alerts: 1 });
    expect(await told()).toEqual([`judgement.first ${key}`]);
    expect(hook.calls.at(-1)?.body).toContain('outstanding');
    expect(await ask('events', 'release', key, ...BECAUSE)).toMatchObject({ code: 1 });
  });
});

test('a finding that waits can be accepted as a report of an event', async () => {
  await publish(
    here,
    anArticle({
      id: 'kelbury-1',
      title: "Kelbury children's services good, says Ofsted",
      text: "Ofsted has rated Kelbury Council's children's services good. The report was published on 15 March 2026.",
    }),
    anArticle({
      id: 'kelbury-2',
      publisher: 'The Other Paper',
      title: "Kelbury children's services",
      text: "A spokesman for Kelbury said the council was pleased. Children's services there are good, the watchdog says.",
    }),
  );
  const [event] = await eventsOf('kelbury');
  const [finding] = await waiting();
  await ask('review', 'accept', finding?.id ?? '', '--into', event?.key ?? '', ...BECAUSE);
  expect(await eventsOf('kelbury')).toMatchObject([{ key: event?.key, reports: [{}, {}] }]);
  expect((await told()).length).toBe(1);
});

test('a reader’s complaint waits in the list until it is settled', async () => {
  const [event] = await eventsOf('kelbury');
  const added = await ask('review', 'add', event?.key ?? '', '--text', 'this was 2018', '--json');
  const { complaint } = added.json<{ complaint: string }>();
  const complaints = async () => (await ask('review', 'list', '--json')).json<{ complaints: object[] }>().complaints;
  expect(await complaints()).toMatchObject([{ id: complaint, event: event?.key, text: 'this was 2018' }]);
  expect((await ask('review', 'reject', complaint, ...BECAUSE)).code).toBe(0);
  expect(await complaints()).toEqual([]);
});

test('corrections are exported as labelled articles that evaluate can read', async () => {
  const file = join(folder, 'corrections.jsonl');
  expect((await ask('review', 'export', file)).code).toBe(0);
  const records = readLabelledRecords(await readFile(file, 'utf8'), file);
  const changed = records.find(({ url }) => url?.endsWith('/southshire-1'));
  expect(changed).toMatchObject({
    labels: {
      relevant: true,
      events: [{ authority: 'Southshire', inspectorate: 'cqc', service: 'adult_social_care', grade: 'outstanding' }],
    },
    event_key: expect.stringMatching(/^southshire-cqc-/),
  });
  const measured = await ask('evaluate', file, '--json');
  expect(measured.code, measured.err).toBe(0);
});

describe('wrong words are told with the right one', () => {
  const faults: [string[], number, RegExp][] = [
    [['events', 'hold', 'wading.cqc.adult_social_care.cqc_la.2026-04', ...BECAUSE], 2, /did you mean wading\.cqc/],
    [['events', 'hold', 'wading.cqc.adult_social_care.cqc_la.2026-03'], 2, /--reason/],
    [['events', 'hold', 'wading.cqc.adult_social_care.cqc_la.2026-03', '--reason', ' '], 2, /--reason must say why/],
    [['review', 'accept', 'nothing', ...BECAUSE], 2, /there is no finding "nothing"/],
    [['review', 'undo', 'nothing', ...BECAUSE], 1, /there is no decision "nothing"/],
    [['events', 'export', 'judgements'], 2, /does not say how to write/],
  ];
  test.each(faults)('%j', async (argv, code, message) => {
    const ran = await ask(...argv);
    expect(ran.code, ran.err).toBe(code);
    expect(ran.err).toMatch(message);
  });

  test('every fault of a change at once', async () => {
    const [event] = await eventsOf('southshire');
    const finding = event?.reports[0]?.findingId ?? '';
    const ran = await ask('review', 'change', finding, '--authority', 'Southshir', '--area', 'leder=good', ...BECAUSE);
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('did you mean southshire') });
    expect(ran.err).toContain('--area "leder"');
    const grade = await ask('review', 'change', finding, '--grade', 'goood', ...BECAUSE);
    expect(grade).toMatchObject({ code: 2, err: expect.stringContaining('did you mean good?') });
  });
});

test('`events show` says who said what, people in public roles only', async () => {
  await publish(
    here,
    anArticle({
      id: 'haverfordshire-1',
      title: "Haverfordshire children's services good, says Ofsted",
      text: `Ofsted has rated Haverfordshire County Council's children's services good. The report was published on 16 March 2026.\n\nCouncil leader Mina Farrow said: “Our social workers have earned every word of this report.”\n\nMother Jo Penn said: “It has taken them a very long time to listen to us.”`,
    }),
  );
  const [event] = await eventsOf('haverfordshire');
  const speakers = [{ kind: 'leader', words: 'council leader' }];
  const app = { ...here.app, deps: { ...here.app.deps, speakers } };
  const shown = await typed(app, ['events', 'show', event?.key ?? '']);
  expect(shown.out).toContain('Who said what, in The Paper');
  expect(shown.out).toContain('Our social workers have earned every word of this report.” – Mina Farrow,');
  expect(shown.out).not.toContain('Jo Penn');
  expect((await typed(app, ['events', 'show', event?.key ?? '', '--json'])).json()).toMatchObject({
    said: [{ name: 'Mina Farrow', kind: 'leader' }],
  });
});
