/**
 * Mail, by SMTP or as `.eml` files in an outbox. Hides nodemailer.
 *
 * Every mail goes to exactly one validated address, named in the envelope too: a string address would be parsed as a
 * list, and a hostile one could name other receivers. No tracking of any kind is added.
 */
import path from 'node:path';
import { PassThrough } from 'node:stream';
import nodemailer from 'nodemailer';
import addressparser from 'nodemailer/lib/addressparser';
import { sha256 } from '../../core/keys.ts';
import { mailAddress } from '../../core/sending/address.ts';
import { headerText, plain } from '../../core/sending/safe.ts';
import { giveUp, WrongUse } from '../../errors.ts';
import type { Clock, Mail, Mailer } from '../../ports.ts';
import { stepsWithin } from './greet.ts';
import { writeOutbox } from './outbox.ts';
import { smtpFailure } from './smtp-failure.ts';

export interface MailOptions {
  /** `smtp://user:pass@host:587`, or null to write files. */
  smtpUrl: string | null;
  /** `Gradewatch <alerts@example.org>`. */
  from: string;
  outboxDir: string;
  now: Clock;
  /** How long one step of the exchange may take, milliseconds. */
  timeoutMs?: number;
  /** Connections at once. */
  connections?: number;
}

/** @throws WrongUse when it is not one sender. */
export function parseSender(from: string): { name: string; address: string } {
  const found = addressparser(from, { flatten: true });
  const [sender] = found;
  if (/[\r\n]/.test(from) || found.length !== 1 || !sender?.address)
    throw new WrongUse(
      `MAIL_FROM "${headerText(from)}" is not one sender; write it as Gradewatch <alerts@example.org>`,
    );
  return { name: headerText(sender.name ?? ''), address: mailAddress(sender.address) };
}

/** The message nodemailer builds; the same mail gives the same bytes, its date aside. */
function compose(mail: Mail, sender: ReturnType<typeof parseSender>, date: Date) {
  let to: string;
  try {
    to = mailAddress(mail.to);
  } catch (cause) {
    throw giveUp('the receiver is not one mail address; end the subscription and ask for it again', { cause });
  }
  const headers = Object.fromEntries(
    Object.entries(mail.headers).map(([key, value]) => [
      key,
      // Prepared: List-Unsubscribe must stay one angle-bracketed address, never folded or encoded.
      { prepared: true, value: plain(value).replaceAll(/\s+/g, ' ') },
    ]),
  );
  return {
    messageId: mail.messageId,
    date,
    from: sender,
    to: { name: '', address: to },
    envelope: { from: sender.address, to: [to] },
    subject: headerText(mail.subject),
    text: mail.text,
    html: mail.html,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...headers },
    baseBoundary: sha256(mail.messageId).slice(0, 24),
    disableFileAccess: true,
    disableUrlAccess: true,
    xMailer: false as const,
  };
}

/** @throws WrongUse when the sender is not one address. */
export function makeMailer(options: MailOptions): Mailer {
  const sender = parseSender(options.from);
  return options.smtpUrl === null ? makeOutbox(options, sender) : makeSmtp(options, options.smtpUrl, sender);
}

function makeOutbox({ outboxDir, now }: MailOptions, sender: ReturnType<typeof parseSender>): Mailer {
  const writer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(mail) {
      const { message } = await writer.sendMail(compose(mail, sender, now()));
      const file = await writeOutbox(outboxDir, mail.messageId, message as Buffer);
      return { providerId: `outbox:${path.basename(file)}`, status: null };
    },
    async close() {},
  };
}

function makeSmtp(options: MailOptions, url: string, sender: ReturnType<typeof parseSender>): Mailer {
  const timeoutMs = options.timeoutMs ?? 30_000;
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: options.connections ?? 4,
    maxMessages: 100,
    // The ledger decides about a second try, not the pool: a mail lost with its connection comes back as TryLater.
    maxRequeues: 0,
    ...stepsWithin(timeoutMs),
  });
  /** Mails whose last line has left: read by the connection only once the server has asked for them. */
  const whole = new WeakSet<object>();
  transport.use('stream', ({ data, message }, done) => {
    message.processFunc((input) => input.pipe(new PassThrough()).on('end', () => whole.add(data.headers as object)));
    done();
  });
  return {
    async send(mail) {
      const message = compose(mail, sender, options.now());
      try {
        const { response } = await transport.sendMail(message);
        return { providerId: headerText(response), status: Number.parseInt(response, 10) || null };
      } catch (error) {
        throw smtpFailure(error, whole.has(message.headers));
      }
    },
    async close() {
      transport.close();
    },
  };
}
