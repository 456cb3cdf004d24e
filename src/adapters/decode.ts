/**
 * Bytes to text, for feeds and pages alike. No parser of ours sees bytes: none of them honours what the bytes declare.
 *
 * Order: byte-order mark, `Content-Type` charset, declaration in the first kilobyte (XML declaration or `<meta>`),
 * strict UTF-8, UTF-8 but for some bytes, else windows-1252, or what chardet finds where the letters are of another script
 * or plainly Central European. Labels of Latin-1 and ASCII mean windows-1252 (WHATWG Encoding standard).
 * Node 20's TextDecoder decodes windows-1252 as Latin-1 (nodejs/node issue 56542), so only iconv-lite does that here.
 */
import chardet from 'chardet';
import iconv from 'iconv-lite';
import type { Coded } from '../core/types.ts';
import { decodeEbcdic, isEbcdic } from './ebcdic.ts';

export interface Decoded {
  text: string;
  /** The encoding that was used, e.g. `utf-8`, `windows-1252`. */
  encoding: string;
  warnings: Coded[];
}

const HEAD_BYTES = 1024;
const LATIN =
  /^(iso-?8859-?1|iso_8859-1(:1987)?|latin-?1|l1|us-?ascii|ascii|646|ansi_x3\.4-19(68|86)|cp1252|x-cp1252|windows-?1252|win-?1252|cp819|ibm819|csisolatin1|iso-ir-100|unknown-8bit)$/;
const UTF8 = /^(utf-?8|unicode-1-1-utf-8|x-unicode20utf8)$/;
/** Names in use that iconv-lite does not know. */
const OTHER_NAMES: Record<string, string> = {
  maccentraleurope: 'maccenteuro',
  maclatin2: 'maccenteuro',
  'x-mac-ce': 'maccenteuro',
  'x-mac-roman': 'macintosh',
  cp_is: 'cp861',
  uhc: 'cp949',
};
/** Bytes 0x80 to 0x9F in windows-1252; the five unused ones stay what they are. */
const C1_AS_WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Turns C1 controls into the windows-1252 characters they were meant as: `&#146;` and mislabelled bytes are apostrophes. */
export function repairC1(text: string): string {
  return /[\u0080-\u009f]/.test(text)
    ? text.replace(/[\u0080-\u009f]/g, (c) => C1_AS_WINDOWS[c.charCodeAt(0) - 0x80] ?? c)
    : text;
}

/**
 * @param bytes       the body as it came, decompressed
 * @param contentType the response's Content-Type, if any
 * @returns text without byte-order mark, and what had to be guessed or repaired (`unknown_charset`, `charset_repaired`)
 */
export function decode(bytes: Uint8Array, contentType: string | undefined): Decoded {
  const warnings: Coded[] = [];
  if (isEbcdic(bytes)) return { text: decodeEbcdic(bytes), encoding: 'ebcdic', warnings };
  const byMark = markOf(bytes);
  if (byMark) return { text: strip(iconvText(bytes, byMark)), encoding: byMark, warnings };

  const labels = [
    { from: 'the Content-Type header', label: charsetOf(contentType) },
    { from: 'the document', label: declaredIn(bytes) },
  ];
  for (const { from, label } of labels) {
    if (!label) continue;
    const read = decodeAs(bytes, label, warnings);
    if (read) return { ...read, text: strip(read.text), warnings };
    warnings.push({
      code: 'unknown_charset',
      message: `${from} names the charset "${label.slice(0, 40)}", which is not known; it was ignored`,
    });
  }
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null) return { text: strip(utf8), encoding: 'utf-8', warnings };
  if (isMostlyUtf8(bytes)) {
    warnings.push({ code: 'charset_repaired', message: 'UTF-8 but for some bytes; those were read as windows-1252' });
    return { text: strip(mixedUtf8(bytes)), encoding: 'utf-8', warnings };
  }
  const guessed = otherLetters(bytes);
  if (guessed)
    warnings.push({ code: 'charset_guessed', message: `no charset is declared; the letters look like ${guessed}` });
  const encoding = guessed ?? 'windows-1252';
  return { text: strip(iconvText(bytes, encoding)), encoding, warnings };
}

/** Scripts other than ours by chardet's names, as iconv-lite decodes them: where one page contains another, the larger. */
const OTHER_SCRIPTS: Record<string, string> = {
  Big5: 'big5',
  'EUC-JP': 'euc-jp',
  'EUC-KR': 'cp949',
  GB18030: 'gb18030',
  'ISO-8859-5': 'iso-8859-5',
  'ISO-8859-6': 'iso-8859-6',
  'ISO-8859-7': 'windows-1253',
  'ISO-8859-8': 'windows-1255',
  'KOI8-R': 'koi8-r',
  Shift_JIS: 'shift_jis',
  'windows-1251': 'windows-1251',
  'windows-1256': 'windows-1256',
  'windows-874': 'windows-874',
};
/** Text in Latin letters stays below an eighth even with an accent in each word; in other scripts most bytes are high. */
const HIGH_SHARE = 0.2;
const LEAST_CONFIDENCE = 20;
const LOOKED_AT_BYTES = 64 * 1024;

/** Central European letters share their bytes with Western ones: only a clear lead in enough of them tells them apart. */
const CENTRAL_EUROPEAN = new Set(['windows-1250', 'ISO-8859-2']);
const LEAST_LETTERS = 8;
const CLEAR_LEAD = 1.5;

/** The encoding of a document whose words, outside its mark-up, are plainly not in Western letters; else null. */
function otherLetters(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, LOOKED_AT_BYTES)).toString('latin1');
  const words = Buffer.from(head.replace(/<[^<>]*>|\s+/g, ' '), 'latin1');
  const high = words.reduce((count, byte) => count + (byte > 0x7f ? 1 : 0), 0);
  if (high < LEAST_LETTERS && high < words.length * HIGH_SHARE) return null;
  const [best, next] = chardet.analyse(words);
  if (!best || best.confidence < LEAST_CONFIDENCE) return null;
  if (high >= words.length * HIGH_SHARE) return OTHER_SCRIPTS[best.name] ?? null;
  if (!CENTRAL_EUROPEAN.has(best.name) || best.confidence < (next?.confidence ?? 0) * CLEAR_LEAD) return null;
  // Without any byte of its own chardet takes windows-1250 for ISO-8859-2, which has another byte for the Polish "ą".
  const isWindows = best.lang === 'pl' && words.includes(0xb9) && !words.includes(0xb1);
  return isWindows ? 'windows-1250' : best.name.toLowerCase();
}

function decodeAs(bytes: Uint8Array, label: string, warnings: Coded[]): { text: string; encoding: string } | null {
  if (UTF8.test(label)) {
    const text = strictUtf8(bytes);
    if (text !== null) return { text, encoding: 'utf-8' };
    warnings.push({
      code: 'charset_repaired',
      message: 'labelled UTF-8, but some bytes are not; those were read as windows-1252',
    });
    return { text: mixedUtf8(bytes), encoding: 'utf-8' };
  }
  if (LATIN.test(label)) {
    // Bytes above 0x7F that happen to be valid UTF-8 throughout are UTF-8 under a server's default label.
    const utf8 = bytes.some((b) => b > 0x7f) ? strictUtf8(bytes) : null;
    if (utf8 === null) return { text: iconvText(bytes, 'windows-1252'), encoding: 'windows-1252' };
    warnings.push({
      code: 'charset_repaired',
      message: `labelled "${label}", but the bytes are UTF-8 and were read so`,
    });
    return { text: utf8, encoding: 'utf-8' };
  }
  // A 16-bit label on bytes that are plainly 8-bit is a label someone copied.
  if (/^(utf-?16|ucs-?2|iso-10646-ucs-2|utf-?32|ucs-?4)/.test(label) && !bytes.subarray(0, HEAD_BYTES).includes(0))
    return null;
  if (/^(base64|hex|binary)$/.test(label)) return null;
  const name = OTHER_NAMES[label] ?? label;
  if (iconv.encodingExists(name)) return { text: iconvText(bytes, name), encoding: name };
  // The few encodings of the web that iconv-lite leaves out (ISO-2022-JP); never the Windows ones, see above.
  const other = textDecoder(name);
  return other && { text: other.decode(bytes), encoding: name };
}

function markOf(b: Uint8Array): string | null {
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return strictUtf8(b) === null ? null : 'utf-8';
  if (b[0] === 0xff && b[1] === 0xfe) return b[2] === 0 && b[3] === 0 ? 'utf-32le' : 'utf-16le';
  if (b[0] === 0xfe && b[1] === 0xff) return 'utf-16be';
  if (b[0] === 0 && b[1] === 0 && b[2] === 0xfe && b[3] === 0xff) return 'utf-32be';
  // No mark, but "<" or "{" with the zero bytes of a wide encoding (XML 1.0 appendix F).
  const opens = (byte: number | undefined) => byte === 0x3c || byte === 0x7b;
  if (opens(b[0]) && b[1] === 0) return b[2] === 0 && b[3] === 0 ? 'utf-32le' : 'utf-16le';
  if (b[0] === 0 && opens(b[1])) return 'utf-16be';
  if (b[0] === 0 && b[1] === 0 && b[2] === 0 && opens(b[3])) return 'utf-32be';
  return null;
}

/** The charset parameter, with or without quotes. */
function charsetOf(contentType: string | undefined): string | null {
  return clean(/charset\s*=\s*["']?\s*([^\s"';,]{1,60})/i.exec((contentType ?? '').slice(0, 500))?.[1]);
}

function declaredIn(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  const xml = /<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"'>]{1,60})["']/i.exec(head)?.[1];
  return clean(xml ?? /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([^\s"'>;/]{1,60})/i.exec(head)?.[1]);
}

const clean = (label: string | undefined) => label?.trim().toLowerCase() || null;
const strip = (text: string) => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function textDecoder(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

function iconvText(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
}

/** UTF-8 where it is UTF-8, windows-1252 byte for byte where it is not: a page pasted together from both loses neither. */
function mixedUtf8(bytes: Uint8Array): string {
  const parts: string[] = [];
  let start = 0;
  const flush = (end: number) => {
    if (end > start) parts.push(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8'));
  };
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i);
    if (length > 0) {
      i += length;
      continue;
    }
    flush(i);
    parts.push(iconvText(bytes.subarray(i, i + 1), 'windows-1252'));
    i += 1;
    start = i;
  }
  flush(bytes.length);
  return parts.join('');
}

/** Text in another charset holds next to no valid sequences of two bytes and more: where they prevail, it is UTF-8. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let valid = 0;
  let broken = 0;
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i);
    if (length > 1) valid += 1;
    if (length === 0) broken += 1;
    i += length || 1;
  }
  return valid > 0 && valid >= broken;
}

/** Length of the valid UTF-8 sequence at `i`, 0 where there is none (RFC 3629 section 4). */
function sequenceLength(b: Uint8Array, i: number): number {
  const first = b[i]!;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  for (let k = 1; k < length; k++) if (((b[i + k] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = b[i + 1] ?? 0;
  if ((first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f)) return 0;
  if ((first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f)) return 0;
  return length;
}
