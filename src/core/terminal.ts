/**
 * Text from outside as one may print it on a terminal: control characters (escape sequences among them), invisible
 * direction marks and lone surrogates become a visible space, so that a hostile title cannot move the cursor, change
 * colours or reverse a line.
 *
 * @param keepLines true keeps `\n` and `\t`
 */
export function printable(text: string, keepLines = false): string {
  return text.replace(UNPRINTABLE, (found) => (keepLines && (found === '\n' || found === '\t') ? found : ' '));
}

/** Other (Cc, Cf, Cs, Co, Cn) and the line and paragraph separators; the soft hyphen and joiners go with them. */
const UNPRINTABLE = /[\p{C}\u2028\u2029]/gu;
