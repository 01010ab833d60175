import { z } from 'zod';
import { CaseId, type VisitId } from '#contract/shapes/case.ts';
import { NoticeContent, NoticeId, NoticeKind, type NoticeSummary } from '#contract/shapes/notice.ts';
import { SignatureOutcome } from '#contract/shapes/signature.ts';
import { all, one, oneChanged, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { wantsSignature } from '#rules/notices/signing.ts';
import { newId } from '../new-id.ts';
import type { FrozenText } from '../papers/frozen-text.ts';
import { inJson } from './parties.ts';
import { PdfPiece, PdfRow, pdfState } from './pdf-rows.ts';
import { Settled, signingState } from './signatures.ts';

/** A frozen notice with the number of the copy that is wanted now: 0 is the first print, n is 补打 n. */
export const NoticeToPress = z.strictObject({
  id: NoticeId,
  caseId: CaseId.nullable(),
  kind: NoticeKind,
  content: inJson(NoticeContent),
  reprint: z.int().nonnegative(),
  /** How often its signing was settled; the copy carries the last. */
  signatures: z.int().nonnegative(),
  signature: inJson(
    z.strictObject({
      outcome: SignatureOutcome,
      pngHex: z.string().nullable(),
      sha256: z.string().nullable(),
      reason: z.string().nullable(),
      clerk: z.string(),
      atMs: z.int(),
    }),
  ).nullable(),
});
export type NoticeToPress = z.output<typeof NoticeToPress>;

const SIGNED = '(SELECT count(*) FROM notice_signature AS signed WHERE signed.notice_id = notice.id)';
/** The copy that is wanted now: of the last reprint, with the last signature. */
const NEWEST = `copy.notice_id = notice.id AND copy.reprint = notice.reprints AND copy.signatures = ${SIGNED}`;
/** With how its last signing was settled, and whether it lies on the citizen's screen. */
const SUMMARY = `SELECT notice.id, notice.case_id AS caseId, notice.kind, document_number AS documentNumber,
    notice.issued_at_ms AS issuedAtMs, notice.content_hash AS contentHash, reprints,
    copy.sha256, length(copy.pdf) AS bytes, copy.pressed_at_ms AS pressedAtMs, copy.why,
    CASE WHEN last.round IS NOT NULL THEN json_object('outcome', last.outcome, 'atMs', last.at_ms,
      'clerk', last.clerk, 'reason', last.reason, 'sha256', last.sha256) END AS settled,
    signing.id IS NOT NULL AS onScreen, signing.objected_at_ms AS objectedAtMs
  FROM notice LEFT JOIN notice_copy AS copy ON ${NEWEST}
    LEFT JOIN notice_signature AS last ON last.notice_id = notice.id AND last.round = ${SIGNED}
    LEFT JOIN signing ON signing.notice_id = notice.id`;
const BY_ID = `${SUMMARY} WHERE notice.id = @id`;
const OF_CASE = `${SUMMARY} WHERE notice.case_id = @caseId ORDER BY notice.id`;
const RECEIPTS = `${SUMMARY} WHERE bundle_id = @bundleId AND kind = 'bundle-receipt' ORDER BY notice.id`;
const OF_HELP_LIST = `${SUMMARY} WHERE help_list_id = @listId`;
const CONTENT = 'SELECT content FROM notice WHERE id = @id';
const ADD = `INSERT INTO notice (id, case_id, visit_id, bundle_id, hand_over_id, kind, organ, document_number,
    template_version, content, content_hash, issued_at_ms, issued_by, guidance_id, help_list_id)
  VALUES (@id, @caseId, @visitId, @bundleId, @handOverId, @kind, @organ, @documentNumber, @templateVersion,
    @content, @contentHash, @issuedAtMs, @issuedBy, @guidanceId, @helpListId)`;
const COUNT_REPRINT = 'UPDATE notice SET reprints = reprints + 1 WHERE id = @id RETURNING id';
const PRESSABLE = `SELECT notice.id, case_id AS caseId, kind, content, reprints AS reprint,
    ${SIGNED} AS signatures,
    (SELECT json_object('outcome', outcome, 'pngHex', hex(png), 'sha256', sha256, 'reason', reason,
        'clerk', clerk, 'atMs', at_ms)
      FROM notice_signature WHERE notice_id = notice.id ORDER BY round DESC LIMIT 1) AS signature
  FROM notice`;
const TO_PRESS = `${PRESSABLE}
  WHERE NOT EXISTS (SELECT 1 FROM notice_copy AS copy WHERE ${NEWEST})
  ORDER BY notice.id LIMIT @limit`;
const ONE_TO_PRESS = `${PRESSABLE} WHERE notice.id = @id`;
const KEEP = `INSERT INTO notice_copy (notice_id, reprint, signatures, pdf, sha256, pressed_at_ms, why)
  VALUES (@id, @reprint, @signatures, @pdf, @sha256, @atMs, @why)
  ON CONFLICT (notice_id, reprint, signatures) DO NOTHING`;
const RETRY = 'DELETE FROM notice_copy WHERE pdf IS NULL';
const PIECE = `SELECT substr(copy.pdf, @from, @count) AS piece, length(copy.pdf) AS totalBytes, copy.sha256
  FROM notice JOIN notice_copy AS copy ON ${NEWEST}
  WHERE notice.id = @id AND copy.pdf IS NOT NULL`;

const Row = z
  .strictObject({
    id: NoticeId,
    caseId: CaseId.nullable(),
    kind: NoticeKind,
    documentNumber: z.string(),
    issuedAtMs: z.int(),
    contentHash: z.string(),
    reprints: z.int(),
    ...PdfRow.shape,
    settled: inJson(Settled).nullable(),
    onScreen: z.literal([0, 1]),
    objectedAtMs: z.int().nullable(),
  })
  .transform(({ caseId, sha256, bytes, pressedAtMs, why, settled, onScreen, objectedAtMs, ...rest }) => ({
    caseId,
    summary: {
      ...rest,
      pdf: pdfState({ sha256, bytes, pressedAtMs, why }),
      signing: signingState({
        settled,
        onScreen: onScreen === 1,
        objectedAtMs,
        wanted: wantsSignature(rest.kind),
      }),
    } satisfies NoticeSummary,
  }));

const MaybeRow = Row.nullable();
const Rows = Row.array();
const MaybeContent = z.strictObject({ content: inJson(NoticeContent) }).nullable();

export function noticeById(
  db: Reader,
  id: NoticeId,
): { readonly caseId: CaseId | null; readonly summary: NoticeSummary } | null {
  return MaybeRow.parse(one(db, BY_ID, { id }));
}

export function noticesOfCase(db: Reader, caseId: CaseId): NoticeSummary[] {
  return Rows.parse(all(db, OF_CASE, { caseId })).map(({ summary }) => summary);
}

/** The slips of a bundle itself, oldest first; each of its cases has its own papers. */
export function receiptsOfBundle(db: Reader, bundleId: string): NoticeSummary[] {
  return Rows.parse(all(db, RECEIPTS, { bundleId })).map(({ summary }) => summary);
}

/** The paper of a helper's list; null for a list of before there was one. */
export function noticeOfHelpList(db: Reader, listId: string): NoticeSummary | null {
  return MaybeRow.parse(one(db, OF_HELP_LIST, { listId }))?.summary ?? null;
}

/** The content as it was frozen when the notice was issued. */
export function noticeContent(db: Reader, id: NoticeId): NoticeContent | null {
  const row = one(db, CONTENT, { id });
  return MaybeContent.parse(row)?.content ?? null;
}

/** What a paper is about: one case, one visit, one bundle, one hand-over list, what a greeter was asked, or a helper's list. */
export type NoticeSubject =
  | { readonly caseId: CaseId }
  | { readonly visitId: VisitId }
  | { readonly bundleId: string }
  | { readonly handOverId: string }
  | { readonly guidanceId: string }
  | { readonly helpListId: string };

/** The id of a paper that is about to be made: its code may name it. */
export function newNoticeId(): NoticeId {
  return NoticeId.parse(newId());
}

/** Freezes a notice. Its content, number and hash never change afterwards. */
export function addNotice(
  db: Writer,
  notice: {
    readonly id: NoticeId;
    readonly about: NoticeSubject;
    readonly content: NoticeContent;
    readonly frozen: FrozenText;
    readonly issuedAtMs: number;
    readonly issuedBy: string;
  },
): void {
  const { about, content } = notice;
  run(db, ADD, {
    id: notice.id,
    caseId: 'caseId' in about ? about.caseId : null,
    visitId: 'visitId' in about ? about.visitId : null,
    bundleId: 'bundleId' in about ? about.bundleId : null,
    handOverId: 'handOverId' in about ? about.handOverId : null,
    guidanceId: 'guidanceId' in about ? about.guidanceId : null,
    helpListId: 'helpListId' in about ? about.helpListId : null,
    kind: content.kind,
    organ: content.organ,
    documentNumber: content.documentNumber,
    templateVersion: content.templateVersion,
    content: notice.frozen.text,
    contentHash: notice.frozen.sha256,
    issuedAtMs: notice.issuedAtMs,
    issuedBy: notice.issuedBy,
  });
}

/** 补打: counts one more copy, which then waits for the press. False when there is no such notice. */
export function countReprint(db: Writer, id: NoticeId): boolean {
  return oneChanged(db, COUNT_REPRINT, { id }) !== null;
}

/** Notices whose newest copy was not pressed yet, oldest first. */
export function noticesToPress(db: Reader, limit: number): NoticeToPress[] {
  return NoticeToPress.array().parse(all(db, TO_PRESS, { limit }));
}

/** One notice as it would be pressed now; null when there is none. */
export function noticeToPress(db: Reader, id: NoticeId): NoticeToPress | null {
  return NoticeToPress.nullable().parse(one(db, ONE_TO_PRESS, { id }));
}

/** Keeps the PDF of one copy. A copy that is there already stays as it is. */
export function keepPdf(
  db: Writer,
  copy: {
    readonly id: NoticeId;
    readonly reprint: number;
    readonly signatures: number;
    readonly pdf: Uint8Array;
    readonly sha256: string;
    readonly atMs: number;
  },
): void {
  run(db, KEEP, { ...copy, why: null });
}

/** Keeps why a copy could not be pressed, as one word. */
export function keepPressTrouble(
  db: Writer,
  copy: {
    readonly id: NoticeId;
    readonly reprint: number;
    readonly signatures: number;
    readonly why: string;
    readonly atMs: number;
  },
): void {
  run(db, KEEP, { ...copy, pdf: null, sha256: null });
}

/** Copies that could not be pressed wait for the press again. Returns how many. */
export function retryPressTroubles(db: Writer): number {
  return run(db, RETRY);
}

/** A piece of the newest pressed copy, or null while there is none. Empty beyond the end. */
export function pdfPiece(
  db: Reader,
  id: NoticeId,
  offset: number,
  count: number,
): z.output<typeof PdfPiece> | null {
  return PdfPiece.nullable().parse(one(db, PIECE, { id, from: offset + 1, count }));
}
