/** How long a source that fails is left alone: each class of error by its own measure, never for ever. */
import type { ErrorClass } from '../../errors.ts';
import { DAY_MINUTES, type Interval } from './interval.ts';

interface Measure {
  /** Failures before the wait doubles: passing troubles get one more try at the usual pace. */
  grace: number;
  startMinutes: number;
  capMinutes: number;
}

const PASSING: Measure = { grace: 1, startMinutes: 0, capMinutes: 6 * 60 };
const LASTING: Measure = { grace: 0, startMinutes: 60, capMinutes: DAY_MINUTES };
const SETTLED: Measure = { grace: 0, startMinutes: DAY_MINUTES, capMinutes: DAY_MINUTES };

/** An outage passes in hours; a 404, a puzzle for people or a page where a feed was needs a person, and is tried daily. */
const MEASURES: Record<ErrorClass, Measure> = {
  dns: PASSING,
  connect: PASSING,
  timeout: PASSING,
  truncated: PASSING,
  http_5xx: PASSING,
  tls_expired: PASSING,
  tls: LASTING,
  http_4xx: LASTING,
  rate_limited: LASTING,
  challenge: LASTING,
  not_a_feed: LASTING,
  parse: LASTING,
  too_large: LASTING,
  redirect_loop: LASTING,
  gone: SETTLED,
  robots: SETTLED,
  blocked_address: SETTLED,
};

/**
 * @param failures     polls failed in a row, >= 1
 * @param usualMinutes the source's usual interval
 * @param retryAfterMs what the server asked for, 0 if nothing
 * @returns minutes to wait: doubling up to the class's cap, never sooner than usual or than the server asked
 */
export function backOff(
  errorClass: ErrorClass,
  failures: number,
  usualMinutes: number,
  retryAfterMs: number,
): Interval {
  const { grace, startMinutes, capMinutes } = MEASURES[errorClass];
  const doublings = Math.min(Math.max(failures - 1 - grace, 0), 12);
  const waiting = Math.min(Math.max(usualMinutes, startMinutes) * 2 ** doublings, capMinutes);
  const asked = Math.ceil(retryAfterMs / 60_000);
  const minutes = Math.max(waiting, usualMinutes, asked);
  return {
    minutes,
    reason: asked >= minutes ? 'the server asked to wait' : `${errorClass}, ${failures} in a row`,
  };
}

/** Errors that a source shows when it has moved without saying so. */
const MAYBE_MOVED: ReadonlySet<ErrorClass> = new Set(['http_4xx', 'gone', 'not_a_feed', 'redirect_loop']);

/** Is the source's site to be searched for its new address? After the 4th failure, the 8th, the 16th ... */
export const isTimeToLook = (errorClass: ErrorClass, failures: number): boolean =>
  MAYBE_MOVED.has(errorClass) && failures >= 4 && Number.isInteger(Math.log2(failures));
