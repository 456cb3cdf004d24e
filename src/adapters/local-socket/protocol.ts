/**
 * Commands over the local socket: one JSON line each way at a time.
 *
 * The client sends one `Request`, then nothing. The server answers with any number of `{ stdout }` and `{ stderr }` lines
 * (bytes in base64: an exported workbook is not text) and one last `{ exit }` line. A client that goes away ends its command.
 */
import type { Socket } from 'node:net';
import { StringDecoder } from 'node:string_decoder';

export interface Request {
  argv: string[];
  cwd: string;
  /** Base64; null when standard input is a terminal. */
  stdin: string | null;
  /** Width of the terminal. */
  columns: number;
  /** Standard output is a terminal. */
  isTty: boolean;
  /** Settings that the command was typed with: name to a digest of the value. */
  settings: Record<string, string>;
}

export type Answer = { stdout: string } | { stderr: string } | { exit: number };

/** A piped-in back catalogue may be long; what is longer goes as a file name. In characters. */
export const MAX_LINE_CHARS = 128 * 1024 * 1024;

export const line = (message: Request | Answer): string => `${JSON.stringify(message)}\n`;

/** Calls `onLine` for each full line. @param onTooLong called once, after which nothing more is read */
export function readLines(socket: Socket, onLine: (line: string) => void, onTooLong: () => void): void {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  let length = 0;
  const read = (chunk: Buffer) => {
    const pieces = decoder.write(chunk).split('\n');
    for (const [index, piece] of pieces.entries()) {
      parts.push(piece);
      length += piece.length;
      if (length > MAX_LINE_CHARS) {
        socket.off('data', read);
        return onTooLong();
      }
      if (index === pieces.length - 1) break; // not ended yet
      onLine(parts.join(''));
      parts = [];
      length = 0;
    }
  };
  socket.on('data', read);
}
