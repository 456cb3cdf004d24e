/**
 * One mail of a newsletter as entries: its headlines with their links, and the letter itself where it says more than
 * they do. Nothing a mail names is fetched here, attachments are left alone.
 */
import PostalMime, { type Email } from 'postal-mime';
import { digestId } from '../../core/keys.ts';
import type { Coded, ParsedEntry, ParsedFeed } from '../../core/types.ts';
import { GiveUp, giveUp } from '../../errors.ts';
import { isoUtc, readDate } from './dates.ts';
import { headlinesInHtml, headlinesInText, type MailBody } from './mail-headlines.ts';
import { squash } from './plain-text.ts';

/** Parts inside parts; letters have three or four. */
const MAX_NESTING = 30;
const MAX_HEADER_BYTES = 512 * 1024;
const MAX_TITLE = 1_000;
/** Words outside the headlines that are more than a greeting and an imprint. */
const PROSE_CHARS = 200;

/** Names the mail's first entry, so that it is known whether the mail was read. */
export const firstOfMail = (mailId: string): string => `mail:${mailId}/0`;

export interface Envelope {
  /** Follows from the headers. A mail sent again under the same name with other words is another one. */
  id: string;
  /** As written. */
  date: string;
}

/** @returns null where the headers are no mail's: neither From, Subject nor Date */
export function envelopeOf({ headers }: Pick<Email, 'headers'>): Envelope | null {
  const header = (name: string) => squash(headers.find(({ key }) => key === name)?.value ?? '');
  const [date, from, subject] = [header('date'), header('from'), header('subject')];
  if (!from && !subject && !date) return null;
  return { id: digestId('mail', header('message-id'), date, from, subject), date };
}

/** @throws GiveUp `parse` where the bytes are no mail */
export async function readMail(bytes: Uint8Array, now: Date | undefined): Promise<ParsedFeed> {
  const mail = await parsed(bytes);
  const envelope = envelopeOf(mail);
  if (!envelope) throw giveUp('no mail: it has neither From, Subject nor Date', { errorClass: 'parse' });
  const { id, date } = envelope;
  const warnings: Coded[] = [];
  const subject = squash(mail.subject ?? '').slice(0, MAX_TITLE);
  const written = readDate(date);
  if (!written)
    warnings.push({ code: 'bad_date', message: `the mail's date could not be read: "${date.slice(0, 60)}"` });
  // A letter from the future is one whose sender's clock, or word, is wrong: it arrived by now.
  const published = written && now && written > now ? now : written;
  const body = bodyOf(mail, warnings);
  const common = {
    published: published ? isoUtc(published) : null,
    publishedFrom: published ? 'mail date' : null,
    authors: [squash(mail.from?.name ?? '') || squash(mail.from?.address ?? '')].filter((name) => name !== ''),
  };
  const entries: Omit<ParsedEntry, 'id'>[] = body.headlines.map(({ title, link, blurb }) => ({
    title: title.slice(0, MAX_TITLE),
    link,
    summary: blurb || null,
    content: null,
    ...common,
  }));
  if (entries.length === 0 || body.rest.length >= PROSE_CHARS)
    entries.push({
      title: subject,
      link: null,
      summary: body.rest.slice(0, 50_000) || null,
      content: body.restHtml,
      ...common,
    });
  return {
    format: 'mail',
    title: subject || null,
    link: null,
    entries: entries.map((entry, at) => ({ id: at === 0 ? firstOfMail(id) : `mail:${id}/${at}`, ...entry })),
    warnings,
  };
}

async function parsed(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: MAX_NESTING, maxHeadersSize: MAX_HEADER_BYTES });
  } catch (cause) {
    throw giveUp(`a mail that cannot be read: ${(cause as Error).message}`, { cause, errorClass: 'parse' });
  }
}

/** Mark-up built to harm leaves the plain text, or the subject alone: the letter still counts. */
function bodyOf({ html, text }: Email, warnings: Coded[]): MailBody {
  try {
    if (html) return headlinesInHtml(html);
  } catch (error) {
    if (!(error instanceof GiveUp)) throw error;
    warnings.push({ code: 'malformed', message: `the mail's mark-up was left unread: ${error.message}` });
  }
  return headlinesInText((text ?? '').slice(0, 1_000_000));
}
