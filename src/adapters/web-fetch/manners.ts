/** What we owe a host: few requests at once, a pause between them, and silence when it asks for it. */
import { DateTime } from 'luxon';
import { tryLater } from '../../errors.ts';

export interface Lanes {
  /**
   * Runs a task when its lane has room: at most `perHost` at once, starts at least `gapMs` apart.
   * Waiting is not part of any request's deadline.
   */
  run<T>(lane: string, gapMs: number, task: () => Promise<T>): Promise<T>;
  /** Whoever still waits is sent away, so that a stop need not wait for a long queue. */
  close(): void;
}

interface Lane {
  active: number;
  /** Monotonic time before which nothing starts. */
  notBefore: number;
  waiting: { gapMs: number; start: () => void; refuse: (reason: Error) => void }[];
  timer: NodeJS.Timeout | null;
}

const SWEEP_ABOVE_LANES = 2_000;

export function makeLanes(perHost: number): Lanes {
  const lanes = new Map<string, Lane>();

  function startNext(lane: Lane): void {
    if (lane.timer || lane.active >= perHost || lane.waiting.length === 0) return;
    const wait = lane.notBefore - performance.now();
    if (wait > 0) {
      lane.timer = setTimeout(() => {
        lane.timer = null;
        startNext(lane);
      }, Math.ceil(wait));
      return;
    }
    const next = lane.waiting.shift()!;
    lane.active += 1;
    lane.notBefore = performance.now() + next.gapMs;
    next.start();
    startNext(lane);
  }

  function forgetIdle(): void {
    const now = performance.now();
    for (const [key, lane] of lanes)
      if (lane.active === 0 && lane.waiting.length === 0 && lane.notBefore <= now) lanes.delete(key);
  }

  return {
    async run(key, gapMs, task) {
      if (lanes.size > SWEEP_ABOVE_LANES) forgetIdle();
      const lane = lanes.get(key) ?? { active: 0, notBefore: 0, waiting: [], timer: null };
      lanes.set(key, lane);
      await new Promise<void>((start, refuse) => {
        lane.waiting.push({ gapMs, start, refuse });
        startNext(lane);
      });
      try {
        return await task();
      } finally {
        lane.active -= 1;
        startNext(lane);
      }
    },
    close() {
      for (const lane of lanes.values()) {
        clearTimeout(lane.timer ?? undefined);
        for (const { refuse } of lane.waiting.splice(0))
          refuse(tryLater('not asked: the program is stopping', { errorClass: 'connect' }));
      }
    },
  };
}

/** Hosts that asked for silence. In memory here; several processes share one kept by the store. */
export interface Holds {
  until(host: string): Promise<Date | null>;
  hold(host: string, until: Date): Promise<void>;
}

export function makeHolds(): Holds {
  const held = new Map<string, Date>();
  return {
    until: async (host) => held.get(host) ?? null,
    async hold(host, until) {
      const known = held.get(host);
      if (!known || known < until) held.set(host, until);
    },
  };
}

const LONGEST_HOLD_MS = 7 * 86_400_000;

/**
 * @param value the Retry-After field: seconds or an HTTP-date
 * @returns milliseconds from now, never more than seven days; 0 for nothing, the past or nonsense
 * Source: RFC 9110 section 10.2.3.
 */
export function retryAfterMs(value: string | undefined, now: Date): number {
  const text = value?.trim() ?? '';
  const asked = /^\d+$/.test(text) ? Number(text) * 1000 : DateTime.fromHTTP(text).toMillis() - now.getTime();
  return Number.isNaN(asked) ? 0 : Math.min(Math.max(asked, 0), LONGEST_HOLD_MS);
}
