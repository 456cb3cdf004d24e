import { NO_MAILBOX, type Refusal, refusalOf } from '../../core/sending/refusals.ts';
import { oneLine, shorten } from '../../core/sending/safe.ts';
import { type FailureDetails, giveUp, tryLater } from '../../errors.ts';

/** What nodemailer attaches to an error. */
interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
}

// What is wrong with the account or the server is not the receiver's fault: giving alerts up over an expired password
// would lose them all, so they wait for the operator.
const OPERATOR_CODES = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ETLS', 'EREQUIRETLS', 'ECONFIG']);
const ABOUT_US = new Set(['CONN', 'EHLO', 'HELO', 'LHLO', 'STARTTLS', 'AUTH']);
const TOO_LARGE = 552;

/**
 * Sorts what came of a mail. A permanent refusal (5xx) of the receiver or of the message is `GiveUp`, with
 * `details.status` the SMTP code and `details.ends` set when the receiver is not known there; everything else, a full mailbox
 * and a connection lost after the message included, is `TryLater`: it is sent again under the same Message-ID.
 *
 * @param isWhole the message was handed over to its last line: where no reply came, `details.perhaps` says that it may have arrived
 */
export function smtpFailure(error: unknown, isWhole: boolean): Error {
  const { code, command, responseCode, response, message } = error as SmtpError;
  const said = shorten(oneLine(withoutAddresses(response ?? message ?? String(error))), 200);
  const details = { cause: error, ...(responseCode ? { status: responseCode } : {}) };
  if (isWhole && responseCode === undefined)
    return tryLater(`the mail server took the message and did not answer: ${said}`, {
      ...details,
      perhaps: true,
    });
  const operator = OPERATOR_CODES.has(code ?? '') || ABOUT_US.has(command ?? '');
  if (operator) return tryLater(`mail server refused us (${command ?? code}): ${said}; check SMTP_URL`, details);
  const permanent = responseCode !== undefined && responseCode >= 500;
  if (!permanent) return tryLater(`mail not accepted (${code ?? 'error'}): ${said}`, details);
  if (command === 'MAIL FROM' && responseCode !== TOO_LARGE)
    return tryLater(`mail server refused our sender: ${said}; check MAIL_FROM`, details);
  const refusal = refusalOf(said, command === 'RCPT TO' ? responseCode : null);
  return REFUSED[refusal](said, details);
}

const REFUSED: Record<Refusal, (said: string, details: FailureDetails) => Error> = {
  no_mailbox: (said, details) =>
    giveUp(`mail refused for good, the receiver is not known there: ${said}`, { ...details, ends: NO_MAILBOX }),
  full: (said, details) => tryLater(`the receiver's mailbox is full: ${said}`, details),
  sender: (said, details) => tryLater(`mail server refused our sender: ${said}; check MAIL_FROM`, details),
  relay: (said, details) => tryLater(`mail server passes nothing on for us: ${said}; check SMTP_URL`, details),
  other: (said, details) => giveUp(`mail refused for good: ${said}`, details),
};

/** Reasons become rows and log lines, which hold no addresses. */
const withoutAddresses = (text: string): string =>
  text.replaceAll(/[^\s<>@,;:"]{1,64}@[^\s<>@,;:"]{1,255}/g, '[address]');
