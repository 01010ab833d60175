import { z } from 'zod';
import { NoticeId, type PdfState } from '#contract/shapes/notice.ts';
import { one, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { newId } from '../new-id.ts';
import { type NoticeToPress, noticeToPress } from './notices.ts';
import { inJson } from './parties.ts';
import { PdfPiece, PdfRow, pdfState } from './pdf-rows.ts';

const ADD = `INSERT INTO notice_batch (id, notice_ids, made_at_ms, made_by)
  VALUES (@id, @noticeIds, @atMs, @clerk)`;
const WAITING = `SELECT id, notice_ids AS noticeIds FROM notice_batch WHERE pressed_at_ms IS NULL
  ORDER BY id LIMIT 1`;
const KEEP = `UPDATE notice_batch SET pdf = @pdf, sha256 = @sha256, why = @why, pressed_at_ms = @atMs
  WHERE id = @id AND pressed_at_ms IS NULL`;
const RETRY = 'UPDATE notice_batch SET why = NULL, pressed_at_ms = NULL WHERE why IS NOT NULL';
const STATE = `SELECT sha256, length(pdf) AS bytes, pressed_at_ms AS pressedAtMs, why FROM notice_batch
  WHERE id = @id`;
const PIECE = `SELECT substr(pdf, @from, @count) AS piece, length(pdf) AS totalBytes, sha256 FROM notice_batch
  WHERE id = @id AND pdf IS NOT NULL`;

const Waiting = z.strictObject({ id: z.string(), noticeIds: inJson(z.array(NoticeId)) }).nullable();
const State = PdfRow.nullable();
const MaybePiece = PdfPiece.nullable();

/** Papers that wait to be pressed as one job, as they stand now. */
export interface BatchToPress {
  readonly id: string;
  readonly notices: readonly NoticeToPress[];
}

export function addBatch(
  db: Writer,
  batch: { readonly noticeIds: readonly NoticeId[]; readonly atMs: number; readonly clerk: string },
): string {
  const id = newId();
  run(db, ADD, { ...batch, id, noticeIds: JSON.stringify(batch.noticeIds) });
  return id;
}

export function batchToPress(db: Reader): BatchToPress | null {
  const waiting = Waiting.parse(one(db, WAITING));
  if (!waiting) return null;
  const notices = waiting.noticeIds.flatMap((id) => noticeToPress(db, id) ?? []);
  return { id: waiting.id, notices };
}

/** Keeps the PDF of a batch, or why there is none. */
export function keepBatch(
  db: Writer,
  batch: { readonly id: string; readonly atMs: number } & (
    | { readonly pdf: Uint8Array; readonly sha256: string }
    | { readonly why: string }
  ),
): void {
  run(db, KEEP, { pdf: null, sha256: null, why: null, ...batch });
}

export function retryBatches(db: Writer): void {
  run(db, RETRY);
}

/** Null when there is no such batch. */
export function batchState(db: Reader, id: string): PdfState | null {
  const row = State.parse(one(db, STATE, { id }));
  return row && pdfState(row);
}

export function batchPiece(
  db: Reader,
  id: string,
  offset: number,
  count: number,
): z.output<typeof PdfPiece> | null {
  return MaybePiece.parse(one(db, PIECE, { id, from: offset + 1, count }));
}
