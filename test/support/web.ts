/** Builders for tests that ask scripted servers on loopback; everything opened is closed at the end of the test file. */
import { makeWeb, type WebOptions } from '../../src/adapters/web-fetch/index.ts';
import { GiveUp, TryLater } from '../../src/errors.ts';
import type { FetchOptions, Web } from '../../src/ports.ts';
import { closing } from './closing.ts';
import { type FaultServer, faultServer, type Script } from './fault-server.ts';

export const NOW = new Date('2026-03-10T09:00:00Z');

export const serve = async (script: Script, options?: Parameters<typeof faultServer>[1]): Promise<FaultServer> =>
  closing(await faultServer(script, options));

export const aWeb = (options: Partial<WebOptions> = {}): Web =>
  closing(
    makeWeb({
      userAgentContact: 'https://gradewatch.example/bot',
      version: '0.1.0',
      allowPrivate: ['127.0.0.1'],
      now: () => NOW,
      gapMs: 0,
      ...options,
    }),
  );

export const asFeed = (options: Partial<FetchOptions> = {}): FetchOptions => ({
  as: 'feed',
  robots: false,
  ...options,
});

/** The foreseen failure of a promise; anything else fails the test. */
export const failure = async (promise: Promise<unknown>): Promise<TryLater | GiveUp> => {
  const error = await promise.then(
    () => new Error('nothing was thrown'),
    (reason: unknown) => reason,
  );
  if (error instanceof TryLater || error instanceof GiveUp) return error;
  throw error;
};
