/** Stories of what is reported and what people decide of it, with two readers whose beliefs are held against what is so. */
import fc from 'fast-check';
import { isTakenBack } from '../../src/core/events/notices.ts';
import type { JudgementEvent } from '../../src/core/types.ts';
import { runToIdle } from '../../src/run-to-idle.ts';
import { typed } from './commands.ts';
import { anInstallation, type Installation } from './installation.ts';
import { aHookReceiver, type HookReceiver } from './receivers.ts';
import { anArticle, publish } from './told.ts';

const GRADES = ['good', 'inadequate', 'outstanding'];
const REPORTED = [' The report was published on 6 March 2026.', ' The report was published on 5 January 2026.', ''];
const COUNCIL = 'Northshire';
const HOUR_MS = 3_600_000;

const KINDS = [
  'report',
  'merge',
  'split',
  'undo',
  'retract',
  'withdraw',
  'reject',
  'change',
  'hold',
  'release',
] as const;
export interface Step {
  kind: (typeof KINDS)[number];
  /** Which event or decision, which report of it, which grade; counted from the start again where there are fewer. */
  one: number;
  other: number;
  grade: number;
  /** Whether a day goes by after it, else an hour. */
  isDay: boolean;
}
const step = (...kinds: Step['kind'][]) =>
  fc.record({
    ...{ kind: fc.constantFrom(...kinds), one: fc.nat(5), other: fc.nat(5), grade: fc.nat(2), isDay: fc.boolean() },
  });

/** Two or three reports, then what comes of them. */
export const stories = (seed: number, count: number): Step[][] =>
  fc
    .sample(
      fc.tuple(
        fc.array(step('report'), { minLength: 2, maxLength: 3 }),
        fc.array(step(...KINDS), { minLength: 2, maxLength: 5 }),
      ),
      { seed, numRuns: count },
    )
    .map(([reports, more]) => [...reports, ...more]);

interface Was {
  key?: string;
  as?: 'own' | 'part';
  also?: Was[];
}
type Told = Pick<JudgementEvent, 'key' | 'status' | 'headlines'> & { type: string; was: Was | null };

const gradesOf = ({ headlines }: Pick<JudgementEvent, 'headlines'>) => headlines.map(({ grade }) => grade).join();

/** What one reader takes for true: by the key it was told under. A correction takes the place of what it says that it corrects. */
class Believer {
  readonly name: string;
  readonly hook: HookReceiver;
  #read = 0;
  #beliefs = new Map<string, Told>();

  constructor(name: string, hook: HookReceiver) {
    this.name = name;
    this.hook = hook;
  }

  /** @returns what was read, a line each */
  read(): string[] {
    const bodies = this.hook.calls.slice(this.#read).map(({ body }) => JSON.parse(String(body)));
    this.#read = this.hook.calls.length;
    const told = bodies.flatMap((body: Told & { alerts?: Told[] }) => body.alerts ?? [body]);
    for (const one of told) {
      for (const was of one.was ? [one.was, ...(one.was.also ?? [])] : [])
        if (was.key && was.as !== 'part') this.#beliefs.delete(was.key);
      this.#beliefs.set(one.key, one);
    }
    return told.map(
      (one) => `${this.name}: ${one.type} ${one.key} ${one.status} ${gradesOf(one)} for ${JSON.stringify(one.was)}`,
    );
  }

  /** What is believed and not so, or so and not believed. */
  async faults({ app }: Installation, standing: readonly JudgementEvent[]): Promise<string[]> {
    const faults: string[] = [];
    const found = new Map<string, Told[]>();
    for (const [key, told] of this.#beliefs) {
      if (isTakenBack(told)) continue;
      const now = (await app.deps.store.event(key))?.event;
      if (!now || isTakenBack(now)) faults.push(`${this.name} believes ${key}, which is ${now?.status ?? 'gone'}`);
      else found.set(now.key, [...(found.get(now.key) ?? []), told]);
    }
    for (const event of standing) {
      const told = found.get(event.key) ?? [];
      if (told.length !== 1) faults.push(`${this.name} believes ${told.length} judgements where ${event.key} is one`);
      for (const one of told)
        if (gradesOf(one) !== gradesOf(event)) faults.push(`${this.name} believes ${one.key} to be ${gradesOf(one)}`);
    }
    return faults;
  }
}

/**
 * Lives one story, with a reader told at once and one told by day, and holds what they believe in the end against what is so.
 *
 * @returns faults with the story after them; nothing where there is none, or something is held and so told to nobody
 */
export async function live(story: readonly Step[]): Promise<string[]> {
  const [atOnce, byDay] = await Promise.all([aHookReceiver(), aHookReceiver()]);
  const here = await anInstallation(
    { GRADEWATCH_NOW: '=2026-03-10T10:00:00Z', GRADEWATCH_STORM: '1000', GRADEWATCH_ALLOW_PRIVATE: '127.0.0.1' },
    { folder: 'config/demo', proposals: [] },
  );
  const readers = [new Believer('at once', atOnce), new Believer('by day', byDay)];
  const happened: string[] = [];
  const decisions: string[] = [];
  let hours = 0;
  try {
    await ask('subscribe', '--webhook', atOnce.url, '--confirmed', 'a test');
    await ask('subscribe', '--webhook', byDay.url, '--every', 'day', '--confirmed', 'a test');
    for (const [number, one] of story.entries()) {
      happened.push(await take(one, number));
      await pass(one.isDay ? 24 : 1);
    }
    for (let days = 0; days < 3; days++) await pass(24);
    const events = await eventsNow();
    if (events.some(({ held, waits }) => held || waits)) return [];
    const standing = events.filter((event) => !isTakenBack(event));
    const faults = (await Promise.all(readers.map((reader) => reader.faults(here, standing)))).flat();
    return faults.length > 0 ? [...faults, ...happened] : [];
  } finally {
    await here.close();
    await Promise.all([atOnce.close(), byDay.close()]);
  }

  function ask(...argv: string[]) {
    return typed(here.app, argv);
  }

  async function pass(more: number) {
    hours += more;
    const now = new Date(Date.parse('2026-03-10T10:00:00Z') + hours * HOUR_MS);
    here.app.deps.now = () => now;
    await runToIdle(here.app);
    const stand = (await eventsNow()).map((event) => `${event.key} ${event.status} ${gradesOf(event)}`);
    happened.push(...readers.flatMap((reader) => reader.read()), `  now ${stand.join('; ')}`);
  }

  async function eventsNow(): Promise<JudgementEvent[]> {
    const stored = await here.app.deps.store.events({ authorities: [COUNCIL.toLowerCase()] });
    return stored.map(({ event }) => event).sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  async function take({ kind, one, other, grade }: Step, number: number): Promise<string> {
    if (kind === 'report') {
      const told = GRADES[grade] ?? '';
      await publish(
        here,
        anArticle({
          ...{ id: `n-${number}`, publisher: `Paper ${number}`, title: `${COUNCIL} care rated ${told}` },
          published: here.app.deps.now().toISOString().slice(0, 10),
          text: `The Care Quality Commission has rated ${COUNCIL} Council's adult social care as ${told}, wrote number ${number}.${REPORTED[other % 3]}`,
        }),
      );
      return `report ${told}${REPORTED[other % 3]}`;
    }
    const argv = await wordsOf({ kind, one, other, grade });
    if (argv === null) return `no ${kind}`;
    const ran = await ask(...argv, '--reason', 'a test', '--json');
    const decision = ran.code === 0 ? ran.json<{ decision: string | null }>().decision : null;
    if (decision) decisions.push(decision);
    return `${argv.join(' ')} -> ${ran.code}`;
  }

  /** What an operator types; null where there is nothing to decide about. */
  async function wordsOf({ kind, one, other, grade }: Omit<Step, 'isDay'>): Promise<string[] | null> {
    const events = await eventsNow();
    const joined = events.filter(({ reports }) => reports.length > 1);
    const among = kind === 'split' ? joined : events;
    const event = among[one % Math.max(1, among.length)];
    const finding = event?.reports[other % event.reports.length]?.findingId ?? '';
    const second = events[other % Math.max(1, events.length)];
    if (kind === 'undo')
      return decisions.length > 0 ? ['events', 'undo', decisions[one % decisions.length] ?? ''] : null;
    if (!event || !second || (kind === 'merge' && event === second)) return null;
    if (kind === 'merge') return ['events', 'merge', event.key, second.key];
    if (kind === 'split') return ['events', 'split', event.key, finding];
    if (kind === 'reject') return ['review', 'reject', finding];
    if (kind === 'change') return ['review', 'change', finding, '--grade', GRADES[grade] ?? ''];
    return ['events', kind, event.key];
  }
}
