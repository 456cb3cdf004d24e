/** Addresses people give us: one mail address, one webhook address; anything else is refused in a sentence. */
import { z } from 'zod';
import { WrongUse } from '../../errors.ts';

// The HTML standard's pattern: no white space, comma, colon, angle bracket, quote or control character passes, so a
// value can never be read as a list of addresses or as a second header (nodemailer splits strings at commas).
const MAIL = z.string().max(254).regex(z.regexes.html5Email);

/**
 * @returns the one address, domain in lower case (the local part is the receiver's business)
 * @throws WrongUse when it is not exactly one mail address
 */
export function mailAddress(text: string): string {
  const address = text.trim();
  const [local = '', domain = ''] = address.split('@');
  if (!MAIL.safeParse(address).success || local.length > 64)
    throw new WrongUse(
      `"${text.slice(0, 80).replaceAll(/[^\x20-\x7E]/g, '?')}" is not one mail address; write it as name@example.org`,
    );
  return `${local}@${domain.toLowerCase()}`;
}

/**
 * A webhook's address. Where its name leads is checked at connect time, by the guard.
 *
 * @param refusal why the guard would never let a call through to it, plain http to a host the operator did not name among
 *   the reasons; null where it may
 * @throws WrongUse when it is not an absolute https address without credentials
 */
export function webhookAddress(text: string, { refusal }: { refusal(url: URL): string | null }): string {
  const shown = text.slice(0, 80).replaceAll(/[^\x20-\x7E]/g, '?');
  if (!URL.canParse(text.trim()))
    throw new WrongUse(`"${shown}" is not a web address; write it as https://example.org/hook`);
  const url = new URL(text.trim());
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new WrongUse(`"${shown}" does not start with https://; alerts are sent over an encrypted connection only`);
  if (url.username !== '' || url.password !== '')
    throw new WrongUse(`"${url.host}" carries a user name or password; leave it out, calls are signed instead`);
  url.hash = '';
  const refused = refusal(url);
  if (refused !== null) throw new WrongUse(refused);
  return url.href;
}
