/** What the attributes of a text field say about its value: mark-up or not, wrapped, coded. */
import type { SourceFormat } from '../../core/types.ts';
import type { RawText } from './raw.ts';

interface Field {
  name: string;
  attributes: Record<string, string>;
  type: RawText['type'];
}

export const isXhtml = (field: Field) =>
  field.type === 'html' && (field.attributes.type === 'xhtml' || field.attributes.mode === 'xml');

/** RFC 4287 wraps xhtml in one div that is not part of the text. */
export function unwrapped(value: string, field: Field): string {
  if (!isXhtml(field)) return value;
  return /^\s*<div>([\s\S]*)<\/div>\s*$/.exec(value)?.[1] ?? value;
}

/**
 * Who declares escaped HTML and yet writes elements out around it means the escaped tags as tags.
 *
 * @param value mark-up; text between elements written out was escaped again
 */
export function unescapedTags(value: string, field: Field & { markup: boolean }): string {
  const { type = '', mode = 'escaped' } = field.attributes;
  if (!field.markup || !/^(text\/)?html$/.test(type) || mode !== 'escaped') return value;
  if (!/&lt;\/?[a-z][a-z0-9]*(\s[^<>]*)?\/?&gt;/i.test(value)) return value;
  return value.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

const MAY_BE_CODED = ['content', 'title', 'summary'];

/** Atom has base64 for contents of other types, and some write titles and summaries so; text in it is still text. */
export function decoded(value: string, field: Field): string {
  const { type = '', mode = '' } = field.attributes;
  const coded =
    mode === 'base64' ||
    (MAY_BE_CODED.includes(field.name) && type !== '' && !/^(text|html|xhtml)$|^text\/|[+/]xml$/.test(type));
  if (!coded || !/^[A-Za-z0-9+/=\s]+$/.test(value)) return value;
  return Buffer.from(value, 'base64').toString('utf8');
}

export function typeOf(name: string, { type, mode }: Record<string, string>, format: SourceFormat): RawText['type'] {
  if (name === 'content:encoded' || name.startsWith('xhtml:') || name === 'body' || name === 'fullitem') return 'html';
  if (format !== 'atom' || name.includes(':'))
    return type === 'html' || type === 'xhtml' ? 'html' : type === 'text' ? 'text' : 'unknown';
  // Atom 0.3 says how the value is written (mode) apart from what it is (type).
  if (mode === 'escaped' || mode === 'xml' || mode === 'base64')
    return type && /html/.test(type) ? 'html' : mode === 'escaped' ? 'unknown' : 'text';
  return type === undefined || type === 'text' || type === 'text/plain' ? 'text' : 'html';
}
