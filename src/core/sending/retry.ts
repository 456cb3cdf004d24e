/**
 * When to try a failed delivery again. Webhooks and chats follow the schedule Standard Webhooks proposes, mail a slower
 * one; both last a little over a day, after which the delivery is given up and its row says so.
 */
import type { Channel } from '../types.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const HOOK_WAITS_MS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR];
const MAIL_WAITS_MS = [1 * MINUTE, 5 * MINUTE, 15 * MINUTE, 1 * HOUR, 3 * HOUR, 6 * HOUR, 8 * HOUR, 8 * HOUR];
const LONGEST_MS = 12 * HOUR;

/**
 * @param attempts tries so far, all failed, >= 1
 * @param retryAfterMs what the receiver asked for; obeyed up to twelve hours
 * @returns the time of the next try, or null when it is time to give up
 */
export function nextTry(channel: Channel, attempts: number, now: Date, retryAfterMs = 0): Date | null {
  const waits = channel === 'mail' ? MAIL_WAITS_MS : HOOK_WAITS_MS;
  const wait = waits[attempts - 1];
  return wait === undefined ? null : new Date(now.getTime() + Math.max(wait, Math.min(retryAfterMs, LONGEST_MS)));
}
