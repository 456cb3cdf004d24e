import PostalMime, { type Attachment } from 'postal-mime';
import type { Report } from '../../core/sending/returned.ts';

const LIMITS = { maxNestingDepth: 10, maxHeadersSize: 512 * 1024 };
const KINDS: Record<string, Report['kind']> = {
  'message/delivery-status': 'delivery',
  'message/global-delivery-status': 'delivery',
  'message/feedback-report': 'feedback',
};
/** What of the original is sent back, whole or its head. */
const ORIGINALS = new Set(['message/rfc822', 'message/global', 'text/rfc822-headers', 'message/global-headers']);

/** A mail as a report about one of ours; null where it is none, or does not say about which. */
export async function readReportMail(bytes: Uint8Array): Promise<Report | null> {
  const options = { ...LIMITS, attachmentEncoding: 'utf8', forceRfc822Attachments: true } as const;
  const mail = await PostalMime.parse(bytes, options).catch(() => null);
  const part = mail?.attachments.find(({ mimeType }) => mimeType in KINDS);
  const original = mail?.attachments.find(({ mimeType }) => ORIGINALS.has(mimeType));
  if (!part || !original) return null;
  const messageId = fieldsOf(headOf(textOf(original)))['message-id'];
  const kind = KINDS[part.mimeType];
  return messageId && kind ? { messageId, kind, fields: fieldsOf(textOf(part)) } : null;
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
