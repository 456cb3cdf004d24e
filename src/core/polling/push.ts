/**
 * WebSub: a source's hub tells us that something is new, and we poll at once. What it sends is a hint and never read as
 * content; polling goes on at its usual pace as the net beneath. Source: W3C Recommendation WebSub, 23 January 2018.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Our standing with one source's hub. Times are ISO. */
export interface HubLease {
  hub: string;
  topic: string;
  /** In the callback's address, so that only the hub knows it. */
  token: string;
  /** Signs what the hub sends. */
  secret: string;
  askedAt: string;
  /** Null until the hub has proved that it knows us. */
  leaseUntil: string | null;
  lastPush: string | null;
}

const LEASE_DAYS = 10;
const RENEW_BEFORE_MS = 86_400_000;
const ASK_AGAIN_AFTER_MS = 6 * 3_600_000;

/** Is the hub to be asked, anew or again? */
export function isHubDue(lease: HubLease | null, stated: { hub: string; topic: string } | null, now: Date): boolean {
  if (!lease) return stated !== null;
  if (stated && (stated.hub !== lease.hub || stated.topic !== lease.topic)) return true;
  if (now.getTime() - Date.parse(lease.askedAt) < ASK_AGAIN_AFTER_MS) return false;
  return lease.leaseUntil === null || Date.parse(lease.leaseUntil) - now.getTime() < RENEW_BEFORE_MS;
}

/** The form a hub is posted. Section 5.1. */
export const hubForm = ({ topic, secret }: HubLease, callback: string): string =>
  new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.topic': topic,
    'hub.callback': callback,
    'hub.lease_seconds': String(LEASE_DAYS * 86_400),
    'hub.secret': secret,
  }).toString();

/**
 * What a hub's question at our callback means. Section 5.3.
 *
 * @returns the challenge to echo and the lease as it stands then; a lease without its hub's word after `denied`; null for
 *   what we did not ask for
 */
export function answerHub(
  lease: HubLease,
  query: Readonly<Record<string, string>>,
  now: Date,
): { echo: string; lease: HubLease } | null {
  if (query['hub.topic'] !== lease.topic) return null;
  if (query['hub.mode'] === 'denied') return { echo: '', lease: { ...lease, leaseUntil: null } };
  const challenge = query['hub.challenge'];
  if (query['hub.mode'] !== 'subscribe' || !challenge) return null;
  const seconds = Math.min(Math.max(Number(query['hub.lease_seconds']) || 0, 3_600), 90 * 86_400);
  return { echo: challenge, lease: { ...lease, leaseUntil: new Date(now.getTime() + seconds * 1000).toISOString() } };
}

const METHODS = new Set(['sha1', 'sha256', 'sha384', 'sha512']);

/** @param header `X-Hub-Signature`: method=hex. Section 7.1 */
export function isSignedByHub(secret: string, header: string | undefined, body: Uint8Array): boolean {
  const [method = '', hex = ''] = (header ?? '').split('=');
  if (!METHODS.has(method)) return false;
  const right = createHmac(method, secret).update(body).digest();
  const given = Buffer.from(hex, 'hex');
  return given.length === right.length && timingSafeEqual(given, right);
}
