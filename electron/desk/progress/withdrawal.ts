import type { ProgressStep } from '#contract/calls/progress.ts';
import type { CaseId } from '#contract/shapes/case.ts';
import type { ProgressView } from '#contract/shapes/progress.ts';
import type { Reader } from '#native/sqlite/database.ts';
import { giveCaseBack, papersToGiveBack } from '../hand-over/papers-to-give-back.ts';
import { issueNotice, type NoticeOrder } from '../papers/issue-notice.ts';
import { tellSigning } from '../papers/signing-desk.ts';
import { recordAct } from '../store/case-acts.ts';
import { noticesOfCase } from '../store/notices.ts';
import { askToSign, signatureOf } from '../store/signatures.ts';
import { visitInHand } from '../store/visits.ts';
import { actMade } from './act-made.ts';
import { move, type Step, type StepRefusal } from './step.ts';

type Signed = Extract<ProgressStep, { act: 'withdraw' }>['signed'];

/** The last application to withdraw of a case, and how its signature stands. */
export function withdrawalOf(db: Reader, caseId: CaseId): ProgressView['withdrawal'] {
  const paper = noticesOfCase(db, caseId).findLast(({ kind }) => kind === 'withdrawal');
  return paper ? { noticeId: paper.id, documentNumber: paper.documentNumber, signing: paper.signing } : null;
}

/** Leaves the paper and puts it on the citizen's screen; nothing of the case is moved by it. */
export function leaveWithdrawal(at: Step, reason: string): void {
  const { bench, progress } = at;
  const { db, asker, nowMs, today, parts } = bench;
  const { id, state } = progress.whole.record;
  const clerk = asker.staff?.number ?? 'nobody';
  const paper = issueNotice(bench, orderOf(at, reason), progress.whole);
  recordAct(db, {
    caseId: id,
    event: 'ask-withdrawal',
    from: state,
    to: state,
    atMs: nowMs,
    on: today,
    clerk,
    window: parts.site.window,
    supervisor: null,
    notice: paper.documentNumber,
    detail: { say: reason },
  });
  askToSign(db, { noticeId: paper.id, visitId: visitInHand(db)?.id ?? null, atMs: nowMs, clerk });
  tellSigning(bench, paper.id);
}

/**
 * 撤回: only with the applicant's signature. The time line keeps which signature it was, and that it was given on
 * the screen or with a pen.
 *
 * @source domain.md 13.2 withdraw: the applicant signs
 */
export function withdraw(at: Step, signed: Signed): StepRefusal | null {
  const { bench, progress } = at;
  const { record } = progress.whole;
  const given = signed.how === 'on-screen' ? paperSignedBefore(at, signed.noticeId) : null;
  if (signed.how === 'on-screen' && given === null) return 'not-signed-yet';
  const barred = move(at, 'withdraw');
  if (barred) return barred;
  const paper = given ?? signedWithAPen(at, signed.how === 'on-paper' ? signed.reason : '');
  giveCaseBack(bench, record.id);
  actMade(bench, record, {
    event: 'withdraw',
    notice: paper.documentNumber,
    said: { say: paper.reason },
    detail: { signed: paper.how, signature: paper.signature },
  });
  return null;
}

interface SignedPaper {
  readonly documentNumber: string;
  readonly reason: string;
  readonly how: 'on-screen' | 'on-paper';
  readonly signature: string;
}

/** Null unless it is an application of this very case that bears a signature. */
function paperSignedBefore({ bench, progress }: Step, noticeId: string): SignedPaper | null {
  const last = withdrawalOf(bench.db, progress.whole.record.id);
  if (last?.noticeId !== noticeId) return null;
  const signature = signatureOf(bench.db, last.noticeId);
  const asked = progress.timeline.findLast(({ notice }) => notice === last.documentNumber);
  if (!signature || !asked) return null;
  return {
    documentNumber: last.documentNumber,
    reason: String(asked.detail['say'] ?? ''),
    how: signature.how === 'signed' ? 'on-screen' : 'on-paper',
    signature: signature.id,
  };
}

function signedWithAPen(at: Step, reason: string): SignedPaper {
  const { bench, progress } = at;
  const order = { ...orderOf(at, reason), signature: { outcome: 'on-paper' as const } };
  const paper = issueNotice(bench, order, progress.whole);
  const signature = signatureOf(bench.db, paper.id);
  if (!signature) throw new Error('a paper signed with a pen has its signature');
  return { documentNumber: paper.documentNumber, reason, how: 'on-paper', signature: signature.id };
}

function orderOf({ bench, progress }: Step, reason: string): NoticeOrder<'withdrawal'> {
  const { record } = progress.whole;
  const papersReturned = papersToGiveBack(bench.db, record.id);
  return {
    kind: 'withdrawal',
    caseId: record.id,
    facts: { reason, withdrawnOn: bench.today, papersReturned },
  };
}
