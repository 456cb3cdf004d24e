/**
 * Tokens in links. Unsubscribe, preference and feed tokens are random and kept as a hash only, so that neither a leaked
 * database nor a lost secret matters; they never expire. Confirm links are signed instead: they say what they are for and
 * until when, and need no row.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a link in a letter is for; those to confirm something are signed, the others random and kept hashed. */
export type LinkPurpose = 'unsubscribe' | 'preferences' | 'feed' | 'confirm' | 'address';

/** A new token (192 bits, for the link) and the hash to keep. */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(24).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** What the store looks a token up by. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The same for a link that stands for several subscriptions: of each one hash. */
export const hashOfPart = (token: string, part: number): string => hashToken(part === 0 ? token : `${token} ${part}`);

export interface Signed {
  purpose: string;
  /** What the link acts on: the id of a subscription or of a change of address. */
  subject: string;
  expires: Date;
}

const mac = (secret: string, payload: string): Buffer =>
  createHmac('sha256', secret).update(`gradewatch-link:${payload}`).digest();

/** A token for a link that acts on `subject` for `purpose` until it expires. */
export function signLink(secret: string, { purpose, subject, expires }: Signed): string {
  const payload = Buffer.from(JSON.stringify([purpose, subject, expires.getTime()])).toString('base64url');
  return `${payload}.${mac(secret, payload).toString('base64url')}`;
}

/**
 * @returns the subject the link was signed for; `expired` when it was ours and is too old; null when it was not ours or
 * was signed for another purpose. Using it once only is the step's business: confirming twice changes nothing.
 */
export function readLink(secret: string, token: string, purpose: string, now: Date): string | 'expired' | null {
  const [payload = '', signature = '', ...rest] = token.length > 2_000 ? [] : token.split('.');
  const [given, right] = [Buffer.from(signature, 'base64url'), mac(secret, payload)];
  if (rest.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const [signedFor, subject, expires] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [
    string,
    string,
    number,
  ];
  if (signedFor !== purpose) return null;
  return now.getTime() < expires ? subject : 'expired';
}

/** What stands for a mail address under this secret, whatever its case. */
export const addressKey = (secret: string, address: string): string =>
  createHmac('sha256', secret).update(`gradewatch-address:${address.toLowerCase()}`).digest('hex');

/** Whether two secrets are the same, told in the same time whatever they are. */
const isSameSecret = (given: string, right: string): boolean =>
  timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(right).digest());

export interface OperatorKey {
  isToken(given: string): boolean;
  /** What a browser keeps instead of the token: it ends by itself, and with a change of the token. */
  session(now: Date): string;
  isSession(given: string, now: Date): boolean;
}

export const SESSION_SECONDS = 12 * 3_600;

/** @param token what operators are known by */
export function operatorKey(secret: string, token: string): OperatorKey {
  const subject = hashToken(token);
  return {
    isToken: (given) => isSameSecret(given, token),
    session: (now) =>
      signLink(secret, { purpose: 'operator', subject, expires: new Date(now.getTime() + SESSION_SECONDS * 1_000) }),
    isSession: (given, now) => readLink(secret, given, 'operator', now) === subject,
  };
}
