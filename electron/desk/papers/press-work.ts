import type { Writer } from '#native/sqlite/database.ts';
import type { PaperSignature } from '#rules/notices/page-words.ts';
import { caseById } from '../store/cases.ts';
import { materialsOf } from '../store/materials.ts';
import { type BatchToPress, keepBatch } from '../store/notice-batches.ts';
import { keepPdf, keepPressTrouble, type NoticeToPress } from '../store/notices.ts';
import { keepPrint, type PagePrint, sheetsOf } from '../store/page-prints.ts';
import { batchHtml, noticeHtml } from './notice-html.ts';
import { pagesHtml } from './pages-html.ts';
import type { PressNeeds } from './press.ts';
import { slipHtml } from './slip-html.ts';

/** Why a copy could not be pressed. */
export type PressTrouble = 'page-not-made' | 'page-not-drawn' | 'press-too-slow' | 'not-a-pdf';

/** One thing to press: how its page is made and where its PDF goes. */
export interface Work {
  readonly name: string;
  readonly paper: 'a4' | 'slip-80mm';
  /** The case it belongs to, for the log; null for what belongs to none. */
  readonly caseId: string | null;
  /** @throws RangeError when the page cannot be made */
  readonly page: () => string;
  readonly keep: (pdf: Uint8Array, sha256: string, atMs: number) => void;
  readonly giveUp: (why: PressTrouble, atMs: number) => void;
  readonly tell: (announce: PressNeeds['announce']) => void;
}

type WrittenAt = PressNeeds['writtenAt'];

/** The newest copy of a notice: a slip on the roll, everything else on A4. */
export function noticeWork(db: Writer, notice: NoticeToPress, writtenAt: WrittenAt): Work {
  const { id, caseId, kind, content, reprint, signatures } = notice;
  const isSlip = kind === 'receipt-slip';
  const copy = { id, reprint, signatures };
  return {
    name: `${id}.${reprint}.${signatures}`,
    paper: isSlip ? 'slip-80mm' : 'a4',
    caseId,
    page: () =>
      isSlip ? slipHtml(content, reprint) : noticeHtml(content, reprint, signatureOn(notice, writtenAt)),
    keep: (pdf, sha256, atMs) => keepPdf(db, { ...copy, pdf, sha256, atMs }),
    giveUp: (why, atMs) => keepPressTrouble(db, { ...copy, why, atMs }),
    tell: (announce) => announce('notice.pressed', { noticeId: id, caseId }),
  };
}

/** Several notices as one PDF on A4, each in its newest copy. */
export function batchWork(db: Writer, { id, notices }: BatchToPress, writtenAt: WrittenAt): Work {
  return {
    name: id,
    paper: 'a4',
    caseId: null,
    page: () =>
      batchHtml(
        notices.map((notice) => ({
          content: notice.content,
          reprint: notice.reprint,
          signature: signatureOn(notice, writtenAt),
        })),
      ),
    keep: (pdf, sha256, atMs) => keepBatch(db, { id, pdf, sha256, atMs }),
    giveUp: (why, atMs) => keepBatch(db, { id, why, atMs }),
    tell: (announce) => announce('batch.pressed', { batchId: id }),
  };
}

/** The pages of a paper of a case as one PDF on A4, with the mark it must bear. */
export function pagesWork(db: Writer, { id, caseId, materialId }: PagePrint): Work {
  return {
    name: id,
    paper: 'a4',
    caseId,
    page: () => {
      const came = materialsOf(db, caseId).get(materialId);
      const record = caseById(db, caseId);
      const listed = record?.item.materials.find((paper) => paper.id === materialId);
      return pagesHtml({
        paperName: came?.paperName ?? listed?.nameZh ?? '',
        receiptNumber: record?.receiptNumber ?? null,
        mark: came?.watermark ?? null,
        sheets: sheetsOf(db, id).map((jpeg) => Buffer.from(jpeg).toString('base64')),
      });
    },
    keep: (pdf, sha256, atMs) => keepPrint(db, { id, pdf, sha256, atMs }),
    giveUp: (why, atMs) => keepPrint(db, { id, why, atMs }),
    tell: (announce) => announce('pages.pressed', { printId: id }),
  };
}

function signatureOn({ signature }: NoticeToPress, writtenAt: WrittenAt): PaperSignature | null {
  if (!signature) return null;
  const { pngHex, atMs, ...rest } = signature;
  // SQLite writes the hex of nothing as an empty text.
  const png = pngHex ? Buffer.from(pngHex, 'hex').toString('base64') : null;
  return { ...rest, pngBase64: png, at: writtenAt(atMs) };
}
