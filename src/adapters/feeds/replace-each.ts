const PIECES = 4_096;

/**
 * `text.replace(pattern, by)` for text of any length. The built-in gathers every match before it calls anybody: millions
 * of them take more memory than a thread has, and the engine then ends the whole process.
 *
 * @param pattern global
 */
export function replaceEach(text: string, pattern: RegExp, by: (match: RegExpExecArray) => string): string {
  const done: string[] = [];
  let pieces: string[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    pieces.push(text.slice(at, match.index), by(match));
    at = match.index + match[0].length;
    if (pieces.length < PIECES) continue;
    done.push(pieces.join(''));
    pieces = [];
  }
  return done.join('') + pieces.join('') + text.slice(at);
}
