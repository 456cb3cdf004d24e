/** Library and status codes translated into the product's error classes, once. */
import { type ErrorClass, type FailureDetails, GiveUp, giveUp, TryLater, tryLater } from '../../errors.ts';

/** What went wrong on the wire, by the code Node or undici gives it. */
const WIRE: readonly [ErrorClass, string, readonly string[]][] = [
  ['dns', 'the name cannot be resolved', ['ENOTFOUND', 'EAI_AGAIN', 'ENODATA', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME']],
  ['tls_expired', 'its certificate has expired', ['CERT_HAS_EXPIRED']],
  ['tls', 'its certificate is not valid yet', ['CERT_NOT_YET_VALID']],
  ['tls', 'its certificate is for another name', ['ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH']],
  [
    'tls',
    'its certificate chain is incomplete (an intermediate certificate is missing) or of an unknown issuer',
    [
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'UNABLE_TO_GET_ISSUER_CERT',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'CERT_UNTRUSTED',
    ],
  ],
  ['tls', 'its certificate is self-signed', ['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN']],
  ['tls', 'its certificate is revoked or refused', ['CERT_REVOKED', 'CERT_REJECTED']],
  [
    'timeout',
    'no answer in time',
    ['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT', 'ABORT_ERR'],
  ],
  ['too_large', 'its headers are larger than 16 KiB', ['UND_ERR_HEADERS_OVERFLOW', 'HPE_HEADER_OVERFLOW']],
  [
    'connect',
    'the connection failed',
    ['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'EPIPE', 'EADDRNOTAVAIL', 'UND_ERR_SOCKET'],
  ],
];

/** Checks are never off: a site that cannot be made to mend its certificate is read while it shows that very one. */
const PIN_WORDS =
  '; ask the site to mend it, or set GRADEWATCH_ALLOW_CERTIFICATES to read the site while it shows just this certificate';
const isCertificate = (errorClass: ErrorClass) => errorClass === 'tls' || errorClass === 'tls_expired';

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const code = (error as NodeJS.ErrnoException).code;
  if (typeof code === 'string') return code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'ABORT_ERR';
  return error.cause === undefined ? '' : codeOf(error.cause);
}

/**
 * A failure of the connection, the protocol or the body.
 *
 * @param answered the status and headers had come: the connection broke in the middle of the body
 */
export function wireFailure(what: string, error: unknown, answered: boolean): TryLater | GiveUp {
  if (error instanceof TryLater || error instanceof GiveUp) return error;
  const code = codeOf(error);
  const known = WIRE.find(([, , codes]) => codes.includes(code));
  if (answered && known?.[0] === 'connect')
    return tryLater(`${what}: the connection broke before the body was complete`, {
      cause: error,
      errorClass: 'truncated',
    });
  if (code === 'UND_ERR_DESTROYED' || code === 'UND_ERR_CLOSED')
    return tryLater(`${what}: the program is stopping`, { cause: error, errorClass: 'connect' });
  if (known)
    return tryLater(
      `${what}: ${known[1]}${known[0] === 'timeout' ? '' : ` (${code})`}${isCertificate(known[0]) ? PIN_WORDS : ''}`,
      { cause: error, errorClass: known[0] },
    );
  if (/^(ERR_SSL_|ERR_TLS_|EPROTO)/.test(code))
    return tryLater(`${what}: no secure connection (${code})`, { cause: error, errorClass: 'tls' });
  if (
    (error as Error).name === 'HTTPParserError' ||
    code.startsWith('HPE_') ||
    code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' ||
    code === 'UND_ERR_RESPONSE'
  )
    return tryLater(`${what}: the answer is not valid HTTP`, {
      cause: error,
      errorClass: answered ? 'truncated' : 'connect',
    });
  throw error;
}

/** Statuses that may change by waiting; other 4xx will not for a page, and are told apart by the source's own back-off. */
const MAY_PASS = new Set([401, 403, 408, 421, 423, 425, 429]);

/** Firewalls that answer with a puzzle for people: no feed and no page, whatever the status says. */
const isChallenge = (status: number, headers: Record<string, string>) =>
  headers['cf-mitigated'] !== undefined ||
  /challenge|captcha/i.test(headers['x-amzn-waf-action'] ?? '') ||
  // DataDome and Imperva set these on everything, so only a refusal says something.
  (status === 403 && (headers['x-datadome'] !== undefined || headers['x-iinfo'] !== undefined));

/** @returns null for a status that is an answer */
export function statusFailure(
  what: string,
  status: number,
  headers: Record<string, string>,
  asked: Pick<FailureDetails, 'retryAfterMs' | 'holdHost'>,
): TryLater | GiveUp | null {
  if (isChallenge(status, headers))
    return tryLater(`${what}: ${status}, a firewall asks for a person; ask the site to let our User-Agent through`, {
      errorClass: 'challenge',
      status,
      ...asked,
    });
  if (status >= 200 && status < 300) return null;
  const wait = asked.retryAfterMs ? `; asked to wait ${Math.ceil(asked.retryAfterMs / 1000)} s` : '';
  if (status === 410) return giveUp(`${what}: 410, gone for good`, { errorClass: 'gone', status });
  if (status === 429)
    return tryLater(`${what}: 429, too many requests${wait}`, { errorClass: 'rate_limited', status, ...asked });
  if (status >= 500)
    return tryLater(`${what}: ${status} from the server${wait}`, { errorClass: 'http_5xx', status, ...asked });
  const failure = MAY_PASS.has(status) || status < 400 ? tryLater : giveUp;
  return failure(`${what}: ${status}, expected 200${wait}`, { errorClass: 'http_4xx', status, ...asked });
}
