import { noticesCalls } from '#contract/calls/notices.ts';
import { type Answers, no, onWrite, yes } from '../answering.ts';
import { countReprint, noticeById, noticeContent, pdfPiece } from '../store/notices.ts';

/** Bytes of a PDF in one answer. */
const PIECE_BYTES = 32_768;

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

  'notices.pdf': onWrite(noticesCalls['notices.pdf'], ({ noticeId, offset }, { db, about }) => {
    about(noticeId, 'pdf');
    if (!noticeById(db, noticeId)) return no('no-such-notice');
    const found = pdfPiece(db, noticeId, offset, PIECE_BYTES);
    if (!found) return no('not-pressed-yet');
    return yes({
      base64: Buffer.from(found.piece).toString('base64'),
      totalBytes: found.totalBytes,
      sha256: found.sha256,
    });
  }),
};
