import { z } from 'zod';
import { CaseId, VisitId } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import type { EvaluationLevel, EvaluationReason } from '#contract/shapes/evaluation.ts';
import { all, one, oneChanged, type Reader, run, type Writer } from '#native/sqlite/database.ts';

/** What a citizen may evaluate now: a finished visit, or one case by the code on its slip. Either is null. */
export const Offer = z.strictObject({
  id: z.uuid(),
  visitId: VisitId.nullable(),
  caseId: CaseId.nullable(),
  clerk: z.string(),
  offeredAtMs: z.int(),
});
export type Offer = z.output<typeof Offer>;

const OFFER = `INSERT INTO evaluation_offer (id, visit_id, case_id, clerk, offered_at_ms)
  VALUES (@id, @visitId, @caseId, @clerk, @offeredAtMs) ON CONFLICT (visit_id) DO NOTHING`;
const ASKED = `id, visit_id AS visitId, case_id AS caseId, clerk, offered_at_ms AS offeredAtMs`;
const OPEN = `SELECT ${ASKED} FROM evaluation_offer
  WHERE ended IS NULL AND offered_at_ms >= @sinceMs ORDER BY offered_at_ms DESC LIMIT 1`;
const LEFT = `SELECT ${ASKED} FROM evaluation_offer WHERE ended IS NULL AND offered_at_ms < @beforeMs`;
const END = `UPDATE evaluation_offer SET ended = @how WHERE id = @id AND ended IS NULL RETURNING id`;
const END_QUIETLY = `UPDATE evaluation_offer SET ended = 'unanswered' WHERE id = @id`;
const KEEP = `INSERT INTO evaluation (case_id, no, level, reasons, rated_at_ms, rated_on)
  VALUES (@caseId, @no, @level, @reasons, @atMs, @on) ON CONFLICT DO NOTHING RETURNING no`;
const IS_RATED = 'SELECT no FROM evaluation WHERE case_id = @caseId AND no = @no';
const LAST = 'SELECT max(rated_on) AS ratedOn FROM evaluation WHERE case_id = @caseId';

const MaybeOffer = Offer.nullable();
const Offers = Offer.array();
const Rated = z.strictObject({ ratedOn: Day.nullable() });

/** Offers a visit once, however often its ticket is said to be finished. */
export function offerEvaluation(db: Writer, offer: Offer): void {
  run(db, OFFER, { ...offer });
}

/** What was offered before a moment and not answered by now is answered by nobody. */
export function leaveOffers(db: Writer, beforeMs: number): Offer[] {
  const left = Offers.parse(all(db, LEFT, { beforeMs }));
  for (const { id } of left) run(db, END_QUIETLY, { id });
  return left;
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

/** Whether this time of the case has its evaluation. */
export function isRated(db: Reader, caseId: CaseId, no: number): boolean {
  return one(db, IS_RATED, { caseId, no }) !== null;
}

/** The last day a case was evaluated, and nothing of what was said. */
export function lastRatedOn(db: Reader, caseId: CaseId): Day | null {
  return Rated.parse(one(db, LAST, { caseId })).ratedOn;
}
