import type { UnknownWord } from '#rules/sync/answer.ts';

/** What went wrong with an exchange before there was a reply to read. `away`: it surely did not arrive. */
export type ExchangeTrouble = 'away' | 'certificate' | 'clock-wrong' | UnknownWord;

/** Codes that come before a byte of the request has left. */
const BEFORE_SENDING: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const NOT_YET_VALID = 'CERT_NOT_YET_VALID';
const CERTIFICATE_CODE =
  /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|CRL_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|EPROTO$)/;

/** Codes that say the reply was not HTTP, or more of it than we read. */
const UNREADABLE = /^(HTTPParserError$|HPE_|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES_|UND_ERR_INVALID)/;

/**
 * Names what an exchange died of.
 *
 * @param seen.headArrived the status line and headers had been read
 * @param seen.timedOut our own deadline ended it
 */
export function troubleOf(
  thrown: unknown,
  seen: { readonly headArrived: boolean; readonly timedOut: boolean },
): ExchangeTrouble {
  if (seen.timedOut) return seen.headArrived ? 'slow-reply' : 'no-answer';
  const codes = codesOf(thrown);
  if (codes.includes(NOT_YET_VALID)) return 'clock-wrong';
  if (codes.some((code) => CERTIFICATE_CODE.test(code))) return 'certificate';
  if (codes.some((code) => BEFORE_SENDING.has(code))) return 'away';
  if (codes.includes('UND_ERR_HEADERS_TIMEOUT')) return 'no-answer';
  if (codes.includes('UND_ERR_BODY_TIMEOUT')) return 'slow-reply';
  if (codes.some((code) => UNREADABLE.test(code))) return 'reply-unreadable';
  return seen.headArrived ? 'reply-cut' : 'line-cut';
}

/** The name and codes of an error, its cause, and of the several errors a name with several addresses gives. */
function codesOf(thrown: unknown): string[] {
  if (!(thrown instanceof Error)) return [];
  const own = 'code' in thrown && typeof thrown.code === 'string' ? [thrown.code] : [];
  const several = thrown instanceof AggregateError ? thrown.errors.flatMap(codesOf) : [];
  return [thrown.name, ...own, ...codesOf(thrown.cause), ...several];
}
