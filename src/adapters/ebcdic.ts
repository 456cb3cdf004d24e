/**
 * EBCDIC documents, which iconv-lite does not know: XML 1.0 appendix F asks readers to tell them by their first bytes,
 * and public suites of feeds have them. Code page 37; page 500 (`ebcdic-cp-be`, `ebcdic-cp-ch`) moves seven signs,
 * the brackets of CDATA among them.
 */

/** 0x40 to 0xFF of code page 37, sixteen a line. */
const PAGE_37 = [
  ' \u00a0âäàáãåçñ¢.<(+|',
  '&éêëèíîïìß!$*);¬',
  '-/ÂÄÀÁÃÅÇÑ¦,%_>?',
  'øÉÊËÈÍÎÏÌ`:#@\'="',
  'Øabcdefghi«»ðýþ±',
  '°jklmnopqrªºæ¸Æ¤',
  'µ~stuvwxyz¡¿ÐÝÞ®',
  '^£¥·©§¶¼½¾[]¯¨´×',
  '{ABCDEFGHI\u00adôöòóõ',
  '}JKLMNOPQR¹ûüùúÿ',
  '\\÷STUVWXYZ²ÔÖÒÓÕ',
  '0123456789³ÛÜÙÚ\u009f',
].join('');
/** Below 0x40 stand controls: tab, the two new lines and carriage return are all that XML knows. */
const CONTROLS: Record<number, string> = { 5: '\t', 13: '\r', 21: '\n', 37: '\n' };
const PAGE_500: Record<string, string> = { '¢': '[', '|': '!', '!': ']', '¬': '^', '^': '¢', '[': '¬', ']': '|' };
const LIKE_500 = /encoding=["'](?:(?:cs)?ibm-?500|cp500|500|ebcdic[-_]cp[-_](?:be|ch))["']/i;

/** `<?xm` in every EBCDIC page. */
export const isEbcdic = (b: Uint8Array): boolean => b[0] === 0x4c && b[1] === 0x6f && b[2] === 0xa7 && b[3] === 0x94;

export function decodeEbcdic(bytes: Uint8Array): string {
  const text = Array.from(bytes, (b) => (b < 0x40 ? (CONTROLS[b] ?? '') : PAGE_37[b - 0x40])).join('');
  return LIKE_500.test(text.slice(0, 200)) ? text.replace(/[¢|!¬^[\]]/g, (sign) => PAGE_500[sign] ?? sign) : text;
}
