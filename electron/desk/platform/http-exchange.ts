import { readFileSync } from 'node:fs';
import type { Dispatcher } from 'undici';
import type { ExchangeTrouble } from './exchange-trouble.ts';
import { troubleOf } from './exchange-trouble.ts';
import { parseHonestly } from './honest-json.ts';

/** Deadlines of one exchange, milliseconds, and the most that is read of a reply. */
export interface ExchangeLimits {
  readonly connectMs: number;
  readonly wholeMs: number;
  readonly replyBytes: number;
  readonly headBytes: number;
}

/** @source safety.md 1c: connect ≤ 5 s, whole exchange ≤ 30 s, reply ≤ 1 MiB */
export const HALL_LIMITS: ExchangeLimits = {
  connectMs: 5_000,
  wholeMs: 30_000,
  replyBytes: 1024 * 1024,
  headBytes: 16 * 1024,
};

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string | null;
}

/** A reply that was read whole and is JSON (or has no body), or what went wrong on the way. */
export type Exchanged =
  | {
      readonly got: 'reply';
      readonly status: number;
      /** undefined: there was no body, or none that is JSON. */
      readonly json: unknown;
      readonly retryAfterMs: number | null;
      readonly etag: string | null;
    }
  | { readonly got: 'trouble'; readonly trouble: ExchangeTrouble };

export interface ExchangeWishes {
  /** The platform's certificate authority, a PEM file; null uses the system's. */
  readonly certificateAuthority: string | null;
  readonly limits: ExchangeLimits;
  readonly nowMs: () => number;
  /** The platform's clock minus ours, from the Date of a reply; seconds are as fine as it gets. */
  readonly onSkew: (skewMs: number) => void;
}

export interface HttpExchange {
  readonly exchange: (asked: Asked) => Promise<Exchanged>;
  /** Ends every connection; what is under way ends as a cut line. */
  readonly close: () => Promise<void>;
}

/** The Date header has whole seconds; half of one is the best guess. */
const HALF_A_SECOND_MS = 500;
/** A kept connection the other side has long forgotten would look like a cut line. */
const KEEP_CONNECTION_MS = 4_000;

/**
 * The only way of this program to speak HTTP.
 *
 * Redirects are not followed, replies are neither decompressed nor read beyond their limit, time runs out
 * for the whole exchange and not for its pieces, certificates are always checked and nothing falls back.
 *
 * @throws when the certificate authority's file cannot be read: a mistake of the site file
 * @source safety.md 0 (7), 1c, 3 (13)
 */
export function openExchange(wishes: ExchangeWishes): HttpExchange {
  const { limits, nowMs, onSkew } = wishes;
  const ca = wishes.certificateAuthority === null ? {} : { ca: readFileSync(wishes.certificateAuthority) };
  const speak = async () => {
    const { Agent, request } = await import('undici');
    const agent = new Agent({
      connect: { timeout: limits.connectMs, rejectUnauthorized: true, ...ca },
      pipelining: 1,
      maxHeaderSize: limits.headBytes,
      keepAliveTimeout: KEEP_CONNECTION_MS,
      keepAliveMaxTimeout: KEEP_CONNECTION_MS,
      headersTimeout: limits.wholeMs,
      bodyTimeout: limits.wholeMs,
    });
    return { agent, request };
  };
  // A third of the desk's code: read at the first exchange, so that no clerk waits for it to sign in.
  let spoken: ReturnType<typeof speak> | null = null;

  return {
    exchange: async ({ method, url, headers, body }) => {
      spoken ??= speak();
      const { agent, request } = await spoken;
      const deadline = new AbortController();
      const timer = setTimeout(() => deadline.abort(), limits.wholeMs);
      const startedAtMs = nowMs();
      let headArrived = false;
      try {
        const reply = await request(url, {
          dispatcher: agent,
          method,
          headers: { ...headers, accept: 'application/json', 'accept-encoding': 'identity' },
          body,
          signal: deadline.signal,
        });
        headArrived = true;
        const head = readHead(reply.headers);
        if (head.dateMs !== null) {
          const middleMs = startedAtMs + (nowMs() - startedAtMs) / 2;
          onSkew(Math.round(head.dateMs + HALF_A_SECOND_MS - middleMs));
        }
        if (head.isCompressed) return trouble(reply.body, 'reply-compressed');
        const text = await readWithin(reply.body, limits.replyBytes);
        if (text === null) return { got: 'trouble', trouble: 'reply-too-large' };
        return understood(reply.statusCode, head, text);
      } catch (thrown) {
        const timedOut = deadline.signal.aborted;
        return { got: 'trouble', trouble: troubleOf(thrown, { headArrived, timedOut }) };
      } finally {
        clearTimeout(timer);
      }
    },
    close: async () => {
      const { agent } = (await spoken) ?? {};
      await agent?.destroy();
    },
  };
}

type Body = Dispatcher.ResponseData['body'];

function trouble(body: Body, word: ExchangeTrouble): Exchanged {
  body.on('error', () => {});
  body.destroy();
  return { got: 'trouble', trouble: word };
}

/** Null when there is more than the limit; the rest is never read. */
async function readWithin(body: Body, limitBytes: number): Promise<string | null> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body) {
    const buffer = Buffer.from(piece);
    bytes += buffer.length;
    if (bytes > limitBytes) return null;
    pieces.push(buffer);
  }
  return Buffer.concat(pieces).toString('utf8');
}

interface Head {
  readonly isJson: boolean;
  readonly isHtml: boolean;
  readonly isCompressed: boolean;
  readonly dateMs: number | null;
  readonly retryAfterMs: number | null;
  readonly etag: string | null;
}

function readHead(headers: Record<string, string | string[] | undefined>): Head {
  const text = (name: string): string => [headers[name] ?? ''].flat().join(',');
  const type = text('content-type').toLowerCase();
  const encoding = text('content-encoding').toLowerCase();
  const date = Date.parse(text('date'));
  const seconds = Number.parseInt(text('retry-after'), 10);
  return {
    isJson: /^application\/(json|problem\+json)\s*(;|$)/.test(type),
    isHtml: type.startsWith('text/html') || type.startsWith('application/xhtml'),
    isCompressed: encoding !== '' && encoding !== 'identity',
    dateMs: Number.isNaN(date) ? null : date,
    retryAfterMs: Number.isNaN(seconds) || seconds < 0 ? null : seconds * 1_000,
    etag: text('etag') || null,
  };
}

function understood(status: number, head: Head, text: string): Exchanged {
  const { retryAfterMs, etag } = head;
  const reply = { got: 'reply', status, retryAfterMs, etag } as const;
  const isYes = status >= 200 && status < 300;
  if (text.trim() === '') {
    return isYes ? { got: 'trouble', trouble: 'reply-empty' } : { ...reply, json: undefined };
  }
  if (head.isJson) {
    const { json, problem } = parseHonestly(text);
    if (problem === null) return { ...reply, json };
    return problem === 'hostile' || isYes
      ? { got: 'trouble', trouble: problem === 'hostile' ? 'reply-hostile' : 'reply-unreadable' }
      : { ...reply, json: undefined };
  }
  if (!isYes) return { ...reply, json: undefined };
  const isPage = head.isHtml || text.trimStart().startsWith('<');
  return { got: 'trouble', trouble: isPage ? 'intercepted' : 'reply-unreadable' };
}
