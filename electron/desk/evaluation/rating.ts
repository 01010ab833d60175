import type { Output } from '#contract/calls.ts';
import type { CaseId, VisitId } from '#contract/shapes/case.ts';
import type { EvaluationLevel, EvaluationReason } from '#contract/shapes/evaluation.ts';
import type { Reader, Writer } from '#native/sqlite/database.ts';
import { evaluationStanding, slipRatingStanding } from '#rules/intake/evaluation.ts';
import type { Desk, WriteBench } from '../answering.ts';
import type { Looking } from '../intake/case-whole.ts';
import { newId } from '../new-id.ts';
import { oweEvaluation } from '../progress/act-made.ts';
import { actsOfCase } from '../store/case-acts.ts';
import { casesInVisit, visitsOfCase } from '../store/case-visits.ts';
import { caseById, type CaseRecord } from '../store/cases.ts';
import {
  endOffer,
  isRated,
  keepEvaluation,
  leaveOffers,
  type Offer,
  offerEvaluation,
  openOffer,
} from '../store/evaluations.ts';
import { visitInHand } from '../store/visits.ts';

/** How long the question stays on the citizen's screen by itself: then it closes as 未评价. @source SCREENS.md 4 */
const SHOWN_MS = 30_000;
/** How long an answer begun in that time is still taken. */
const TAKEN_MS = 3 * 60_000;

/**
 * Offers the finished visit to its citizen, when a case of it has a number (domain.md 2: only after the number exists).
 * Nobody at the window starts it, hurries it or sees what was said.
 */
export function offerRating(at: Rating, visitId: VisitId, clerk: string): void {
  leaveUnanswered(at, at.nowMs + 1);
  if (numbered(at.db, casesInVisit(at.db, visitId)).length === 0) return;
  offerEvaluation(at.db, { id: newId(), visitId, caseId: null, clerk, offeredAtMs: at.nowMs });
}

/** Where somebody is asked, and what they left is owed from. */
type Rating = Looking & { readonly db: Writer };

/**
 * Offers one case by the code on its slip, to somebody who comes back with it: once for each time of the case, until
 * thirty days after its end.
 *
 * @source domain.md 12 F24, 6
 */
export function offerBySlip(bench: WriteBench, record: CaseRecord): RatingRefusal | null {
  const { db, today, nowMs, asker } = bench;
  if (visitInHand(db)) return 'somebody-is-served';
  const endedOn = actsOfCase(db, record.id).at(-1)?.on ?? today;
  const barred = slipRatingStanding({
    hasNumber: record.receiptNumber !== null,
    isRated: isRated(db, record.id, timeOf(db, record)),
    state: record.state,
    endedOn,
    today,
  });
  if (barred) return barred;
  leaveUnanswered(bench, nowMs + 1);
  const clerk = record.clerk ?? asker.staff?.number ?? 'desk';
  offerEvaluation(db, { id: newId(), visitId: null, caseId: record.id, clerk, offeredAtMs: nowMs });
  bench.afterwards(() => {
    bench.parts.announce('citizen.changed', {});
    bench.parts.sync.wake();
  });
  return null;
}

type RatingRefusal = 'somebody-is-served' | NonNullable<ReturnType<typeof slipRatingStanding>>;

/** 未评价: what nobody answered in time is over, and owed as that. Run with the clocks. */
export function lapseOffers(desk: Desk): void {
  const nowMs = desk.nowMs();
  const { db, parts } = desk;
  const at = { db, parts, nowMs, today: desk.todayAt(nowMs) };
  if (db.transaction(() => leaveUnanswered(at, nowMs - TAKEN_MS))()) parts.sync.wake();
}

/** True when something is owed. */
function leaveUnanswered(at: Rating, beforeMs: number): boolean {
  const left = leaveOffers(at.db, beforeMs);
  for (const offer of left) oweNotRated(at, offer);
  return left.length > 0;
}

function oweNotRated(at: Rating, offer: Offer): void {
  for (const record of offered(at.db, offer)) {
    const no = timeOf(at.db, record);
    if (isRated(at.db, record.id, no)) continue;
    oweEvaluation(at, record, { level: 'not-rated', reasons: [], no }, offer.clerk);
  }
}

/** What the citizen's screen asks between citizens. */
export function ratingShown(db: Reader, nowMs: number): Output<'citizen.view'>['rating'] {
  const offer = openOfferNow(db, nowMs - SHOWN_MS);
  if (!offer) return null;
  return {
    offerId: offer.id,
    items: offered(db, offer).map(({ item: { nameZh, nameEn } }) => ({ nameZh, nameEn })),
  };
}

/**
 * What the citizen said, kept for each case of the visit and owed to the platform. The clerk is told nothing.
 *
 * @source domain.md 6, 13.3 invariant 17
 */
export function rate(
  bench: WriteBench,
  offerId: string,
  said: { readonly level: EvaluationLevel; readonly reasons: readonly EvaluationReason[] },
): 'no-longer-asked' | 'reason-missing' | 'reason-not-asked' | null {
  const { db, nowMs, today } = bench;
  const offer = openOfferNow(db, nowMs - TAKEN_MS);
  if (offer?.id !== offerId) return 'no-longer-asked';
  const barred = evaluationStanding(said.level, said.reasons);
  if (barred) return barred;
  if (!endOffer(db, offerId, 'rated')) return 'no-longer-asked';
  for (const record of offered(db, offer)) {
    const no = timeOf(db, record);
    const isKept = keepEvaluation(db, { caseId: record.id, no, ...said, atMs: nowMs, on: today });
    if (isKept) oweEvaluation(bench, record, { ...said, reasons: [...said.reasons], no }, offer.clerk);
  }
  over(bench);
  return null;
}

/** 不评价: asked, and left. It is owed as not rated; the slip can still be used. */
export function skipRating(bench: WriteBench, offerId: string): 'no-longer-asked' | null {
  const offer = openOfferNow(bench.db, bench.nowMs - TAKEN_MS);
  if (offer?.id !== offerId || !endOffer(bench.db, offerId, 'skipped')) return 'no-longer-asked';
  oweNotRated(bench, offer);
  over(bench);
  return null;
}

function over({ parts, afterwards }: WriteBench): void {
  afterwards(() => {
    parts.announce('citizen.changed', {});
    parts.sync.wake();
  });
}

/** An offer is gone as soon as somebody else sits at the window. */
function openOfferNow(db: Reader, sinceMs: number): Offer | null {
  return visitInHand(db) ? null : openOffer(db, sinceMs);
}

function offered(db: Reader, { visitId, caseId }: Offer): CaseRecord[] {
  return numbered(db, caseId === null ? (visitId ? casesInVisit(db, visitId) : []) : [caseId]);
}

/** The number of time a case is evaluated for: that of its last visit. */
function timeOf(db: Reader, { id }: CaseRecord): number {
  return visitsOfCase(db, id).at(-1)?.no ?? 1;
}

function numbered(db: Reader, ids: readonly CaseId[]): CaseRecord[] {
  return ids.flatMap((id) => {
    const record = caseById(db, id);
    return record && record.receiptNumber !== null ? [record] : [];
  });
}
