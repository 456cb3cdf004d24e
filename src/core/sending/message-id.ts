/** The Message-ID of a mail and what it was made of. */

/**
 * The Message-ID of a mail, always the same for one alert, so that a resend is the same mail to whoever honours it.
 *
 * @param key    what the ledger calls it: `subscription.event.notice.channel`, or a digest's key
 * @param domain the sender's domain
 */
export function messageId(key: string, domain: string): string {
  // Percent-encoding keeps different keys different; the brackets it leaves are not allowed in an id.
  const local = encodeURIComponent(key).replaceAll('(', '%28').replaceAll(')', '%29');
  return `<${local}@${domain.replaceAll(/[^A-Za-z0-9.-]/g, '')}>`;
}

/** The key of `messageId` again; what is no Message-ID comes back as it is. */
export function keyOfMessageId(text: string): string {
  const local = /^<?([^<>@\s]+)@[^<>@\s]+>?$/.exec(text)?.[1];
  if (local === undefined) return text;
  try {
    return decodeURIComponent(local);
  } catch {
    return text;
  }
}
