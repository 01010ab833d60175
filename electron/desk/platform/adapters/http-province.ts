import { createHash } from 'node:crypto';
import createClient from 'openapi-fetch';
import type { ProvinceAnswer } from '#rules/sync/answer.ts';
import { type Exchanged, type ExchangeLimits, HALL_LIMITS, openExchange } from '../http-exchange.ts';
import type { paths } from '../openapi.d.ts';
import type { LeaseAnswer, LineTrouble, Province, Sending } from '../province.ts';
import { catalogueCalls } from './catalogue-calls.ts';
import { certificateCodesOf } from './code-maps.ts';
import { expertCalls } from './expert-calls.ts';
import { type EventMessage, frameEvent } from './frame-event.ts';
import { networkCalls } from './network-identity.ts';
import {
  readEventReply,
  readFoundByKey,
  readFoundByReceipt,
  refusalAnswer,
  type Reply,
  troubleAnswer,
} from './read-reply.ts';
import { authorised, type Calling, sourceCalls } from './source-queries.ts';
import { Health, NumberBlock, Session } from './replies.ts';

export interface HttpProvinceWishes {
  readonly url: string;
  readonly account: string;
  readonly secret: string;
  readonly site: string;
  readonly window: number;
  readonly certificateAuthority: string | null;
  /** Where the platform codes certificates otherwise than the nation. */
  readonly certificateCodes?: Parameters<typeof certificateCodesOf>[0];
  readonly nowMs: () => number;
  /** The platform's clock minus ours. */
  readonly onSkew: (skewMs: number) => void;
  readonly limits?: ExchangeLimits;
}

/**
 * The province over HTTP and JSON, as `openapi.yaml` describes it.
 *
 * Signs in by itself when it must, once for all who wait; an expired session is renewed once per call and
 * never in a circle. The token is held in memory only.
 */
export function httpProvince(wishes: HttpProvinceWishes): Province {
  const { account, secret, site, window, nowMs, onSkew } = wishes;
  const { exchange, close } = openExchange({
    certificateAuthority: wishes.certificateAuthority,
    limits: wishes.limits ?? HALL_LIMITS,
    nowMs,
    onSkew,
  });
  const certificates = certificateCodesOf(wishes.certificateCodes ?? {});
  let token: string | null = null;
  let signingIn: Promise<LineTrouble | null> | null = null;

  /** The typed client builds the request; our own exchange carries it and keeps what came back. */
  const ask = async (calling: Calling, bearer: string): Promise<Exchanged> => {
    let got: Exchanged = { got: 'trouble', trouble: 'line-cut' };
    const client = createClient<paths, 'application/json'>({
      baseUrl: wishes.url.replace(/\/+$/, ''),
      fetch: async (asked) => {
        got = await exchange({
          method: asked.method,
          url: asked.url,
          headers: Object.fromEntries(asked.headers),
          body: asked.body === null ? null : await asked.text(),
        });
        return Response.json(null);
      },
    });
    await calling(client, bearer);
    return got;
  };

  const signInOnce = async (): Promise<LineTrouble | null> => {
    const got = await ask(
      (client) => client.POST('/v1/sign-in', { body: { account, secret, site, window } }),
      '',
    );
    if (got.got === 'trouble') return troubleAnswer(got);
    if (got.status === 401) return { answer: 'refused-line', why: 'signed-out' };
    if (got.status !== 200) return refusalAnswer(got);
    const session = Session.safeParse(got.json);
    if (!session.success) return { answer: 'unknown', why: 'reply-unreadable', afterMs: null };
    token = session.data.token;
    return null;
  };

  /** Several callers without a session sign in once. */
  const signIn = (): Promise<LineTrouble | null> => {
    signingIn ??= signInOnce().finally(() => {
      signingIn = null;
    });
    return signingIn;
  };

  const renewed = async (stale: string | null): Promise<LineTrouble | null> =>
    token === null || token === stale ? signIn() : null;

  /** A reply to a call made in a session, or why there is none. */
  const inSession = async (calling: Calling): Promise<Reply | LineTrouble> => {
    let stale: string | null = null;
    for (let round = 0; ; round += 1) {
      const trouble = await renewed(stale);
      if (trouble) return beforeSending(trouble);
      const bearer: string = token ?? '';
      const got = await ask(calling, bearer);
      if (got.got === 'trouble') return troubleAnswer(got);
      if (got.status !== 401 || round > 0) return got;
      stale = bearer;
    }
  };

  const findByReceipt = async (sending: Sending): Promise<ProvinceAnswer> => {
    const reply = await inSession((client, bearer) =>
      client.GET('/v1/cases', {
        params: { query: { receipt_no: sending.receiptNumber } },
        headers: authorised(bearer),
      }),
    );
    return 'answer' in reply ? reply : readFoundByReceipt(reply, sending);
  };

  return {
    frame: (event, naming) => frameEvent(event, naming, certificates),
    close,

    knock: async () => {
      const got = await ask((client) => client.GET('/v1/health'), '');
      if (got.got === 'trouble') return troubleAnswer(got);
      if (got.status !== 200) return refusalAnswer(got);
      if (!Health.safeParse(got.json).success)
        return { answer: 'unknown', why: 'intercepted', afterMs: null };
      token = null;
      return (await signIn()) ?? { answer: 'open' };
    },

    sendEvent: async (sending) => {
      const reply = await inSession((client, bearer) =>
        client.PUT('/v1/cases/{case_guid}/events/{step}', {
          params: {
            path: { case_guid: sending.caseId, step: sending.step },
            header: { 'Idempotency-Key': sending.key, 'Body-Hash': sending.body.hash },
          },
          headers: authorised(bearer),
          body: messageIn(sending.body.text),
          bodySerializer: () => sending.body.text,
        }),
      );
      return 'answer' in reply ? reply : readEventReply(reply, sending);
    },

    findEvent: async (sending) => {
      const reply = await inSession((client, bearer) =>
        client.GET('/v1/acknowledgements/{idempotency_key}', {
          params: { path: { idempotency_key: sending.key } },
          headers: authorised(bearer),
        }),
      );
      if ('answer' in reply) return reply;
      const found = readFoundByKey(reply, sending);
      return found.answer === 'not-found' ? findByReceipt(sending) : found;
    },

    leaseNumbers: async ({ key, size, highest }): Promise<LeaseAnswer> => {
      const wish = { site, window, size, highest_known: highest };
      const hash = createHash('sha256').update(JSON.stringify(wish)).digest('hex');
      const reply = await inSession((client, bearer) =>
        client.POST('/v1/number-blocks', {
          params: { header: { 'Idempotency-Key': key, 'Body-Hash': hash } },
          headers: authorised(bearer),
          body: wish,
        }),
      );
      if ('answer' in reply) return reply;
      if (reply.status !== 201 && reply.status !== 200) return refusalAnswer(reply);
      const block = NumberBlock.safeParse(reply.json);
      if (!block.success) return { answer: 'unknown', why: 'reply-unreadable', afterMs: null };
      const { idempotency_key, body_hash, block_no, serial_from, serial_to } = block.data;
      if (idempotency_key !== key || body_hash !== hash || serial_to < serial_from) {
        return { answer: 'untrusted', why: 'wrong-echo' };
      }
      return { answer: 'leased', name: block_no, from: serial_from, to: serial_to };
    },

    ...catalogueCalls(inSession, { site, window }),
    ...expertCalls(inSession, { site, window }),
    ...sourceCalls(inSession, { site, window, certificates }),
    ...networkCalls(inSession, { site, window, certificates }),
  };
}

/** What went wrong with signing in is no doubt about the call that waited for it: that was never sent. */
function beforeSending(trouble: LineTrouble): LineTrouble {
  return trouble.answer === 'unknown' ? { answer: 'not-delivered', why: trouble.why } : trouble;
}

/** Our own frozen bytes, read back for the compiler only; the bytes themselves are what is sent. */
function messageIn(text: string): EventMessage {
  return JSON.parse(text);
}
