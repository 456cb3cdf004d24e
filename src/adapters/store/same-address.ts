import type { Channel } from '../../core/types.ts';

/**
 * One person is one mail address, whatever its case. Ignoring case the database compares patterns (ILIKE), in which `_` and
 * `%` stand for other characters and are allowed in addresses too: escaped, or `a_b@…` would be shown what is `axb@…`'s.
 */
export const sameMail = (address: string) => ({
  equals: address.replaceAll(/[\\%_]/g, '\\$&'),
  mode: 'insensitive' as const,
});

/** Addresses of other channels are secrets, each with one spelling. */
export const sameOn = (channel: Channel, address: string) => (channel === 'mail' ? sameMail(address) : address);
