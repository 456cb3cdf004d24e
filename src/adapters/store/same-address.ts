import type { Channel } from '../../core/types.ts';
import { ignoringCase } from './ignoring-case.ts';

/** One person is one mail address, whatever its case. */
export const sameMail = (address: string) => ignoringCase(address);

/** Addresses of other channels are secrets, each with one spelling. */
export const sameOn = (channel: Channel, address: string) => (channel === 'mail' ? sameMail(address) : address);
