import { noticesCalls } from '#contract/calls/notices.ts';
import { type Answers, no, onRead, onWrite, yes } from '../answering.ts';
import { settle, showOnScreen, signingBarred, tellSigning } from '../papers/signing-desk.ts';
import { addBatch, batchPiece, batchState } from '../store/notice-batches.ts';
import { noticeLines } from '../store/notice-lines.ts';
import { countReprint, noticeById, noticeContent, pdfPiece } from '../store/notices.ts';
import { clearSigning, signingNow } from '../store/signatures.ts';
import { visitInHand } from '../store/visits.ts';

/** Bytes of a PDF in one answer. */
const PIECE_BYTES = 32_768;
const DAY_MS = 24 * 3_600_000;
/** Lines of a list. */
const LISTED = 200;

export const noticesAnswers: Answers<'notices'> = {
  'notices.look': onWrite(noticesCalls['notices.look'], ({ noticeId }, { db, about }) => {
    about(noticeId, 'look');
    const notice = noticeById(db, noticeId);
    const content = noticeContent(db, noticeId);
    return notice && content ? yes({ notice: notice.summary, content }) : no('no-such-notice');
  }),

  'notices.reprint': onWrite(noticesCalls['notices.reprint'], ({ noticeId }, bench) => {
    const { db, parts, about, afterwards } = bench;
    about(noticeId, 'reprint');
    if (!countReprint(db, noticeId)) return no('no-such-notice');
    const notice = noticeById(db, noticeId);
    if (!notice) return no('no-such-notice');
    afterwards(() => {
      if (notice.caseId) parts.announce('case.changed', { caseId: notice.caseId });
      parts.press.wake();
    });
    return yes(notice.summary);
  }),

  'notices.list': onRead(noticesCalls['notices.list'], ({ of }, { db, nowMs, today }) => {
    const visit = of === 'visit' ? visitInHand(db) : null;
    if (of === 'visit' && !visit) return yes([]);
    return yes(
      noticeLines(db, { visitId: visit?.id ?? null, day: today, sinceMs: nowMs - DAY_MS, limit: LISTED }),
    );
  }),

  'notices.batch': onWrite(noticesCalls['notices.batch'], ({ noticeIds }, bench) => {
    const { db, asker, nowMs, about, parts, afterwards } = bench;
    if (noticeIds.some((id) => !noticeById(db, id))) return no('no-such-notice');
    const batchId = addBatch(db, { noticeIds, atMs: nowMs, clerk: asker.staff?.number ?? 'nobody' });
    about(batchId, 'batch');
    afterwards(() => parts.press.wake());
    return yes({ batchId });
  }),

  'notices.batch-state': onRead(noticesCalls['notices.batch-state'], ({ batchId }, { db }) => {
    const state = batchState(db, batchId);
    return state ? yes(state) : no('no-such-batch');
  }),

  'notices.batch-pdf': onWrite(noticesCalls['notices.batch-pdf'], ({ batchId, offset }, { db, about }) => {
    about(batchId, 'batch-pdf');
    if (!batchState(db, batchId)) return no('no-such-batch');
    const found = batchPiece(db, batchId, offset, PIECE_BYTES);
    return found ? yes(inBase64(found)) : no('not-pressed-yet');
  }),

  'notices.ask-signature': onWrite(noticesCalls['notices.ask-signature'], ({ noticeId }, bench) => {
    const { db, about } = bench;
    about(noticeId, 'ask-signature');
    const barred = signingBarred(db, noticeId);
    if (barred) return no(barred);
    showOnScreen(bench, noticeId);
    const notice = noticeById(db, noticeId);
    return notice ? yes(notice.summary) : no('no-such-notice');
  }),

  'notices.stop-signing': onWrite(noticesCalls['notices.stop-signing'], (_input, bench) => {
    const signing = signingNow(bench.db);
    clearSigning(bench.db);
    tellSigning(bench, signing?.noticeId ?? null);
    return yes({});
  }),

  'notices.settle-signature': onWrite(noticesCalls['notices.settle-signature'], (input, bench) => {
    const { noticeId, outcome } = input;
    bench.about(noticeId, outcome);
    const barred = signingBarred(bench.db, noticeId);
    if (barred) return no(barred);
    settle(bench, noticeId, {
      outcome,
      png: null,
      sha256: null,
      reason: input.outcome === 'on-paper' ? null : input.reason,
      clerk: bench.asker.staff?.number ?? 'nobody',
    });
    const notice = noticeById(bench.db, noticeId);
    return notice ? yes(notice.summary) : no('no-such-notice');
  }),

  'notices.pdf': onWrite(noticesCalls['notices.pdf'], ({ noticeId, offset }, { db, about }) => {
    about(noticeId, 'pdf');
    if (!noticeById(db, noticeId)) return no('no-such-notice');
    const found = pdfPiece(db, noticeId, offset, PIECE_BYTES);
    if (!found) return no('not-pressed-yet');
    return yes(inBase64(found));
  }),
};

function inBase64(found: {
  readonly piece: Uint8Array;
  readonly totalBytes: number;
  readonly sha256: string;
}) {
  const { piece, totalBytes, sha256 } = found;
  return { base64: Buffer.from(piece).toString('base64'), totalBytes, sha256 };
}
