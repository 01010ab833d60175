import type { VisitId } from '#contract/shapes/case.ts';
import type { Output } from '#contract/calls.ts';
import { caseView } from '../intake/case-view.ts';
import type { Looking } from '../intake/case-whole.ts';
import { casesInVisit } from '../store/case-visits.ts';
import { caseById } from '../store/cases.ts';

/** What would make the citizen of a visit come back, case by case; a case without a reason is left out. */
export function leavingOf(looking: Looking, visitId: VisitId): Output<'trips.leaving'> {
  return casesInVisit(looking.db, visitId).flatMap((caseId) => {
    const record = caseById(looking.db, caseId);
    if (!record) return [];
    const { trips, state, item } = caseView(looking, record);
    if (trips.comeBack.length === 0) return [];
    return [{ caseId, itemNameZh: item.nameZh, itemNameEn: item.nameEn, state, comeBack: trips.comeBack }];
  });
}
