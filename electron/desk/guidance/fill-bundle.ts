import type { Bundle, OpenBundleId } from '#contract/shapes/bundle.ts';
import type { Writer } from '#native/sqlite/database.ts';
import { answersOfItem } from '#rules/bundles/questions.ts';
import { situationsAsked } from '#rules/intake/situations.ts';
import { caseById, saveAnswers } from '../store/cases.ts';
import { guidanceById, takeGuidanceForBundle } from '../store/guidances.ts';
import { stepsOfBundle } from '../store/open-bundles.ts';
import type { Visit } from '../store/visits.ts';

/** The cases of a bundle that was asked about before the ticket begin with the answers given then. */
export function fillBundleFromGuidance(db: Writer, visit: Visit, bundle: Bundle, id: OpenBundleId): void {
  const kept = visit.guidanceId === null ? null : guidanceById(db, visit.guidanceId);
  if (!kept || kept.openBundle !== null || kept.bundleId !== bundle.id) return;
  for (const { caseId } of stepsOfBundle(db, id).values()) {
    const record = caseId === null ? null : caseById(db, caseId);
    if (!record) continue;
    const situations = situationsAsked(record.item);
    saveAnswers(db, record.id, answersOfItem({ itemCode: record.item.code, situations }, kept.answers));
  }
  takeGuidanceForBundle(db, kept.id, id);
}
