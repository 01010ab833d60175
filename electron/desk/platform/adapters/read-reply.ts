import type { ProvinceAnswer } from '#rules/sync/answer.ts';
import type { Exchanged } from '../http-exchange.ts';
import type { LineTrouble, Sending } from '../province.ts';
import { Acknowledgement, CaseList, Problem } from './replies.ts';

export type Reply = Extract<Exchanged, { got: 'reply' }>;

/** What an exchange that gave no reply means, whatever was asked. */
export function troubleAnswer({ trouble }: Extract<Exchanged, { got: 'trouble' }>): LineTrouble {
  if (trouble === 'away') return { answer: 'not-delivered', why: 'away' };
  if (trouble === 'certificate' || trouble === 'clock-wrong') return { answer: 'refused-line', why: trouble };
  return { answer: 'unknown', why: trouble, afterMs: null };
}

/**
 * What a status that is no yes means, whatever was asked.
 *
 * A status that could come from anything between us and the platform never returns a case to a clerk: only
 * a typed problem does.
 *
 * @source safety.md 1c
 */
export function refusalAnswer({ status, json, retryAfterMs }: Reply): LineTrouble {
  const code = Problem.safeParse(json).data?.code ?? '';
  if (status === 401) {
    return { answer: 'refused-line', why: code === 'wrong-account' ? 'signed-out' : 'not-authorised' };
  }
  if (status === 403) return { answer: 'refused-line', why: 'not-authorised' };
  if (status === 404 || status === 405 || status === 410 || (status >= 300 && status < 400)) {
    return { answer: 'refused-line', why: 'wrong-address' };
  }
  if (status === 413) return { answer: 'untrusted', why: 'too-large' };
  if (status === 429) return { answer: 'retry-later', why: 'busy', afterMs: retryAfterMs };
  if (status >= 502 && status <= 504) {
    return { answer: 'unknown', why: 'gateway-trouble', afterMs: retryAfterMs };
  }
  if (status >= 500) return { answer: 'unknown', why: 'server-trouble', afterMs: retryAfterMs };
  if (status === 400 && code === 'incomplete-body') {
    return { answer: 'unknown', why: 'incomplete-body', afterMs: null };
  }
  return { answer: 'unknown', why: 'reply-unreadable', afterMs: retryAfterMs };
}

/** What the platform's reply to a step means. */
export function readEventReply(reply: Reply, sending: Sending): ProvinceAnswer {
  const { status, json } = reply;
  if (status === 200 || status === 201) {
    const receipt = Acknowledgement.safeParse(json);
    return receipt.success ? readReceipt(receipt.data, sending) : unreadable;
  }
  if (status > 201 && status < 300) return unreadable;

  const problem = Problem.safeParse(json).data;
  if (status === 409) return problem ? readConflict(problem.code) : unreadable;
  if ((status === 422 || status === 400) && problem && problem.code !== 'incomplete-body') {
    return {
      answer: 'returned',
      code: problem.code,
      words: problem.message,
      fieldErrors: problem.field_errors.map(({ field, message }) => ({ field, say: message })),
    };
  }
  return refusalAnswer(reply);
}

/** What the platform's reply to “what do you hold under this key” means. */
export function readFoundByKey(reply: Reply, sending: Sending): ProvinceAnswer {
  if (reply.status === 404 && Problem.safeParse(reply.json).data?.code === 'unknown-key') {
    return { answer: 'not-found' };
  }
  if (reply.status !== 200) return refusalAnswer(reply);
  const receipt = Acknowledgement.safeParse(reply.json);
  return receipt.success ? readReceipt(receipt.data, sending) : unreadable;
}

/** What the platform's reply to “what do you hold of this case” means for one step. */
export function readFoundByReceipt(reply: Reply, sending: Sending): ProvinceAnswer {
  if (reply.status !== 200) return refusalAnswer(reply);
  const list = CaseList.safeParse(reply.json);
  if (!list.success) return unreadable;
  const held = list.data.cases
    .filter((one) => one.case_guid === sending.caseId && one.receipt_no === sending.receiptNumber)
    .flatMap((one) => one.acknowledgements)
    .find((receipt) => receipt.step === sending.step);
  if (!held) return { answer: 'not-found' };
  if (held.idempotency_key !== sending.key) return { answer: 'untrusted', why: 'step-already-there' };
  return readReceipt(held, sending);
}

const unreadable: ProvinceAnswer = { answer: 'unknown', why: 'reply-unreadable', afterMs: null };

/** A receipt settles only the step whose key, bytes, case and place it repeats. */
function readReceipt(receipt: Acknowledgement, sending: Sending): ProvinceAnswer {
  const isOurs =
    receipt.idempotency_key === sending.key &&
    receipt.body_hash === sending.body.hash &&
    receipt.case_guid === sending.caseId &&
    receipt.step === sending.step &&
    receipt.receipt_no === sending.receiptNumber;
  if (!isOurs) return { answer: 'untrusted', why: 'wrong-echo' };
  return {
    answer: 'acknowledged',
    officialNumber: receipt.project_no,
    platformReceipt: receipt.platform_receipt,
  };
}

function readConflict(code: string): ProvinceAnswer {
  switch (code) {
    case 'same-body':
      return { answer: 'already-there' };
    case 'in-progress':
      return { answer: 'retry-later', why: 'in-progress', afterMs: null };
    case 'other-body':
    case 'step-already-there':
    case 'out-of-order':
      return { answer: 'untrusted', why: code };
    default:
      return unreadable;
  }
}
