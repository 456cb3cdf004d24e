/**
 * Of what was merged and split a dry run says what was sent: readers who subscribed before, real messages to each, and for the
 * same wish the dry run afterwards. All councils live through the same fortnight, each with a story of its own.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DryRun } from '../../src/core/sending/dry-run.ts';
import type { JudgementEvent } from '../../src/core/types.ts';
import { runToIdle } from '../../src/run-to-idle.ts';
import { typed } from '../support/commands.ts';
import { anInstallation, type Installation } from '../support/installation.ts';
import { aHookReceiver, type HookReceiver } from '../support/receivers.ts';
import { anArticle, publish } from '../support/told.ts';

type Step = (council: string) => Promise<unknown>;
/** First news, corrections, messages. Of a week the messages are not compared: a dry run counts those of 90 days. */
type Figures = readonly [number, number, number?];

const slug = (council: string) => council.toLowerCase().replaceAll(' ', '-');
const DAYS = { a: '16 March 2026', b: '2 February 2026', c: '5 January 2026' };
const PAPERS = { '1': '', '2': 'Residents said staff were kind.' };

/** Reports of the council's judgements: `a1 good` and `a2 good` are of one, `b1` is of another. */
const reports =
  (...words: string[]): Step =>
  async (council) => {
    for (const word of words) {
      const [which = '', grade] = word.split(' ');
      const [of, paper] = [...which] as ['a' | 'b' | 'c', '1' | '2'];
      const article = anArticle({
        ...{ id: `${slug(council)}-${which}`, publisher: `Paper ${paper}`, title: `${council} care rated ${grade}` },
        text: `The Care Quality Commission has rated ${council} Council's adult social care as ${grade}. The report was published on ${DAYS[of]}. ${PAPERS[paper]}`,
      });
      await publish(here, article);
    }
  };
const decisions = new Map<string, string>();
const decided = async (council: string, what: string, ...words: string[]) => {
  const ran = await ask('events', what, ...words, '--reason', 'a test', '--json');
  expect([ran.code, ran.err]).toEqual([0, '']);
  decisions.set(council, ran.json<{ decision: string }>().decision);
};
const merge =
  (without?: string): Step =>
  async (council) => {
    const keys = (await eventsOf(council)).filter(({ day }) => day !== without).map(({ key }) => key);
    await decided(council, 'merge', ...keys);
  };
/** Tells the second paper's report of a judgement apart from the first one's. */
const split: Step = async (council) => {
  const address = `https://paper.example/${slug(council)}-a2`;
  const whole = (await eventsOf(council)).find(({ reports }) => reports.some(({ url }) => url === address));
  await decided(council, 'split', whole?.key ?? '', address);
};
const undo: Step = (council) => decided(council, 'undo', decisions.get(council) ?? '');
const retract: Step = async (council) => decided(council, 'retract', (await eventsOf(council))[0]?.key ?? '');

const two = reports('a1 good', 'b1 good');
const differing = reports('a1 good', 'b1 inadequate');
const stories: [council: string, what: string, steps: [at: string, step: Step][], told: Record<string, Figures>][] = [
  [
    ...(['Wading', 'merged by night, of two grades'] as const),
    [
      ['18T23:00', differing],
      ['18T23:30', merge()],
    ],
    {
      ...{ event: [2, 1, 3], quiet: [1, 0, 1], day: [1, 0, 1], week: [1, 0] },
      ...{ 'event good': [1, 0, 1], 'quiet good': [1, 0, 1], 'day good': [1, 0, 1] },
      ...{ 'event inadequate': [1, 1, 2], 'quiet inadequate': [0, 0, 0], 'day inadequate': [0, 0, 0] },
    },
  ],
  [
    ...(['Kelbury', 'merged by night, and two again before the morning'] as const),
    [
      ['18T23:00', two],
      ['18T23:20', merge()],
      ['18T23:40', undo],
    ],
    { event: [2, 2, 4], quiet: [2, 0, 2], day: [2, 0, 1] },
  ],
  [
    ...(['Brackenshire', 'told by day, merged by night, and two again before the morning'] as const),
    [
      ['18T10:00', two],
      ['18T23:20', merge()],
      ['18T23:40', undo],
    ],
    { event: [2, 2, 4], quiet: [2, 0, 2], day: [2, 0, 1] },
  ],
  [
    ...(['Northshire', 'merged once told, then put right, then taken back'] as const),
    [
      ['18T10:00', two],
      ['19T10:00', merge()],
      ['20T10:00', reports('a1 inadequate', 'b1 inadequate')],
      ['24T10:00', retract],
    ],
    {
      ...{ event: [2, 3, 5], quiet: [2, 3, 5], day: [2, 3, 4], week: [1, 1] },
      ...{ 'event inadequate': [1, 1, 2], 'day inadequate': [1, 1, 2] },
    },
  ],
  [
    ...(['Southshire', 'merged before the message of the day left'] as const),
    [
      ['18T10:00', two],
      ['19T06:00', merge()],
    ],
    { event: [2, 1, 3], quiet: [2, 1, 3], day: [1, 0, 1] },
  ],
  [
    ...(['South Oldmere', 'merged in the week after'] as const),
    [
      ['18T10:00', two],
      ['24T10:00', merge()],
    ],
    { event: [2, 1, 3], day: [2, 1, 2], week: [2, 1] },
  ],
  [
    ...(['Eastborough', 'split once told'] as const),
    [
      ['18T10:00', reports('a1 good', 'a2 good')],
      ['19T10:00', split],
    ],
    { event: [2, 0, 2], day: [2, 0, 2], week: [2, 0] },
  ],
  [
    ...(['Averfordshire', 'split once told, and merged back in the week after'] as const),
    [
      ['18T10:00', reports('a1 good', 'a2 good')],
      ['19T10:00', split],
      ['24T10:00', merge()],
    ],
    { event: [2, 1, 3], day: [2, 1, 3], week: [2, 1] },
  ],
  [
    ...(['Thornfield', 'merged once each had been told to another wish, and two again'] as const),
    [
      ['18T10:00', differing],
      ['19T10:00', merge()],
      ['20T10:00', undo],
    ],
    {
      ...{ event: [2, 2, 4], 'event good': [1, 0, 1], 'event inadequate': [1, 2, 3] },
      ...{ day: [3, 1, 3], 'day good': [2, 0, 2], 'day inadequate': [2, 1, 3] },
    },
  ],
  [
    ...(['Haverfordshire', 'merged of what was corroborated and what was not'] as const),
    [
      ['18T10:00', reports('a1 good', 'a2 good', 'b1 good')],
      ['19T10:00', merge()],
    ],
    { event: [2, 1, 3], day: [2, 1, 2], 'event corroborated': [1, 0, 1] },
  ],
  [
    ...(['North Oldmere', 'three, merged one after another'] as const),
    [
      ['18T10:00', reports('a1 good', 'b1 good', 'c1 good')],
      ['19T10:00', merge('2026-01-05')],
      ['20T10:00', merge()],
    ],
    { event: [3, 2, 5], day: [3, 2, 3], week: [1, 0] },
  ],
  [
    ...(['Westhampton-on-Sea', 'of two grades, merged in the week after'] as const),
    [
      ['18T10:00', differing],
      ['24T10:00', merge()],
    ],
    { 'event good': [1, 1, 2], 'day good': [1, 1, 2], 'week good': [1, 1], 'week inadequate': [1, 1] },
  ],
];

let here: Installation;
let hook: HookReceiver;
const readers = new Map<string, string>();
const ask = (...argv: string[]) => typed(here.app, argv);
const eventsOf = async (council: string) =>
  (await ask('events', 'list', '--authority', slug(council), '--json')).json<JudgementEvent[]>();

beforeAll(async () => {
  hook = await aHookReceiver();
  here = await anInstallation(
    { GRADEWATCH_NOW: '=2026-03-18T09:00:00Z', GRADEWATCH_STORM: '100' },
    { folder: 'config/demo', proposals: [] },
  );
  for (const [council, , , told] of stories) for (const wish of Object.keys(told)) await subscribes(council, wish);
  const mornings = ['19', '20', '21', '23', '25', '30'].map((day) => `${day}T09:00`);
  const times = new Set([...mornings, ...stories.flatMap(([, , steps]) => steps.map(([time]) => time))]);
  for (const time of [...times].sort()) {
    here.app.deps.now = () => new Date(`2026-03-${time}:00Z`);
    await runToIdle(here.app);
    for (const [council, , steps] of stories) for (const [at, step] of steps) if (at === time) await step(council);
    await runToIdle(here.app);
  }
}, 600_000);
afterAll(async () => {
  await here?.close();
  await hook?.close();
});

/** @param wish how often, and what if not everything: `quiet good` */
async function subscribes(council: string, wish: string) {
  const [often = '', what] = wish.split(' ');
  const every = often === 'quiet' ? ['event', '--quiet', '22:00-07:00'] : [often];
  const criteria = what === undefined ? [] : [what === 'corroborated' ? '--status' : '--grade', what];
  const to = ['--webhook', `${hook.url}?${slug(council)}-${readers.size}`, '--authority', slug(council)];
  const ran = await ask('subscribe', ...to, '--every', ...every, ...criteria, '--confirmed', 'a test', '--json');
  readers.set(`${council} ${wish}`, ran.json<{ subscription: string }>().subscription);
}

interface Call {
  type: string;
  subscription: string;
  alerts?: Call[];
  digest?: Record<'events' | 'late' | 'corrections', unknown[]>;
}

function reallySent(id: string): Figures {
  const calls = hook.calls.map(({ body }) => JSON.parse(body) as Call).filter((call) => call.subscription === id);
  const alerts = calls.flatMap((call) => (call.digest ? [] : (call.alerts ?? [call])));
  const weeks = calls.flatMap(({ digest }) => digest ?? []);
  const first = alerts.filter(({ type }) => type === 'judgement.first').length;
  const listed = weeks.flatMap(({ events, late }) => [...events, ...late]).length;
  const corrections = alerts.length - first + weeks.flatMap((week) => week.corrections).length;
  return weeks.length > 0 ? [listed, corrections] : [first, corrections, calls.length];
}

async function ranDry(id: string, isWeekly: boolean): Promise<Figures> {
  const ran = (await ask('subscriptions', 'dry-run', id, '--json')).json<DryRun>();
  return isWeekly ? [ran.matched, ran.corrections] : [ran.matched, ran.corrections, ran.messages];
}

test.each(stories)('%s: %s', async (council, _what, _steps, told) => {
  const ids = Object.keys(told).map((wish) => [wish, readers.get(`${council} ${wish}`) ?? ''] as const);
  expect(Object.fromEntries(ids.map(([wish, id]) => [wish, reallySent(id)]))).toEqual(told);
  const ran = await Promise.all(
    ids.map(async ([wish, id]) => [wish, await ranDry(id, wish.startsWith('week'))] as const),
  );
  expect(Object.fromEntries(ran)).toEqual(told);
});
