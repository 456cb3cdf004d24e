import PostalMime, { type Attachment } from 'postal-mime';
import type { Report } from '../../core/sending/returned.ts';

const LIMITS = { maxNestingDepth: 10, maxHeadersSize: 64 * 1024 };
/**
 * A report is read up to here: its own parts stand first, and of the original its head is enough. Anybody can write to our
 * sender, and five megabytes of short lines would hold the process up for many seconds.
 */
const MOST_BYTES = 256 * 1024;
const KINDS = new Map<string, Report['kind']>([
  ['message/delivery-status', 'delivery'],
  ['message/global-delivery-status', 'delivery'],
  ['message/feedback-report', 'feedback'],
]);
/** What of the original is sent back, whole or its head. */
const ORIGINALS = new Set(['message/rfc822', 'message/global', 'text/rfc822-headers', 'message/global-headers']);

/** A mail as a report about one of ours; null where it is none, or does not say about which. */
export async function readReportMail(bytes: Uint8Array): Promise<Report | null> {
  const options = { ...LIMITS, attachmentEncoding: 'utf8', forceRfc822Attachments: true } as const;
  const mail = await PostalMime.parse(bytes.subarray(0, MOST_BYTES), options).catch(() => null);
  const part = mail?.attachments.find(({ mimeType }) => KINDS.has(mimeType));
  const original = mail?.attachments.find(({ mimeType }) => ORIGINALS.has(mimeType));
  const kind = part && KINDS.get(part.mimeType);
  if (!kind || !original) return null;
  const messageId = fieldsOf(headOf(textOf(original)))['message-id'];
  return messageId ? { messageId, kind, fields: fieldsOf(textOf(part)) } : null;
}

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8');

const headOf = (text: string): string => text.split(/\r?\n\r?\n/, 1)[0] ?? '';

/** `Name: value` lines, folded ones joined; blank lines part groups of them. */
function fieldsOf(text: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const line of text.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name = '', value = ''] = /^([\w-]{1,60}):\s*(.*)$/.exec(line) ?? [];
    if (name !== '') fields[name.toLowerCase()] ??= value.trim();
  }
  return fields;
}
