import type { Output } from '#contract/calls.ts';
import type { VisitId } from '#contract/shapes/case.ts';
import type { EvaluationLevel, EvaluationReason } from '#contract/shapes/evaluation.ts';
import type { Reader, Writer } from '#native/sqlite/database.ts';
import { evaluationStanding } from '#rules/intake/evaluation.ts';
import type { WriteBench } from '../answering.ts';
import { newId } from '../new-id.ts';
import { oweEvaluation } from '../progress/act-made.ts';
import { casesInVisit, visitsOfCase } from '../store/case-visits.ts';
import { caseById, type CaseRecord } from '../store/cases.ts';
import {
  endOffer,
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
export function offerRating(
  db: Writer,
  visitId: VisitId,
  by: { readonly clerk: string; readonly atMs: number },
): void {
  leaveOffers(db);
  if (casesOf(db, visitId).length === 0) return;
  offerEvaluation(db, { id: newId(), visitId, clerk: by.clerk, offeredAtMs: by.atMs });
}

/** What the citizen's screen asks between citizens. */
export function ratingShown(db: Reader, nowMs: number): Output<'citizen.view'>['rating'] {
  const offer = openOfferNow(db, nowMs - SHOWN_MS);
  if (!offer) return null;
  return {
    offerId: offer.id,
    items: casesOf(db, offer.visitId).map(({ item: { nameZh, nameEn } }) => ({ nameZh, nameEn })),
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
  for (const record of casesOf(db, offer.visitId)) {
    const no = visitsOfCase(db, record.id).at(-1)?.no ?? 1;
    const isKept = keepEvaluation(db, { caseId: record.id, no, ...said, atMs: nowMs, on: today });
    if (isKept) oweEvaluation(bench, record, { ...said, reasons: [...said.reasons], no }, offer.clerk);
  }
  bench.afterwards(() => bench.parts.announce('citizen.changed', {}));
  return null;
}

/** 不评价: asked, and left. */
export function skipRating(bench: WriteBench, offerId: string): 'no-longer-asked' | null {
  const offer = openOfferNow(bench.db, bench.nowMs - TAKEN_MS);
  if (offer?.id !== offerId || !endOffer(bench.db, offerId, 'skipped')) return 'no-longer-asked';
  bench.afterwards(() => bench.parts.announce('citizen.changed', {}));
  return null;
}

/** An offer is gone as soon as somebody else sits at the window. */
function openOfferNow(db: Reader, sinceMs: number): Offer | null {
  return visitInHand(db) ? null : openOffer(db, sinceMs);
}

function casesOf(db: Reader, visitId: VisitId): CaseRecord[] {
  return casesInVisit(db, visitId).flatMap((id) => {
    const record = caseById(db, id);
    return record && record.receiptNumber !== null ? [record] : [];
  });
}
