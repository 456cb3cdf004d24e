/** Asks a mail server as far as can be without sending: its greeting, a login, and whether it would take a mail. */
import nodemailer from 'nodemailer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { refusalOf } from '../../core/sending/refusals.ts';
import { MAILBOX_CODES } from '../../core/supervision.ts';
import { smtpFailure } from './smtp-failure.ts';

interface Reply {
  command: 'MAIL FROM' | 'RCPT TO';
  responseCode: number;
  response: string;
}

/** Refusals that say something of one receiver, and nothing of what else the server would take. */
const OF_ONE_MAILBOX = new Set(['no_mailbox', 'full']);

/**
 * Greets the mail server, logs in where SMTP_URL has a name for it, and names a sender and a receiver as for a mail; sends
 * none.
 *
 * @param to        whom to ask about; that this one mailbox is busy, full or not known there is no fault
 * @param timeoutMs how long one step may take
 * @throws TryLater or GiveUp saying what came back
 */
export async function greetServer(
  url: string,
  { from, to }: { from: string; to: string },
  timeoutMs: number,
): Promise<void> {
  const transport = nodemailer.createTransport({ url, ...stepsWithin(timeoutMs) });
  try {
    await transport.verify();
    const refused = await refusalOfEnvelope(url, { from, to }, timeoutMs);
    if (refused && !isOfOneMailbox(refused)) throw refused;
  } catch (error) {
    throw smtpFailure(error, false);
  } finally {
    transport.close();
  }
}

/** One step of the exchange with the server takes no longer. */
export const stepsWithin = (timeoutMs: number) => ({
  connectionTimeout: timeoutMs,
  greetingTimeout: timeoutMs,
  dnsTimeout: timeoutMs,
  socketTimeout: timeoutMs,
});

function isOfOneMailbox({ command, responseCode, response }: Reply): boolean {
  if (command !== 'RCPT TO') return false;
  return MAILBOX_CODES.has(responseCode) || OF_ONE_MAILBOX.has(refusalOf(response, responseCode));
}

/**
 * What the server says against a mail from one address to another; null where it would take it.
 *
 * Where a server takes commands in one go, nodemailer sends the envelope together with the command that begins the message.
 * Only its door for logins of one's own kind sends single commands, so the envelope goes through that.
 */
async function refusalOfEnvelope(
  url: string,
  { from, to }: { from: string; to: string },
  timeoutMs: number,
): Promise<Reply | null> {
  let refused: Reply | null = null;
  const { auth, ...server } = parseConnectionUrl(url);
  const connection = new SMTPConnection({
    ...{ ...server, ...stepsWithin(timeoutMs) },
    customAuth: {
      async ENVELOPE({ sendCommand }) {
        for (const [command, address] of [['MAIL FROM', from] as const, ['RCPT TO', to] as const]) {
          const { response } = await sendCommand(`${command}:<${address}>`);
          const responseCode = Number.parseInt(response, 10);
          if (responseCode < 400) continue;
          refused = { command, responseCode, response };
          return true;
        }
        return true;
      },
    },
  });
  try {
    await new Promise<void>((resolve, reject) => {
      const then = (next: () => void) => (error?: Error | null) => (error ? reject(error) : next());
      connection.on('error', reject);
      // A server that turns everything away may close before it is asked the next thing.
      connection.once('end', resolve);
      const ask = () => connection.login({ user: '', pass: '', method: 'ENVELOPE' }, then(resolve));
      const logIn = () => (auth && connection.allowsAuth ? connection.login(auth, then(ask)) : ask());
      connection.connect(then(logIn));
    });
  } finally {
    connection.quit();
  }
  return refused;
}
