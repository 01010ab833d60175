import type { CertificateKind } from '#contract/shapes/party.ts';
import type { components } from '../openapi.d.ts';
import type { LineTrouble, NetworkAnswer, NetworkQuestion, Province } from '../province.ts';
import {
  type CertificateCodes,
  networkLevelCodes,
  networkModeCodes,
  networkResultCodes,
} from './code-maps.ts';
import { chinaTime } from './frame-event.ts';
import { refusalAnswer, type Reply } from './read-reply.ts';
import { NetworkReply, Problem } from './replies.ts';
import { type Asking, authorised, type InSession } from './source-queries.ts';

/** The call that asks whose network certificate was shown, in a session. */
export function networkCalls(inSession: InSession, from: Asking): Pick<Province, 'checkNetworkIdentity'> {
  return {
    checkNetworkIdentity: async (question) => {
      const body = checkOf(question, from);
      const reply = await inSession((client, bearer) =>
        client.POST('/v1/network-identity-checks', { headers: authorised(bearer), body }),
      );
      return 'answer' in reply ? reply : readReply(reply, question, from.certificates);
    },
  };
}

function checkOf(
  { id, code, purpose, holder, clerk, askedAtMs }: NetworkQuestion,
  { certificates, site, window }: Asking,
): components['schemas']['NetworkIdentityCheck'] {
  return {
    check_guid: id,
    code,
    purpose,
    holder_name: holder?.name ?? null,
    holder_type: holder && certificates.encode(holder.certificateKind),
    holder_code: holder?.certificateNumber ?? null,
    site,
    window,
    handle_user_name: clerk,
    asked_at: chinaTime(askedAtMs),
  };
}

const unreadable: LineTrouble = { answer: 'unknown', why: 'reply-unreadable', afterMs: null };

function readReply(reply: Reply, { id }: NetworkQuestion, certificates: CertificateCodes): NetworkAnswer {
  if (reply.status === 404 && Problem.safeParse(reply.json).data?.code === 'no-such-query') {
    return { answer: 'not-connected' };
  }
  if (reply.status !== 200) return refusalAnswer(reply);
  const read = NetworkReply.safeParse(reply.json);
  if (!read.success) return unreadable;
  const { check_guid: echo, result, mode, level, answered_by: by } = read.data;
  if (echo !== id) return { answer: 'untrusted', why: 'wrong-echo' };
  const said = networkResultCodes.decode(result);
  // A word of the platform that we do not know proves nobody.
  if (!said.known) return unreadable;
  if (said.value !== 'same-person') return { answer: 'answered', by, result: said.value };
  const compared = mode === null ? null : networkModeCodes.decode(mode);
  const checked = level === null ? null : networkLevelCodes.decode(level);
  if (!compared?.known || !checked?.known) return unreadable;
  return {
    answer: 'answered',
    by,
    result: 'same-person',
    mode: compared.value,
    level: checked.value,
    holder: holderIn(read.data, certificates),
  };
}

function holderIn(
  { holder_name: name, holder_type: type, holder_code: certificateNumber }: NetworkReply,
  certificates: CertificateCodes,
) {
  if (!name || !certificateNumber) return null;
  const kind = type === null ? null : certificates.decode(type);
  const certificateKind: CertificateKind = kind?.known ? kind.value : 'other';
  return { name, certificateKind, certificateNumber };
}
