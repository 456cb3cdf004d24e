/**
 * The few lines of the PostgreSQL wire protocol (version 3) that the embedded bridge needs: framing, no meaning.
 * Source: PostgreSQL documentation, "Frontend/Backend Protocol", Message Formats.
 */

/** One message: a type letter, a length that counts itself, a body. */
function frame(type: string, body: Buffer): Buffer {
  const message = Buffer.alloc(5 + body.length);
  message.write(type, 0, 'latin1');
  message.writeInt32BE(4 + body.length, 1);
  body.copy(message, 5);
  return message;
}

export const simpleQuery = (sql: string): Buffer => frame('Q', Buffer.from(`${sql}\0`));

/** What a server says after a start-up message: authenticated, its parameters, a key, ready. */
export const GREETING: Buffer = Buffer.concat([
  frame('R', Buffer.alloc(4)),
  ...Object.entries({
    server_version: '18.0',
    client_encoding: 'UTF8',
    DateStyle: 'ISO, MDY',
    integer_datetimes: 'on',
    standard_conforming_strings: 'on',
    TimeZone: 'UTC',
  }).map(([name, value]) => frame('S', Buffer.from(`${name}\0${value}\0`))),
  frame('K', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1])),
  frame('Z', Buffer.from('I')),
]);

/** Cuts whole messages off the front of `bytes`. */
export function* messages(bytes: Buffer): Generator<{ type: string; bytes: Buffer }> {
  for (let at = 0; at + 5 <= bytes.length; ) {
    const end = at + bytes.readInt32BE(at + 1) + 1;
    if (end > bytes.length) return;
    yield { type: String.fromCharCode(bytes[at]!), bytes: bytes.subarray(at, end) };
    at = end;
  }
}

/** The SQLSTATE of an ErrorResponse: its fields are a letter and a text that ends in a zero byte. */
export function errorCode(error: Buffer): string | null {
  const fields = error.toString('latin1', 5).split('\0');
  return fields.find((field) => field.startsWith('C'))?.slice(1) ?? null;
}
