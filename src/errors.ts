/**
 * Failures that were foreseen. Anything else is a bug and is let through untouched.
 *
 * - `TryLater`: the world may improve (a server is down); the work stays wanted.
 * - `GiveUp`: it will not (a page is gone, an address is refused); the failure becomes a row.
 * - `WrongUse`: the person running the program must change something; every fault is listed at once.
 */

export const ERROR_CLASSES = [
  'dns',
  'connect',
  'tls',
  'tls_expired',
  'timeout',
  'http_4xx',
  'gone',
  'http_5xx',
  'rate_limited',
  'challenge',
  'not_a_feed',
  'parse',
  'too_large',
  'truncated',
  'redirect_loop',
  'blocked_address',
  'robots',
] as const;
export type ErrorClass = (typeof ERROR_CLASSES)[number];

export interface FailureDetails {
  cause?: unknown;
  /** For fetches: the class the source's health shows. */
  errorClass?: ErrorClass;
  /** What the server asked for, milliseconds from now; nothing when it asked for nothing. */
  retryAfterMs?: number;
  /** HTTP status or SMTP reply code, when one came. */
  status?: number;
  /** Why nothing more is sent to a receiver, as `core/sending/ended.ts` spells it: what goes there ends with it, once this message is not tried again. */
  ends?: string;
  /** A message may have arrived all the same: it left whole, and no answer said what became of it. */
  perhaps?: true;
  /** Host that `retryAfterMs` is about: nothing is asked of it before then, whatever the source. */
  holdHost?: string;
}

class Failure extends Error {
  readonly details: FailureDetails;
  constructor(message: string, details: FailureDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.details = details;
  }
}

export class TryLater extends Failure {}
export class GiveUp extends Failure {}

/** Wrong usage or settings: exit code 2, one line a fault. */
export class WrongUse extends Error {
  readonly faults: string[];
  constructor(faults: string | string[]) {
    const list = typeof faults === 'string' ? [faults] : faults;
    super(list.join('\n'));
    this.name = 'WrongUse';
    this.faults = list;
  }
}

export const tryLater = (message: string, details?: FailureDetails) => new TryLater(message, details);
export const giveUp = (message: string, details?: FailureDetails) => new GiveUp(message, details);
