/** What holds for every button that strangers may press: only on forms of ours, and only so often. */
import type { Context } from 'hono';
import { csrf } from 'hono/csrf';
import type { FC } from 'hono/jsx';
import type { Shell } from './layout.tsx';
import { type Limits, limiter } from './limits.ts';
import type { SiteDeps } from './site-deps.ts';
import { PRIVATE } from './subscriber-pages.tsx';

/** Forms of ours only: another site cannot make its visitors' browsers press the button. */
export const fromHere = (deps: Pick<SiteDeps, 'publicUrl'>) =>
  csrf({
    origin: (origin, c) => [new URL(deps.publicUrl()).origin, new URL(c.req.url).origin].includes(origin),
  });

/** Counts each call. @returns the answer to a visitor who asks too often; null when it may be done now */
export function tooOften(
  limits: Limits,
  deps: Pick<SiteDeps, 'counters' | 'trustProxy'>,
  Shell: Shell,
): (c: Context) => Promise<Response | null> {
  const secondsToWait = limiter(limits, deps);
  return async (c) => {
    const seconds = await secondsToWait(c);
    if (seconds === 0) return null;
    return c.html(
      <Shell title="Too often">
        <TooOftenPage seconds={seconds} />
      </Shell>,
      429,
      { ...PRIVATE, 'retry-after': String(seconds) },
    );
  };
}

/** Until when to wait, in words. */
export const tooOftenWords = (seconds: number): string =>
  `This was asked too often of late. Please try again in ${seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`}.`;

const TooOftenPage: FC<{ seconds: number }> = ({ seconds }) => (
  <>
    <h1>Too often</h1>
    <p>{tooOftenWords(seconds)}</p>
  </>
);
