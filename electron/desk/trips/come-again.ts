import type { CaseId } from '#contract/shapes/case.ts';
import type { ProgressAct } from '#contract/shapes/progress.ts';
import { causeOfAct } from '#rules/intake/trips.ts';
import type { WriteBench } from '../answering.ts';
import { countVisit, visitsOfCase } from '../store/case-visits.ts';
import { visitInHand } from '../store/visits.ts';

/**
 * Counts the visit in hand for a case that was not taken up by hand first, with the cause that the act tells. Where
 * nobody sits at the window, or the visit is counted already, there is nothing to count.
 */
export function countVisitOfAct(bench: WriteBench, caseId: CaseId, act: ProgressAct): void {
  const { db, nowMs, parts, asker } = bench;
  const cause = causeOfAct(act);
  const visit = visitInHand(db);
  if (cause === null || !visit) return;
  if (visitsOfCase(db, caseId).some(({ visitId }) => visitId === visit.id)) return;
  const clerk = asker.staff?.number ?? 'nobody';
  const { window } = parts.site;
  countVisit(db, { caseId, visitId: visit.id, atMs: nowMs, clerk, window, cause, say: null });
}
