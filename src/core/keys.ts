import { createHash } from 'node:crypto';

/**
 * A short stable id from what it names: the same parts give the same id on any machine, in any order of arrival.
 *
 * @returns 20 base-36-like characters (lower-case letters and digits), 100 bits of SHA-256
 */
export function digestId(...parts: readonly (string | number | null)[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest();
  return BigInt(`0x${hash.subarray(0, 13).toString('hex')}`)
    .toString(36)
    .padStart(21, '0')
    .slice(0, 20);
}

/** SHA-256 in hex of text or bytes. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** JSON with keys in order: equal values give equal text, whatever order they were built in. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner) && !(inner instanceof Date)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
}
