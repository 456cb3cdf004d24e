/** An installation of the demo's world with one reader who is told by webhook, once a day, of everything. */
import { expect } from 'vitest';
import { typed } from './commands.ts';
import { anInstallation, type Installation } from './installation.ts';
import { aHookReceiver, type HookReceiver } from './receivers.ts';
import { hearing } from './told.ts';

export interface ByDay {
  here: Installation;
  hook: HookReceiver;
  ask(...argv: string[]): ReturnType<typeof typed>;
  /** Sets the clock. */
  at(iso: string): void;
  /** What the reader is told since the last time asked: `judgement.first northshire`. */
  told(): Promise<string[]>;
  keyOf(authority: string): Promise<string>;
  /** `events ARGV --reason 'a test'`. @returns the decision */
  decided(...argv: string[]): Promise<string>;
  close(): Promise<void>;
}

/** @param now when the reader begins */
export async function aReaderByDay(now: string): Promise<ByDay> {
  const hook = await aHookReceiver();
  const here = await anInstallation(
    { GRADEWATCH_NOW: `=${now}`, GRADEWATCH_ALLOW_PRIVATE: '127.0.0.1' },
    { folder: 'config/demo', proposals: [] },
  );
  const { deps } = here.app;
  const ask = (...argv: string[]) => typed(here.app, argv);
  const heard = hearing<{ alerts: { type: string; authority: string }[] }>(
    () => here,
    () => hook,
  );
  expect((await ask('subscribe', '--webhook', hook.url, '--every', 'day', '--confirmed', 'a test')).code).toBe(0);
  return {
    ...{ here, hook, ask },
    at(iso) {
      deps.now = () => new Date(iso);
    },
    told: async () => (await heard()).flatMap(({ alerts }) => alerts.map((one) => `${one.type} ${one.authority}`)),
    keyOf: async (authority) => (await deps.store.events({ authorities: [authority] }))[0]!.event.key,
    async decided(...argv) {
      const ran = await ask('events', ...argv, '--reason', 'a test', '--json');
      expect([ran.code, ran.err]).toEqual([0, ran.err]);
      return ran.json<{ decision: string }>().decision;
    },
    async close() {
      await here.close();
      await hook.close();
    },
  };
}
