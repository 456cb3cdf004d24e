/**
 * Text on its way out. Titles, quotes and addresses come from strangers: what a medium could take for a command is
 * removed or escaped here, once per medium. HTML and XML are escaped by the template library, not here.
 */

// Bidirectional overrides and zero-width characters can make a headline read as another; they carry no meaning for us.
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/gu;

/** Text without control, bidirectional and zero-width characters and lone surrogates; line breaks stay. */
export const plain = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(INVISIBLE, '')
    .replace(CONTROLS, '')
    .replace(/\p{Surrogate}/gu, '');

/** The same on one line, runs of white space folded. */
export const oneLine = (text: string): string => plain(text).replaceAll(/\s+/gu, ' ').trim();

/** A reader's own note, as it is kept and shown; null where nothing is left of it. */
export const noteLine = (note: string | null): string | null => (note === null ? null : oneLine(note) || null);

/** Cut to at most `max` UTF-16 units, never inside a character, with an ellipsis when something was cut. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = text.slice(0, max - 1).replace(/\p{Surrogate}$/u, '');
  return `${head.trimEnd()}…`;
}

/** A mail subject or any other header value: one line, at most 200 characters. */
export const headerText = (text: string): string => shorten(oneLine(text), 200);

/** The address when it is http or https, else null: `javascript:` and `data:` links never leave. */
export function safeUrl(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.href : null;
}

/**
 * One line of text inside Markdown: syntax characters are escaped, so a title is shown, never obeyed.
 * Angle brackets become entities, so no raw HTML passes a renderer that allows it.
 */
export const markdown = (text: string): string =>
  oneLine(text)
    .replaceAll(/[\\`*_{}[\]#+!|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/^(-|=|\d+\.)/u, '\\$1')
    // A bare address would become a link in many renderers.
    .replaceAll('://', ':&#8203;//');

/** `[text](<url>)`, or the text alone when the address is not http or https. */
export function markdownLink(text: string, url: string | null): string {
  const safe = safeUrl(url);
  return safe === null ? markdown(text) : `[${markdown(text)}](<${safe.replaceAll(/[<>]/g, encodeURIComponent)}>)`;
}

/** Slack's three control characters; with them escaped `<!channel>` and `<url|text>` are plain text. */
export const slack = (text: string): string =>
  oneLine(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

// OWASP: a spreadsheet takes these for the start of a formula, also in their full-width forms and after white space.
const FORMULA = /^\s*[=+\-@|%＝＋－＠]|^[\t\r\n]/u;
/** What a spreadsheet program accepts in one cell. */
const CELL_CHARS = 32_000;

/** Text of a cell that is typed as text, as in a workbook: what a program shows as it is, and never takes for a formula. */
export const cellText = (text: string): string => shorten(plain(text), CELL_CHARS);

/**
 * A cell of a table without types, as CSV: text that a program could take for a formula gets a leading apostrophe. Numbers are
 * untouched.
 */
export function cell<T extends string | number | boolean | null>(value: T): T | string {
  if (typeof value !== 'string') return value;
  // Cleaned first: an invisible character in front of "=" must not hide it from the check.
  const text = cellText(value);
  return FORMULA.test(text) ? `'${text}` : text;
}
