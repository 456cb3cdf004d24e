/**
 * Councils that live through the same weeks, each with a story of what was merged, split or held: readers who subscribed before,
 * real messages to each, and for the same wish the dry run afterwards.
 */
import { expect } from 'vitest';
import type { DryRun } from '../../src/core/sending/dry-run.ts';
import type { JudgementEvent } from '../../src/core/types.ts';
import { runToIdle } from '../../src/run-to-idle.ts';
import { typed } from './commands.ts';
import { anInstallation, type Installation } from './installation.ts';
import { aHookReceiver, type HookReceiver } from './receivers.ts';
import { anArticle, publish } from './told.ts';

type Step = (council: string) => Promise<unknown>;
/** First news, corrections, messages. Of a week the messages are not compared: a dry run counts those of 90 days. */
export type Figures = readonly [number, number, number?];

const slug = (council: string) => council.toLowerCase().replaceAll(' ', '-');
const DAYS = { a: '16 March 2026', b: '2 February 2026', c: '5 January 2026' };
const PAPERS = { '1': '', '2': 'Residents said staff were kind.', '3': 'Unions had asked for more pay.' };

/** Reports of the council's judgements: `a1 good` and `a2 good` are of one, `b1` is of another. */
export const reports =
  (...words: string[]): Step =>
  async (council) => {
    for (const word of words) {
      const [which = '', grade] = word.split(' ');
      const [of, paper] = [...which] as ['a' | 'b' | 'c', '1' | '2' | '3'];
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
export const merge =
  (without?: string): Step =>
  async (council) => {
    const keys = (await eventsOf(council)).filter(({ day }) => day !== without).map(({ key }) => key);
    await decided(council, 'merge', ...keys);
  };
/** Tells one report of a judgement, `a1`, apart from the others. */
export const splitOff =
  (which: string): Step =>
  async (council) => {
    const address = `https://paper.example/${slug(council)}-${which}`;
    const whole = (await eventsOf(council)).find(({ reports }) => reports.some(({ url }) => url === address));
    await decided(council, 'split', whole?.key ?? '', address);
  };
export const split = splitOff('a2');
export const undo: Step = (council) => decided(council, 'undo', decisions.get(council) ?? '');
export const retract: Step = async (council) => decided(council, 'retract', (await eventsOf(council))[0]?.key ?? '');
/** @param day of the judgement that a person holds */
export const hold =
  (day: string): Step =>
  async (council) => {
    const one = (await eventsOf(council)).find((event) => event.day === day);
    await decided(council, 'hold', one?.key ?? '');
  };
export const release: Step = async (council) => {
  const one = (await eventsOf(council)).find(({ held }) => held);
  await decided(council, 'release', one?.key ?? '');
};
export const two = reports('a1 good', 'b1 good');
export const differing = reports('a1 good', 'b1 inadequate');

/** @param steps each at a moment of March 2026, `18T10:00`; what comes after its 31st is of April */
export type Story = [council: string, what: string, steps: [at: string, step: Step][], told: Record<string, Figures>];

let here: Installation;
let hook: HookReceiver;
const readers = new Map<string, string>();
const ask = (...argv: string[]) => typed(here.app, argv);
const eventsOf = async (council: string) =>
  (await ask('events', 'list', '--authority', slug(council), '--json')).json<JudgementEvent[]>();

/** @param days on whose mornings all that is due goes out */
export async function live(stories: readonly Story[], days: readonly string[]) {
  hook = await aHookReceiver();
  here = await anInstallation(
    { GRADEWATCH_NOW: '=2026-03-18T09:00:00Z', GRADEWATCH_STORM: '100' },
    { folder: 'config/demo', proposals: [] },
  );
  for (const [council, , , told] of stories) for (const wish of Object.keys(told)) await subscribes(council, wish);
  const mornings = days.map((day) => `${day}T09:00`);
  const times = new Set([...mornings, ...stories.flatMap(([, , steps]) => steps.map(([time]) => time))]);
  for (const time of [...times].sort()) {
    here.app.deps.now = () => moment(time);
    await runToIdle(here.app);
    for (const [council, , steps] of stories) for (const [at, step] of steps) if (at === time) await step(council);
    await runToIdle(here.app);
  }
}
export async function close() {
  await here?.close();
  await hook?.close();
}

function moment(time: string): Date {
  const [day, clock] = time.split('T');
  return new Date(Date.parse(`2026-03-01T${clock}:00Z`) + (Number(day) - 1) * 86_400_000);
}

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
  const lines = ran.events.map(({ day, line }) => `${day} ${line}`);
  expect(new Set(lines).size, lines.join('\n')).toBe(lines.length);
  return isWeekly ? [ran.matched, ran.corrections] : [ran.matched, ran.corrections, ran.messages];
}

/** By wish, what was really sent, and what the dry run says of it. */
export async function sentAndRehearsed([council, , , told]: Story) {
  const sent: Record<string, Figures> = {};
  const rehearsed: Record<string, Figures> = {};
  for (const wish of Object.keys(told)) {
    const id = readers.get(`${council} ${wish}`) ?? '';
    sent[wish] = reallySent(id);
    rehearsed[wish] = await ranDry(id, wish.startsWith('week'));
  }
  return { sent, rehearsed };
}
