/**
 * Messages to browsers (RFC 8030, encrypted as RFC 8291, signed as RFC 8292). Hides `web-push`, of which only the encryption
 * and the signature are used: the call itself goes the guarded way of webhooks.
 */
import { createECDH, hkdfSync } from 'node:crypto';
import webPush from 'web-push';
import { endedReason } from '../../core/sending/ended.ts';
import { readPushAddress } from '../../core/sending/push-address.ts';
import { giveUp, tryLater } from '../../errors.ts';
import type { Pushes } from '../../ports.ts';
import { checkAnswer, POST_TIMEOUT_MS, type Post } from '../webhook/index.ts';

/** A browser that sleeps longer than a day finds the news on the pages. */
const KEEP_SECONDS = 86_400;
const CURVE = 'prime256v1';
/** Order of P-256 (FIPS 186-5). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** What names this installation to push services: browsers are asked for the public one, calls are signed with the other. */
export interface PushKeys {
  publicKey: string;
  privateKey: string;
}

/**
 * The keys that belong to the installation's secret, so that the process that asks browsers and the one that sends agree
 * and no further secret is kept. 48 bytes leave no bias (FIPS 186-5, A.2.1).
 */
export function pushKeys(secret: string): PushKeys {
  const bytes = Buffer.from(hkdfSync('sha256', secret, '', 'gradewatch push', 48)).toString('hex');
  const scalar = (BigInt(`0x${bytes}`) % (ORDER - 1n)) + 1n;
  const pair = createECDH(CURVE);
  pair.setPrivateKey(scalar.toString(16).padStart(64, '0'), 'hex');
  return {
    publicKey: pair.getPublicKey('base64url'),
    // Of full length always: a leading zero may not fall away.
    privateKey: Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex').toString('base64url'),
  };
}

/** Whom a push service may write to: the contact where it is one address, else the public address, else the sender. */
export function pushSubject({
  contact,
  publicUrl,
  sender,
}: Record<'contact' | 'publicUrl', string | null> & { sender: string }): string {
  if (contact && /^[^\s@<>,]+@[^\s@<>,]+$/.test(contact)) return `mailto:${contact}`;
  const page = [contact, publicUrl].find((one) => one?.startsWith('https://') && URL.canParse(one));
  return page ?? `mailto:${sender}`;
}

/** @param subject as `pushSubject` says */
export function makePushes({ post, keys, subject }: { post: Post; keys: PushKeys; subject: string }): Pushes {
  return {
    async call({ id, address, body, topic, urgent }) {
      const subscription = readPushAddress(address);
      const request = webPush.generateRequestDetails(subscription, body, {
        vapidDetails: { subject, ...keys },
        ...{ TTL: KEEP_SECONDS, urgency: urgent ? 'high' : 'normal', topic, contentEncoding: 'aes128gcm' },
      });
      // The length is counted by who sends.
      const headers = Object.entries(request.headers ?? {}).filter(([name]) => name !== 'Content-Length');
      const answer = await post(subscription.endpoint, {
        headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), String(value)])),
        body: request.body as Buffer,
        timeoutMs: POST_TIMEOUT_MS,
      });
      checkPushed(answer, new URL(subscription.endpoint).host);
      return { providerId: `${id} ${answer.status}`, status: answer.status };
    },
  };
}

/**
 * 404 and 410: the browser gave it up (RFC 8030 section 7.3). 401 and 403 are the operator's to mend, for as long as a message
 * is tried; after that what goes there ends. All else is as with webhooks.
 */
function checkPushed(answer: Awaited<ReturnType<Post>>, host: string): void {
  const { status } = answer;
  if (status === 404 || status === 410)
    throw giveUp(`push service ${host} answered ${status}: the browser takes no more, the subscription ends`, {
      ...answer,
      ends: endedReason('browser_gone'),
    });
  if (status === 401 || status === 403)
    throw tryLater(
      `push service ${host} answered ${status}: it does not take our signature; was GRADEWATCH_SECRET changed since the reader asked, or is GRADEWATCH_CONTACT no address it accepts?`,
      { ...answer, ends: endedReason('signature_refused') },
    );
  checkAnswer(answer, host, 'push service');
}
