import { z } from 'zod';
import { type CaseId, VisitId } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import type { EvaluationLevel, EvaluationReason } from '#contract/shapes/evaluation.ts';
import { one, oneChanged, type Reader, run, type Writer } from '#native/sqlite/database.ts';

/** A finished visit that the citizen may evaluate now. */
export const Offer = z.strictObject({
  id: z.uuid(),
  visitId: VisitId,
  clerk: z.string(),
  offeredAtMs: z.int(),
});
export type Offer = z.output<typeof Offer>;

const OFFER = `INSERT INTO evaluation_offer (visit_id, id, clerk, offered_at_ms)
  VALUES (@visitId, @id, @clerk, @offeredAtMs) ON CONFLICT (visit_id) DO NOTHING`;
const OPEN = `SELECT id, visit_id AS visitId, clerk, offered_at_ms AS offeredAtMs FROM evaluation_offer
  WHERE ended IS NULL AND offered_at_ms >= @sinceMs ORDER BY offered_at_ms DESC LIMIT 1`;
const LEAVE = `UPDATE evaluation_offer SET ended = 'unanswered' WHERE ended IS NULL`;
const END = `UPDATE evaluation_offer SET ended = @how WHERE id = @id AND ended IS NULL RETURNING id`;
const KEEP = `INSERT INTO evaluation (case_id, no, level, reasons, rated_at_ms, rated_on)
  VALUES (@caseId, @no, @level, @reasons, @atMs, @on) ON CONFLICT DO NOTHING RETURNING no`;
const LAST = 'SELECT max(rated_on) AS ratedOn FROM evaluation WHERE case_id = @caseId';

const MaybeOffer = Offer.nullable();
const Rated = z.strictObject({ ratedOn: Day.nullable() });

/** Offers a visit once, however often its ticket is said to be finished. */
export function offerEvaluation(db: Writer, offer: Offer): void {
  run(db, OFFER, { ...offer });
}

/** Another citizen's turn is over: what was not answered by now is answered by nobody. */
export function leaveOffers(db: Writer): void {
  run(db, LEAVE);
}

/** The newest offer since a moment that nobody has answered. */
export function openOffer(db: Reader, sinceMs: number): Offer | null {
  return MaybeOffer.parse(one(db, OPEN, { sinceMs }));
}

/** False when it was answered before: nobody evaluates one service twice. */
export function endOffer(db: Writer, id: string, how: 'rated' | 'skipped'): boolean {
  return oneChanged(db, END, { id, how }) !== null;
}

/** Keeps one evaluation of one case and number of time (invariant 17); false when there is one. */
export function keepEvaluation(
  db: Writer,
  said: {
    readonly caseId: CaseId;
    readonly no: number;
    readonly level: EvaluationLevel;
    readonly reasons: readonly EvaluationReason[];
    readonly atMs: number;
    readonly on: Day;
  },
): boolean {
  return oneChanged(db, KEEP, { ...said, reasons: JSON.stringify(said.reasons) }) !== null;
}

/** The last day a case was evaluated, and nothing of what was said. */
export function lastRatedOn(db: Reader, caseId: CaseId): Day | null {
  return Rated.parse(one(db, LAST, { caseId })).ratedOn;
}
