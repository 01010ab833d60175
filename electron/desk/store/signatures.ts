import { z } from 'zod';
import { VisitId } from '#contract/shapes/case.ts';
import { NoticeId } from '#contract/shapes/notice.ts';
import { SignatureOutcome, type SigningState } from '#contract/shapes/signature.ts';
import { one, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { newId } from '../new-id.ts';

/** A paper that lies on the citizen's screen to be signed. There is one at a time. */
export const Signing = z.strictObject({
  id: z.string(),
  noticeId: NoticeId,
  /** Who sat at the window when it was asked for: nobody else sees the paper. */
  visitId: VisitId.nullable(),
  askedAtMs: z.int(),
  /** Number of the clerk who asked: the witness. */
  askedBy: z.string(),
  objectedAtMs: z.int().nullable(),
});
export type Signing = z.output<typeof Signing>;

const SIGNING = `SELECT id, notice_id AS noticeId, visit_id AS visitId, asked_at_ms AS askedAtMs, asked_by AS askedBy, objected_at_ms AS objectedAtMs
  FROM signing`;
const ASK = `INSERT INTO signing (one, id, notice_id, visit_id, asked_at_ms, asked_by)
  VALUES (1, @id, @noticeId, @visitId, @atMs, @clerk)
  ON CONFLICT (one) DO UPDATE SET id = excluded.id, notice_id = excluded.notice_id,
    visit_id = excluded.visit_id,
    asked_at_ms = excluded.asked_at_ms, asked_by = excluded.asked_by, objected_at_ms = NULL`;
const OBJECT = 'UPDATE signing SET objected_at_ms = @atMs WHERE id = @id';
const CLEAR = 'DELETE FROM signing';
const SETTLE = `INSERT INTO notice_signature (notice_id, round, outcome, content_hash, png, sha256, reason, at_ms,
    clerk, window)
  VALUES (@noticeId, (SELECT count(*) + 1 FROM notice_signature WHERE notice_id = @noticeId), @outcome,
    @contentHash, @png, @sha256, @reason, @atMs, @clerk, @window)`;
const LAST = `SELECT outcome, at_ms AS atMs, clerk, reason, sha256 FROM notice_signature
  WHERE notice_id = @noticeId ORDER BY round DESC LIMIT 1`;

const NAMED = `SELECT notice_id || ':' || round AS id, outcome AS how FROM notice_signature
  WHERE notice_id = @noticeId AND outcome IN ('signed', 'on-paper') ORDER BY round DESC LIMIT 1`;

/** How a signing ended. */
export const Settled = z.strictObject({
  outcome: SignatureOutcome,
  atMs: z.int(),
  clerk: z.string(),
  reason: z.string().nullable(),
  sha256: z.string().nullable(),
});
const SignatureName = z.strictObject({ id: z.string(), how: z.enum(['signed', 'on-paper']) });
const MaybeName = SignatureName.nullable();
const MaybeSigning = Signing.nullable();
const MaybeSettled = Settled.nullable();

export function signingNow(db: Reader): Signing | null {
  return MaybeSigning.parse(one(db, SIGNING));
}

/** Puts a paper on the citizen's screen; what lay there before is taken away. */
export function askToSign(
  db: Writer,
  asked: {
    readonly noticeId: NoticeId;
    readonly visitId: VisitId | null;
    readonly atMs: number;
    readonly clerk: string;
  },
): void {
  run(db, ASK, { id: newId(), ...asked });
}

/** The citizen says that something is not right; the paper leaves the screen. */
export function objectToSign(db: Writer, id: string, atMs: number): void {
  run(db, OBJECT, { id, atMs });
}

export function clearSigning(db: Writer): void {
  run(db, CLEAR);
}

/** How the last try to have a paper signed ended; null when there was none. */
export function lastSignature(db: Reader, noticeId: NoticeId): z.output<typeof Settled> | null {
  return MaybeSettled.parse(one(db, LAST, { noticeId }));
}

/** The signature a paper bears, named for ever; null when nobody signed it, on the screen or with a pen. */
export function signatureOf(db: Reader, noticeId: NoticeId): z.output<typeof SignatureName> | null {
  return MaybeName.parse(one(db, NAMED, { noticeId }));
}

/** Keeps for ever how a paper was signed, or why it was not. */
export function keepSignature(
  db: Writer,
  signature: {
    readonly noticeId: NoticeId;
    readonly outcome: SignatureOutcome;
    readonly contentHash: string;
    readonly png: Uint8Array | null;
    readonly sha256: string | null;
    readonly reason: string | null;
    readonly atMs: number;
    readonly clerk: string;
    readonly window: number;
  },
): void {
  run(db, SETTLE, signature);
}

/** How a paper stands that wants a signature. */
export function signingState(paper: {
  readonly settled: z.output<typeof Settled> | null;
  /** It lies on the citizen's screen now, and since when the citizen objects to it. */
  readonly onScreen: boolean;
  readonly objectedAtMs: number | null;
  readonly wanted: boolean;
}): SigningState {
  const { settled, onScreen, objectedAtMs, wanted } = paper;
  if (onScreen)
    return objectedAtMs === null ? { state: 'on-screen' } : { state: 'objected', atMs: objectedAtMs };
  if (settled) return { state: 'settled', ...settled };
  return { state: wanted ? 'wanted' : 'not-wanted' };
}
