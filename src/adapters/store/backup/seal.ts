/**
 * Signing secrets of webhooks and hubs, and the addresses of Slack, Teams and browsers, which let whoever has them post,
 * leave an installation sealed only: AES-256-GCM under a key made from the installation's own secret (HKDF, RFC 5869),
 * which is never part of a backup.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const PREFIX = 'sealed:v1:';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const keyOf = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', 'gradewatch backup', 32));

export function seal(plain: string, secret: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce);
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return PREFIX + Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
}

/** @returns null when it was sealed under another secret */
export function unseal(sealed: string, secret: string): string | null {
  const bytes = Buffer.from(sealed.slice(PREFIX.length), 'base64url');
  const tagEnd = NONCE_BYTES + TAG_BYTES;
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, tagEnd));
    return Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/**
 * A row with every secret text in it changed, at any depth: what stands under a key `secret` (webhooks' signing secrets, and
 * those of hubs, which lie in facts as JSON text) and the address beside a channel whose addresses are secrets. They must
 * not lie open in a file that is copied about.
 */
export function mapSecrets<T>(value: T, change: (secret: string) => string | null): T {
  if (Array.isArray(value)) return value.map((each) => mapSecrets(each, change)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      if (typeof each === 'string' && isSecret(key, value)) return [key, change(each)];
      const inside = key === 'value' && typeof each === 'string' ? asObject(each) : null;
      return [key, inside ? JSON.stringify(mapSecrets(inside, change)) : mapSecrets(each, change)];
    }),
  ) as T;
}

const SECRET_ADDRESSES: readonly unknown[] = ['slack', 'teams', 'push'];
const isSecret = (key: string, row: object): boolean =>
  key === 'secret' || (key === 'address' && 'channel' in row && SECRET_ADDRESSES.includes(row.channel));

function asObject(text: string): object | null {
  if (!text.startsWith('{')) return null;
  try {
    return JSON.parse(text) as object;
  } catch {
    return null;
  }
}

export const isSealed = (text: string): boolean => text.startsWith(PREFIX);
