/** A judgement whose earliest report goes moves to another week: told there as told before, and accounted for where it was told. */
import { parse } from 'csv-parse/sync';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DIGEST_FORMATS } from '../../src/adapters/exports/index.ts';
import { ANY } from '../../src/core/sending/route.ts';
import type { JudgementEvent } from '../../src/core/types.ts';
import { runToIdle } from '../../src/run-to-idle.ts';
import { subscribe } from '../../src/steps/subscribe.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aMailServer, type Inbox } from '../support/receivers.ts';
import { anArticle, publish, typedAsleep } from '../support/told.ts';

let here: Installation;
let inbox: Inbox;
let clock = new Date('2026-03-11T12:00:00Z');
const at = (iso: string) => {
  clock = new Date(iso);
};
const ask = (...argv: string[]) => typedAsleep(here, argv);
const digest = (format: string, week: string, asKnown: 'then' | 'now', ...more: string[]) =>
  ask('digest', '--week', week, '--format', format, '--as-known', asKnown, ...more);
const bytesThen = (week: string) =>
  Promise.all(DIGEST_FORMATS.map(async (format) => (await digest(format, week, 'then')).out));

/** Each paper in its own words, so that none is a copy. */
const care = (council: string, published: string, more = '') =>
  anArticle({
    ...{ id: `${council}-${published}`, published, title: `${council} adult social care rated good` },
    text: `The Care Quality Commission has rated ${council} Council's adult social care as good. Inspectors were in ${council} from 5 to 9 January 2026.${more}`,
  });
const SECOND = ' The paper adds that many in the town were pleased with what was found there by those who came.';
const THIRD = ' A councillor of the area told our reporter on Thursday how long the staff had worked towards this day.';

async function reject(authority: string, reason: string): Promise<void> {
  const listed = (await ask('events', 'list', '--authority', authority, '--json')).json<JudgementEvent[]>();
  const reports = listed.flatMap((event) => event.reports);
  const [earliest] = reports.sort((a, b) => ((a.articleDay ?? '') < (b.articleDay ?? '') ? -1 : 1));
  const { code, err } = await ask('review', 'reject', earliest?.findingId ?? '', '--reason', reason);
  expect([code, err]).toEqual([0, err]);
}

async function mailOf(period: string): Promise<{ subject: string; text: string }> {
  await here.app.queues.runIdle();
  await runToIdle(here.app);
  const mails = await Promise.all(inbox.mails.map(async (mail) => PostalMime.parse(mail.raw)));
  const found = mails.filter(({ subject }) => subject?.includes(`Week ${period}`));
  expect(found).toHaveLength(1);
  return { subject: found[0]?.subject ?? '', text: (found[0]?.text ?? '').replaceAll(/\s+/g, ' ') };
}

interface Week {
  events: (JudgementEvent & { told?: object })[];
  corrections: { notice: string; told?: object; movedTo?: string; event: JudgementEvent }[];
  quiet: string[];
  unheard: string[];
}
const week = async (id: string, asKnown: 'then' | 'now', ...more: string[]) =>
  (await digest('json', id, asKnown, ...more)).json<Week>();
const words = async (id: string, asKnown: 'then' | 'now') =>
  (await digest('md', id, asKnown)).out.replaceAll('\\', '').replaceAll('Care Quality Commission', 'CQC');

let before: string[];
beforeAll(async () => {
  inbox = await aMailServer();
  here = await anInstallation(
    { SMTP_URL: inbox.url, MAIL_FROM: 'news@gradewatch.example', GRADEWATCH_PUBLIC_URL: 'https://gradewatch.example' },
    { folder: 'config/demo', proposals: [] },
  );
  here.app.deps.now = () => clock;
  await subscribe(here.app.deps, {
    ...{ channel: 'mail', address: 'weekly@paper.example', every: 'week', note: null, confirmed: 'a test' },
    criteria: ANY,
  });
  await publish(here, ...['Wading', 'Kelbury', 'Northshire'].map((council) => care(council, '2026-03-11')));
  at('2026-03-16T12:00:00Z');
  await mailOf('2026-W11');
  before = await bytesThen('2026-W11');
  at('2026-03-17T10:00:00Z');
  await publish(here, ...['Wading', 'Kelbury'].map((council) => care(council, '2026-03-17', SECOND)));
  await reject('wading', 'the wrong page.');
  await reject('kelbury', 'the wrong page.');
}, 120_000);
afterAll(async () => {
  await here?.close();
  await inbox?.close();
});

const told = 'good, told in week 2026-W11 as published 11 March 2026';
const WADING = `[Wading](<https://gradewatch.example/events/wading.cqc.adult_social_care.cqc_la.2026-03>) (${told}; now published 17 March 2026, so of week 2026-W12; the reason: the wrong page; CQC, adult social care`;

describe('its earliest report rejected', () => {
  test('the week it comes to tells it as told before while it goes on, and names no council of it as without a judgement', async () => {
    const { events, corrections, unheard } = await week('2026-W12', 'now');
    expect(events).toEqual([]);
    expect(corrections.map(({ event, notice }) => [event.authority, notice])).toEqual([
      ['kelbury', 'moved'],
      ['wading', 'moved'],
    ]);
    expect(unheard).not.toContain('wading');
  });

  test('all reports rejected, it is told as taken back with the day it had been told with', async () => {
    at('2026-03-18T10:00:00Z');
    await reject('kelbury', 'it was a care home');
    for (const id of ['2026-W11', '2026-W12'])
      expect(await words(id, 'now')).toMatch(
        /was good; retracted: we were wrong; the reason: it was a care home; CQC, adult social care, first reported 11 March 2026[,)]/,
      );
    const [row] = (await rows('2026-W11', 'now')).filter(({ authority }) => authority === 'kelbury');
    expect([row?.section, row?.status, row?.published]).toEqual(['correction', 'retracted', '2026-03-11']);
  });

  test('brought back by a third report in the same week it is told before, too', async () => {
    at('2026-03-19T10:00:00Z');
    await publish(here, care('Kelbury', '2026-03-19', THIRD));
    at('2026-03-23T12:00:00Z');
    const { subject, text } = await mailOf('2026-W12');
    expect(subject).toMatch(/, 2 corrections$/);
    expect(text).toContain(`${told}; now published 17 March 2026, so of week 2026-W12; the reason: the wrong page;`);
    expect(text).toContain(`${told}; now published 19 March 2026, so of week 2026-W12; the reason: the wrong page;`);
  });

  test('the week that told it says where it went, and as known when it closed stays byte for byte', async () => {
    expect(await bytesThen('2026-W11')).toEqual(before);
    const out = await words('2026-W11', 'now');
    expect(out).toContain('Corrections (2)');
    expect(out).toContain(`${WADING}, put right on 17 March 2026)`);
    expect(await words('2026-W12', 'then')).toContain(`${WADING})`);
    expect((await digest('atom', '2026-W11', 'now')).out).toContain(
      'Correction: now published 17 March 2026, so of week 2026-W12 – told in week 2026-W11 as published 11 March 2026 – the wrong page',
    );
  });
});

const rows = async (id: string, asKnown: 'then' | 'now') =>
  parse((await digest('csv', id, asKnown)).out, { columns: true, bom: true }) as Record<string, string>[];

describe.each(['then', 'now'] as const)('tables of weeks put together, as known %s', (asKnown) => {
  test('count it once, and say in both where it was told and where it stands', async () => {
    const all = [...(await rows('2026-W11', asKnown)), ...(await rows('2026-W12', asKnown))];
    const counted = all.filter(({ section }) => section === 'judgement').map(({ authority }) => authority);
    expect(counted.sort()).toEqual(['kelbury', 'northshire', 'wading']);
    const ofWading = all.filter(({ authority }) => authority === 'wading');
    const cells = ['week', 'section', 'told_in', 'told_published', 'moved_to', 'corrected_reason'];
    const seen = ofWading.map((row) => cells.map((id) => row[id]).join(' '));
    const move = '2026-W11 2026-03-11 2026-W12';
    expect(seen).toEqual(
      asKnown === 'then'
        ? ['2026-W11 judgement    ', `2026-W12 correction ${move} the wrong page`]
        : [
            `2026-W11 correction ${move} the wrong page`,
            `2026-W12 judgement ${move} `,
            `2026-W12 correction ${move} the wrong page`,
          ],
    );
  });
});

test('programs read the same', async () => {
  const { corrections } = await week('2026-W11', 'now', '--authority', 'wading');
  expect(corrections).toMatchObject([
    {
      ...{ notice: 'moved', movedTo: '2026-W12', at: '2026-03-17T10:00:00+00:00' },
      told: { week: '2026-W11', published: '2026-03-11', reason: 'the wrong page.' },
    },
  ]);
  const { events } = await week('2026-W12', 'now', '--authority', 'wading');
  expect(events.map(({ told: earlier }) => earlier)).toMatchObject([{ week: '2026-W11' }]);
});
